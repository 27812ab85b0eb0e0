#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Holds the romanization schemes to programs and documents that are not ours: romanization.py
TERMLINT.

romanization/oracles.tsv says which other program writes which scheme, romanization/attested.tsv
what documents give as examples, romanization/press.tsv what the press prints; romanization/names/
has the names, ours. Where an oracle departs from a scheme, romanization/differences.tsv says so and
why: a difference that is not stated there fails, and so does a stated one that no longer shows.
Each spelling is then held against `identify`, which has to find the scheme among those that fit.

uconv (ICU) and Lingua::Translit (Perl) are asked where they are installed. iuliia, interscript and
@natlibfi/sfs-4900, npm packages, are asked where TERMLINT_SUITES names a folder that has them in
its node_modules; then every scheme has to have been held to NAMES_WANTED names at least.
"""
import collections
import os
import pathlib
import re
import shutil
import subprocess
import sys
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent / "romanization"
NODE_MODULES = pathlib.Path(os.environ.get("TERMLINT_SUITES", "/nonexistent")) / "node_modules"
NAMES_WANTED = 30

PERL = """use Lingua::Translit; my $t = Lingua::Translit->new($ARGV[0]) or die;
          while (<STDIN>) { print $t->translit($_) }"""
IULIIA = """const iuliia = require(process.argv[1]);
            for (const name of require('fs').readFileSync(0, 'utf8').split('\\n'))
                console.log(iuliia.translate(name, iuliia[process.argv[2]]));"""
INTERSCRIPT = """const is = require(process.argv[1]), table = process.argv[2];
                 is.map_path = process.argv[1] + '/src/maps/';
                 is.load_map(table).then(() => {
                     for (const name of require('fs').readFileSync(0, 'utf8').split('\\n'))
                         console.log(is.transliterate(table, name)); });"""
SFS_4900 = """const sfs = require(process.argv[1]), log = console.log; console.log = () => {};
              for (const name of require('fs').readFileSync(0, 'utf8').split('\\n'))
                  log(sfs.convertToLatin(name, process.argv[2]).result);"""

# How each oracle is asked for a table of its own; the names go in as lines and come back as lines.
COMMANDS = {
    "icu": lambda table: ["uconv", "-f", "utf-8", "-t", "utf-8", "-x", table],
    "perl": lambda table: ["perl", "-CS", "-e", PERL, table],
    "interscript": lambda table: ["node", "-e", INTERSCRIPT, str(NODE_MODULES / "interscript"),
                                  table],
    "iuliia": lambda table: ["node", "-e", IULIIA, str(NODE_MODULES / "iuliia"), table],
    "sfs": lambda table: ["node", "-e", SFS_4900, str(NODE_MODULES / "@natlibfi/sfs-4900"), table],
}


def is_there(oracle):
    if oracle not in COMMANDS:
        return True
    if oracle == "icu":
        return shutil.which("uconv") is not None
    if oracle == "perl":
        return (shutil.which("perl") is not None and
                subprocess.run(["perl", "-MLingua::Translit", "-e", ""], check=False,
                               capture_output=True).returncode == 0)
    package = "@natlibfi/sfs-4900" if oracle == "sfs" else oracle
    return shutil.which("node") is not None and (NODE_MODULES / package).is_dir()


def rows(name):
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def lines_through(command, lines):
    result = subprocess.run(command, input="".join(line + "\n" for line in lines), text=True,
                            check=True, capture_output=True)
    return unicodedata.normalize("NFC", result.stdout).splitlines()[:len(lines)]


class Comparison:
    """One scheme beside one oracle: (Cyrillic, the oracle's Latin) for some names."""

    def __init__(self, scheme, oracle, pairs):
        self.scheme, self.oracle, self.pairs = scheme, oracle, pairs

    def stated(self, differences):
        """The pairs as the scheme should write them, and which were rewritten for it."""
        wanted = []
        for cyrillic, latin in self.pairs:
            mended = latin
            for difference in differences:
                mended = difference.mend(self, cyrillic, mended)
            wanted.append((cyrillic, latin, mended))
        return wanted


class Difference:
    """What an oracle writes otherwise than some schemes, in which names, and why."""

    def __init__(self, fields):
        self.oracle, schemes, cyrillic, theirs, self.ours, self.why = fields
        self.unseen = set(schemes.split(","))
        self.schemes = frozenset(self.unseen)
        self.cyrillic, self.theirs = re.compile(cyrillic, re.I), re.compile(theirs)

    def mend(self, comparison, cyrillic, latin):
        if (comparison.oracle != self.oracle or comparison.scheme not in self.schemes or
                not self.cyrillic.search(cyrillic)):
            return latin
        mended = self.theirs.sub(self.ours.replace("∅", ""), latin)
        if mended != latin:
            self.unseen.discard(comparison.scheme)
        return mended


def attested():
    pairs = collections.defaultdict(list)
    for scheme, cyrillic, latin in rows("attested.tsv"):
        pairs[scheme, "document"].append((cyrillic, latin))
    (_, *schemes), *table = rows("press.tsv")
    for cyrillic, *spellings in table:
        for scheme, latin in zip(schemes, spellings):
            if latin != "-":
                pairs[scheme, "press"].append((cyrillic, latin))
    return [Comparison(*key, found) for key, found in pairs.items()]


def programs(there):
    for scheme, oracle, table, names in rows("oracles.tsv"):
        if not there[oracle]:
            continue
        cyrillic = names_of(names)
        latin = lines_through(COMMANDS[oracle](table), cyrillic)
        pairs = [(name, as_capitals(oracle, name, written))
                 for name, written in zip(cyrillic, latin)]
        yield Comparison(scheme, oracle, pairs)


def names_of(names):
    """A list of names; with a trailing "^" in capitals, for tables that have no small letters."""
    text = (HERE / "names" / f"{names.rstrip('^')}.txt").read_text(encoding="utf-8")
    return [name.upper() if names.endswith("^") else name for name in text.splitlines()]


def as_capitals(oracle, cyrillic, latin):
    """Only ICU knows to write a word in capitals throughout where a letter becomes several."""
    return latin.upper() if cyrillic.isupper() and oracle != "icu" else latin


def complaints_of(termlint, comparison, wanted):
    names = [cyrillic for cyrillic, _, _ in wanted]
    ours = lines_through([termlint, "romanize", "--scheme", comparison.scheme, "-"], names)
    for (cyrillic, latin, mended), written in zip(wanted, ours):
        if written != mended:
            yield f"{cyrillic}: we write {written}, {comparison.oracle} {latin}"
    identified = lines_through([termlint, "identify", "-"],
                               [f"{name}\t{latin}" for name, latin in zip(names, ours)])
    for name, line in zip(names, identified):
        if comparison.scheme not in line.split("\t")[4].split(","):
            yield f"identify does not find the scheme: {line}"


def main(termlint):
    there = {oracle: is_there(oracle) for oracle in [*COMMANDS, "document", "press"]}
    differences = [Difference(fields) for fields in rows("differences.tsv")]
    names, failed = collections.Counter(), 0
    print(f"{'scheme':20} {'oracle':9} names equal stated")
    for comparison in [*programs(there), *attested()]:
        wanted = comparison.stated(differences)
        complaints = list(complaints_of(termlint, comparison, wanted))
        stated = sum(latin != mended for _, latin, mended in wanted)
        names[comparison.scheme] += len(wanted)
        failed += len(complaints)
        print(f"{comparison.scheme:20} {comparison.oracle:9} {len(wanted):5} "
              f"{len(wanted) - stated:5} {stated:6}")
        print("".join(f"  {complaint}\n" for complaint in complaints), end="")
    for difference in differences:
        if there[difference.oracle] and difference.unseen:
            failed += 1
            print(f"differences.tsv: {difference.oracle}, {', '.join(sorted(difference.unseen))}: "
                  f"“{difference.why}” no longer shows")
    missing = sorted(oracle for oracle, found in there.items() if not found)
    if missing:
        print("not here:", ", ".join(missing))
    else:
        listed = subprocess.run([termlint, "schemes"], check=True, text=True, capture_output=True)
        for scheme in (line.split()[0] for line in listed.stdout.splitlines()):
            if names[scheme] < NAMES_WANTED:
                failed += 1
                print(f"{scheme}: {names[scheme]} names, at least {NAMES_WANTED} are wanted")
    print(f"{sum(names.values())} names, {failed} failed")
    sys.exit(failed > 0)


main(sys.argv[1])
