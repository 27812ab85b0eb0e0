#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Runs the cases below tests/cases/ with a built termlint, and prints TAP.

A case is a folder with a file `cmd`: shell commands, run in a temporary copy of the folder, in
which `termlint` is the built one. Beside it:

    expected.out     what is printed on standard output (absent: nothing)
    expected.err     on standard error (absent: nothing)
    expected.status  the exit status (absent: 0)
    expected/        the files that are there afterwards but were not, or were different, before

In `cmd` and in what is printed, {samples}, {office}, {dict} and {folder} stand for tests/samples,
tests/office, for dict, and for the temporary copy.

A table is a folder with a file `table.tsv` and usually a termbase.yaml. Each row is a document:

    RULE  flag   TEXT  FOUND  SUGGESTION   just one finding: of the rule, on FOUND; the first
                                           suggestion is SUGGESTION ("-": there is none)
    RULE  show   TEXT  FOUND  SUGGESTION   the same, and `fix` would leave it alone
    RULE  clean  TEXT                      no finding

separated by tabs; \\n, \\t and \\\\ are what they are in C. A line that is empty or begins
with # is no row. RULE is made a warning, so that rules that are off can be tested. A file `args`
holds further arguments of `termlint check`.
"""
import argparse
import concurrent.futures
import difflib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Callable, NamedTuple

TESTS = Path(__file__).resolve().parent
PLACES = {"samples": TESTS / "samples", "office": TESTS / "office",
          "dict": TESTS.parent / "dict"}
SECONDS = 120
ACROSS_DOCUMENTS = {"inconsistent-name"}  # what it finds, it finds in all rows together
ESCAPES = {"\\n": "\n", "\\t": "\t", "\\\\": "\\"}
EXPECTED = ("out", "err", "status")


class Case(NamedTuple):
    """A folder that holds a case or a table, and its name: the path below tests/cases."""
    folder: Path
    name: str
    run: Callable


class Result(NamedTuple):
    """One line of TAP: the name of a test, and what there is to complain about."""
    name: str
    complaints: list
    group: str = ""  # of what it is one of many, to be counted


class Runner:
    """Runs commands with the built termlint first in PATH, the same everywhere."""

    def __init__(self, binary):
        self.bin = tempfile.TemporaryDirectory(prefix="termlint-bin-")
        os.symlink(binary.resolve(), Path(self.bin.name, "termlint"))
        kept = {name: value for name, value in os.environ.items()
                if name in ("TMPDIR", "TSAN_OPTIONS", "ASAN_OPTIONS", "UBSAN_OPTIONS")}
        self.environment = dict(
            kept, PATH=self.bin.name + os.pathsep + os.environ["PATH"], LC_ALL="C", TERM="dumb",
            HOME=self.bin.name, TZ="UTC", GIT_CONFIG_NOSYSTEM="1")

    def run(self, command, folder):
        """Runs a shell script (a string) or a program (a list) in the folder."""
        if isinstance(command, str):
            command = ["sh", "-c", command]
        return subprocess.run(command, cwd=folder, env=self.environment, timeout=SECONDS,
                              stdin=subprocess.DEVNULL, capture_output=True)


def difference(name, expected, actual):
    """The lines of a diff, or none if the bytes are equal."""
    if expected == actual:
        return []
    lines = [text.decode("utf-8", "backslashreplace").split("\n") for text in (expected, actual)]
    diff = list(difflib.unified_diff(*lines, f"{name} expected", f"{name} now", lineterm=""))
    return diff or [f"{name}: bytes differ"]


# Cases with a `cmd`

def is_input(path):
    top = path.parts[0]
    return top not in ("cmd", "expected") and not top.startswith("expected.")


def tree(folder):
    """The files below a folder as {path: bytes}; symbolic links as their targets."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_symlink():
            found[path.relative_to(folder)] = b"-> " + os.fsencode(os.readlink(path))
        elif path.is_file():
            found[path.relative_to(folder)] = path.read_bytes()
    return found


def inputs_of(case):
    return {path: text for path, text in tree(case).items() if is_input(path)}


def play(case, runner):
    """Runs a case; returns what it printed, as {"out": …}, and the files it left."""
    with tempfile.TemporaryDirectory(prefix="termlint-case-") as folder:
        for path in inputs_of(case):
            Path(folder, path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(case / path, Path(folder, path), follow_symlinks=False)
        places = dict(PLACES, folder=folder)
        command = (case / "cmd").read_text(encoding="utf-8")
        for name, place in places.items():
            command = command.replace("{%s}" % name, str(place))
        done = runner.run(command, folder)
        printed = {"out": done.stdout, "err": done.stderr, "status": b"%d\n" % done.returncode}
        for name, place in places.items():
            symbol = b"{%s}" % name.encode()
            for stream in ("out", "err"):
                printed[stream] = printed[stream].replace(os.fsencode(place), symbol)
        return printed, tree(Path(folder))


def default_of(name):
    return b"0\n" if name == "status" else b""


def expectation(case, name):
    path = case / f"expected.{name}"
    return path.read_bytes() if path.exists() else default_of(name)


def accept(case, printed, left):
    """Makes what a case printed and left the expectation."""
    for name in EXPECTED:
        path = case / f"expected.{name}"
        if printed[name] == default_of(name):
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(printed[name])
    shutil.rmtree(case / "expected", ignore_errors=True)
    before = inputs_of(case)
    for path, text in left.items():
        if before.get(path) != text:
            (case / "expected" / path).parent.mkdir(parents=True, exist_ok=True)
            (case / "expected" / path).write_bytes(text)


def run_case(case, runner, accepting):
    printed, left = play(case.folder, runner)
    if accepting:
        accept(case.folder, printed, left)
    complaints = []
    for stream in EXPECTED:
        complaints += difference(stream, expectation(case.folder, stream), printed[stream])
    expected = inputs_of(case.folder)
    expected.update(tree(case.folder / "expected"))
    for path in sorted(expected.keys() | left.keys()):
        if path not in left:
            complaints.append(f"{path}: gone")
        elif path not in expected:
            complaints.append(f"{path}: should not be there")
        else:
            complaints += difference(path, expected[path], left[path])
    return [Result(case.name, complaints)]


# Tables

class Row:
    """One row of a table.tsv; `file` is the document that it is checked as."""

    def __init__(self, number, cells):
        self.number, self.rule, self.verdict = number, cells[0], cells[1]
        self.text, *self.expected = [
            re.sub(r"\\[nt\\]", lambda found: ESCAPES[found.group()], cell) for cell in cells[2:]]
        self.file = f"rows/{number:04}.txt"


def read_table(path):
    """The rows, and complaints about lines that are none."""
    rows, complaints = [], []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        cells = line.split("\t")
        wanted = {"flag": 5, "show": 5, "clean": 3}.get(cells[1] if len(cells) > 1 else "")
        if not line or line.startswith("#"):
            continue
        if wanted == len(cells):
            rows.append(Row(number, cells))
        else:
            complaints.append(f"line {number}: want RULE, flag, show or clean, TEXT, and but for "
                              "clean the text found and the suggestion")
    return rows, complaints


def check_rows(table, rows, runner):
    """Runs termlint once on rows of one rule; returns the findings of each file, or complaints."""
    rule = rows[0].rule
    with tempfile.TemporaryDirectory(prefix="termlint-table-") as folder:
        Path(folder, "rows").mkdir()
        for row in rows:
            Path(folder, row.file).write_text(row.text + "\n", encoding="utf-8", newline="")
        command = ["termlint", "check", "--format", "json", "--rule", f"{rule}=warning"]
        for path in table.glob("*.yaml"):  # .termlint.yaml and what is included, too
            shutil.copy(path, folder)
        if (table / "termbase.yaml").exists():
            command += ["--termbase", "termbase.yaml"]
        if (table / "args").exists():
            command += (table / "args").read_text(encoding="utf-8").split()
        done = runner.run([*command, "rows"], folder)
    if done.returncode not in (0, 1):
        return None, [f"exit status {done.returncode}", done.stderr.decode("utf-8", "replace")]
    found = {row.file: [] for row in rows}
    for finding in json.loads(done.stdout)["findings"]:
        if finding["rule"] not in ACROSS_DOCUMENTS - {rule}:
            found[finding["path"]].append(finding)
    return found, []


def told(findings):
    """Findings in one line each."""
    return [f"  found {finding['rule']}: {finding['text']!r} -> {finding['suggestions']}"
            for finding in findings] or ["  found nothing"]


def judge(row, findings):
    """The complaints about one row."""
    if row.verdict == "clean":
        good = not findings
    else:
        suggestion = row.expected[1]
        good = len(findings) == 1 and (
            findings[0]["rule"] == row.rule and findings[0]["text"] == row.expected[0] and
            (findings[0]["suggestions"] or ["-"])[0] == suggestion and
            not (row.verdict == "show" and findings[0]["fixable"]))
    wanted = " ".join([row.verdict, *row.expected])
    return [] if good else [f"{row.text!r}", f"  want {wanted}", *told(findings)]


def run_table(case, runner, _):
    rows, complaints = read_table(case.folder / "table.tsv")
    results = [Result(f"{case.name}: its lines", complaints)] if complaints else []
    runs = {}
    for row in rows:
        alone = row.number if row.rule in ACROSS_DOCUMENTS else 0
        runs.setdefault((row.rule, alone), []).append(row)
    for together in runs.values():
        found, complaints = check_rows(case.folder, together, runner)
        results += [Result(f"{case.name}:{row.number}", complaints or judge(row, found[row.file]),
                           f"{case.name}: {row.rule}") for row in together]
    return results


# All of them

def find_cases(folder, wanted):
    """All cases below a folder whose name has one of the wanted strings, in order of name."""
    found = []
    for kind, run in (("cmd", run_case), ("table.tsv", run_table)):
        for path in folder.rglob(kind):
            name = str(path.parent.relative_to(folder))
            if not wanted or any(part in name for part in wanted):
                found.append(Case(path.parent, name, run))
    return sorted(found, key=lambda case: case.name)


def run_one(case, runner, accepting):
    try:
        return case.run(case, runner, accepting)
    except (OSError, ValueError, KeyError, subprocess.TimeoutExpired) as error:
        return [Result(case.name, [f"{type(error).__name__}: {error}"])]


def report(results):
    print(f"1..{len(results)}")
    for number, result in enumerate(results, 1):
        print("not ok" if result.complaints else "ok", number, "-", result.name.replace("#", ""))
        for line in "\n".join(result.complaints).splitlines():
            print("#", line)
    sizes = Counter(result.group for result in results if result.group)
    good = Counter(result.group for result in results if not result.complaints)
    for group in sorted(sizes):
        print(f"# {group}: {good[group]} of {sizes[group]}")
    failed = sum(bool(result.complaints) for result in results)
    print(f"# {len(results) - failed} passed, {failed} failed")
    return 1 if failed else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", type=Path, default=TESTS.parent / "build/src/cli/termlint",
                        help="termlint (default: %(default)s)")
    parser.add_argument("--cases", type=Path, default=TESTS / "cases",
                        help="the folder with the cases (default: %(default)s)")
    parser.add_argument("--accept", action="store_true",
                        help="make what is printed now what is expected")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("name", nargs="*", help="only cases with this in their name")
    options = parser.parse_args()
    if not options.binary.exists():
        sys.exit(f"{options.binary} is not built")
    cases = find_cases(options.cases, options.name)
    if options.name and not cases:
        sys.exit(f"no case has {' or '.join(options.name)} in its name")
    runner = Runner(options.binary)
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        started = [pool.submit(run_one, case, runner, options.accept) for case in cases]
        return report([result for one in started for result in one.result()])


if __name__ == "__main__":
    sys.exit(main())
