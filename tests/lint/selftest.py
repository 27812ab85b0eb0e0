#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Each gate, and the runner of the cases, lets a good sample pass and a bad one fail."""
import subprocess
import sys
import tempfile
import textwrap
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
C_START = "/* SPDX-License-Identifier: MPL-2.0 */\n"
PY_START = "# SPDX-License-Identifier: MPL-2.0\n"
OPENING = "/* What it knows,\n * what it does not,\n * its invariant. */\n"

# A termlint for the runner's own test: reports one finding for each row that has "bad" in it.
FAKE_TERMLINT = r'''#!/bin/sh
if [ "$1" = check ]; then
    separator=''
    printf '{"findings": ['
    for file in $(grep -l bad rows/*); do
        printf '%s{"path": "%s", "rule": "near-miss", "text": "bad", "suggestions": ["good"]}' \
            "$separator" "$file"
        separator=,
    done
    printf ']}\n'
    exit 1
fi
echo "$@"
'''


class Sample(unittest.TestCase):
    """A temporary project to which files are added."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="termlint-gates-")
        self.addCleanup(self.folder.cleanup)
        self.root = Path(self.folder.name)
        self.add("src/base/good.c", C_START + OPENING + '#include "base/good.h"\n')

    def add(self, path, text):
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
        return place

    def run_script(self, script, *options):
        done = subprocess.run([sys.executable, HERE / script, *options], capture_output=True,
                              encoding="utf-8")
        return done.returncode, done.stdout

    def passes(self, gate):
        status, printed = self.run_script(gate, "--root", self.root)
        self.assertEqual((status, printed), (0, ""))

    def fails(self, gate, *expected):
        """The gate fails and prints just these problems."""
        status, printed = self.run_script(gate, "--root", self.root)
        self.assertEqual(printed.splitlines(), list(expected))
        self.assertEqual(status, 1)


class Layers(Sample):
    def test_downwards_passes(self):
        self.add("src/rules/a.c", '#include "scan/scan.h"\n#include <stdio.h>\n')
        self.add("src/text/a.c", '#include "letters.inc"\n')
        self.add("src/cli/a.c", '#include "termlint.h"\n#include "base/buf.h"\n')
        self.passes("layers.py")

    def test_upwards_fails(self):
        self.add("src/text/a.c", '#include "base/str.h"\n# include "scan/scan.h"\n')
        self.add("src/cli/a.h", '#include "rules/rules.h"\n')
        self.add("src/scan/a.c", '#include "termlint.h"\n#include "scan.h"\n')
        self.fails("layers.py", "src/cli/a.h:1: cli may not include rules",
                   "src/scan/a.c:1: scan may not include termlint.h",
                   'src/scan/a.c:2: "scan.h" names no folder, want "folder/scan.h"',
                   "src/text/a.c:2: text may not include scan")

    def test_unknown_folder_fails(self):
        self.add("src/helpers/a.c", "")
        self.fails("layers.py", "src/helpers: is not in the table of layers.py")


class Sizes(Sample):
    def function(self, body, name="f", parameters="void"):
        return f"{C_START}{OPENING}static int\n{name}({parameters})\n{{\n{body}}}\n"

    def test_within_the_limits_passes(self):
        body = textwrap.dedent("""\
            if (a) {
                for (;;) {
                    do {
                        x = (tl_str){{0}, {1}}; /* { { { */
                        s = "{{{{";
                    } while (0);
                }
            }
            """)
        self.add("src/base/a.c", self.function(body, parameters="int a, int (*b)(int, int), ..."))
        self.add("src/base/b.c", self.function("    x++;\n" * 57))
        self.add("a.py", PY_START)
        self.passes("sizes.py")

    def test_beyond_the_limits_fails(self):
        self.add("src/base/a.c", self.function("    x++;\n" * 58))
        self.add("src/base/b.c", self.function(
            "if (a) {\nwhile (b) {\nswitch (c) {\ndefault: {\n}\n}\n}\n}\n"))
        self.add("src/base/c.c", self.function("", parameters="int a, int b, int c, int d, int e,"
                                               "\n  int (*f)(int, int)"))
        self.add("src/base/d.c", self.function("/* " + "é" * 95 + " */\n"))
        self.add("src/base/e.h", C_START + "\n" * 700)
        self.fails("sizes.py", "src/base/a.c:6: src/base/a.c:f has 61 lines, want 60 at most",
                   "src/base/b.c:6: src/base/b.c:f has 4 levels of nesting, want 3 at most",
                   "src/base/c.c:6: src/base/c.c:f has 6 parameters, want 5 at most",
                   "src/base/d.c:8: 101 columns, want 100 at most",
                   "src/base/e.h: src/base/e.h has 701 lines, want 700 at most")

    def test_beginnings(self):
        self.add("src/base/a.c", C_START + "/* Too short. */\n" + "int x;\n" * 98)
        self.add("src/base/b.c", "/* No licence. */\n")
        self.add("src/base/c.c", C_START + "/* Short, but so is the file. */\n")
        self.add("tests/unit/test_a.c", C_START + "/* Short, but a test. */\n")
        self.add("tests/unit/test_b.c", C_START + "int x;\n")
        self.add("tests/c.py", "#!/usr/bin/env python3\n" + PY_START)
        self.add("tests/d.py", '"""Nothing."""\n')
        self.fails(
            "sizes.py",
            "src/base/a.c:2: the opening comment has 1 lines, want 2 to 8",
            "src/base/b.c:1: the first line is not SPDX-License-Identifier: MPL-2.0",
            "src/base/b.c:2: the opening comment has 0 lines, want 1 to 8",
            "tests/d.py:1: the first line is not SPDX-License-Identifier: MPL-2.0",
            "tests/unit/test_b.c:2: the opening comment has 0 lines, want 1 to 8")

    def test_shorter_file(self):
        self.add("include/termlint.h", C_START + "int x;\n" * 400)
        self.fails("sizes.py",
                   "include/termlint.h: include/termlint.h has 401 lines, want 400 at most")

    def test_exceptions(self):
        self.add("src/base/a.c", self.function("    x++;\n" * 58))
        self.add("tests/lint/sizes.allow", "src/base/a.c:f one state of an automaton a line\n")
        self.passes("sizes.py")
        self.add("tests/lint/sizes.allow", "src/base/a.c:f\nsrc/base/good.c it was long once\n")
        self.fails("sizes.py", "tests/lint/sizes.allow:1: src/base/a.c:f has no reason",
                   "tests/lint/sizes.allow:2: src/base/good.c is within the limits, "
                   "want no exception")


class Registry(Sample):
    def test_rows_and_lists(self):
        self.add("src/rules/a.c", "const tl_rule tl_rule_a = {\n")
        self.add("src/rules/rules.c",
                 "#define RULES(X) \\\n    X(a) \\\n    X(b)\n&tl_rule_##name\n")
        self.add("src/cli/cmd_c.c", "const tl_command tl_command_c = {\n")
        self.fails("registry.py",
                   "src/cli/cmd_c.c:1: tl_command_c is in no X() list of src/cli",
                   "src/rules/rules.c:3: X(b) has no row tl_rule_b in src/rules")
        self.add("src/rules/b.c", "const tl_rule tl_rule_b = {\n")
        self.add("src/cli/commands.c", "#define COMMANDS(X) X(c)\n&tl_command_##name\n")
        self.passes("registry.py")

    def test_tests_that_are_not_run(self):
        self.add("tests/unit/test_a.c", "")
        self.add("tests/unit/test_b.c", "")
        self.add("tests/unit/meson.build", "unit_tests = ['a']\n")
        self.fails("registry.py",
                   "tests/unit/test_b.c: is not named in tests/unit/meson.build")


class Style(Sample):
    def test_words(self):
        self.add("src/base/a.py", "path = '/" + "tmp/x'\n# TO" + "DO: more\n")
        self.add("src/base/b.py", "path = f'{top}/work/'  # and/or\n<<<<<<" + "< HEAD\n")
        self.fails("style.py", "src/base/a.py:1: a path of one machine",
                   "src/base/a.py:2: a mark of unfinished work",
                   "src/base/b.py:2: a mark of an unfinished merge")

    def test_format(self):
        self.add(".clang-format", "BasedOnStyle: LLVM\n")
        self.add("src/base/a.c", "int  x;\n")
        status, printed = self.run_script("style.py", "--root", self.root)
        if "is not checked" not in printed:
            self.assertEqual((status, printed),
                             (1, "src/base/a.c:1: not as clang-format has it\n"))


class Docs(Sample):
    README = "# x\n<!-- run: echo a; echo b -->\n\n```\na\n{}\n```\n" \
             "<!-- run: echo '|t|' -->\n\n|{}|\n\n<!-- end -->\n" \
             "<!-- run -->\n```console\n$ echo 1\n{}\n$ termlint x\nx\n```\n"

    def run_docs(self, *options):
        binary = self.add("termlint", FAKE_TERMLINT)
        binary.chmod(0o755)
        return self.run_script("docs.py", "--root", self.root, "--binary", binary, *options)

    def test_what_is_shown_is_what_is_printed(self):
        self.add("README.md", self.README.format("b", "t", "1"))
        self.assertEqual(self.run_docs(), (0, ""))

    def test_differences_are_told_and_accepted(self):
        readme = self.add("README.md", self.README.format("B", "T", "2"))
        status, printed = self.run_docs()
        self.assertEqual(status, 1)
        for place in (2, 8, 13):
            self.assertIn(f"README.md:{place}: not what is printed", printed)
        self.assertIn("-B\n+b\n", printed)
        self.assertEqual(self.run_docs("--accept"), (0, ""))
        self.assertEqual(readme.read_text(), self.README.format("b", "t", "1"))

    def test_what_cannot_be_run_fails(self):
        self.add("README.md", "<!-- run: no-such-command -->\n```\n```\n<!-- run -->\ntext\n")
        status, printed = self.run_docs()
        self.assertEqual(status, 1)
        self.assertIn("README.md:1: exit status 127", printed)
        self.assertIn("README.md:4: no fenced block behind it", printed)
        self.fails("docs.py", f"README.md: its commands need {self.root}/build/src/cli/termlint, "
                   "which is not built")


class Cases(Sample):
    def run_cases(self, *options):
        binary = self.add("termlint", FAKE_TERMLINT)
        binary.chmod(0o755)
        self.root.joinpath("cases").mkdir(exist_ok=True)
        return self.run_script("../run_cases.py", "--binary", binary, "--cases",
                               self.root / "cases", *options)

    def test_case(self):
        self.add("cases/a/cmd", "termlint {folder}/in\nmv in out\nfalse\n")
        self.add("cases/a/in", "text")
        status, printed = self.run_cases()
        self.assertEqual(status, 1)
        for line in ("not ok 1 - a", "# +{folder}/in", "# -0", "# +1", "# in: gone",
                     "# out: should not be there"):
            self.assertIn(line, printed.splitlines())

    def test_accepted_case(self):
        self.add("cases/a/cmd", "termlint one; echo two >&2; echo more >>in; echo x >new; exit 1\n")
        self.add("cases/a/in", "text\n")
        self.assertEqual(self.run_cases()[0], 1)
        self.assertEqual(self.run_cases("--accept")[0], 0)
        self.assertEqual(self.run_cases()[0], 0)
        files = {str(path.relative_to(self.root / "cases/a")): path.read_text()
                 for path in self.root.glob("cases/a/**/*") if path.is_file()}
        del files["cmd"], files["in"]
        self.assertEqual(files, {
            "expected.out": "one\n", "expected.err": "two\n", "expected.status": "1\n",
            "expected/in": "text\nmore\n", "expected/new": "x\n"})

    def test_table(self):
        self.add("cases/t/table.tsv", "# rule\n\nnear-miss\tflag\ta bad one\tbad\tgood\n"
                 "near-miss\tclean\tthis is fine\nnear-miss\tclean\tbad\n"
                 "near-miss\tflag\tall right\tbad\tgood\nnear-miss\tflag\tbad\tbad\t-\n"
                 "near-miss\tmaybe\tx\n")
        status, printed = self.run_cases()
        self.assertEqual(status, 1)
        verdicts = [line for line in printed.splitlines() if not line.startswith("#")]
        self.assertEqual(verdicts, ["1..6", "not ok 1 - t: its lines", "ok 2 - t:3", "ok 3 - t:4",
                                    "not ok 4 - t:5", "not ok 5 - t:6", "not ok 6 - t:7"])
        self.assertIn("# t: near-miss: 2 of 5\n", printed)


if __name__ == "__main__":
    unittest.main()
