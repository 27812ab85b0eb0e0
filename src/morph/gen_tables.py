# SPDX-License-Identifier: MPL-2.0
"""Compiles the paradigms and word lists of dict/morph and dict/names into const C tables.

usage: gen_tables.py DICT OUTPUT.c

The formats are told at the head of each file under dict/. A row that cannot be right stops the
build with file:line."""

import os
import re
import sys

CASES = 6
VOWELS = "аеиоуыэюя"
CONSONANTS = "бвгджзклмнпрстфхцчшщ"
INDECLINABLE = "0"
NO_READING = "."
PLURAL = r"\??(\+[a-z]+|-[a-z]+/[a-z]+|=|#)"
NUMBER = {"": "TL_NUMBER_BOTH", "sg": "TL_NUMBER_SINGULAR", "pl": "TL_NUMBER_PLURAL"}
TRUST = {"": "TL_TRUST_SURE", "?": "TL_TRUST_NONE", "~": "TL_TRUST_ASIDE"}


class BadRow(Exception):
    """What is wrong with a row; its place is added where rows are read."""


def fold(word):
    return word.lower().replace("ё", "е")


def rows(path):
    """Yields (place, fields) of the lines that are neither empty nor comments."""
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            line = line.rstrip("\n")
            if line and not line.startswith("#"):
                yield f"{path}:{number}", line.split("\t")


def each_row(path, columns, take):
    """Calls take(*fields) for each row of the file; a bad row ends the build."""
    for place, fields in rows(path):
        try:
            if len(fields) != columns:
                raise BadRow(f"{len(fields)} columns; {columns} are wanted")
            take(*fields)
        except BadRow as error:
            sys.exit(f"{place}: {error}")


def c_string(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


class Paradigm:
    def __init__(self, name, kind, after, cells):
        if not re.fullmatch("a?[mfn]", kind):
            raise BadRow(f"gender {kind!r}; m, f or n, perhaps after a, is wanted")
        self.name, self.gender, self.adjective = name, kind[-1], kind[0] == "a"
        self.after = after
        self.cells = [self.cell(text) for text in cells]

    @staticmethod
    def cell(text):
        if not re.fullmatch(r"\.|@|\??(-|[а-яё]+)(\|\??(-|[а-яё]+))*", text):
            raise BadRow(f"cell {text!r} is no list of endings")
        return text

    def alternatives(self, cell):
        """The certain endings of one cell."""
        text = self.cells[cell]
        if text in (".", "@"):
            return []
        return ["" if end == "-" else end for end in text.split("|") if not end.startswith("?")]

    def check_stem(self, stem):
        if stem and self.after != "*" and fold(stem[-1]) not in self.after:
            raise BadRow(f"stem {stem}- before the endings of {self.name}; it wants {self.after}")

    def initialiser(self):
        cells = ", ".join(
            "NULL" if cell == "." else c_string(cell.replace("-", "")) for cell in self.cells
        )
        adjective = "true" if self.adjective else "false"
        return f"    {{'{self.gender}', {adjective}, {{{cells}}}}}, /* {self.name} */"


class Paradigms:
    def __init__(self, path):
        self.by_name = {INDECLINABLE: Paradigm(INDECLINABLE, "m", "*", ["-"] * 2 * CASES)}
        each_row(path, 3 + 2 * CASES, self.add)
        self.names = list(self.by_name)

    def add(self, name, kind, after, *cells):
        if name == "paradigm":
            return  # the names of the columns
        if name in self.by_name:
            raise BadRow(f"paradigm {name} is there twice")
        paradigm = Paradigm(name, kind, after, cells)
        ends = paradigm.alternatives(0) + paradigm.alternatives(CASES)
        if not any(fold(name).endswith(fold(end)) for end in ends):
            raise BadRow(f"paradigm {name} does not end as its own nominative")
        self.by_name[name] = paradigm


    def endings(self):
        """What words of any paradigm may end in, folded."""
        return {fold(end) for paradigm in self.by_name.values() for cell in range(2 * CASES)
                for end in paradigm.alternatives(cell) if end}


class Reading:
    """One way to decline a word: what is cut off its end, what comes instead, then the ending."""

    def __init__(self, paradigm, cut="", added="", animacy="", number="", doubt=""):
        self.paradigm, self.cut, self.added = paradigm, cut, added
        self.animacy, self.number, self.doubt = animacy, number, doubt

    def key(self):
        return (self.paradigm, self.cut, self.added, self.animacy, self.number)

    def initialiser(self, paradigms):
        animacy = f"'{self.animacy}'" if self.animacy else "0"
        number, trust = NUMBER[self.number], TRUST[self.doubt]
        return (
            f"    {{{paradigms.names.index(self.paradigm)}, {2 * len(self.cut)}, {animacy}, "
            f"{number}, {trust}, {c_string(self.added)}}}, /* {self.paradigm} */"
        )


class Lexicon:
    """Patterns with their readings. Keys: ^word, 1ending (one syllable), ending."""

    def __init__(self, paradigms):
        self.paradigms = paradigms
        self.readings = {}
        self.breadth = {}

    def add(self, key, reading):
        known = self.readings.setdefault(key, {})
        if reading is None:
            return
        if reading.key() in known:
            raise BadRow(f"{key} has this reading twice")
        known[reading.key()] = reading

    def add_row(self, readings, patterns):
        for pattern in patterns.split(" "):
            expanded = list(self.expand(pattern))
            for key, stem_change in expanded:
                if not self.yields_to(key, len(expanded), pattern):
                    continue
                self.readings[key] = {}
                self.breadth[key] = len(expanded)
                for reading in readings.split(","):
                    self.add(key, self.parse(reading, key, stem_change))

    def yields_to(self, key, breadth, pattern):
        """True if `key` is free or held by a class of more letters: the narrower pattern wins."""
        held = self.breadth.get(key, sys.maxsize)
        if held == breadth:
            raise BadRow(f"pattern {pattern} is there twice")
        return held > breadth

    def expand(self, pattern):
        match = re.fullmatch(r"(1?-)?([а-яёА-ЯЁ\[\]CV]+)(?:/([а-яёА-ЯЁ]+))?", pattern)
        if not match:
            raise BadRow(f"pattern {pattern!r} is neither -ending, 1-ending, word nor word/stem")
        prefix, word, stem = match.groups()
        mark = {"-": "", "1-": "1", None: "^"}[prefix]
        for text in expand_classes(word):
            yield mark + fold(text), self.stem_change(text.lower(), stem and stem.lower())

    @staticmethod
    def stem_change(word, stem):
        """(letters to cut, letters to add) for an explicit stem, or None. Here ё is not е:
        Пётр/петр makes Петра."""
        if stem is None:
            return None
        common = len(os.path.commonprefix([word, stem]))
        return word[common:], stem[common:]

    def parse(self, text, key, stem_change):
        if text == NO_READING:
            return None
        match = re.fullmatch(r"([?~])?([^+:]+)(?::(sg|pl))?(?:\+([ai]))?", text)
        if not match or match.group(2) not in self.paradigms.by_name:
            raise BadRow(f"reading {text!r} names no paradigm")
        doubt, name, number, animacy = match.groups()
        reading = Reading(name, "", "", animacy or "", number or "", doubt or "")
        if stem_change:
            reading.cut, reading.added = stem_change
        elif name != INDECLINABLE:
            reading.cut = self.ending(name, key.lstrip("^1"), reading.number)
        word = key.lstrip("^1")
        stem = word[: len(word) - len(reading.cut)] + reading.added
        self.paradigms.by_name[name].check_stem(stem)
        return reading

    def ending(self, name, word, number):
        ends = self.paradigms.by_name[name].alternatives(CASES if number == "pl" else 0)
        fitting = [end for end in ends if word.endswith(fold(end))]
        if not fitting:
            raise BadRow(f"{word!r} does not end as the nominative of {name}")
        return max(fitting, key=len)

    def add_plurals(self):
        """Makes the nominative plural of each known word a known word."""
        known = set(self.readings)
        for key in sorted(known):
            for reading in self.readings[key].values():
                if key.startswith("^") and not reading.number and reading.paradigm != INDECLINABLE:
                    self.add_plural(key, reading, known)

    def add_plural(self, key, reading, known):
        stem = key[: len(key) - len(reading.cut)] + reading.added
        for end in self.paradigms.by_name[reading.paradigm].alternatives(CASES):
            word = fold(stem + end)
            plural = Reading(reading.paradigm, end, "", reading.animacy, "pl", reading.doubt)
            if word not in known and plural.key() not in self.readings.get(word, {}):
                self.add(word, plural)


def expand_classes(pattern):
    """The words that a pattern with [абв], C and V stands for."""
    match = re.search(r"\[([а-яё]+)\]|C|V", pattern)
    if not match:
        if re.search(r"[\[\]]", pattern):
            raise BadRow(f"pattern {pattern!r} has an unpaired bracket")
        return [pattern]
    letters = match.group(1) or (CONSONANTS if match.group() == "C" else VOWELS)
    before, after = pattern[: match.start()], pattern[match.end() :]
    return [before + letter + rest for letter in letters for rest in expand_classes(after)]


def read_lexicon(paradigms, paths):
    """One lexicon from files of readings <TAB> patterns."""
    lexicon = Lexicon(paradigms)
    for path in paths:
        each_row(path, 2, lexicon.add_row)
    return lexicon


def read_names(paradigms, path):
    """Three lexicons from man <TAB> woman <TAB> patterns: for men, for women, for both."""
    men, women, both = Lexicon(paradigms), Lexicon(paradigms), Lexicon(paradigms)

    def add(man, woman, patterns):
        men.add_row(man.strip("()"), patterns)
        women.add_row(woman.strip("()"), patterns)
        open_to = [side for side in (man, woman) if not side.startswith("(")] or [man, woman]
        readings = ",".join(side.strip("()") for side in open_to).split(",")
        both.add_row(",".join(dict.fromkeys(readings)), patterns)

    each_row(path, 3, add)
    return men, women, both


def read_endings(path):
    """English plurals: {key: replacements}."""
    result = {}

    def add(patterns, plurals):
        if not all(re.fullmatch(PLURAL, plural) for plural in plurals.split("|")):
            raise BadRow(f"{plurals!r} is no list of plurals")
        for pattern in patterns.split(" "):
            key = pattern[1:] if pattern.startswith("-") else "^" + pattern
            if key in result:
                raise BadRow(f"{pattern} is there twice")
            result[key] = plurals

    each_row(path, 2, add)
    return result


class Verbs:
    """Rows of verbs.tsv: {key: letters of the pattern and the forms instead of them}."""

    LISTS = {"-": "verb_endings", "=": "verb_roots", "": "verbs"}

    def __init__(self, path):
        self.lists = {name: {} for name in self.LISTS.values()}
        each_row(path, 6, self.add)

    def add(self, pattern, first, second, imperative, past, more):
        match = re.fullmatch("([-=]?)([а-я]+)", pattern)
        if not match:
            raise BadRow(f"pattern {pattern!r} is neither -ending, =root nor word")
        mark, letters = match.groups()
        forms = self.present(first.split("|"), second.split("|"))
        forms += [form + end for form in imperative.split("|") for end in ("", "те")]
        forms += self.past(*past.split("|")) + (more.split("|") if more != "-" else [])
        rules = self.lists[self.LISTS[mark]]
        known = rules.setdefault(letters if mark == "-" else "^" + letters, [letters])
        known += [form for form in dict.fromkeys(forms) if form not in known]

    @staticmethod
    def present(firsts, seconds):
        forms = list(firsts)
        for second in seconds:
            if not re.fullmatch("[а-яё]*[еёи]шь", second):
                raise BadRow(f"{second!r} is no second person")
            stem, vowel = second[:-3], second[-3]
            hushed = stem[-1:] in tuple("жчшщ")
            third = firsts[0] + "т" if vowel != "и" else stem + ("ат" if hushed else "ят")
            forms += [stem + vowel + end for end in ("шь", "т", "м", "те")] + [third]
            if third[:-2] and third[-3] not in "кг":
                forms.append(third[:-2] + ("а" if third[-3] in "жчшщ" else "я"))
        return forms

    @staticmethod
    def past(man, woman=None):
        woman = woman or man + "а"
        gerunds = [man[:-1] + "в", man[:-1] + "вши"] if man.endswith("л") else [man + "ши"]
        return [man, woman, woman[:-1] + "о", woman[:-1] + "и"] + gerunds

    def rules(self, name):
        return {key: "|".join(forms) for key, forms in self.lists[name].items()}


def read_sets(path):
    """Named lists of words."""
    result = {}

    def add(name, words):
        if not re.fullmatch("[a-z_]+", name):
            raise BadRow(f"{name!r} is no name of a list")
        result.setdefault(name, set()).update(fold(word) for word in words.split(" "))

    each_row(path, 2, add)
    return result


def byte_order(text):
    return text.encode("utf-8")


def backward_order(text):
    """The order of rows: a word is looked up from its end."""
    return text.encode("utf-8")[::-1]


class Output:
    def __init__(self, paradigms):
        self.paradigms = paradigms
        self.readings = []
        self.bodies = []

    def lexicon(self, name, lexicon):
        lines = []
        for key in sorted(lexicon.readings, key=backward_order):
            readings = list(lexicon.readings[key].values())
            span = f"{len(self.readings)}, {len(readings)}"
            lines.append(f"    {{TL_STR_INIT({c_string(key)}), {span}}},")
            self.readings += readings
        self.table(name, "lexicon", lines)

    def ending_rules(self, name, endings):
        lines = [
            f"    {{TL_STR_INIT({c_string(key)}), {c_string(endings[key])}}},"
            for key in sorted(endings, key=backward_order)
        ]
        self.table(name, "ending_rules", lines)

    def table(self, name, kind, lines):
        self.bodies.append(
            f"static const tl_{kind}_row {name}_rows[] = {{\n" + "\n".join(lines) + "\n};\n"
            f"const tl_{kind} tl_{name} = {{{name}_rows, {len(lines)}}};\n"
        )

    def word_set(self, name, words):
        lines = [f"    TL_STR_INIT({c_string(word)})," for word in sorted(words, key=byte_order)]
        self.bodies.append(
            f"static const tl_str {name}_words[] = {{\n" + "\n".join(lines) + "\n};\n"
            f"const tl_word_set tl_{name} = {{{name}_words, {len(lines)}}};\n"
        )

    def pair_set(self, name, pairs):
        lines = []
        for pair in sorted(pairs, key=byte_order):
            british, american = pair.split("/")
            first, second = difference(british.encode(), american.encode())
            words = ", ".join(f"TL_STR_INIT({c_string(word)})" for word in (british, american))
            lines.append(f"    {{{words}, {first}, {second}}},")
        self.bodies.append(
            f"static const tl_spelling_pair {name}_items[] = {{\n" + "\n".join(lines) + "\n};\n"
            f"const tl_pair_set tl_{name} = {{{name}_items, {len(lines)}}};\n"
        )

    def text(self):
        paradigms = [p.initialiser() for p in self.paradigms.by_name.values()]
        readings = [r.initialiser(self.paradigms) for r in self.readings]
        return (
            "/* Made from dict/ by src/morph/gen_tables.py. */\n#include \"morph/tables.h\"\n\n"
            "const tl_paradigm tl_paradigms[] = {\n" + "\n".join(paradigms) + "\n};\n\n"
            "const tl_reading tl_readings[] = {\n" + "\n".join(readings) + "\n};\n\n"
            + "\n".join(self.bodies)
        )


def difference(first, second):
    """How many bytes of either are left without what both begin and then what both end with."""
    while first and second and first[0] == second[0]:
        first, second = first[1:], second[1:]
    while first and second and first[-1] == second[-1]:
        first, second = first[:-1], second[:-1]
    return len(first), len(second)


def bearers_of(path):
    """The names of given.tsv, with the genders that bear each."""
    bearers = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.strip() and not line.startswith("#"):
                cell, names = line.rstrip("\n").split("\t")
                for name in names.split():
                    bearers.setdefault(fold(name), set()).update("mf" if cell == "b" else cell)
    return bearers


def one_gender(path, gender, others):
    """The names of given.tsv that only those of the gender bear, and none of `others`."""
    return {name for name, who in bearers_of(path).items() if who == {gender}} - others


def both_genders(path):
    return {name for name, who in bearers_of(path).items() if len(who) > 1}


def main():
    folder, output_path = sys.argv[1:]

    def path(name):
        return os.path.join(folder, name)

    paradigms = Paradigms(path("morph/paradigms.tsv"))
    output = Output(paradigms)
    nouns = read_lexicon(paradigms, [path("morph/nouns.tsv"), path("morph/noun-endings.tsv")])
    nouns.add_plurals()
    output.lexicon("nouns", nouns)
    output.lexicon("adjectives", read_lexicon(paradigms, [path("morph/adjectives.tsv")]))
    for name in ("family", "given", "patronymic"):
        file = "given-paradigms" if name == "given" else name
        lexicons = read_names(paradigms, path(f"names/{file}.tsv"))
        for suffix, lexicon in zip(("men", "women", "both"), lexicons):
            output.lexicon(f"{name}_{suffix}", lexicon)
    output.word_set("endings", paradigms.endings())
    output.ending_rules("english_plurals", read_endings(path("morph/english.tsv")))
    verbs = Verbs(path("morph/verbs.tsv"))
    for name in sorted(verbs.lists):
        output.ending_rules(name, verbs.rules(name))
    for name in ("morph/phrases.tsv", "morph/prepositions.tsv", "morph/suffixes.tsv",
                 "morph/varieties.tsv", "names/known.tsv", "names/parts.tsv"):
        sets = read_sets(path(name))
        if name == "names/known.tsv":
            given = path("names/given.tsv")
            sets["men_given"] = one_gender(given, "m", sets["women_names"])
            sets["women_given"] = one_gender(given, "f", sets["men_names"])
            sets["open_given"] = both_genders(given)
        for set_name, words in sorted(sets.items()):
            if set_name.endswith("_pairs"):
                output.pair_set(set_name, words)
            else:
                output.word_set(set_name, words)
    with open(output_path, "w", encoding="utf-8") as out:
        out.write(output.text())


main()
