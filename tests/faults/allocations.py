#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Every allocation of a command fails once: it says that it is out of memory, ends with status 2
and leaves nothing half done. Some allocations (of libraries) can be done without; then nothing
shows. A sample of them; TERMLINT_FAULTS=all takes all.

Usage: allocations.py TERMLINT FAULT.SO [COMMAND…], all commands if none is named; prints TAP."""
import json
import signal
import struct
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from scenes import DOCUMENTS, RUSSIAN, Scene, broken_promise, sample

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import tap  # noqa: E402

BINARY, FAULT = (Path(argument).resolve() for argument in sys.argv[1:3])
SIZE = 30  # faults tried of each command
FEW = 6  # of one that loads a dictionary, which takes a hundred thousand allocations
QUIET = ["--jobs", "1", "--quiet"]
TABLE = {"terms.csv": "en,ru\nbuoy,бакен\nrange marks,створ\n".encode()}
MARKDOWN = {"c.md": "# Board of Lock Masters\n\nA *Khairetdinov*.\n".encode()}
PAIRS = {"pairs.po": ("msgid \"The Board of Lock Masters met on 5 May.\"\n"
                      "msgstr \"Совет начальников шлюзов собрался 6 мая.\"\n").encode(),
         "pairs.tsv": "id\ten\tru\n1\tTimur Khayretdinov\tТимур Петров\n".encode()}
UNUSABLE = "no Hunspell dictionary for ru can be used"
SPELL = ["check", *QUIET, "--rule", "spelling=warning", "b.txt"]
DICTIONARY = {"b.txt": RUSSIAN.encode(),
              "ru_RU.aff": "SET UTF-8\nSFX A Y 1\nSFX A 0 а .\n".encode(),
              "ru_RU.dic": "3\nначальник\nсобрание\nшлюз/A\n".encode()}


def frames(*messages):
    bodies = [json.dumps({"jsonrpc": "2.0", **message}).encode() for message in messages]
    return b"".join(b"Content-Length: %d\r\n\r\n%s" % (len(body), body) for body in bodies)


def session():
    document = {"uri": "file:///a.txt", "languageId": "plaintext", "version": 1,
                "text": "The Board of Lock Masters.\n"}
    place = {"textDocument": {"uri": "file:///a.txt"}, "position": {"line": 0, "character": 6}}
    return frames({"id": 1, "method": "initialize", "params": {"capabilities": {}}},
                  {"method": "initialized", "params": {}},
                  {"method": "textDocument/didOpen", "params": {"textDocument": document}},
                  {"id": 2, "method": "textDocument/hover", "params": place},
                  {"id": 3, "method": "shutdown"}, {"method": "exit"})


SCENES = [
    Scene("check", ["check", *QUIET, "a.txt", "b.txt", "c.md"], {**DOCUMENTS, **MARKDOWN}),
    Scene("check spelling", SPELL, {**DOCUMENTS, **DICTIONARY}, own_dictionaries=True),
    Scene("check spelling with what is installed", SPELL, {**DOCUMENTS, **DICTIONARY}),
    Scene("check html", ["check", *QUIET, "--format", "html", "--output", "out.html", "a.txt"]),
    Scene("fix", ["fix", *QUIET, "a.txt", "b.txt"]),
    Scene("fix of a hard link", ["fix", *QUIET, "a.txt"],
          prepare=lambda folder: (folder / "c.txt").hardlink_to(folder / "a.txt")),
    Scene("discover", ["discover", "--no-config", "a.txt", "b.txt"]),
    Scene("convert", ["termbase", "convert", "--output", "terms.tbx", "terms.csv"], TABLE),
    Scene("convert back", ["termbase", "convert", "--output", "t.csv", "terms.yaml"]),
    Scene("init", ["init", "--from", "a.txt"], {"a.txt": DOCUMENTS["a.txt"]}),
    Scene("discover yaml", ["discover", "--no-config", "--format", "yaml", "a.txt", "b.txt"]),
    Scene("discover counts", ["discover", "--no-config", "--counts", "a.txt", "b.txt"]),
    Scene("check of pairs", ["check", *QUIET, "pairs.po", "pairs.tsv"],
          {**DOCUMENTS, **PAIRS, **DICTIONARY}, own_dictionaries=True),
    Scene("first baseline", ["check", *QUIET, "--baseline", "known.json", "--update-baseline",
                             "a.txt"]),
    Scene("lint", ["termbase", "lint", "terms.yaml"]),
    Scene("find", ["termbase", "find", "Khairetdinov"]),
    Scene("list", ["termbase", "list", "terms.yaml"]),
    Scene("stats", ["termbase", "stats", "terms.yaml"]),
    Scene("merge", ["termbase", "merge", "terms.yaml", "terms.csv"], {**DOCUMENTS, **TABLE}),
    Scene("explain", ["explain", "Khairetdinov"]),
    Scene("print config", ["check", "--print-config", "a.txt"]),
    Scene("identify", ["identify", "Щербаков", "Chtcherbakov"], {}),
    Scene("romanize", ["romanize", "--all", "Щербаков"], {}),
    Scene("decline", ["decline", "Тимур Хайретдинов"], {}),
    Scene("rules", ["rules"]),
    Scene("records", ["check", "--records", "--fail-on", "never"],
          stdin=b'{"id": 1, "text": "The Board of Lock Masters."}\n'),
    Scene("lsp", ["lsp", "--termbase", "terms.yaml", "--no-config"], stdin=session()),
]


def play(scene, at=0, all_behind=False):
    """The outcome with a fault there, and the number of allocations."""
    with tempfile.NamedTemporaryFile() as counter:
        counter.write(bytes(8))
        counter.flush()
        environment = {"LD_PRELOAD": str(FAULT), "FAULT_COUNT": counter.name, "FAULT_AT": str(at)}
        if all_behind:
            environment["FAULT_ON"] = "1"
        outcome = scene.play(BINARY, environment=environment)
        return outcome, struct.unpack("N", Path(counter.name).read_bytes())[0]


def is_of_hunspell(outcome):
    """Hunspell 1.7 goes on without the memory to open a file, has no words then, and that is told;
    where it splits a word in two for its suggestions it goes on into the void."""
    return UNUSABLE in outcome.stderr if outcome.status != -signal.SIGSEGV else not outcome.stderr


def test(scene):
    good, count = play(scene)
    assert good.status in (0, 1) and count > 5, f"{count}, status {good.status}: {good.stderr}"
    before = scene.untouched()
    size = SIZE if count < 10_000 else FEW
    faults = [(at, all_behind) for at in sample(range(1, count + 1), size)
              for all_behind in (False, True)]
    with ThreadPoolExecutor(2) as pool:
        outcomes = pool.map(lambda fault: play(scene, *fault)[0], faults)
    bad = [f"{at}{' and all behind' if all_behind else ''} of {count}: {broken}"
           for (at, all_behind), outcome in zip(faults, outcomes)
           if (broken := broken_promise(outcome, good, before)) and not (
               "spelling" in scene.name and is_of_hunspell(outcome))]
    assert not bad, f"{len(bad)} of {len(faults)} faults: " + "; ".join(bad[:9])
    print(f"# {scene.name}: {len(faults)} faults in {count} allocations")


tap.run({scene.name: lambda scene=scene: test(scene) for scene in SCENES
           if len(sys.argv) == 3 or scene.name in sys.argv[3:]})
