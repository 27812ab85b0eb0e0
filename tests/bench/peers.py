# SPDX-License-Identifier: MPL-2.0
"""Other programs on the same work: the same text, and the bad forms of the same termbase.

A program that is slow is given the beginning of the text; each row says how much. Compared is the
time beyond that of a tiny text, for each byte, so that neither the length of the text nor what it
takes to start counts; the start stands in a column of its own.
"""
import json
import shutil
from typing import NamedTuple

from prose import Writer
from run import SEED, Usage, run
from work import in_a_child

COLUMNS = "{:34} {:>9} {:>9} {:>9} {:>9} {:>12} {:>8}"


class Peer(NamedTuple):
    """`needs`: the program, or None where it is not there; `share` of the text that it gets."""
    name: str
    needs: str
    command: list
    share: float = 1
    rounds: int = 0


def forms_of(terms, count):
    """Bad forms with their good ones, in small letters."""
    for number in range(count):
        concept = terms.concept(number)
        if hasattr(concept, "variant"):
            yield concept.variant.lower(), concept.latin.lower()
        else:
            for good, *others in concept.forms.values():
                yield from ((other, good) for other in others)


def write_forms(folder, count, npm):
    """The forms as each program wants them."""
    pairs = list(forms_of(Writer(SEED, count).terms, count))
    single = [(bad, good) for bad, good in pairs if " " not in bad]
    (folder / f"forms-{count}.txt").write_text("".join(f"{bad}\n" for bad, _ in pairs))
    (folder / f"codespell-{count}.txt").write_text(
        "".join(f"{bad}->{good}\n" for bad, good in single))
    (folder / f"cspell-{count}.txt").write_text("".join(f"{good}\n" for _, good in pairs))
    rules = [{"expected": good, "pattern": bad} for bad, good in pairs]
    (folder / f"prh-{count}.yml").write_text(json.dumps({"version": 1, "rules": rules}))
    (folder / f"textlint-{count}.json").write_text(
        json.dumps({"rules": {"prh": {"rulePaths": [str(folder / f"prh-{count}.yml")]}}}))
    russian = npm and npm / "node_modules/@cspell/dict-ru_ru/cspell-ext.json"
    imports = [str(russian)] if russian and russian.exists() else []
    (folder / f"cspell-{count}.json").write_text(json.dumps({
        "version": "0.2", "language": "en,ru", "dictionaries": ["own"], "import": imports,
        "dictionaryDefinitions": [{"name": "own", "path": str(folder / f"cspell-{count}.txt")}]}))


def node_peers(folder, npm, count):
    if npm is None or not (npm / "node_modules").is_dir():
        return
    scripts = npm / "node_modules"
    textlint, cspell = scripts / "textlint/bin/textlint.js", scripts / "cspell/bin.mjs"
    if textlint.exists():
        yield Peer(f"textlint, prh with {count}", "node",
                   ["node", textlint, "--no-color", "--rules-base-directory", scripts, "--config",
                    folder / f"textlint-{count}.json"], 0.05 if count <= 1000 else 0.0025, 1)
    if cspell.exists():
        yield Peer(f"cspell with {count} words", "node",
                   ["node", cspell, "lint", "--no-progress", "--no-color", "--root", folder,
                    "--config", folder / f"cspell-{count}.json"], 0.05, 1)


def peers_of(folder, npm, count):
    yield Peer("LC_ALL=C wc -w", "wc", ["wc", "-w"])
    yield Peer(f"grep -F -f with {count}", "grep",
               ["grep", "-a", "-c", "-F", "-f", folder / f"forms-{count}.txt", "--"])
    yield Peer(f"codespell with {count}", "codespell",
               ["codespell", "-D", folder / f"codespell-{count}.txt"], 0.5)
    yield Peer("hunspell -l -d en_US,ru_RU", "hunspell",
               ["hunspell", "-i", "UTF-8", "-d", "en_US,ru_RU", "-l"], 0.25, 1)
    yield Peer("hunspell -l", "hunspell", ["hunspell", "-l"], 0.25, 1)
    yield from node_peers(folder, npm, count)


def measure(work, peer, size):
    """The usage at the start, of the whole, and the size of the text."""
    text = work.beginning(size * peer.share)
    rounds, work.rounds = work.rounds, peer.rounds or work.rounds
    usages = [work.least([*peer.command, path]) for path in (work.tiny, text)]
    work.rounds = rounds
    return *usages, text.stat().st_size


def per_byte(start: Usage, whole: Usage, size):
    return max(whole.seconds - start.seconds, 1e-4) / size


def print_row(name, start, whole, size, own):
    print(COLUMNS.format(name, f"{size / 1e6:.2f} MB", f"{start.seconds:.3f} s",
                         f"{whole.seconds:.2f} s",
                         f"{1e-6 / per_byte(start, whole, size):.3g} MB/s",
                         f"{per_byte(start, whole, size) / own:.3g}",
                         f"{whole.memory / 1e6:.0f} MB"), flush=True)


def print_peers(work, npm, counts):
    """A table for each size of the termbase."""
    size = work.text().stat().st_size
    for count in counts:
        in_a_child(write_forms, work.folder, count, npm)
        termbase = work.termbase(count)
        start = work.check(work.tiny, termbase)
        start = work.check(work.tiny, termbase)  # by now what is kept of the termbase is there
        whole = work.check(work.text(), termbase)
        own = per_byte(start, whole, size)
        print(f"\n{count} concepts")
        print(COLUMNS.format("", "text", "start", "time", "beyond", "times ours", "memory"))
        print_row("termlint", start, whole, size, own)
        for peer in peers_of(work.folder, npm, count):
            if shutil.which(peer.needs):
                print_row(peer.name, *measure(work, peer, size), own)
            else:
                print(f"{peer.name:34} is not installed")


def empty_program_seconds(work, program):
    return min(run([program]).elapsed for _ in range(20 * work.rounds))
