#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""The named character references of HTML as rows of a C array, in order of bytes.

Python knows them as the HTML standard lists them: the names of old with and without ";".
"""
import html.entities

for name, text in sorted(html.entities.html5.items(), key=lambda item: item[0].encode()):
    octets = "".join(f"\\x{byte:02x}" for byte in text.encode())
    print(f'{{TL_STR_INIT("{name}"), TL_STR_INIT("{octets}")}},')
