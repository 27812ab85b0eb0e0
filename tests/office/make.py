#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Makes small documents of office programs out of text, for tests.

usage: make.py docx OUT PARAGRAPH...     make.py odt OUT PARAGRAPH...

A paragraph is XML of the format's own vocabulary, or text with marks, in which
    |      cuts a run
    #text  is a heading
    @NAME text   goes into another place: header, footer, footnote, comment, box, cell, and for
           deleted and inserted text del and ins
Every document has the parts that word processors want to see, and the same bytes each time.
"""
import sys
import zipfile
from xml.sax.saxutils import escape

DATE = (2024, 4, 12, 9, 30, 0)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"


def write_zip(path, entries):
    """Writes (name, text or bytes, stored) in their order."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, content, stored in entries:
            info = zipfile.ZipInfo(name, DATE)
            info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            info.external_attr = 0o100644 << 16
            archive.writestr(info, content)


def place_of(paragraph):
    """The place and what goes there: ("body", text) if none is named."""
    if paragraph.startswith("@"):
        place, _, text = paragraph[1:].partition(" ")
        return place, text
    return ("heading", paragraph[1:]) if paragraph.startswith("#") else ("body", paragraph)


# Word

def word_runs(text, tag="w:t"):
    properties = ["", "<w:rPr><w:b/></w:rPr>", '<w:rPr><w:lang w:val="ru-RU"/></w:rPr>']
    return "".join(
        f'<w:r>{properties[number % 3]}<{tag} xml:space="preserve">{escape(run)}</{tag}></w:r>'
        for number, run in enumerate(text.split("|")))


def word_paragraph(text, style=""):
    if text.startswith("<"):
        return text
    style = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{style}{word_runs(text)}</w:p>"


def word_box(text):
    content = f"<w:txbxContent>{word_paragraph(text)}</w:txbxContent>"
    return ('<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp>'
            f"<wps:txbx>{content}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict>"
            f"<v:textbox>{content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
            "</w:p>")


def word_body(place, text):
    """What a paragraph puts into the main part."""
    changed = 'w:id="9" w:author="an editor" w:date="2024-04-12T09:30:00Z"'
    return {
        "body": lambda: word_paragraph(text),
        "heading": lambda: word_paragraph(text, "Heading1"),
        "cell": lambda: f"<w:tbl><w:tr><w:tc>{word_paragraph(text)}</w:tc></w:tr></w:tbl>",
        "box": lambda: word_box(text),
        "del": lambda: f"<w:p><w:del {changed}>{word_runs(text, 'w:delText')}</w:del></w:p>",
        "ins": lambda: f"<w:p><w:ins {changed}>{word_runs(text)}</w:ins></w:p>",
        "footnote": lambda: '<w:p><w:r><w:t>A note</w:t></w:r><w:r><w:footnoteReference w:id="1"/>'
                            "</w:r></w:p>",
        "comment": lambda: '<w:p><w:commentRangeStart w:id="1"/><w:r><w:t>A remark</w:t></w:r>'
                           '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'
                           "</w:p>",
    }.get(place, lambda: "")()


def word_part(root, content):
    return ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            f'<w:{root} xmlns:w="{WORD}" '
            'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
            'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
            'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
            f'xmlns:v="urn:schemas-microsoft-com:vml">{content}</w:{root}>')


STYLES = word_part("styles", (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>'
    '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
    '<w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Heading1">'
    '<w:name w:val="heading 1"/><w:basedOn w:val="Normal"/></w:style>'))


def word_side_part(root, place, text):
    """A header, footer, footnotes or comments part with one paragraph."""
    paragraph = word_paragraph(text)
    if place in ("footnote", "comment"):
        author = ' w:author="an editor"' if place == "comment" else ""
        paragraph = f'<w:{place} w:id="1"{author}>{paragraph}</w:{place}>'
    return word_part(root, paragraph)


SIDE_PARTS = {"header": ("header1", "hdr", "header"), "footer": ("footer1", "ftr", "footer"),
              "footnote": ("footnotes", "footnotes", "footnotes"),
              "comment": ("comments", "comments", "comments")}


def make_docx(path, paragraphs):
    placed = [place_of(paragraph) for paragraph in paragraphs]
    side = {place: text for place, text in placed if place in SIDE_PARTS}
    body = "".join(word_body(place, text) for place, text in placed)
    references = "".join(f'<w:{place}Reference w:type="default" r:id="{place}"/>'
                         for place in ("header", "footer") if place in side)
    overrides = [("document", "document.main")] + [
        (SIDE_PARTS[place][0], SIDE_PARTS[place][2]) for place in side] + [("styles", "styles")]
    relations = "".join(
        f'<Relationship Id="{place}" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'relationships/{SIDE_PARTS[place][2]}" Target="{SIDE_PARTS[place][0]}.xml"/>'
        for place in side)
    relations += ('<Relationship Id="styles" Type="http://schemas.openxmlformats.org/'
                  'officeDocument/2006/relationships/styles" Target="styles.xml"/>')
    packages = "http://schemas.openxmlformats.org/package/2006/"
    entries = [
        ("[Content_Types].xml", f'<?xml version="1.0"?><Types xmlns="{packages}content-types">'
         '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
         'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' + "".join(
             f'<Override PartName="/word/{name}.xml" ContentType="{TYPES}{kind}+xml"/>'
             for name, kind in overrides) + "</Types>"),
        ("_rels/.rels", f'<?xml version="1.0"?><Relationships xmlns="{packages}relationships">'
         '<Relationship Id="d" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
         'relationships/officeDocument" Target="word/document.xml"/></Relationships>'),
        ("word/document.xml",
         word_part("document", f"<w:body>{body}<w:sectPr>{references}</w:sectPr></w:body>")),
        ("word/_rels/document.xml.rels", f'<?xml version="1.0"?><Relationships xmlns="{packages}'
         f'relationships">{relations}</Relationships>'),
        ("word/styles.xml", STYLES),
    ]
    for place, text in side.items():
        name, root, _ = SIDE_PARTS[place]
        entries.append((f"word/{name}.xml", word_side_part(root, place, text)))
    entries.append(("docProps/thumbnail.bin", bytes(range(256)) * 8))
    write_zip(path, [(name, content, False) for name, content in entries])


# OpenDocument

def odt_spans(text):
    return "".join(
        f'<text:span text:style-name="T{number % 2 + 1}">{escape(run)}</text:span>' if number else
        escape(run) for number, run in enumerate(text.split("|")))


def odt_paragraph(text, tag="text:p", attributes=""):
    return text if text.startswith("<") else f"<{tag}{attributes}>{odt_spans(text)}</{tag}>"


def odt_body(place, text):
    return {
        "body": lambda: odt_paragraph(text),
        "heading": lambda: odt_paragraph(text, "text:h", ' text:outline-level="1"'),
        "cell": lambda: "<table:table><table:table-column/><table:table-row><table:table-cell>"
                        f"{odt_paragraph(text)}</table:table-cell></table:table-row></table:table>",
        "box": lambda: '<text:p><draw:frame text:anchor-type="as-char" svg:width="5cm">'
                       f"<draw:text-box>{odt_paragraph(text)}</draw:text-box></draw:frame>"
                       "</text:p>",
        "del": lambda: '<text:p>Gone:<text:change text:change-id="c1"/></text:p>',
        "ins": lambda: odt_paragraph(text),
        "footnote": lambda: '<text:p>A note<text:note text:id="n1" text:note-class="footnote">'
                            "<text:note-citation>1</text:note-citation><text:note-body>"
                            f"{odt_paragraph(text)}</text:note-body></text:note></text:p>",
        "comment": lambda: "<text:p>A remark<office:annotation><dc:creator>an editor</dc:creator>"
                           f"{odt_paragraph(text)}</office:annotation></text:p>",
    }.get(place, lambda: "")()


def odt_part(root, content):
    names = {"office": "office:1.0", "style": "style:1.0", "text": "text:1.0", "table": "table:1.0",
             "draw": "drawing:1.0", "fo": "xsl-fo-compatible:1.0", "svg": "svg-compatible:1.0",
             "manifest": "manifest:1.0"}
    spaces = " ".join(f'xmlns:{name}="{OFFICE}{urn}"' for name, urn in names.items())
    version = ' manifest:version="1.3"' if root.startswith("manifest") else ' office:version="1.3"'
    return (f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} {spaces} '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/"{version}>{content}</{root}>')


def odt_deletions(placed):
    """Deleted text stands before the body of the text, which has a mark only."""
    gone = [odt_paragraph(text) for place, text in placed if place == "del"]
    if not gone:
        return ""
    info = ("<office:change-info><dc:creator>an editor</dc:creator><dc:date>2024-04-12T09:30:00"
            "</dc:date></office:change-info>")
    return (f'<text:tracked-changes><text:changed-region xml:id="c1" text:id="c1"><text:deletion>'
            f"{info}{gone[0]}</text:deletion></text:changed-region></text:tracked-changes>")


def make_odt(path, paragraphs):
    placed = [place_of(paragraph) for paragraph in paragraphs]
    side = {place: text for place, text in placed if place in ("header", "footer")}
    body = odt_deletions(placed) + "".join(odt_body(place, text) for place, text in placed)
    styles = "".join(
        f'<style:style style:name="T{number}" style:family="text"><style:text-properties '
        f"{properties}/></style:style>" for number, properties in
        ((1, 'fo:font-weight="bold"'), (2, 'fo:language="ru" fo:country="RU"')))
    master = "".join(f"<style:{place}>{odt_paragraph(text)}</style:{place}>"
                     for place, text in side.items())
    files = [
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", odt_part("office:document-content", (
            f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>"
            f"{body}</office:text></office:body>"))),
        ("styles.xml", odt_part("office:document-styles", (
            '<office:styles><style:default-style style:family="paragraph"><style:text-properties '
            'fo:language="en" fo:country="GB"/></style:default-style></office:styles>'
            '<office:automatic-styles><style:page-layout style:name="L"/></office:automatic-styles>'
            '<office:master-styles><style:master-page style:name="Standard" '
            f'style:page-layout-name="L">{master}</style:master-page></office:master-styles>'))),
        ("Thumbnails/thumbnail.bin", bytes(range(256)) * 8),
        ("META-INF/manifest.xml", odt_part("manifest:manifest", (
            '<manifest:file-entry manifest:full-path="/" manifest:version="1.3" '
            'manifest:media-type="application/vnd.oasis.opendocument.text"/>' + "".join(
                f'<manifest:file-entry manifest:full-path="{name}" '
                f'manifest:media-type="{kind}"/>'
                for name, kind in (("content.xml", "text/xml"), ("styles.xml", "text/xml"),
                                   ("Thumbnails/thumbnail.bin", "")))))),
    ]
    write_zip(path, [(name, content, name == "mimetype") for name, content in files])


if __name__ == "__main__":
    {"docx": make_docx, "odt": make_odt}[sys.argv[1]](sys.argv[2], sys.argv[3:])
