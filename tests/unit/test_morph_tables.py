# SPDX-License-Identifier: MPL-2.0
"""The compiler of morph's tables refuses rows that cannot be right, and says where they are.

usage: test_morph_tables.py GEN_TABLES.py DICT"""

import os
import shutil
import subprocess
import sys
import tempfile

BAD_ROWS = [
    ("morph/paradigms.tsv", "стол\tm\t*", "15 are wanted"),
    ("morph/paradigms.tsv", "стул\tm" + "\t*" * 13, "twice"),
    ("morph/nouns.tsv", "стол+i\tотдел", "twice"),
    ("morph/nouns.tsv", "стол+i\tбукряк", "stem букряк-"),
    ("morph/nouns.tsv", "страна+i\tбукряк", "nominative"),
    ("morph/nouns.tsv", "букряк+i\tбукряк", "no paradigm"),
    ("morph/noun-endings.tsv", "стол\t-[бв", "bracket"),
    ("names/family.tsv", "стол+a\t-яшм", "3 are wanted"),
    ("morph/english.tsv", "blurg\t+S!", "plurals"),
]


def compile_with(compiler, folder, output):
    return subprocess.run(
        [sys.executable, compiler, folder, output], capture_output=True, encoding="utf-8"
    )


def main():
    compiler, source = sys.argv[1:]
    failures = 0
    for name, row, message in BAD_ROWS:
        with tempfile.TemporaryDirectory() as place:
            folder, output = os.path.join(place, "dict"), os.path.join(place, "out.c")
            shutil.copytree(source, folder)
            path = os.path.join(folder, name)
            with open(path, encoding="utf-8") as lines:
                number = len(lines.readlines()) + 1
            with open(path, "a", encoding="utf-8") as lines:
                lines.write(row + "\n")
            run = compile_with(compiler, folder, output)
            expected = f"{path}:{number}: "
            good = run.returncode != 0 and run.stderr.startswith(expected) and message in run.stderr
            if not good or os.path.exists(output):
                print(f"{row!r}: status {run.returncode}, {run.stderr!r}; {message!r} is wanted")
                failures += 1
    sys.exit(failures != 0)


main()
