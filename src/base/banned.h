/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_BASE_BANNED_H
#define TL_BASE_BANNED_H

/* Included by the build before every source file of the library. These functions overflow, keep
 * hidden state, swallow errors, or take bytes for letters. */
#include <ctype.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#pragma GCC poison strcpy strcat sprintf vsprintf strtok strncpy strdup gets atoi atol atof \
    setlocale chdir

#undef tolower
#undef toupper
#undef isalpha
#undef isalnum
#undef isupper
#undef islower
#undef isspace
#undef isdigit
#pragma GCC poison tolower toupper isalpha isalnum isupper islower isspace isdigit

#endif
