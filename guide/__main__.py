"""The program's door: `unmuted`, or `python -m guide`."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line. Output that cannot be encoded is replaced, never a reason to stop."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    if sys.stdin is not None and hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="replace")
    from guide.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
