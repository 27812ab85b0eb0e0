#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""What may be done about findings besides replacing them: each edit that is offered is made, and
then the command line has to find the settings without a mistake, the finding gone and the others
where they were. Usage: offers.py TERMLINT; prints TAP."""
import json
import os
import subprocess
import sys
from pathlib import Path

from client import Client, BINARY, apply_edits

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import tap  # noqa: E402

TERMBASE = """\
# the house's terms
termlint: 1
languages: [en, ru]   # both
concepts:

  # bodies
  - id: harbour-board
    type: organisation
    en: Harbour Board   # not "Port Board"
    ru: {preferred: Портовый совет, deprecated: [портовая контора]}
  - id: lock-office
    en:
      preferred: Lock Office
      deprecated:
        - Office of Locks   # the old one
        - Sluice Office

    ru: "Управление шлюзов"
  - {id: depth-gauge, en: depth gauge, ru: водомерный пост}

  # people
  - id: zaytseva
    type: person
    en: Anna Zaytseva
    ru: Анна Зайцева
# the end
"""
TEXT = {
    "a.txt": "Port news\n\nA Harbor Board sat. The Lock Ofice is shut.\nIt was the lock office, "
             "😀 the depth guage.\nMrs Zaitseva of the Office of Locks spoke.\n",
    "a.md": "# News\n\nThe Harbor *Board*, the Lock Ofice,\n\n- the depth guage,\n"
            "- Mrs Zaitseva.\n",
    "a.html": "<p>The Harbor Board,\n<b>the Lock Ofice</b>,</p>\n<ul>\n  <li>Mrs Zaitseva</li>\n"
              "</ul>\n",
    "a.tex": "The Harbor Board sat.\nMrs Zaitseva of the Lock\nOfice.\n",
    "a.adoc": "The Harbor Board sat.\nMrs Zaitseva of the Lock Ofice.\n",
    "a.rst": "The Harbor Board sat.\n\nMrs Zaitseva of the Lock Ofice.\n",
    "a.po": 'msgid ""\nmsgstr "Language: en\\n"\n\n#: a.c:1\nmsgid "board"\nmsgstr "The Harbor '
            'Board"\n\nmsgid "zaitseva"\nmsgstr "Mrs Zaitseva"\n',
    "a.xml": "<article>\n  <para>The Harbor Board</para>\n  <para>Mrs\n  Zaitseva</para>\n"
             "</article>\n",
    "crlf.txt": "The Harbor Board.\r\n\r\n  Mrs Zaitseva.\r\n",
}
RESOLVES = {"codeAction": {"resolveSupport": {"properties": ["edit"]}}}


def fill(folder, termbase=TERMBASE, config="termbase: [terms.yaml]\n"):
    (folder / "terms.yaml").write_text(termbase, newline="")
    (folder / ".termlint.yaml").write_text(config, newline="")
    for name, text in TEXT.items():
        (folder / name).write_text(text, newline="")


def check(folder, name):
    """(rule, text) of the findings, in order."""
    run = subprocess.run([BINARY, "check", "--format", "json", name], cwd=folder, check=False,
                         capture_output=True)
    assert run.returncode < 2, run.stderr.decode()
    return [(f["rule"], f["text"]) for f in json.loads(run.stdout)["findings"]]


def actions_for(client, uri, finding):
    return client.result("textDocument/codeAction", {
        "textDocument": {"uri": uri}, "range": finding["range"],
        "context": {"diagnostics": [finding], "only": ["quickfix"]}})


def make(folder, client, action):
    """Makes the edit of an action on the disk; returns what the files were."""
    before = {}
    for uri, edits in action["edit"]["changes"].items():
        path = Path(folder, uri.rsplit("/", 1)[1])
        before[path] = path.read_bytes()
        path.write_text(apply_edits(before[path].decode(), edits), newline="")
    return before


def kind_of(title):
    for words, kind in {"Switch": "off", "Replace": "replace", "comment": "comment", "[sic]": "sic",
                        "Admit": "admit", "List": "deprecate", "Say": "distinguish",
                        "Add": "concept"}.items():
        if title.startswith(words) or title.endswith(words):
            return kind
    raise ValueError(title)


def try_all(folder, name, client):
    """Makes each offer for each finding of a document and looks at what it did; returns how often
    each kind did it."""
    uri, made, found = (folder / name).as_uri(), {}, check(folder, name)
    client.open(uri, TEXT[name])
    for number, finding in enumerate(client.diagnostics(uri, 1)):
        for action in actions_for(client, uri, finding):
            kind = kind_of(action["title"])
            if kind == "replace":
                continue
            before = make(folder, client, action)
            lint = subprocess.run([BINARY, "termbase", "lint", "terms.yaml"], cwd=folder,
                                  check=False, capture_output=True, text=True)
            # a concept of its own has no term in the other language yet
            assert "warning" not in lint.stdout.replace("1 warning", "") and not lint.stderr or \
                kind == "concept", (action, lint.stdout, lint.stderr)
            left = check(folder, name)
            if kind == "deprecate":
                assert ("deprecated-term", found[number][1]) in left, (action, left)
            else:
                assert found[number] not in left, (action, left)
                others = [f for f in found if f[0] != found[number][0]]
                assert kind not in ("comment", "sic") or \
                    [f for f in left if f[0] != found[number][0]] == others, (action, left)
            made[kind] = made.get(kind, 0) + 1
            for path, data in before.items():
                path.write_bytes(data)
    client.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    return made


def try_documents(folder, **capabilities):
    client = Client(BINARY)
    client.initialize(folder, **capabilities)
    made = {name: try_all(folder, name, client) for name in TEXT}
    assert client.close() == 0
    return made


def test_each_format(folder):
    fill(folder)
    made = try_documents(folder)
    for name, kinds in made.items():
        assert kinds.get("off"), (name, kinds)
        assert kinds.get("sic"), (name, kinds)
        assert kinds.get("comment"), (name, kinds)
    assert made["a.txt"].keys() == {"comment", "sic", "admit", "deprecate", "distinguish",
                                    "concept", "off"}, made["a.txt"]


def test_other_layouts(folder):
    crlf = TERMBASE.replace("\n", "\r\n")
    flow = "{termlint: 1, languages: [en, ru], concepts: [{id: harbour-board, en: Harbour Board," \
           " ru: x}, {id: zaytseva, type: person, en: Anna Zaytseva, ru: Анна Зайцева, " \
           "distinct: Zaytzeff}, {id: lock-office, en: {preferred: Lock Office}, ru: y}]}\n"
    last_line_open = "\ufeff" + TERMBASE.rstrip("\n")
    for termbase, config in [
            (crlf, "{termbase: [terms.yaml]}"), (flow, "termbase: [terms.yaml] # ours\r\n"),
            (last_line_open, "rules: {spelling: off}\ntermbase: terms.yaml"), (
                TERMBASE,
                "termbase: terms.yaml\nrules:\n  near-miss: warning # yes\n  spelling: off\n#\n")]:
        fill(folder, termbase, config)
        client = Client(BINARY)
        client.initialize(folder)
        made = try_all(folder, "a.txt", client)
        assert made["off"] >= 3 and made["distinguish"], made
        assert client.close() == 0


def test_layout_is_kept(folder):
    """The very bytes."""
    fill(folder)
    client = Client(BINARY)
    client.initialize(folder)
    uri = (folder / "a.txt").as_uri()
    client.open(uri, TEXT["a.txt"])
    new = {}
    for finding in client.diagnostics(uri, 1):
        for action in actions_for(client, uri, finding):
            kind = kind_of(action["title"])
            if kind in ("admit", "deprecate", "distinguish", "off"):
                for edits in action["edit"]["changes"].values():
                    new.setdefault(kind, []).append(edits[0]["newText"])
    assert "{preferred: Harbour Board, admitted: [Harbor Board]}" in new["admit"], new
    assert "\n      admitted: [Lock Ofice]" in new["admit"], new
    assert ", admitted: [depth guage]" in " ".join(new["admit"]) or \
        "{preferred: depth gauge, admitted: [depth guage]}" in new["admit"], new
    assert "\n        - Lock Ofice" in new["deprecate"], new
    assert "\n    distinct: [Zaitseva]" in new["distinguish"], new
    assert "rules:\n  near-miss: off\n" in new["off"], new
    assert client.close() == 0


def test_resolved_later(folder):
    fill(folder)
    client = Client(BINARY)
    client.initialize(folder, textDocument=RESOLVES)
    uri = (folder / "a.txt").as_uri()
    client.open(uri, TEXT["a.txt"])
    finding = client.diagnostics(uri, 1)[0]
    actions = {kind_of(a["title"]): a for a in actions_for(client, uri, finding)}
    assert "edit" in actions["replace"] and "edit" not in actions["comment"]
    edit = client.result("codeAction/resolve", actions["comment"])["edit"]["changes"][uri][0]
    assert edit["newText"] == f"termlint-disable-next-line {finding['code']}\n", edit
    client.change(uri, 2, {"range": edit["range"], "text": edit["newText"]})
    assert finding["code"] not in [d["code"] for d in client.diagnostics(uri, 2)][:1]
    for stale in actions["comment"], {"title": "x"}, {"title": "x", "data": {"offer": "no such"}}:
        assert client.request("codeAction/resolve", stale)["error"]["code"] in (-32803, -32602)
    assert client.close() == 0


os.environ["DICPATH"] = os.devnull  # hundreds of runs that need no dictionary
tap.run(tap.tests_in(globals()), tap.in_a_folder)
