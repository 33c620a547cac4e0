/*
 * UTF-8, strictly as RFC 3629 has it: no overlong forms, no surrogates, nothing above U+10FFFF.
 */
#ifndef CORE_BASE_UTF8_H
#define CORE_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/base/str.h"

/*
 * Reads the code point that starts at byte `at` (at < s.len) and returns its length in bytes.
 * A byte that starts none gives length 1 and U+FFFD.
 */
size_t utf8_decode(struct str s, size_t at, uint32_t *ret_code_point);

/* Whether all of `s` is UTF-8; if not, *ret_bad is the offset of the first byte that is not. */
bool utf8_valid(struct str s, size_t *ret_bad);

/* Code points in `s`, which must be valid. */
size_t utf8_count(struct str s);

/* The start of the code point that is `count` code points before `at` (or after it): clamped to the text's ends. */
size_t utf8_back(struct str s, size_t at, size_t count);
size_t utf8_forward(struct str s, size_t at, size_t count);

#endif
