#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""The functions of a C file: where each begins and ends, how deep it nests, its parameters."""
import re
from typing import NamedTuple

# What is replaced by blanks before looking at the structure, longest first.
NOISE = re.compile(
    r"""/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|^[ \t]*\#(?:\\\n|[^\n])*""",
    re.DOTALL | re.MULTILINE)
NAME_BEFORE = re.compile(r"([A-Za-z_]\w*)\s*$")
ATTRIBUTE = re.compile(r"__attribute__\s*\(\(.*?\)\)")
NO_BLOCK_AFTER = {"return", "sizeof"}  # behind these, "(type){" is a value


class Function(NamedTuple):
    name: str
    first: int  # line of the name
    last: int  # line of the closing brace
    nesting: int  # blocks within blocks of the body
    parameters: int


def blank(text):
    """The text with comments, literals and preprocessor lines blanked out, line by line as long."""
    return NOISE.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), text)


def opening_of(text, closing):
    """Position of the parenthesis that the one at `closing` closes, or -1."""
    depth = 0
    for at in range(closing, -1, -1):
        depth += (text[at] == ")") - (text[at] == "(")
        if depth == 0:
            return at
    return -1


def name_before(text, at):
    """The identifier that ends before `at`, and its position; ("", at) if there is none."""
    found = NAME_BEFORE.search(text[max(0, at - 200):at])
    return (found.group(1), max(0, at - 200) + found.start(1)) if found else ("", at)


def count_parameters(text):
    depth, count = 0, 1
    if text.strip() in ("", "void"):
        return 0
    for character in text:
        depth += (character == "(") - (character == ")")
        count += character == "," and depth == 0
    return count - (text.rstrip().endswith("..."))


def head_of(text, brace):
    """Name, its position and the parameters, if the brace at `brace` begins a function's body."""
    before = text[:brace].rstrip()
    if not before.endswith(")"):
        return None
    opening = opening_of(before, len(before) - 1)
    name, at = name_before(before, opening)
    return (name, at, before[opening + 1:-1]) if name else None


def begins_block(text, brace):
    """True if a brace in a block begins a block of statements, false if a value."""
    before = text[:brace].rstrip()
    if before.endswith((";", "{", "}", ":")):
        return True
    if name_before(before, len(before))[0] in ("else", "do"):
        return True
    if not before.endswith(")"):
        return False
    name, _ = name_before(before, opening_of(before, len(before) - 1))
    return name != "" and name not in NO_BLOCK_AFTER


def body(text, brace):
    """Position of the brace that ends the body beginning at `brace`, and how deep its blocks go."""
    blocks, deepest = [], 0
    for at in range(brace, len(text)):
        if text[at] == "{":
            blocks.append(not blocks or (blocks[-1] and begins_block(text, at)))
            deepest = max(deepest, sum(blocks) - 1)
        elif text[at] == "}":
            blocks.pop()
            if not blocks:
                return at, deepest
    return len(text) - 1, deepest


def functions(source):
    """All functions that the text of a C file defines."""
    text = ATTRIBUTE.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), blank(source))
    at = 0
    while (brace := text.find("{", at)) >= 0:
        end, nesting = body(text, brace)
        head = head_of(text, brace)
        if head:
            name, begin, parameters = head
            yield Function(name, text.count("\n", 0, begin) + 1, text.count("\n", 0, end) + 1,
                           nesting, count_parameters(parameters))
        at = end + 1
