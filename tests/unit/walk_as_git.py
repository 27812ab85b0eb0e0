#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Walks random trees with random ignore files, and asks git what it would list and ignore.

usage: walk_as_git.py DRIVER [TREES [SEED]]
"""
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

SKIP = 77
NAMES = ["a", "b", "ab", "a.md", "b.md", "x.log", "a b", "[a]", "a-b", "A", "é", "#a", "!b", ".h",
         "a]", "b\\"]
PIECES = ["a", "b", "ab", "x", "*", "**", "***", "?", "[ab]", "[!a]", "[^b]", "[a-b]",
          "[[:alpha:]]", "[]a]", "[[:foo:]]", "[a", "]", "\\*", "\\a", "\\ ", " ", ".md",
          ".log", ".", "-", "/", "/", "/", "/**/", "**/", "é", "\\[a\\]", "[\\]]", "[a/b]",
          "\\/", "\\", "[", "A"]

# git takes a ** that comes right behind literal letters for one that crosses folders, against its
# own manual: such patterns are not drawn.
QUIRK = re.compile(r"[^*?\[\\]*[^/*?\[\\]\*\*+(\\?/|$)")


def random_pattern(rng):
    while QUIRK.match(pattern := draw_pattern(rng).lstrip("!")):
        pass
    return rng.choice(["", "", "!"]) + pattern


def draw_pattern(rng):
    pattern = "".join(rng.choice(PIECES) for _ in range(rng.randint(1, 5)))
    if rng.random() < 0.5:
        choices = NAMES + ["*", "**", "?*", "*.md"]
        pattern = "/".join(rng.choice(choices) for _ in range(rng.randint(1, 3)))
    prefix = rng.choice(["", "", "", "/", "#", "\\!", "\\#"])
    return prefix + pattern + rng.choice(["", "", "", "/", " ", "/**"])


def write_ignore_file(rng, path):
    end = rng.choice(["\n", "\n", "\r\n"])
    lines = [random_pattern(rng) for _ in range(rng.randint(1, 6))]
    text = rng.choice(["", "", "", "\ufeff"]) + end.join(lines) + rng.choice(["", end])
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)


def grow(rng, folder, depth):
    if rng.random() < 0.4:
        write_ignore_file(rng, os.path.join(folder, ".gitignore"))
    for name in rng.sample(NAMES, rng.randint(2, 7)):
        path = os.path.join(folder, name)
        if depth < 3 and rng.random() < 0.45:
            os.mkdir(path)
            grow(rng, path, depth + 1)
        else:
            open(path, "w").close()


def output_of(command, folder, accepted=(0,), given=()):
    environment = dict(os.environ, HOME=folder, XDG_CONFIG_HOME=folder, GIT_CONFIG_NOSYSTEM="1")
    result = subprocess.run(command, cwd=folder, env=environment, stdout=subprocess.PIPE,
                            input=b"".join(os.fsencode(path) + b"\0" for path in given))
    if result.returncode not in accepted:
        sys.exit(f"{command[:4]}: exit status {result.returncode}")
    return [path for path in result.stdout.split(b"\0") if path]


def compare(what, folder, ours, gits):
    """True if the two lists are equal; else prints how they differ, and the tree's ignore files."""
    if ours == gits:
        return True
    print(f"{what}: ours and git's differ", file=sys.stderr)
    for parent, _, names in os.walk(folder):
        for name in {".gitignore", "exclude"}.intersection(names):
            with open(os.path.join(parent, name), "rb") as file:
                lines = file.read().splitlines()
                print("  ", os.path.relpath(file.name, folder), lines, file=sys.stderr)
    for path in sorted(set(ours) ^ set(gits)):
        print("  only ours " if path in ours else "  only git's", path, file=sys.stderr)
    if sorted(ours) == sorted(gits):
        print("  in order only", file=sys.stderr)
    return False


def check_tree(rng, driver, folder):
    """One random tree; git is asked about all of it, about a folder in it, and about each path."""
    subprocess.run(["git", "init", "-q", folder], check=True, stderr=subprocess.DEVNULL)
    os.makedirs(os.path.join(folder, ".git/info"), exist_ok=True)
    write_ignore_file(rng, os.path.join(folder, ".git/info/exclude"))
    grow(rng, folder, 0)
    listed = ["git", "ls-files", "-o", "--exclude-standard", "-z"]
    gits = sorted(output_of(listed, folder))
    good = compare("walk", folder, output_of([driver, "."], folder), gits)

    files = sorted(os.path.relpath(os.path.join(parent, name), folder)
                   for parent, _, names in os.walk(folder) for name in names
                   if ".git" not in os.path.relpath(parent, folder).split("/"))
    ours = output_of([driver, "--ignored", *files], folder)
    asked = output_of(["git", "check-ignore", "--no-index", "--stdin", "-z"], folder, (0, 1), files)
    good &= compare("paths", folder, sorted(ours), sorted(asked))

    inner = sorted({path.rpartition(b"/")[0] for path in gits} - {b""})
    if inner:
        start = rng.choice(inner)
        good &= compare("inner walk", folder, output_of([driver, os.fsdecode(start)], folder),
                        [path for path in gits if path.startswith(start + b"/")])
    return good, len(files)


def main():
    if shutil.which("git") is None:
        print("git is missing, nothing to compare with")
        return SKIP
    driver = os.path.abspath(sys.argv[1])
    trees = int(sys.argv[2]) if len(sys.argv) > 2 else 60
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    failed = paths = 0
    for number in range(trees):
        rng = random.Random(seed * 100000 + number)
        with tempfile.TemporaryDirectory(prefix="termlint-walk-") as folder:
            good, count = check_tree(rng, driver, folder)
        failed += not good
        paths += count
    print(f"{trees} trees, {paths} files, {failed} trees differ from git")
    return 1 if failed or paths < trees else 0


if __name__ == "__main__":
    sys.exit(main())
