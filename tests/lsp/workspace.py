#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Diagnostics that a client asks for, of documents and of the workspace: ids of results, parts on
the way, progress, cancellation, and what only all files together show. Usage: workspace.py
TERMLINT; prints TAP."""
import sys
from pathlib import Path

from client import Client, BINARY
from session_texts import LINE, workspace

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import tap  # noqa: E402

ASKS = {"textDocument": {"diagnostic": {}},
        "workspace": {"diagnostics": {"refreshSupport": True},
                      "didChangeWatchedFiles": {"dynamicRegistration": True}}}


def start(folder, **capabilities):
    client = Client(BINARY)
    client.initialize(folder, **capabilities)
    return client


def asked(client, method):
    return [m for m in client.heard if m.get("method") == method]


def codes(items):
    return [d["code"] for d in items]


def pull(client, uri, known=None):
    params = {"textDocument": {"uri": uri}}
    if known:
        params["previousResultId"] = known
    return client.result("textDocument/diagnostic", params)


def pull_all(client, known=(), **tokens):
    """The reports of the workspace by the names of their files."""
    answer = client.result("workspace/diagnostic", {"previousResultIds": list(known), **tokens})
    return {item["uri"].rsplit("/", 1)[1]: item for item in answer["items"]}


def known_of(reports):
    return [{"uri": r["uri"], "value": r["resultId"]} for r in reports.values()]


def test_document(folder):
    uri = workspace(folder)
    client = start(folder, **ASKS)
    client.open(uri, LINE)
    first = pull(client, uri)
    assert first["kind"] == "full" and codes(first["items"]) == ["name-spelling",
                                                                 "deprecated-term"]
    assert pull(client, uri, first["resultId"]) == {"kind": "unchanged",
                                                    "resultId": first["resultId"]}
    client.change(uri, 2, {"text": "Zaitseva"})
    second = pull(client, uri, first["resultId"])
    assert second["kind"] == "full" and codes(second["items"]) == ["name-spelling"]
    (folder / "c.txt").write_text("The Port Office.\n")
    assert codes(pull(client, (folder / "c.txt").as_uri())["items"]) == ["deprecated-term"]
    assert "error" in client.request("textDocument/diagnostic", {
        "textDocument": {"uri": (folder / "nothing.txt").as_uri()}})
    assert not [m for m in asked(client, "textDocument/publishDiagnostics")
                if m["params"]["diagnostics"]], "published what is asked for"
    assert client.close() == 0


def test_workspace(folder):
    uri = workspace(folder)
    (folder / "a.txt").write_text(LINE)
    (folder / "sub").mkdir()
    (folder / "sub" / "c.md").write_text("The *Port Office* \U0001F600 Zaicewa.\n")
    client = start(folder, **ASKS)
    first = pull_all(client)
    assert {name: codes(r["items"]) for name, r in first.items()} == {
        "a.txt": ["name-spelling", "deprecated-term"], "b.txt": [],
        "c.md": ["deprecated-term", "name-spelling"]}, first
    assert first["c.md"]["items"][1]["range"]["start"] == {"line": 0, "character": 21}
    again = pull_all(client, known_of(first))
    assert {r["kind"] for r in again.values()} == {"unchanged"}
    client.open(uri, "Nothing.", version=5)
    (folder / "b.txt").write_text("The port office.\n")
    (folder / "sub" / "c.md").unlink()
    client.notify("workspace/didChangeWatchedFiles", {"changes": [
        {"uri": (folder / "b.txt").as_uri(), "type": 2}]})
    after = pull_all(client, known_of(first))
    assert {name: codes(r["items"]) for name, r in after.items()} == {
        "a.txt": [], "b.txt": ["deprecated-term"], "c.md": []}, after
    assert (after["a.txt"]["version"], after["b.txt"]["version"]) == (5, None)
    assert client.close() == 0


def test_names_that_are_escaped(folder):
    """Editors escape what they like of a URI, and mean one file; we answer with theirs."""
    workspace(folder)
    path = folder / "отчёт 50%.txt"
    path.write_text("The Port Office.\n")
    ours = path.as_uri()
    spellings = [ours, ours.replace("%20", " "), f"file://localhost{ours[len('file://'):]}",
                 "file://" + "".join(f"%{byte:02x}" if byte != ord("/") else "/"
                                     for byte in str(path).encode())]
    for uri in spellings:
        client = start(folder)
        client.open(uri, "The Port Office and Zaitseva.\n")
        assert codes(client.diagnostics(uri, 1)) == ["deprecated-term", "name-spelling"], uri
        assert client.close() == 0
    client = start(folder, **ASKS)
    found = {uri for report in client.result("workspace/diagnostic", {"previousResultIds": []})[
        "items"] for uri in [report["uri"]] if report["items"]}
    assert found == {ours}, found
    assert client.close() == 0


def test_names_of_the_workspace(folder):
    workspace(folder)
    (folder / "0.txt").write_text("Ivan Tsvetkov spoke.\n")
    (folder / "1.txt").write_text("Later Ivan Tsvetkov left.\n")
    (folder / "2.txt").write_text("Ivan Cvetkov wrote.\n")
    client = start(folder, **ASKS)
    found = pull_all(client)
    assert [(name, codes(r["items"])) for name, r in found.items() if r["items"]] == [
        ("2.txt", ["inconsistent-name"])], found
    odd = (folder / "2.txt").as_uri()
    client.open(odd, "Ivan Cvetkov wrote.\n")
    assert codes(pull(client, odd)["items"]) == ["inconsistent-name"]
    (folder / "0.txt").write_text("Ivan Cvetkov spoke.\n")
    client.notify("workspace/didChangeWatchedFiles", {"changes": [
        {"uri": (folder / "0.txt").as_uri(), "type": 2}]})
    found = pull_all(client, known_of(found))
    assert [name for name, r in found.items() if r.get("items")] == ["1.txt"], found
    assert client.close() == 0


def test_parts_and_progress(folder):
    workspace(folder)
    for name in "xyz":
        (folder / f"{name}.txt").write_text(f"Ivan {'Cvetkov' if name == 'z' else 'Tsvetkov'}.\n")
    client = start(folder, **ASKS)
    assert pull_all(client, partialResultToken="part", workDoneToken=7) == {}
    told = asked(client, "$/progress")
    parts = [p["params"]["value"] for p in told if p["params"]["token"] == "part"]
    last = {r["uri"].rsplit("/", 1)[1]: codes(r["items"]) for p in parts for r in p["items"]}
    assert last == {"b.txt": [], "x.txt": [], "y.txt": [], "z.txt": ["inconsistent-name"]}, last
    steps = [p["params"]["value"] for p in told if p["params"]["token"] == 7]
    assert [s["kind"] for s in steps][:1] + [s["kind"] for s in steps][-1:] == ["begin", "end"]
    assert [s["percentage"] for s in steps if s["kind"] == "report"] == [25, 50, 75, 100], steps
    assert client.close() == 0


def test_cancellation(folder):
    uri = workspace(folder)
    for number in range(300):
        (folder / f"{number}.txt").write_text("The Port Office of Zaitseva.\n" * 50)
    client = start(folder, **ASKS)
    client.send({"id": "all", "method": "workspace/diagnostic", "params": {
        "previousResultIds": [], "workDoneToken": "w"}})
    client.open(uri, LINE)
    assert codes(pull(client, uri)["items"]) == ["name-spelling", "deprecated-term"]
    assert not [m for m in client.heard if m.get("id") == "all"], "documents wait for the workspace"
    client.notify("$/cancelRequest", {"id": "all"})
    assert client.response("all")["error"]["code"] == -32800
    assert asked(client, "$/progress")[-1]["params"]["value"]["kind"] == "end"
    assert len(pull_all(client)) == 301  # one is not on the disk
    assert client.close() == 0


def test_new_settings(folder):
    uri = workspace(folder)
    client = start(folder, **ASKS)
    client.open(uri, LINE)
    known = pull(client, uri)["resultId"]
    terms = folder / "terms.yaml"
    client.open(terms.as_uri(), terms.read_text().replace("Port Office", "Port Bureau"), "yaml")
    while not asked(client, "workspace/diagnostic/refresh"):
        client.heard.append(client.receive())
    assert codes(pull(client, uri, known)["items"]) == ["name-spelling"]
    client.change(terms.as_uri(), 2, {"text": "termlint: 1\nconcept: []\n"})
    assert "did you mean “concepts”" in client.diagnostics(terms.as_uri())[0]["message"]
    assert client.close() == 0


def test_published(folder):
    """A client that cannot ask has the workspace published when its user wants it."""
    workspace(folder)
    (folder / "c.txt").write_text("The Port Office.\n")
    client = start(folder, window={"workDoneProgress": True})
    client.result("workspace/executeCommand", {"command": "termlint.checkWorkspace"})
    assert codes(client.diagnostics((folder / "c.txt").as_uri())) == ["deprecated-term"]
    (folder / "c.txt").write_text("The Harbour Board.\n")
    client.notify("workspace/didChangeWatchedFiles", {"changes": [
        {"uri": (folder / "c.txt").as_uri(), "type": 2}]})
    assert client.diagnostics((folder / "c.txt").as_uri()) == []
    (folder / "c.txt").unlink()
    client.notify("workspace/didChangeWatchedFiles", {"changes": [
        {"uri": (folder / "c.txt").as_uri(), "type": 3}]})
    assert client.request("workspace/executeCommand", {"command": "no.such"})["error"]
    assert client.close() == 0


tap.run(tap.tests_in(globals()), tap.in_a_folder)
