#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""`git apply` takes the diffs that termlint prints: random edits of random texts, names that have
to be quoted. usage: diff_as_git.py DRIVER"""
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SKIPPED = 77
ROUNDS = 150
LINES = [b"", b" ", b"one", b"two", b"two", b"-- minus", b"++ plus", b"@@ -1 +1 @@",
         b"\\ No newline", b"tab\there", "строка".encode(), b"lone \r return", b"carriage\r",
         b"\xff no text"]
NAMES = ["a.txt", "dir/b.txt", "with space.txt", "кириллица.txt", 'quo"te.txt', "back\\slash.txt",
         "tab\there.txt", "./dot.txt", "dir//twice.txt", "dir/./mid.txt", " lead.txt", "trail ",
         "new\nline.txt", "-dash.txt"]


def random_text(rng):
    lines = [rng.choice(LINES) for _ in range(rng.randrange(30))]
    text = b"\n".join(lines)
    return text + b"\n" if text and rng.random() < 0.7 else text


def edit(rng, text):
    """Some edits: bytes replaced, put in or taken out, line ends among them."""
    for _ in range(rng.randrange(5)):
        at = rng.randrange(len(text) + 1)
        end = min(len(text), at + rng.randrange(6))
        text = text[:at] + rng.choice([b"", b"X", b"\n", b"new\nlines\n", b"\r\n"]) + text[end:]
    return text


def run(arguments, folder, **options):
    outside = dict(os.environ, GIT_CEILING_DIRECTORIES=str(folder.parent))
    return subprocess.run(arguments, cwd=folder, env=outside, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, check=False, **options)


def check(driver, folder, name, before, after):
    """What is wrong, or None."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(before)
    (folder / "before").write_bytes(before)
    (folder / "after").write_bytes(after)
    made = run([driver, name, "before", "after"], folder)
    if made.returncode:
        return made.stderr.decode()
    if before == after:
        return "a diff of equal texts" if made.stdout else None
    applied = run(["git", "apply", "--whitespace=nowarn", "-"], folder, input=made.stdout)
    if applied.returncode:
        return applied.stderr.decode() + made.stdout.decode(errors="replace")
    result = path.read_bytes() if path.exists() else b""
    return None if result == after else f"{result!r} is not {after!r}"


def main():
    if not shutil.which("git"):
        return SKIPPED
    rng = random.Random(20)
    driver = Path(sys.argv[1]).resolve()
    failed = 0
    for i in range(ROUNDS):
        name = NAMES[i % len(NAMES)]
        before = random_text(rng)
        after = edit(rng, before)
        with tempfile.TemporaryDirectory() as folder:
            problem = check(driver, Path(folder), name, before, after)
        if problem:
            failed += 1
            print(f"{name!r}: {problem}", file=sys.stderr)
    print(f"{ROUNDS} diffs, {failed} not taken")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
