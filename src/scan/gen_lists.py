#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Compiles the word lists of dict/common for lists.c, and the given names of dict/names.

usage: gen_lists.py LIST.txt... given.tsv output.h
       gen_lists.py --given given.tsv output.h
       gen_lists.py --forms LIST.txt       prints the forms that a list gives, for a spelling check

Each list is a table that has its name; roles.txt gives the titles, with openers.txt the roles.
A line of a list is `class: word word …`. The class says which other forms a word has:
    is      none
    s       the English plural
    m       the cases of a Russian masculine noun; m-a with a plural in -а/-я (города),
            m-o with the stress on the endings (врачом, отцов)
    f, n    the cases of a Russian feminine (or any in -а/-я) or neuter noun
    adj     the cases of a Russian adjective in all genders
    fam     of a family name the form of a woman
`word/stem` names what the rules cannot know: for m the stem of the other cases (отец/отц), for f
and n the genitive plural (деревня/деревень). `#` starts a comment line.

What breaks the rules stated here or at the head of given.tsv is reported as file:line and fails the
build; so does a role that is a given name, since the two tell opposite things about a word.
"""
import sys
import unicodedata
from pathlib import Path

CYRILLIC = set("абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєўґғқңөүұһәӣӯҳҷ")
VELARS = set("гкх")
SIBILANTS = set("жшчщ")

# What a word of a list looks like, and how to say so.
LOWER_CASE = (str.islower, "in lower case")
ACRONYM = (lambda word: word.isupper() and len(word) >= 3, "three capitals or more")


class BadRow(Exception):
    """What is wrong with one line; `compile_file` adds where."""


def key_of(word):
    """The key of text/words.h, for the letters that the lists have."""
    key = []
    for letter in unicodedata.normalize("NFC", word).lower():
        decomposed = unicodedata.normalize("NFD", letter)
        key.append(decomposed[0] if letter == "ё" or decomposed[0].isascii() else letter)
    return "".join(key)


def english_plural(word, _):
    if word.endswith("man"):
        return [word, word[:-3] + "men"]
    if word.endswith("y") and word[-2] not in "aeiou":
        return [word, word[:-1] + "ies"]
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return [word, word + "es"]
    return [word, word + "s"]


def hard_i(stem):
    """-ы, but -и where the spelling rule wants it."""
    return "и" if stem[-1] in VELARS | SIBILANTS else "ы"


def masculine(word, stem, plural="", stressed=False):
    if word[-1] in "ьй":
        stem = stem or word[:-1]
        locative = "и" if word.endswith("ий") else "е"
        genitive_plural = "ев" if word.endswith("й") else "ей"
        endings = ["я", "ю", "ем", locative, plural or "и", genitive_plural, "ям", "ями", "ях"]
        return [word] + [stem + ending for ending in endings]
    stem = stem or word
    last = stem[-1]
    soft = not stressed and last in SIBILANTS | {"ц"}
    genitive_plural = "ей" if last in SIBILANTS else "ев" if soft else "ов"
    endings = ["а", "у", "ем" if soft else "ом", "е", plural or hard_i(stem), genitive_plural]
    return [word] + [stem + ending for ending in endings + ["ам", "ами", "ах"]]


def masculine_a(word, stem):
    return masculine(word, stem, plural="я" if word[-1] in "ьй" else "а")


def masculine_o(word, stem):
    return masculine(word, stem, stressed=True)


def feminine_genitive_plural(word):
    stem = word[:-1]
    if word.endswith("ия"):
        return stem + "й"
    if word.endswith("я"):
        return stem + "ь"
    if word.endswith("ка") and len(word) > 3 and word[-3] not in "аеиоуыэюя":
        root, before = word[:-2], word[-3]
        if before in "ьй":
            return root[:-1] + "ек"
        return root + ("ек" if before in SIBILANTS else "ок")
    return stem


def feminine(word, genitive_plural):
    stem = word[:-1]
    if word.endswith("ь"):
        a = "а" if stem[-1] in SIBILANTS else "я"
        endings = ["и", "ью", "ей", a + "м", a + "ми", a + "х"]
        return [word] + [stem + ending for ending in endings]
    genitive_plural = genitive_plural or feminine_genitive_plural(word)
    if word.endswith("я"):
        endings = ["и", "и" if word.endswith("ия") else "е", "ю", "ей", "ям", "ями", "ях"]
    else:
        instrumental = "ей" if stem[-1] in SIBILANTS | {"ц"} else "ой"
        endings = [hard_i(stem), "е", "у", instrumental, "ам", "ами", "ах"]
    return [word, genitive_plural] + [stem + ending for ending in endings]


def neuter(word, genitive_plural):
    stem = word[:-1]
    if word.endswith("ие"):
        endings = ["я", "ю", "ем", "и", "й", "ям", "ями", "ях"]
        return [word] + [stem + ending for ending in endings]
    endings = ["а", "у", "ом" if word.endswith("о") else "ем", "е", "ам", "ами", "ах"]
    return [word, genitive_plural or stem] + [stem + ending for ending in endings]


def adjective(word, _):
    stem = word[:-2]
    if word.endswith("ий") and stem[-1] == "н":
        endings = "ий его ему им ем яя ей юю ее ие их ими"
    elif stem[-1] in SIBILANTS:
        endings = word[-2:] + " его ему им ем ая ей ую ее ие их ими"
    elif stem[-1] in VELARS:
        endings = word[-2:] + " ого ому им ом ая ой ую ое ие их ими"
    else:
        endings = word[-2:] + " ого ому ым ом ая ой ую ое ые ых ыми"
    return [stem + ending for ending in endings.split()]


def family(word, _):
    """A man's and a woman's; what ends in -ых or -енко is both."""
    if word.endswith(("ий", "ый", "ой")):
        return [word, word[:-2] + "ая"]
    return [word, word + "а"] if word.endswith(("ов", "ев", "ёв", "ин", "ын")) else [word]


# class → (its rule, the last letters that a word of it may have)
CLASSES = {
    "is": (lambda word, _: [word], None),
    "s": (english_plural, "abcdefghijklmnopqrstuvwxyz"),
    "m": (masculine, "бвгджзйклмнпрстфхцчшщь"),
    "m-a": (masculine_a, "бвгджзйклмнпрстфхцчшщь"),
    "m-o": (masculine_o, "бвгджзклмнпрстфхцчшщ"),
    "f": (feminine, "аяь"),
    "n": (neuter, "ое"),
    "adj": (adjective, "й"),
    "fam": (family, None),
}


def is_one_script(word):
    letters = set(key_of(word))
    return letters <= CYRILLIC or all("a" <= letter <= "z" for letter in letters)


def check_word(word, class_name):
    if not word or not is_one_script(word):
        raise BadRow(f"'{word}' is not one word in Latin or in Cyrillic letters")
    last_letters = CLASSES[class_name][1]
    if last_letters and word[-1] not in last_letters:
        raise BadRow(f"'{word}' cannot be of the class '{class_name}'")


def forms_of_line(line, seen, shape):
    """All forms of the words of one line; `seen` holds the words of the lines before."""
    has_shape, wanted = shape
    class_name, colon, words = line.partition(":")
    if not colon or class_name not in CLASSES:
        raise BadRow(f"a line starts with one of {', '.join(CLASSES)} and a colon")
    forms = []
    for entry in words.split():
        word, slash, stem = entry.partition("/")
        check_word(word, class_name)
        if slash:
            check_word(stem, "is")
        if not has_shape(word):
            raise BadRow(f"'{word}' is not {wanted}")
        if word in seen:
            raise BadRow(f"'{word}' is listed twice")
        seen.add(word)
        forms += CLASSES[class_name][0](word, stem)
    return forms


def content_lines(path):
    for number, line in enumerate(Path(path).read_text(encoding="utf-8").split("\n"), 1):
        if line and not line.startswith("#"):
            yield number, line


def fail(path, number, problem):
    sys.exit(f"{path}:{number}: {problem}")


def read_list(path, shape=LOWER_CASE, forbidden=frozenset()):
    """The forms of a list, as a dictionary form → key."""
    forms, seen = {}, set()
    for number, line in content_lines(path):
        try:
            of_line = {form: key_of(form) for form in forms_of_line(line, seen, shape)}
            for form, key in of_line.items():
                if key in forbidden:
                    raise BadRow(f"'{form}' is a given name too")
        except BadRow as problem:
            fail(path, number, problem)
        forms.update(of_line)
    return forms


def names_of_line(line):
    gender, tab, forms = line.partition("\t")
    names = forms.split(" ")
    if gender not in ("m", "f", "b") or not tab:
        raise BadRow("a line is m, f or b, a tab, and forms separated by spaces")
    for name in names:
        if not name or not set(name) <= CYRILLIC:
            raise BadRow(f"'{name}' is not a name in lower-case Cyrillic letters")
    if len(set(names)) < len(names):
        raise BadRow("a form is listed twice")
    return gender, names


def read_names(path):
    """The groups of given.tsv as (gender, names), in order."""
    groups, heads, previous, previous_number = [], set(), (), 0
    for number, line in content_lines(path):
        try:
            gender, names = names_of_line(line)
            head = ("mfb".index(gender), names[0].replace("ё", "е"))
            if head in heads:
                raise BadRow(f"'{names[0]}' heads another group")
            if number == previous_number + 1 and head < previous:
                raise BadRow(f"'{names[0]}' is out of order")
        except BadRow as problem:
            fail(path, number, problem)
        heads.add(head)
        previous, previous_number = head, number
        groups.append((gender, names))
    return groups


def name_rows(groups):
    """One (name, gender, group) per form; what men and women share is 'b' in all its rows."""
    genders = {}
    for gender, names in groups:
        for name in names:
            genders.setdefault(name, set()).add(gender)
    for group, (_, names) in enumerate(groups):
        for name in names:
            yield name, next(iter(genders[name])) if len(genders[name]) == 1 else "b", group


def write_list(out, name, forms):
    # Python orders strings by code point, which is the order of their UTF-8 bytes.
    keys = sorted(set(forms.values()))
    out.write(f"\nstatic const tl_str {name}_keys[] = {{\n")
    for key in keys:
        out.write(f'    TL_STR_INIT("{key}"),\n')
    out.write("};\n")


def write_lists(path, lists):
    with open(path, "w", encoding="utf-8") as out:
        out.write("/* Generated by gen_lists.py; keys in byte order. */\n")
        for name, forms in lists.items():
            write_list(out, name, forms)


def write_names(path, groups):
    with open(path, "w", encoding="utf-8") as out:
        out.write("/* Generated by gen_lists.py. */\n")
        out.write("static const tl_given_name given_names[] = {\n")
        for name, gender, group in name_rows(groups):
            out.write(f"    {{\"{name}\", '{gender}', {group}}},\n")
        out.write("};\n")


def main(arguments):
    if len(arguments) == 2 and arguments[0] == "--forms":
        print("\n".join(read_list(arguments[1])))
        return
    if len(arguments) == 3 and arguments[0] == "--given":
        write_names(arguments[2], read_names(arguments[1]))
        return
    if len(arguments) < 3:
        sys.exit(__doc__)
    *files, given, output = arguments
    groups = read_names(given)
    no_names = {"forbidden": {key_of(name) for _, names in groups for name in names}}
    demands = {"roles": no_names, "openers": no_names, "words": no_names,
               "acronyms": {"shape": ACRONYM}}
    lists = {Path(file).stem.replace("-", "_"): read_list(file, **demands.get(Path(file).stem, {}))
             for file in files}
    lists["titles"] = lists["roles"]
    lists["roles"] = {**lists["titles"], **lists.pop("openers")}
    write_lists(output, lists)


if __name__ == "__main__":
    main(sys.argv[1:])
