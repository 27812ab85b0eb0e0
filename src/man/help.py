# SPDX-License-Identifier: MPL-2.0
"""What the program says of itself: commands, verbs, options, rules and formats, read from --help,
which prints the very rows that the program works by."""
import re
import subprocess

OPTION = re.compile(r"^  (-\S+)(?: (\S+))?  +(.*)$")
ROW = re.compile(r"^  (\S+)  +(.*)$")


class Option:
    def __init__(self, name, argument, text):
        self.name, self.argument, self.text = name, argument, text
        choices = re.search(r" \(([\w-]+(?:\|[\w-]+)+)\)$", text)
        self.choices = choices.group(1).split("|") if choices else []

    def is_file(self):
        return self.argument in ("FILE", "PATH")


class Command:
    def __init__(self, binary, words, summary):
        self.words, self.summary = words, summary
        text = run(binary, *words, "--help")
        self.usage = text.splitlines()[0].removeprefix("usage: ")
        sections = split(text)
        self.options = [Option(*OPTION.match(line).groups()) for line in sections.get("options", [])
                        if OPTION.match(line)]
        self.formats = rows(sections.get("formats", []))
        self.more = sections.get("", [])[1:]
        self.verbs = [Command(binary, words + [name], about)
                      for name, about in rows(sections.get("verbs", []))]


def run(binary, *arguments):
    return subprocess.run([binary, *arguments], capture_output=True, text=True, check=True).stdout


def split(text):
    """Lines by the heading ("options:") that they stand below; "" is what stands below none."""
    sections, heading = {"": []}, ""
    for line in text.splitlines()[1:]:
        if re.fullmatch(r"[a-z, ]+:", line) or re.fullmatch(r"formats[a-z, ]*:", line):
            heading = line.rstrip(":").split(",")[0]
            sections[heading] = []
        elif line.startswith("  "):
            sections[heading].append(line)
        elif line:
            heading = ""
            sections[""].append(line)
    return sections


def rows(lines):
    return [match.groups() for match in map(ROW.match, lines) if match]


def commands(binary):
    return [Command(binary, [name], summary)
            for name, summary in rows(split(run(binary, "--help"))["commands"])]


def rules(binary):
    """(id, severity, summary) of each rule, as it is without configuration."""
    lines = run(binary, "rules", "--no-config", "--format", "markdown").splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]
