/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_ARTICLE_H
#define TL_RULES_ARTICLE_H

#include "rules/pass.h"

/* "a CSCO body" may not become "a OSCE body": false where the article before the hit would have to
 * change with it. */
bool tl_article_still_fits(const tl_pass *pass, const tl_hit *hit, tl_str replacement);

#endif
