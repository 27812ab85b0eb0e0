/* SPDX-License-Identifier: MPL-2.0 */
/* Any bytes as the contents of an OpenDocument text, or as a whole one. */
#include "office_check.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

int
LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const zip_entry more[] = {
        {"styles.xml", TL_STR("<s><default-style><text-properties language='en'/></default-style>"
                              "<style name='T1'><text-properties language='ru'/></style>"
                              "<master-styles><header><p>Above</p></header></master-styles></s>")},
        {"META-INF/manifest.xml", TL_STR("<manifest/>")},
    };
    require_office_with("odt", (zip_entry){"content.xml", {(const char *)data, size}}, more,
                        sizeof more / sizeof more[0]);
    return 0;
}
