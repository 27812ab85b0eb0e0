# SPDX-License-Identifier: MPL-2.0
"""What the measurements share: the inputs, written once from the seed, and runs of a program on
them.

Inputs are made in a process of their own. What the kernel counts as the memory of a program is
never less than that of the Python that starts it, which so stays below 20 MB.
"""
import os
import sys

from prose import Writer
from run import LANGUAGES, SEED, run
from terms import write_termbase

TINY = "Nothing.\n"


def in_a_child(make, *arguments):
    """Calls a function in a process of its own, which may grow as large as it likes."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            make(*arguments)
            status = 0
        finally:
            os._exit(status)
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0:
        sys.exit(f"{make.__name__} failed")


class Work:
    """A folder with texts and termbases, and the program that is measured on them."""

    def __init__(self, folder, termlint, rounds, most_terms):
        self.folder, self.rounds, self.most_terms = folder, rounds, most_terms
        self.command = [termlint, "check", "--no-config", "--quiet", "--jobs", "1", "--output",
                        os.devnull]
        os.environ["TERMLINT_CACHE"] = str(folder / "cache")
        self.tiny = self.write("tiny.txt", TINY)

    def write(self, name, text):
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def make(self, size, terms, limit=None):
        """Prose of so many MB in each language and termbases of so many concepts, from which
        those are named in the prose that a termbase of `limit` concepts has."""
        in_a_child(self._make, size, terms, limit or min(terms[-1], 10000))

    def _make(self, size, terms, limit):
        for name, languages in LANGUAGES.items():
            writer = Writer(SEED, limit)
            with open(self.text(name), "wb") as file:
                file.writelines(writer.paragraphs(size * 1e6, languages))
        writer = Writer(SEED, limit)
        for count in terms:
            write_termbase(self.folder, writer.terms, count)

    def text(self, name="mixed"):
        return self.folder / f"{name}.txt"

    def termbase(self, count):
        path = self.folder / f"terms-{count}.yaml"
        if not path.exists():
            in_a_child(self._make_termbase, count)
        return path

    def _make_termbase(self, count):
        write_termbase(self.folder, Writer(SEED, count).terms, count)

    def beginning(self, size, name="mixed"):
        """The first bytes of a text, cut at a line's end."""
        path = self.folder / f"{name}-{int(size)}.txt"
        if not path.exists():
            with open(self.text(name), "rb") as file:
                text = file.read(int(size))
            path.write_bytes(text[:text.rfind(b"\n") + 1] or text)
        return path

    def pieces(self, path, count):
        """The text in so many files, cut at line ends."""
        folder = self.folder / f"{path.stem}-in-{count}"
        if not folder.exists():
            in_a_child(cut, path, folder, count)
        return folder

    def check(self, paths, termbase, *options):
        """The least usage of some rounds: what disturbs only ever adds."""
        paths = paths if isinstance(paths, list) else [paths]
        command = [*self.command, "--termbase", termbase, *options, *paths]
        return self.least(command, (0, 1))

    def least(self, command, accepted=range(256)):
        return min((run(command, accepted=accepted) for _ in range(self.rounds)),
                   key=lambda usage: usage.seconds)


def cut(path, folder, count):
    folder.mkdir()
    text, begin = path.read_bytes(), 0
    for number in range(count):
        end = text.find(b"\n", len(text) * (number + 1) // count)
        end = len(text) if end < 0 or number == count - 1 else max(end + 1, begin)
        (folder / f"{number:05}.txt").write_bytes(text[begin:end] or b"\n")
        begin = end
