# SPDX-License-Identifier: MPL-2.0
"""What the tests of faults do over and over: a folder with documents and a termbase, a command in
it, and the promise that the command keeps whatever goes wrong: either nothing shows (the same
output, the same files), or the status is 2 with one message, and each file is as it was before or
as it is when all goes well. Never another, never a file more."""
import json
import os
import random
import re
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

WHOLE = "TERMLINT_FAULTS" in os.environ
MOST = 3000 if os.environ.get("TERMLINT_FAULTS", "all") == "all" else int(
    os.environ["TERMLINT_FAULTS"])
SEED = 20240412
# The leak checker of a sanitized program cannot work while strace traces it.
os.environ["ASAN_OPTIONS"] = "detect_leaks=0"

NO_TERMBASE = "termlint: no termbase"  # no message but a remark
TEMPORARY = re.compile(r"\.termlint-.*\.tmp$")

TERMBASE = """\
termlint: 1
languages: [en, ru]
concepts:
  - id: masters
    type: organisation
    en: {preferred: Council of Lock Masters, acronym: CLM, deprecated: [Board of Lock Masters]}
    ru: {preferred: Совет начальников шлюзов, deprecated: [Собрание начальников шлюзов]}
  - id: khayretdinov
    type: person
    en: Timur Khayretdinov
    ru: Тимур Хайретдинов
""".encode()
ENGLISH = "The Board of Lock Masters heard Timur Khairetdinov.\n" * 3
RUSSIAN = "Собрание начальников шлюзов заслушало Тимура Хайретдинова.\n" * 3
DOCUMENTS = {"terms.yaml": TERMBASE, ".termlint.yaml": b"termbase: [terms.yaml]\nroot: true\n",
             "a.txt": ENGLISH.encode(), "b.txt": RUSSIAN.encode("utf-16")}


@dataclass
class Outcome:
    status: int
    stdout: bytes
    stderr: str
    files: dict


def files_of(folder):
    """All files below a folder but those of its cache, which is nobody's document."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*"))
            if path.is_file() and "cache" not in path.relative_to(folder).parts}


@dataclass
class Scene:
    """A command, in a folder with files. `prepare` changes the folder before it. `report`: a file
    that is written although a document could not be read, and then is JSON of the others."""
    name: str
    arguments: list
    files: dict = field(default_factory=lambda: dict(DOCUMENTS))
    stdin: bytes = b""
    prepare: object = None
    report: str = None
    own_dictionaries: bool = False

    def set_up(self, folder):
        for path, content in self.files.items():
            (folder / path).write_bytes(content)
        if self.prepare:
            self.prepare(folder)

    def play(self, binary, before=(), environment=None):
        """Runs the command behind the words `before`."""
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name).resolve()
            self.set_up(folder)
            result = subprocess.run(
                [*before, str(binary), *self.arguments], cwd=folder, input=self.stdin,
                capture_output=True, check=False, timeout=120,
                env={"PATH": os.environ["PATH"], "HOME": name, "LC_ALL": "C.UTF-8",
                     "ASAN_OPTIONS": os.environ["ASAN_OPTIONS"],
                     "XDG_CACHE_HOME": f"{name}/cache",
                     **({"DICPATH": str(folder)} if self.own_dictionaries else {}),
                     **(environment or {})})
            told = result.stderr.decode(errors="replace").replace(name, "FOLDER")
            stdout = result.stdout.replace(name.encode(), b"FOLDER")
            return Outcome(result.returncode, stdout, told, files_of(folder))

    def untouched(self):
        with tempfile.TemporaryDirectory() as name:
            self.set_up(Path(name).resolve())
            return files_of(Path(name).resolve())


def is_json(content):
    try:
        return isinstance(json.loads(content), dict)
    except ValueError:
        return False


def broken_files(outcome, good, before, may_leave_temporary=False, report=None):
    """What is wrong with the files, or None."""
    for path, content in outcome.files.items():
        is_fine = (TEMPORARY.search(path) and may_leave_temporary) or (
            path == report and is_json(content))
        if not is_fine and content not in (before.get(path), good.files.get(path)):
            return f"{path} is neither old nor new: {content[:60]!r}…"
    gone = [path for path in before if path not in outcome.files]
    return f"{gone} gone" if gone else None


def broken_promise(outcome, good, before, **but):
    """How the outcome breaks the promise, or None."""
    files = broken_files(outcome, good, before, **but)
    if files:
        return files
    if (outcome.status, outcome.stdout) == (good.status, good.stdout):
        files = {path: content for path, content in outcome.files.items()
                 if path in good.files or not but.get("may_leave_temporary")}
        return None if files == good.files else f"wrong files: {outcome.stderr[:300]!r}"
    if outcome.status != 2:
        return f"status {outcome.status}, {outcome.stdout[-80:]!r}, {outcome.stderr[:300]!r}"
    messages = [line for line in outcome.stderr.splitlines()
                if line not in good.stderr and not line.startswith(NO_TERMBASE)]
    return None if len(messages) == 1 else f"{len(messages)} messages: {outcome.stderr[:500]!r}"


def sample(items, size):
    """Some of the items, always the same ones; if that is asked for all of them, or where there
    are very many, evenly chosen."""
    items = list(items)
    if WHOLE or len(items) <= size:
        return items[::1 + len(items) // MOST]
    return sorted(random.Random(SEED).sample(items, size))
