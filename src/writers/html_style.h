/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_WRITERS_HTML_STYLE_H
#define TL_WRITERS_HTML_STYLE_H

/* The style sheet of the HTML report: light and dark, from a telephone's width to a desk's. */
extern const char tl_html_style[];

#endif
