#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Writes termbases that are broken or enormous, ten of each format, and prints their names."""
import sys

LAUGHS = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))


def tbx(body, head=""):
    return f"{head}<tbx><text><body>{body}</body></text></tbx>"


def entry(term, more=""):
    return (f'<conceptEntry><langSec xml:lang="en"><termSec><term>{term}</term>{more}</termSec>'
            "</langSec></conceptEntry>")


TBX = {
    "truncated": tbx(entry("x"))[:-20],
    "html": "<html><body><p>not a termbase</p></body></html>",
    "laughs": tbx(entry("&l9;"), f'<!DOCTYPE tbx [<!ENTITY l0 "hahahahahaha">{LAUGHS}]>'),
    "outside": tbx(entry("&secret;"),
                   '<!DOCTYPE tbx [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'),
    "deep": "<tbx>" + "<a>" * 100000,
    "long-term": tbx(entry("x" * 1000000)),
    "many-terms": tbx(entry("a", "</termSec>" + "".join(
        f"<termSec><term>t{i}</term></termSec>" for i in range(5000)) + "<termSec>")),
    "many-languages": tbx("<conceptEntry>" + "".join(
        f'<langSec xml:lang="en-x-{i}"><termSec><term>t</term></termSec></langSec>'
        for i in range(1000)) + "</conceptEntry>"),
    "no-language": tbx("<conceptEntry>\n<langSec><termSec><term>x</term></termSec></langSec>"
                       "</conceptEntry>"),
    "nul": tbx(entry("a\0b")),
}

XLF_HEAD = '<xliff version="2.0" srcLang="en" trgLang="ru"><file><unit id="1"><glossary>'
XLF_TAIL = "</glossary></unit></file></xliff>"


def xlf(entries):
    return XLF_HEAD + entries + XLF_TAIL


XLF = {
    "truncated": XLF_HEAD,
    "version-1": '<xliff version="1.2"><file/></xliff>',
    "no-glossary": xlf(""),
    "root": "<TMX/>",
    "language": '<xliff srcLang="en" trgLang="russisch"><glossEntry/></xliff>',
    "laughs": f'<!DOCTYPE xliff [<!ENTITY l0 "hahahahahaha">{LAUGHS}]>'
              + xlf("<glossEntry><term>&l9;</term></glossEntry>"),
    "deep": XLF_HEAD + "<a>" * 100000,
    "long-term": xlf(f'<glossEntry><term>{"x" * 1000000}</term></glossEntry>'),
    "entity": xlf("<glossEntry><term>a&nbsp;b</term></glossEntry>"),
    "encoding": '<?xml version="1.0" encoding="EBCDIC-17"?>' + xlf(""),
}

UTX_HEAD = "#UTX 1.11; en/ru;\n#src\ttgt\tterm status\n"
UTX = {
    "empty": "",
    "no-header": "lock\tшлюз\n",
    "no-columns": "#UTX 1.11; en/ru;\n",
    "language": "#UTX 1.11; english/ru;\n#src\ttgt\n\tшлюз\n",
    "no-language": "#UTX 1.11\n#src\ttgt\nlock\tшлюз\n",
    "bytes": UTX_HEAD.encode() + b"lock\t\xf8\xeb\xfe\xe7\n",
    "utf-16": b"\xff\xfe#\0U\0T",
    "long-term": UTX_HEAD + "x" * 1000000 + "\tшлюз\n",
    "separator": UTX_HEAD + "lock\tшл\u2028юз\n",
    "many-terms": "#UTX 1.11; en/ru;\n#src\ttgt\tconcept ID\n" + "".join(
        f"lock\tt{i}\t1\n" for i in range(2000)),
}

CSV = {
    "empty": "",
    "no-header": "lock,шлюз\n",
    "quote": 'en,ru\nlock,"шлюз\n',
    "behind-quote": 'en,ru\nlock,"шлюз"x\n',
    "cells": "en,ru\n" + "x," * 100000 + "\n",
    "header": ",".join(f"c{i}" for i in range(5000)) + "\n",
    "column": "concept,lang,tern,term\n",
    "bytes": "en,ru\n".encode() + b"lock,\xf8\xeb\xfe\xe7\n",
    "long-term": "en,ru\n" + "x" * 1000000 + ",шлюз\n",
    "many-terms": "en,ru\n" + "".join(f"lock,t{i}\n" for i in range(2000)),
}

YAML_HEAD = "termlint: 1\nconcepts:\n"
YAML = {
    "empty": "",
    "deep": YAML_HEAD + "  - " + "[" * 200,
    "alias": YAML_HEAD + "  - &a {id: x, en: x}\n  - *a\n",
    "twice": YAML_HEAD + "  - {id: x, en: x, en: y}\n",
    "tab": YAML_HEAD + "\t- {id: x, en: x}\n",
    "bytes": YAML_HEAD.encode() + b"  - {id: x, ru: \xf8\xeb\xfe\xe7}\n",
    "control": YAML_HEAD + '  - {id: x, en: "a\\u202Eb"}\n',
    "long-term": YAML_HEAD + f'  - {{id: x, en: {"x" * 1000000}}}\n',
    "keys": YAML_HEAD + "  - {" + ", ".join(f"k{i}: v" for i in range(500)) + "}\n",
    "version": "termlint: 2\n",
}

for extension, files in {"tbx": TBX, "xlf": XLF, "utx": UTX, "csv": CSV, "yaml": YAML}.items():
    assert len(files) == 10
    for name, content in files.items():
        with open(f"bad-{name}.{extension}", "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())
        print(f"bad-{name}.{extension}", file=sys.stdout)
