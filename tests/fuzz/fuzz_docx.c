/* SPDX-License-Identifier: MPL-2.0 */
/* Any bytes as the main part of a Word document, or as a whole one. */
#include "office_check.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

#define TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."

int
LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const zip_entry more[] = {
        {"[Content_Types].xml",
         TL_STR("<Types><Override PartName='/word/document.xml' ContentType='" TYPE
                "document.main+xml'/><Override PartName='/word/header1.xml' ContentType='" TYPE
                "header+xml'/></Types>")},
        {"word/styles.xml",
         TL_STR("<w:styles xmlns:w='w'><w:docDefaults><w:lang w:val='en-GB'/></w:docDefaults>"
                "<w:style w:styleId='H'><w:name w:val='heading 1'/></w:style></w:styles>")},
        {"word/header1.xml",
         TL_STR("<w:hdr xmlns:w='w'><w:p><w:r><w:t>Above</w:t></w:r></w:p></w:hdr>")},
    };
    require_office_with("docx", (zip_entry){"word/document.xml", {(const char *)data, size}}, more,
                        sizeof more / sizeof more[0]);
    return 0;
}
