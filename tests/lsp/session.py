#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Sessions with the language server: what it finds, does and answers, in both encodings, and that
nothing a client may send stops it. Usage: session.py TERMLINT; prints TAP."""
import subprocess
import sys
from pathlib import Path

from client import Client, BINARY
from session_texts import LINE, SMALL_TERMBASE as TERMBASE, workspace

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import tap  # noqa: E402


def text_of(text, place, encoding):
    """What stands at a range of one line."""
    line = text.splitlines()[place["start"]["line"]]
    codec = "utf-16-le" if encoding == "utf-16" else "utf-8"
    width = 2 if encoding == "utf-16" else 1
    data = line.encode(codec)
    return data[place["start"]["character"] * width:place["end"]["character"] * width].decode(codec)


def test_findings_and_replacements(folder):
    uri = workspace(folder)
    for encoding in "utf-16", "utf-8":
        client = Client(BINARY)
        can = client.initialize(folder, ["utf-16", encoding])["capabilities"]
        assert can["positionEncoding"] == encoding
        client.open(uri, LINE)
        found = client.diagnostics(uri, 1)
        assert [(d["code"], d["severity"], text_of(LINE, d["range"], encoding)) for d in found] == \
            [("name-spelling", 1, "Zaitseva"), ("deprecated-term", 1, "Port Office")], found
        cursor = {"start": found[0]["range"]["end"], "end": found[0]["range"]["end"]}
        actions = client.result("textDocument/codeAction", {
            "textDocument": {"uri": uri}, "range": cursor, "context": {"diagnostics": []}})
        first, last = actions[0], actions[-1]
        assert (first["title"], last["title"]) == ("Replace by “Zaytseva”",
                                                   "Make all safe replacements"), actions
        assert first["isPreferred"] is True
        edit = first["edit"]["changes"][uri][0]
        assert edit == {"range": found[0]["range"], "newText": "Zaytseva"}
        assert len(last["edit"]["changes"][uri]) == 2
        only = client.result("textDocument/codeAction", {
            "textDocument": {"uri": uri}, "range": cursor,
            "context": {"diagnostics": [], "only": ["source.fixAll"]}})
        assert [a["kind"] for a in only] == ["source.fixAll.termlint"]
        client.change(uri, 2, {"range": edit["range"], "text": edit["newText"]})
        assert [d["code"] for d in client.diagnostics(uri, 2)] == ["deprecated-term"]
        client.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
        assert client.diagnostics(uri) == []
        assert client.close() == 0


def test_two_spellings_of_one_name(folder):
    """What only a document as a whole shows, with the replacement."""
    uri = workspace(folder)
    text = "Ivan Tsvetkov asked.\nIvan Cvetkov replied.\n"
    client = Client(BINARY)
    client.initialize(folder, ["utf-16"])
    client.open(uri, text)
    found = client.diagnostics(uri, 1)
    assert [(d["code"], d["range"]["start"]["line"]) for d in found] == [("inconsistent-name", 1)]
    actions = client.result("textDocument/codeAction", {
        "textDocument": {"uri": uri}, "range": found[0]["range"], "context": {"diagnostics": []}})
    assert actions[0]["edit"]["changes"][uri] == \
        [{"range": found[0]["range"], "newText": "Tsvetkov"}], actions
    assert actions[0]["isPreferred"] is False
    assert client.close() == 0


def test_versioned_edits(folder):
    uri = workspace(folder)
    client = Client(BINARY)
    client.initialize(folder, workspace={"workspaceEdit": {"documentChanges": True}})
    client.open(uri, LINE, version=7)
    where = client.diagnostics(uri, 7)[0]["range"]
    actions = client.result("textDocument/codeAction", {
        "textDocument": {"uri": uri}, "range": where, "context": {"diagnostics": []}})
    assert actions[0]["edit"]["documentChanges"][0]["textDocument"] == {"uri": uri, "version": 7}
    assert client.close() == 0


def test_changes_in_order(folder):
    uri = workspace(folder)
    client = Client(BINARY)
    client.initialize(folder)
    client.open(uri, "one\rtwo\r\nthree\nfour")
    at = lambda line, begin, end: {"start": {"line": line, "character": begin},
                                   "end": {"line": line, "character": end}}
    client.change(uri, 2, {"range": at(1, 0, 3), "text": "Port"},
                  {"range": at(1, 4, 99), "text": " Office"},
                  {"range": at(3, 2, 1), "text": "reversed"},
                  {"range": at(99, 0, 0), "text": " Zaitseva"})
    assert [(d["range"]["start"], d["code"]) for d in client.diagnostics(uri, 2)] == [
        ({"line": 1, "character": 0}, "deprecated-term"),
        ({"line": 3, "character": 5}, "name-spelling")]
    client.change(uri, 3, {"text": "all new"})
    assert client.diagnostics(uri, 3) == []
    assert client.close() == 0


def test_hover_definition_references_rename(folder):
    uri, other = workspace(folder), (folder / "b.txt").as_uri()
    client = Client(BINARY)
    client.initialize(folder, textDocument={"hover": {"contentFormat": ["markdown"]}})
    client.open(uri, LINE)
    where = {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 14}}
    card = client.result("textDocument/hover", where)["contents"]
    assert card["kind"] == "markdown" and "й → i" in card["value"] and "zaytseva" in card["value"]
    term = {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 30}}
    assert "who runs the port" in client.result("textDocument/hover", term)["contents"]["value"]
    place = client.result("textDocument/definition", term)
    assert place["uri"].endswith("/terms.yaml") and place["range"]["start"]["line"] == 6, place
    found = client.result("textDocument/references", {**term, "context": {}})
    assert sorted((r["uri"], r["range"]["start"]["character"]) for r in found) == [
        (other, 4), (other, 27)], found
    client.open(other, (folder / "b.txt").read_text())
    good = {"textDocument": {"uri": other}, "position": {"line": 0, "character": 6}}
    assert client.result("textDocument/prepareRename", good)["placeholder"] == "Harbour Board"
    edits = client.result("textDocument/rename", {**good, "newName": "Port Board"})["changes"]
    assert {uri.rsplit("/", 1)[1]: len(edit) for uri, edit in edits.items()} == {
        "terms.yaml": 1, "b.txt": 1}, edits
    assert any(m.get("method") == "window/showMessage" for m in client.heard)
    assert client.result("textDocument/hover", {**where, "position": {"line": 0, "character": 4}}) \
        is None
    assert client.close() == 0


def test_completion(folder):
    uri = workspace(folder)
    client = Client(BINARY)
    client.initialize(folder)

    def offered(text):
        client.open(uri, text)
        result = client.result("textDocument/completion", {
            "textDocument": {"uri": uri}, "position": {"line": 0, "character": len(text)}})
        return [(i["label"], i["textEdit"]["range"]["start"]["character"]) for i in result["items"]]

    assert ("Zaytseva", 9) in offered("She told zayt")
    assert ("Zaytseva", 9) in offered("She told зайц")
    assert ("Зайцева", 14) in offered("Сегодня здесь zait")
    assert ("Harbour Board", 4) in offered("The harbour bo")
    assert ("Портовый совет", 10) in offered("Собирался порт")
    assert offered("Nothing begins xqz") == []
    assert client.close() == 0


def test_mistakes_in_the_termbase(folder):
    uri = workspace(folder)
    client = Client(BINARY)
    client.initialize(folder)
    client.open(uri, LINE)
    assert len(client.diagnostics(uri)) == 2
    terms = folder / "terms.yaml"
    terms.write_text(TERMBASE.replace("definition", "defintion"))
    client.notify("workspace/didChangeWatchedFiles", {"changes": [
        {"uri": terms.as_uri(), "type": 2}]})
    told = client.diagnostics(terms.as_uri())
    assert told[0]["range"]["start"] == {"line": 5, "character": 4} and "definition" in \
        told[0]["message"], told
    assert len(client.diagnostics(uri)) == 2  # by what could be read last
    terms.write_text(TERMBASE)
    client.notify("workspace/didChangeWatchedFiles", {"changes": [
        {"uri": terms.as_uri(), "type": 2}]})
    assert client.diagnostics(terms.as_uri()) == []
    assert len(client.diagnostics(uri)) == 2
    assert client.close() == 0


def test_unsaved_termbase(folder):
    """What is typed in a termbase counts before it is saved, and what is wrong with it is told."""
    uri, terms = workspace(folder), folder / "terms.yaml"
    client = Client(BINARY)
    client.initialize(folder)
    client.open(uri, LINE)
    assert len(client.diagnostics(uri)) == 2
    client.open(terms.as_uri(), TERMBASE, "yaml")
    client.change(terms.as_uri(), 2, {"text": TERMBASE.replace("Port Office", "Port 😀 Office")})
    while [d["code"] for d in client.diagnostics(uri)] != ["name-spelling"]:
        pass
    wrong = TERMBASE.replace("Портовый совет", "{preferred: Портовый 😀 совет, admited: [x]}")
    client.change(terms.as_uri(), 3, {"text": wrong})
    told = client.diagnostics(terms.as_uri())
    assert [text_of(wrong, d["range"], "utf-16") for d in told] == ["admited"] and \
        "did you mean “admitted”" in told[0]["message"], told
    assert [d["code"] for d in client.diagnostics(uri)] == ["name-spelling"]
    odd = TERMBASE.replace("    en: Anna Zaytseva\n", "    en: Аnna Zaytseva\n")
    client.change(terms.as_uri(), 4, {"text": odd})
    told = client.diagnostics(terms.as_uri())
    assert [d["severity"] for d in told] == [2] and "script" in told[0]["message"], told
    client.notify("textDocument/didClose", {"textDocument": {"uri": terms.as_uri()}})
    assert client.diagnostics(terms.as_uri()) == []
    while len(client.diagnostics(uri)) != 2:
        pass
    alone = (folder / "elsewhere" / "new.yaml").as_uri()
    client.open(alone, "termlint: 1\nconcepts:\n  - {id: x, en: X, defintion: Y}\n", "yaml")
    assert "did you mean “definition”" in client.diagnostics(alone)[0]["message"]
    assert client.close() == 0


def test_unsaved_configuration(folder):
    uri, config = workspace(folder), folder / ".termlint.yaml"
    client = Client(BINARY)
    client.initialize(folder)
    client.open(uri, LINE)
    assert len(client.diagnostics(uri)) == 2
    client.open(config.as_uri(), config.read_text(), "yaml")
    client.change(config.as_uri(), 2, {"text": config.read_text() + "rules: {name-speling: off}\n"})
    told = client.diagnostics(config.as_uri())
    assert told[0]["range"]["start"] == {"line": 1, "character": 8} and \
        "did you mean “name-spelling”" in told[0]["message"], told
    good = config.read_text() + "rules: {name-spelling: off}\n"
    client.change(config.as_uri(), 3, {"text": good})
    while [d["code"] for d in client.diagnostics(uri)] != ["deprecated-term"]:
        pass
    (folder / "new").mkdir()
    client.open((folder / "new" / ".termlint.yaml").as_uri(), "root: true\n", "yaml")
    client.open((folder / "new" / "a.txt").as_uri(), LINE)
    assert client.diagnostics((folder / "new" / "a.txt").as_uri()) == []
    assert client.close() == 0


def test_settings(folder):
    uri = workspace(folder)
    (folder / ".termlint.yaml").unlink()
    client = Client(BINARY)
    client.initialize(folder, workspace={"configuration": True})
    client.open(uri, LINE)
    client.result("textDocument/hover", {"textDocument": {"uri": uri},
                                         "position": {"line": 0, "character": 0}})
    asked = [m for m in client.heard if m.get("method") == "workspace/configuration"]
    assert asked[0]["params"]["items"] == [{"section": "termlint"}]
    client.send({"id": asked[0]["id"], "result": [{"termbase": ["terms.yaml"], "rules": {
        "deprecated-term": "suggestion"}, "languages": None}]})
    while True:
        found = client.diagnostics(uri)
        if found:
            break
    assert [(d["code"], d["severity"]) for d in found] == [("name-spelling", 1),
                                                          ("deprecated-term", 3)]
    assert client.close() == 0


def test_protocol(folder):
    client = Client(BINARY)
    assert client.request("textDocument/hover", {})["error"]["code"] == -32002
    client.initialize(folder)
    assert client.request("initialize", {"capabilities": {}})["error"]["code"] == -32600
    assert client.request("no/such", {})["error"]["code"] == -32601
    assert client.request("$/unknown", {})["error"]["code"] == -32601
    client.notify("$/unknown", {})
    client.send_bytes(b"{not json")
    assert client.receive()["error"]["code"] == -32700
    client.send_bytes(b"[]")
    assert client.receive()["error"]["code"] == -32600
    client.send_bytes(b"", b"X-Other: 1\r\nContent-Length: nonsense\r\n\r\n")
    for params in None, [], {"textDocument": 1}, {"textDocument": {"uri": "file:///x"}}, \
            {"textDocument": {"uri": "untitled:1"}, "position": {"line": -1}}:
        for method in "hover", "completion", "definition", "references", "rename", "prepareRename":
            answer = client.request("textDocument/" + method, params)
            assert "result" in answer or answer["error"]["code"] == -32602, answer
        assert client.request("textDocument/codeAction", params)["error"]["code"] == -32602
        for method in "didOpen", "didChange", "didClose", "didSave":
            client.notify("textDocument/" + method, params)
    both = b"".join(b"Content-Length: %d\r\n\r\n%s" % (len(m), m) for m in [
        b'{"jsonrpc":"2.0","id":"w","method":"textDocument/hover","params":{}}',
        b'{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":"w"}}'])
    client.send_bytes(both, b"\r\n\r\n")
    assert client.response("w")["error"]["code"] == -32800
    client.result("shutdown", None)
    assert client.request("textDocument/hover", {})["error"]["code"] == -32600
    client.notify("exit", None)
    assert client.process.wait(timeout=10) == 0


def test_end_of_input(folder):
    for ending in "eof", "exit":
        client = Client(BINARY)
        client.initialize(folder)
        if ending == "exit":
            client.notify("exit", None)
        client.process.stdin.close()
        assert client.process.wait(timeout=10) == 1


def test_completion_in_settings(folder):
    """Keys, choices and ids, in a text that is no YAML yet."""
    workspace(folder)
    client = Client(BINARY)
    client.initialize(folder)

    def offered(name, text):
        uri = (folder / name).as_uri()
        client.open(uri, text, "yaml")
        lines = text.split("\n")
        result = client.result("textDocument/completion", {
            "textDocument": {"uri": uri},
            "position": {"line": len(lines) - 1, "character": len(lines[-1])}})
        return result and {i["label"] for i in result["items"]}

    assert offered("b.txt", "Nothing") == set()  # and all settings are read
    head = "termlint: 1\nconcepts:\n  - id: a\n"
    assert offered("terms.yaml", "termlint: 1\nco") == {"concepts"}
    assert offered("terms.yaml", head + "    de") == {"definition"}
    assert offered("terms.yaml", head + "    type: pe") == {"person"}
    assert {"en", "type", "holders"} <= offered("terms.yaml", TERMBASE + "  - {id: x, ")
    assert offered("terms.yaml", TERMBASE + "  - {id: x, part_of: z") == {"zaytseva"}
    assert offered("terms.yaml", TERMBASE + "  - id: x\n    part_of: h") == {"harbour-board"}
    assert offered("terms.yaml", TERMBASE + "    holders:\n      - person: ") == {"zaytseva"}
    assert offered("terms.yaml", head + "    en:\n      dep") == {"deprecated"}
    assert offered("terms.yaml", head + "    en: {preferred: X, ad") == {"admitted"}
    assert offered("terms.yaml", head + "    en:\n      deprecated:\n        - {text: X, u") == \
        {"use", "until"}
    assert offered("terms.yaml", head + "    en:\n      deprecated: [a, {no") == {"note"}
    level = "termlint: 1\nconcepts:\n- id: a\n  ru:\n    pat"
    assert offered("terms.yaml", level) == {"patronymic"}
    assert offered("terms.yaml", head + '    definition: "a ') == set()
    assert offered(".termlint.yaml", "rom") == {"romanization"}
    assert "bgn-pcgn" in offered(".termlint.yaml", "romanization: bgn")
    assert offered(".termlint.yaml", "rules: {near") == {"near-miss"}
    assert offered(".termlint.yaml", "rules:\n  near-miss: of") == {"off"}
    assert offered("other.yaml", "Har") is None
    assert client.close() == 0


def test_memory(folder):
    """Editing costs no memory that is not given back."""
    uri = workspace(folder)
    client = Client(BINARY)
    client.initialize(folder)
    client.open(uri, LINE)
    resident = []
    for step in range(2, 2002):
        client.change(uri, step, {"text": LINE + " Porrt Ofice" * (step % 7)})
        client.result("textDocument/hover", {"textDocument": {"uri": uri},
                                             "position": {"line": 0, "character": 20}})
        if step in (1000, 2001):  # what a sanitizer holds back has grown by then
            status = Path(f"/proc/{client.process.pid}/status").read_text()
            resident.append(int(status.split("VmRSS:")[1].split()[0]))
        client.heard.clear()
    assert resident[1] < resident[0] * 1.1, resident
    assert client.close() == 0


def test_client_that_dies(folder):
    """The server does not outlive the process that the client said it is, its input open or not."""
    parent = subprocess.Popen(["sleep", "60"])
    client = Client(BINARY)
    client.result("initialize", {"processId": parent.pid, "rootUri": None, "capabilities": {}})
    parent.kill()
    parent.wait()
    assert client.process.wait(timeout=20) == 1


tap.run(tap.tests_in(globals()), tap.in_a_folder)
