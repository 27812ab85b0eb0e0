#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""The man page, in mdoc, from what the program says of itself.

Usage: generate.py TERMLINT TEMPLATE > termlint.1; the template has @COMMANDS@, @RULES@, @FORMATS@.
"""
import sys
from pathlib import Path

import help as said


def escaped(text):
    """Text as mdoc reads it: no escapes, no macro at the start of a line."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("`", "\\(ga").replace("'", "\\(aq")
    return "\\&" + text if text[:1] in ".'" else text


def sentence(text):
    return prose(text[:1].upper() + text[1:].rstrip(".") + ".")


def prose(text):
    """Sentences, each on a line of its own."""
    return "\n".join(escaped(line) for line in text.replace(". ", ".\n").splitlines())


def flag(option):
    """The arguments of a .Fl macro: a long option is a flag whose name begins with a hyphen."""
    name = option.name.removeprefix("-")
    argument = f" Ar {escaped(option.argument)}" if option.argument else ""
    return f".It Fl {escaped(name)}{argument}"


def options(command, known):
    """A list of the options that are not described above."""
    new = [option for option in command.options if (option.name, option.text) not in known]
    known.update((option.name, option.text) for option in new)
    lines = [line for option in new for line in (flag(option), sentence(option.text))]
    return [".Bl -tag -width Ds", *lines, ".El"] if new else []


def describe(command, known, lines):
    words = " ".join(command.words)
    usage = command.usage.removeprefix(f"termlint {words}").strip()
    lines += [f".Ss {words}", f".D1 termlint {escaped(words)} {escaped(usage)}".rstrip(), ".Pp",
              sentence(command.summary)]
    lines += [prose(line) for line in command.more if not line.startswith("`termlint")]
    if not command.verbs:
        lines += options(command, known)
    for verb in command.verbs:
        describe(verb, known, lines)


def commands(binary):
    known, lines = set(), []
    for command in said.commands(binary):
        describe(command, known, lines)
    return lines


def table(entries):
    lines = [line for name, text in entries for line in (f".It {escaped(name)}", sentence(text))]
    return [".Bl -tag -width Ds", *lines, ".El"]


def main():
    binary, template = sys.argv[1], Path(sys.argv[2]).read_text(encoding="utf-8")
    check = next(c for c in said.commands(binary) if c.words == ["check"])
    rules = [(f"{rule} ({severity})", text) for rule, severity, text in said.rules(binary)]
    parts = {"@COMMANDS@": commands(binary), "@RULES@": table(rules),
             "@FORMATS@": table(check.formats)}
    for name, lines in parts.items():
        template = template.replace(name, "\n".join(lines))
    sys.stdout.write(template)


main()
