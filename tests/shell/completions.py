#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Completions and man page: each shell reads its file, bash offers what is wanted, mandoc has
nothing to say, and every option of every command is in all of them. What is not installed is left
out. Usage: completions.py TERMLINT MAN BASH ZSH FISH; prints TAP."""
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src/man"))
import help as said  # noqa: E402

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import tap  # noqa: E402

BINARY, MAN, BASH, ZSH, FISH = sys.argv[1:6]
OFFERED = [  # what is typed, some of what is offered, some of what is not
    ("termlint ch", ["check"], ["fix"]),
    ("termlint check --form", ["--format"], ["--force-exclude"]),
    ("termlint check --format s", ["sarif"], ["json"]),
    ("termlint check --color ", ["auto", "always", "never"], []),
    ("termlint check --rule near-miss=", ["near-miss=off"], ["word-order=off"]),
    ("termlint termbase l", ["lint", "list"], ["find"]),
    ("termlint termbase list --ty", ["--type"], []),
    ("termlint explain mixed", ["mixed-script"], []),
    ("termlint identify --", ["--names"], ["--format"]),
]
SCRIPT = """
source "$1"
COMP_WORDS=("${@:2}"); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
compopt() { :; }
_termlint; printf '%s\\n' "${COMPREPLY[@]}"
"""


def offers(typed):
    words = typed.split(" ")
    run = subprocess.run(["bash", "-c", SCRIPT, "bash", BASH, *words], capture_output=True,
                         text=True, check=True)
    return run.stdout.split("\n")


def test_bash_offers():
    for typed, some, others in OFFERED:
        offered = offers(typed)
        assert all(word in offered for word in some), (typed, offered)
        assert not any(word in offered for word in others), (typed, offered)


def test_shells_read_their_files():
    for shell, path in ("bash", BASH), ("zsh", ZSH), ("fish", FISH):
        if shutil.which(shell):
            subprocess.run([shell, "-n", path], check=True)


def test_mandoc_has_nothing_to_say():
    if shutil.which("mandoc"):
        run = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", MAN], capture_output=True,
                             text=True, check=False)
        assert run.stdout == "", run.stdout


def test_nothing_is_missing():
    texts = {path: Path(path).read_text(encoding="utf-8") for path in (BASH, ZSH, FISH)}
    manual = Path(MAN).read_text(encoding="utf-8").replace("\\-", "-")
    todo = said.commands(BINARY)
    seen = 0
    while todo:
        command = todo.pop()
        todo += command.verbs
        assert f".Ss {' '.join(command.words)}\n" in manual
        for option in command.options:
            name = option.name.lstrip("-")
            assert f".It Fl {option.name.removeprefix('-')}" in manual, option.name
            assert all(name in text for text in texts.values()), option.name
            seen += 1
    assert seen > 30


tap.run(tap.tests_in(globals()))
