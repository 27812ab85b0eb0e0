# SPDX-License-Identifier: MPL-2.0
"""A client of the language server, as small as tests need it: one request at a time, everything
that the server says by itself kept in order. The program is the first argument of the test."""
import json
import os
import re
import subprocess
import sys
from pathlib import Path

from meta_model import MetaModel

BINARY = os.path.abspath(sys.argv[1])
MODEL = os.environ.get("TERMLINT_META_MODEL")  # every message is held against it
MODEL = MODEL and MetaModel(MODEL)


class Client:
    def __init__(self, binary, *arguments, cwd=None):
        self.process = subprocess.Popen([binary, "lsp", *arguments], cwd=cwd,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.number = 0
        self.heard = []  # notifications and requests of the server
        self.asked = {}  # id of a request → its method

    def send_bytes(self, body, header=None):
        header = header or b"Content-Length: %d\r\n\r\n" % len(body)
        self.process.stdin.write(header + body)
        self.process.stdin.flush()

    def send(self, message):
        if "id" in message and "method" in message:
            self.asked[message["id"]] = message["method"]
        self.send_bytes(json.dumps({"jsonrpc": "2.0", **message}).encode())

    def receive(self):
        length = None
        while True:
            line = self.process.stdout.readline()
            assert line, "the server is gone"
            if line == b"\r\n":
                break
            name, _, value = line.decode().partition(":")
            assert name == "Content-Length", f"no header: {line}"
            length = int(value)
        message = json.loads(self.process.stdout.read(length))
        if MODEL and "method" in message:
            MODEL.check_sent(message)
        elif MODEL:
            MODEL.check_answer(self.asked.get(message["id"]), message)
        return message

    def notify(self, method, params):
        self.send({"method": method, "params": params})

    def request(self, method, params):
        """The whole response: it has "result" or "error"."""
        self.number += 1
        self.send({"id": self.number, "method": method, "params": params})
        return self.response(self.number)

    def response(self, number):
        while True:
            message = self.receive()
            if "method" not in message and message.get("id") == number:
                return message
            self.heard.append(message)

    def result(self, method, params):
        answer = self.request(method, params)
        assert "result" in answer, answer
        return answer["result"]

    def initialize(self, root=None, encodings=("utf-16",), **capabilities):
        params = {"processId": os.getpid(), "rootUri": Path(root).as_uri() if root else None,
                  "capabilities": {"general": {"positionEncodings": list(encodings)},
                                   **capabilities}}
        result = self.result("initialize", params)
        self.notify("initialized", {})
        return result

    def open(self, uri, text, language="plaintext", version=1):
        self.notify("textDocument/didOpen", {"textDocument": {
            "uri": uri, "languageId": language, "version": version, "text": text}})

    def change(self, uri, version, *changes):
        self.notify("textDocument/didChange", {
            "textDocument": {"uri": uri, "version": version}, "contentChanges": list(changes)})

    def diagnostics(self, uri, version=None):
        """The next diagnostics of a document (of that version), told already or awaited."""
        while True:
            for at, message in enumerate(self.heard):
                params = message.get("params") or {}
                if message.get("method") == "textDocument/publishDiagnostics" and \
                        params["uri"] == uri and version in (None, params.get("version")):
                    del self.heard[:at + 1]
                    return params["diagnostics"]
            self.heard.append(self.receive())

    def close(self):
        """Ends the session as the protocol wants it; returns the exit status."""
        self.result("shutdown", None)
        self.notify("exit", None)
        self.process.stdin.close()
        assert self.process.stdout.read() == b""
        return self.process.wait(timeout=10)


def units(text, encoding):
    """The length of a text in units of an encoding."""
    return len(text.encode("utf-16-le")) // 2 if encoding == "utf-16" else len(text.encode())


def offset(text, place, encoding):
    """The reverse of caret(), in characters of the text."""
    begins = [0] + [m.end() for m in re.finditer(r"\r\n|\r|\n", text)]
    at, left = begins[place["line"]], place["character"]
    while left > 0:
        left -= units(text[at], encoding)
        at += 1
    return at


def apply_edits(text, edits, encoding="utf-16"):
    """The text with edits of one document made, none of which may overlap another."""
    places = sorted(((offset(text, e["range"]["start"], encoding),
                      offset(text, e["range"]["end"], encoding), e["newText"]) for e in edits),
                    reverse=True)
    for begin, end, new in places:
        text = text[:begin] + new + text[end:]
    return text


def caret(text, offset, encoding):
    """The place of an offset (in characters) as the protocol has it."""
    lines = re.split(r"\r\n|\r|\n", text[:offset])
    return {"line": len(lines) - 1, "character": units(lines[-1], encoding)}
