/* SPDX-License-Identifier: MPL-2.0 */
/* The Gregorian calendar, as far as dates are compared by it. Knows ISO 8601 only; dates as texts
 * have them are found in named_date.c. */
#include "text/date.h"

static bool
read_digits(tl_str text, size_t begin, size_t end, uint32_t *number)
{
    *number = 0;
    for (size_t i = begin; i < end; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9') {
            return false;
        }
        *number = *number * 10 + (uint32_t)(text.ptr[i] - '0');
    }
    return true;
}

static uint32_t
days_in_month(uint32_t year, uint32_t month)
{
    static const uint8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && is_leap ? 1u : 0u);
}

static bool
is_day(uint32_t year, uint32_t month, uint32_t day)
{
    return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(year, month);
}

tl_date
tl_date_parse(tl_str text)
{
    uint32_t year, month, day;
    if (text.len != 10 || text.ptr[4] != '-' || text.ptr[7] != '-' ||
        !read_digits(text, 0, 4, &year) || !read_digits(text, 5, 7, &month) ||
        !read_digits(text, 8, 10, &day)) {
        return 0;
    }
    return is_day(year, month, day) ? year * 10000 + month * 100 + day : 0;
}

tl_period
tl_period_of(unsigned year, unsigned month, unsigned day)
{
    if (!is_day(year, month ? month : 1, day ? day : 1) || (day && !month)) {
        return (tl_period){0, 0};
    }
    unsigned last_month = month ? month : 12;
    unsigned last_day = day ? day : days_in_month(year, last_month);
    return (tl_period){year * 10000 + (month ? month : 1) * 100 + (day ? day : 1),
                       year * 10000 + last_month * 100 + last_day};
}
