"""Another process at the same store: `python -m tests.store.child PATH stream|whole NUMBER`.

`stream` answers until it is killed and prints the number of each answer once it is committed; `whole` writes
so many ended entries.
"""

from __future__ import annotations

import sys
from pathlib import Path

from guide.steps.base import Answer
from guide.store import entries
from guide.store.database import Store
from tests.store.making import begin, finish, stamp, whole


def stream(store: Store) -> None:
    number = 0
    while True:
        entry = begin(store, stamp())
        for _ in range(5):
            entries.hold(store, entry, "note", f"typing {number}")
            entries.answer(store, entry, "note", Answer("given", f"answer {number}"), stamp(), cursor="note")
            print(entry, number, flush=True)
            number += 1
        finish(store, entry, stamp(1))


def main(path: str, what: str, number: str) -> None:
    store = Store.open(Path(path))
    if what == "stream":
        stream(store)
    for minute in range(int(number)):
        whole(store, minute)
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
