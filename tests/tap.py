# SPDX-License-Identifier: MPL-2.0
"""What the scripts that test the program from outside share: functions that are run one after the
other, and what is said of each (Test Anything Protocol). A test fails by an exception; it returns
None, or why there was nothing to try. A script finds this module by

    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
"""
import sys
import tempfile
from pathlib import Path

MOST_TOLD = 4000  # characters of what went wrong


def tests_in(names):
    """The functions test_… among the globals of a script, in their order."""
    return {name: value for name, value in names.items() if name.startswith("test_")}


def in_a_folder(test):
    """Runs a test in a folder of its own, which it is given."""
    with tempfile.TemporaryDirectory() as name:
        return test(Path(name).resolve())


def why(error):
    """An exception in a line: what it says, and the line of the test that it came by."""
    trace = error.__traceback__
    while trace.tb_next and not trace.tb_frame.f_code.co_name.startswith("test_"):
        trace = trace.tb_next
    kind = "" if isinstance(error, AssertionError) else f"{type(error).__name__}: "
    return f"{kind}{str(error)[:MOST_TOLD]!r} (line {trace.tb_lineno})"


def run(tests, play=lambda test: test()):
    """Gives each test to `play`, prints TAP, and ends the program."""
    failed = 0
    print(f"1..{len(tests)}", flush=True)
    for number, (name, test) in enumerate(tests.items(), 1):
        try:
            skipped = play(test)
            print(f"ok {number} - {name}{f' # SKIP {skipped}' if skipped else ''}", flush=True)
        except Exception as error:  # a test that fails says why, the others still run
            failed += 1
            print(f"not ok {number} - {name}: {why(error)}", flush=True)
    sys.exit(failed > 0)
