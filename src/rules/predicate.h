/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_PREDICATE_H
#define TL_RULES_PREDICATE_H

#include "rules/beside_title.h"

/* Whom the sentence says to hold the title: "Ivan Petrov is the Press Secretary", «Пресс-секретарём
 * является Иван Петров», «Пресс-секретарь — Иван Петров». *is_past: it says "was". */
bool tl_predicate_read(tl_pass *pass, const tl_title_place *title, tl_named_person *person,
                       bool *is_past);

#endif
