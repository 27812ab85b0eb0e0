# SPDX-License-Identifier: MPL-2.0
"""The Cyrillic letters that names are made of, and their numbers, for the generators of tables."""

HYPHEN = "-"
APOSTROPHE = "'"
LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўђћљњџјәғқңөұүһҳҷӣӯҕҗҡҙҫѓќҹҝѕӑӗӳӂ"
# From 1: TL_LETTER_HYPHEN, then the letters. Those up to 63 may stand in the set of a context.
CODE = {letter: code for code, letter in enumerate(HYPHEN + LETTERS, 1)}
APOSTROPHE_CODE = 0  # TL_LETTER_APOSTROPHE, in schemes only


class BadRow(Exception):
    """What is wrong with a row; whoever reads the file says where it stands."""


def letter_set(letters, context):
    """The letters of a context as bits."""
    bits = 0
    for letter in letters:
        code = APOSTROPHE_CODE if letter == APOSTROPHE else CODE.get(letter)
        if code is None or code > 63 or bits >> code & 1:
            raise BadRow(f"context '{context}' has an unknown or a repeated letter '{letter}'")
        bits |= 1 << code
    return bits
