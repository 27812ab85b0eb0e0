# SPDX-License-Identifier: MPL-2.0
"""Archives that are not what they seem; made of good.docx where something is to be broken."""
import warnings
import zipfile

warnings.simplefilter("ignore")  # two entries of one name are meant
GOOD = [(info, zipfile.ZipFile("good.docx").read(info))
        for info in zipfile.ZipFile("good.docx").infolist()]


def make(path, change=lambda name, content: content, **options):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for info, content in GOOD:
            archive.writestr(info.filename, change(info.filename, content))


def in_document(old, new):
    return lambda name, content: content.replace(old, new) if "document.xml" in name else content


make("broken.docx", in_document(b"</w:body>", b""))
make("doctype.docx", in_document(b"<w:document", b"<!DOCTYPE a [<!ENTITY b 'c'>]><w:document"))
make("bomb.docx", in_document(b"<w:body>", b"<w:body>" + b" " * 70_000_000))
make("deep.docx", in_document(b"<w:body>", b"<w:body>" + b"<w:sdt>" * 20_000))
make("other.docx", lambda name, content: content if "document" in name else b"<Types/>")
with zipfile.ZipFile("twice.docx", "w") as twice:
    for entry, text in GOOD + GOOD[2:3]:
        twice.writestr(entry.filename, text)
with zipfile.ZipFile("other.odt", "w") as other:
    other.writestr("mimetype", "application/zip")
with zipfile.ZipFile("password.odt", "w") as secret:
    secret.writestr("META-INF/manifest.xml", "<manifest><encryption-data/></manifest>")
    secret.writestr("content.xml", bytes(range(256)))

locked = bytearray(open("good.docx", "rb").read())
for signature, flags in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
    at = locked.find(signature)
    while at >= 0:
        locked[at + flags] |= 1
        at = locked.find(signature, at + 1)
open("locked.docx", "wb").write(locked)

many = zipfile.ZipFile("many.docx", "w")
for number in range(10_001):
    many.writestr(f"{number}", "")
many.close()
