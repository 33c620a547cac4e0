/* Edit distance, and the messages for names that are not known. */
#include "cmd/suggest.h"

#include <stdint.h>
#include <string.h>

enum { WORD_MOST = 40 };

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Capitals are no mistake of spelling. */
static bool same(char a, char b)
{
    return to_lower(a) == to_lower(b);
}

/* Optimal string alignment, on three rows of the usual matrix. */
size_t edit_distance(struct str a, struct str b)
{
    size_t rows[3][WORD_MOST + 1];
    if (a.len > WORD_MOST || b.len > WORD_MOST)
        return SIZE_MAX;
    for (size_t j = 0; j <= b.len; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= a.len; i++) {
        size_t *row = rows[i % 3], *before = rows[(i + 2) % 3], *two_before = rows[(i + 1) % 3];
        row[0] = i;
        for (size_t j = 1; j <= b.len; j++) {
            size_t differs = !same(a.ptr[i - 1], b.ptr[j - 1]);
            row[j] = least(least(before[j] + 1, row[j - 1] + 1), before[j - 1] + differs);
            if (i > 1 && j > 1 && same(a.ptr[i - 1], b.ptr[j - 2]) && same(a.ptr[i - 2], b.ptr[j - 1]))
                row[j] = least(row[j], two_before[j - 2] + 1);
        }
    }
    return rows[a.len % 3][b.len];
}

const char *suggest(struct str typed, const char *const *names, size_t count)
{
    const char *best = NULL;
    size_t nearest = typed.len < 4 ? 1 : typed.len / 3 + 1; /* a short word is soon like any other */
    for (size_t i = 0; i < count; i++) {
        struct str name = str_from(names[i]);
        if (!name.ptr)
            continue;
        size_t distance = edit_distance(typed, name);
        if (typed.len >= 2 && str_starts(name, typed)) /* somebody shortened it */
            distance = 1;
        if (distance < nearest || (!best && distance == nearest)) {
            best = names[i];
            nearest = distance;
        }
    }
    return best;
}

bool names_read(const struct names *names, struct str typed, int *ret_value, struct err *err)
{
    struct arena scratch = {0};
    if (names_find(names, typed, ret_value))
        return true;
    const char *near = suggest(typed, names->name, names->count);
    struct str all = names_list(names, &scratch);
    if (near)
        err_set(err, ERR_USAGE, "unknown %s '%.*s'; did you mean '%s'? there are: %.*s", names->what, STR_ARG(typed),
                near, STR_ARG(all));
    else
        err_set(err, ERR_USAGE, "unknown %s '%.*s'; there are: %.*s", names->what, STR_ARG(typed), STR_ARG(all));
    arena_release(&scratch);
    return false;
}
