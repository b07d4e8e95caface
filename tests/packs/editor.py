"""An editor, as far as the YAML language server can tell: it opens files, and is told what to underline."""

from __future__ import annotations

import json
import queue
import re
import shutil
import subprocess
import threading
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[2]
SERVER: Final = (
    ROOT / ".venv" / "editor" / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
)
OLDEST_NODE: Final = 18
PATIENCE: Final = 60  # seconds; the machine may be busy
SETTINGS: Final[dict[str, Any]] = {
    "yaml": {
        "validate": True,
        "completion": True,
        "hover": True,
        "schemaStore": {"enable": False, "url": ""},
        "kubernetesCRDStore": {"enable": False, "url": ""},
    },
    "http": {"proxy": "", "proxyStrictSSL": True},
}
OFFLINE: Final = """
const net = require("net"), dns = require("dns");
const refuse = () => { process.stderr.write("a connection was asked for\\n"); process.exit(99); };
net.Socket.prototype.connect = refuse;
dns.lookup = refuse;
"""
"""Loaded into the server first: a connection to anywhere ends it, and the test with it."""


def lacking() -> str:
    """Why the language server cannot be started, or ''."""
    node = shutil.which("node")
    if node is None:
        return "node is not installed"
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    if int((re.findall(r"\d+", version) or ["0"])[0]) < OLDEST_NODE:
        return f"node is older than {OLDEST_NODE}"
    return (
        "" if SERVER.is_file() else "yaml-language-server is not in .venv/editor; `make test` puts it there"
    )


class Editor:
    """One language server on standard input and output, with the files that are open in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        offline = folder / "offline.cjs"
        offline.write_text(OFFLINE, encoding="utf-8")
        self.process = subprocess.Popen(
            ["node", "--require", str(offline), str(SERVER), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self.heard: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self.numbers = 0
        self.versions: dict[str, int] = {}
        threading.Thread(target=self._listen, daemon=True).start()
        able = {"workspace": {"configuration": True, "didChangeConfiguration": {"dynamicRegistration": True}}}
        self.ask("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": able})
        self._send({"method": "initialized", "params": {}})
        self._send({"method": "workspace/didChangeConfiguration", "params": {"settings": None}})
        self._until(lambda message: message.get("method") == "workspace/configuration")

    def close(self) -> None:
        """End the server."""
        try:
            self.ask("shutdown", None)
            self._send({"method": "exit"})
            self.process.wait(PATIENCE)
        finally:
            self.process.kill()
            self.process.wait()

    def underlined(self, name: str, text: str) -> list[tuple[int, str]]:
        """Line (from 1) and message of everything underlined in this text."""
        uri = (self.folder / name).as_uri()
        document: dict[str, Any] = {"uri": uri, "version": self.versions.get(uri, 0) + 1}
        self.versions[uri] = document["version"]
        if document["version"] == 1:
            opened = {**document, "languageId": "yaml", "text": text}
            self._send({"method": "textDocument/didOpen", "params": {"textDocument": opened}})
        else:
            changed = {"textDocument": document, "contentChanges": [{"text": text}]}
            self._send({"method": "textDocument/didChange", "params": changed})
        told = self._until(
            lambda message: (
                message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri
            )
        )
        found = told["params"]["diagnostics"]
        return sorted((one["range"]["start"]["line"] + 1, one["message"]) for one in found)

    def offered(self, name: str, line: int, column: int) -> list[dict[str, Any]]:
        """What completion offers at this place (from 1) of a file that is open."""
        at = self._at(name, line, column)
        answer = self.ask("textDocument/completion", at)
        return list(answer["items"] if isinstance(answer, dict) else answer or [])

    def said(self, name: str, line: int, column: int) -> str:
        """What hovering over this place (from 1) shows."""
        answer = self.ask("textDocument/hover", self._at(name, line, column)) or {}
        contents = answer.get("contents", "")
        return str(contents["value"] if isinstance(contents, dict) else contents)

    def _at(self, name: str, line: int, column: int) -> dict[str, Any]:
        uri = (self.folder / name).as_uri()
        return {"textDocument": {"uri": uri}, "position": {"line": line - 1, "character": column - 1}}

    def ask(self, method: str, params: Any) -> Any:
        """Send a request and wait for its answer."""
        self.numbers += 1
        number = self.numbers
        self._send({"id": number, "method": method, "params": params})
        answer = self._until(lambda message: message.get("id") == number and "method" not in message)
        assert "error" not in answer, answer
        return answer.get("result")

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def _until(self, wanted: Any) -> dict[str, Any]:
        """The next message that is wanted; what the server asks for meanwhile is answered."""
        while True:
            message = self.heard.get(timeout=PATIENCE)
            if message is None:
                raise AssertionError(f"the language server ended with {self.process.wait()}")
            if "id" in message and "method" in message:
                self._send({"id": message["id"], "result": self._result(message)})
            if wanted(message):
                return message

    @staticmethod
    def _result(message: dict[str, Any]) -> Any:
        if message["method"] != "workspace/configuration":
            return None
        return [SETTINGS.get(item.get("section"), {}) for item in message["params"]["items"]]

    def _listen(self) -> None:
        """Put every message into the queue; None when the server is gone."""
        assert self.process.stdout is not None
        while True:
            length = 0
            while line := self.process.stdout.readline().strip():
                name, _, value = line.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
            if not length:
                self.heard.put(None)
                return
            self.heard.put(json.loads(self.process.stdout.read(length)))
