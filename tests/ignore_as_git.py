#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Checks random trees with random `ignore:` lists, and asks git what it would list.

usage: ignore_as_git.py TERMLINT [TREES [SEED]]
"""
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SKIP = 77
NAMES = ["a", "b", "ab", "c"]
FILES = ["a.txt", "b.txt", "ab.txt"]
PARTS = ["a", "b", "ab", "*", "**", "a*", "?", "[ab]", "*.txt", "a.txt", "*b.txt"]
FAULT = "It reads X\u0425.\n"  # one finding, whatever the configuration


def draw_pattern(rng):
    pattern = "/".join(rng.choice(PARTS) for _ in range(rng.randint(1, 3)))
    return "".join([rng.choice(["", "", "!"]), rng.choice(["", "", "/"]), pattern,
                    rng.choice(["", "", "/", "/**"])])


def grow(rng, folder, depth=0):
    """Makes folders with documents; returns those folders."""
    folders = [folder]
    for name in rng.sample(FILES, 2):
        (folder / name).write_text(FAULT, encoding="utf-8")
    for name in rng.sample(NAMES, rng.randint(1, 3) if depth < 3 else 0):
        (folder / name).mkdir()
        folders += grow(rng, folder / name, depth + 1)
    return folders


def told(termlint, folder, arguments):
    """The documents in which termlint finds the fault."""
    command = [termlint, "check", "--format", "json", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True)
    if not done.stdout:
        return set()  # nothing to check
    return {finding["path"] for finding in json.loads(done.stdout)["findings"]}


def listed(folder):
    """The documents that git does not ignore."""
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    command = ["git", "ls-files", "-coz", "--exclude-standard"]
    names = subprocess.run(command, cwd=folder, capture_output=True, check=True).stdout
    return {name for name in names.decode().split("\0") if name.endswith(".txt")}


def compare(termlint, rng, folder):
    """What is wrong with one random tree, or None."""
    folders = grow(rng, folder)
    lists = {at: [draw_pattern(rng) for _ in range(rng.randint(1, 5))]
             for at in [folder, *rng.sample(folders, min(2, len(folders)))]}
    for at, patterns in lists.items():
        (at / ".termlint.yaml").write_text(json.dumps({"ignore": patterns}), encoding="utf-8")
    documents = sorted(str(path.relative_to(folder)) for path in folder.rglob("*.txt"))
    walked = told(termlint, folder, ["."])
    named = told(termlint, folder, ["--force-exclude", *documents])
    for at, patterns in lists.items():
        (at / ".termlint.yaml").unlink()
        (at / ".gitignore").write_text("\n".join(patterns) + "\n", encoding="utf-8")
    wanted = listed(folder)
    if walked == named == wanted:
        return None
    patterns = {str(at.relative_to(folder)): patterns for at, patterns in lists.items()}
    return f"{patterns}: git differs in {sorted(walked ^ wanted)}, {sorted(named ^ wanted)}"


def main():
    termlint = os.path.abspath(sys.argv[1])
    trees, seed = (int(argument) for argument in (sys.argv[2:] + ["60", "1"][len(sys.argv) - 2:]))
    if shutil.which("git") is None:
        sys.exit(SKIP)
    rng = random.Random(seed)
    problems = []
    for _ in range(trees):
        with tempfile.TemporaryDirectory(prefix="termlint-ignore-") as folder:
            problems.append(compare(termlint, rng, Path(folder)))
    problems = [problem for problem in problems if problem]
    print("\n".join(problems))
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
