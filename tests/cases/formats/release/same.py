# SPDX-License-Identifier: MPL-2.0
"""Prints the findings of each file with the bytes at their places, which must be the text but for
markup, and says whether they are those of the first file."""
import json
import re
import subprocess
import sys

first = None
for path in sys.argv[1:]:
    done = subprocess.run(["termlint", "check", "--termbase", "termbase.yaml", "--format", "json",
                           path], stdout=subprocess.PIPE, check=False)
    octets = open(path, "rb").read()
    found = []
    for finding in json.loads(done.stdout)["findings"]:
        text = re.sub(r"\s+", " ", finding["text"])
        end = finding["offset"] + finding["length"]
        source = octets[finding["offset"]:end].decode()
        letters = iter(source)
        assert all(c in letters for c in text if c.isalpha()), finding
        found.append((finding["rule"], text))
        print(path, finding["rule"], repr(source), *finding["suggestions"][:1], sep=" | ")
    first = first or found
    told = "the same" if sorted(found) == sorted(first) else "others"
    print(f"{path}: {len(found)} findings, {told}")
