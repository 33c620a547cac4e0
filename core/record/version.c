/* Two versions of a document's claims side by side: the same sentence first, then the same but for its figures, then one
 * that shares most words. */
#include "core/record/version.h"

#include <stdlib.h>
#include <string.h>

static const char *const fate_names[FATE_END] = {
    [FATE_UNCHANGED] = "unchanged", [FATE_MOVED] = "moved", [FATE_CHANGED] = "changed", [FATE_GONE] = "gone"};
const struct names fates = {"fate", fate_names, FATE_END};

/* Comparing every sentence with every other takes as long as their product: beyond this only equal ones are found. */
enum { PAIRS_MOST = 4000000 };

struct comparison {
    const struct claim *was, *now;
    size_t was_count, now_count;
    struct claim_fate *outcome;
    bool *taken; /* of now */
};

static bool same_figure(const struct claim *a, const struct claim *b)
{
    return a->kind == b->kind && a->relation == b->relation && str_eq(a->value, b->value) &&
           str_eq(a->upper, b->upper) && str_eq(a->unit, b->unit);
}

static bool same_sentence(const struct claim *a, const struct claim *b)
{
    return str_eq(a->sentence, b->sentence) && str_eq(a->literal, b->literal) &&
           a->start - a->sentence_start == b->start - b->sentence_start;
}

/* Whether two sentences are the same but for digits and what stands among them ("$3.5 million", "$3 million"). */
static bool same_but_digits(struct str a, struct str b)
{
    size_t i = 0, j = 0;
    while (i < a.len && j < b.len) {
        if (is_digit(a.ptr[i]) && is_digit(b.ptr[j])) {
            while (i < a.len &&
                   (is_digit(a.ptr[i]) || (memchr(".,", a.ptr[i], 2) && i + 1 < a.len && is_digit(a.ptr[i + 1]))))
                i++;
            while (j < b.len &&
                   (is_digit(b.ptr[j]) || (memchr(".,", b.ptr[j], 2) && j + 1 < b.len && is_digit(b.ptr[j + 1]))))
                j++;
        } else if (a.ptr[i++] != b.ptr[j++]) {
            return false;
        }
    }
    return i == a.len && j == b.len;
}

/* What stands before the figure in its sentence, and after it. */
static bool same_around(const struct claim *a, const struct claim *b)
{
    struct str before_a = str_slice(a->sentence, 0, (size_t)(a->start - a->sentence_start));
    struct str before_b = str_slice(b->sentence, 0, (size_t)(b->start - b->sentence_start));
    struct str after_a = str_slice(a->sentence, (size_t)(a->end - a->sentence_start), a->sentence.len);
    struct str after_b = str_slice(b->sentence, (size_t)(b->end - b->sentence_start), b->sentence.len);
    return same_but_digits(before_a, before_b) && same_but_digits(after_a, after_b);
}

static struct str next_word(struct str *rest)
{
    size_t start = 0, end;
    while (start < rest->len && !is_alpha(rest->ptr[start]) && (unsigned char)rest->ptr[start] < 0x80)
        start++;
    end = start;
    while (end < rest->len && (is_alpha(rest->ptr[end]) || (unsigned char)rest->ptr[end] >= 0x80))
        end++;
    struct str word = str_slice(*rest, start, end);
    *rest = str_slice(*rest, end, rest->len);
    return word;
}

static bool has_word(struct str sentence, struct str wanted)
{
    for (struct str word = next_word(&sentence); word.len > 0; word = next_word(&sentence))
        if (str_eq_nocase(word, wanted))
            return true;
    return false;
}

/* The longer words of one sentence, and how many of them the other has. */
struct sharing {
    size_t all, shared;
};

static struct sharing share(struct str a, struct str b)
{
    struct sharing sharing = {0};
    for (struct str word = next_word(&a); word.len > 0; word = next_word(&a)) {
        sharing.all += word.len > 3;
        sharing.shared += word.len > 3 && has_word(b, word);
    }
    return sharing;
}

static bool is_most(size_t shared, size_t all)
{
    return shared * 10 >= all * 6 && all > 0;
}

static bool much_the_same(const struct claim *a, const struct claim *b)
{
    if (a->kind != b->kind || !str_eq(a->unit, b->unit))
        return false;
    struct sharing one = share(a->sentence, b->sentence), other = share(b->sentence, a->sentence);
    return is_most(one.shared + other.shared, one.all + other.all);
}

/* The same figure, where one sentence has most of the other's words: it may have been added to, or cut. */
static bool moved(const struct claim *a, const struct claim *b)
{
    if (!same_figure(a, b))
        return false;
    struct sharing one = share(a->sentence, b->sentence), other = share(b->sentence, a->sentence);
    return is_most(one.shared, one.all) || is_most(other.shared, other.all);
}

/* Gives each old claim that has none yet the first new one that is free and goes with it, in the order of the text. */
static void match(struct comparison *comparison, bool (*goes)(const struct claim *, const struct claim *),
                  enum fate fate)
{
    for (size_t i = 0; i < comparison->was_count; i++) {
        struct claim_fate *outcome = &comparison->outcome[i];
        for (size_t j = 0; !outcome->now && j < comparison->now_count; j++) {
            if (comparison->taken[j] || !goes(&comparison->was[i], &comparison->now[j]))
                continue;
            bool same = same_figure(&comparison->was[i], &comparison->now[j]);
            *outcome = (struct claim_fate){fate == FATE_CHANGED && same ? FATE_MOVED : fate, &comparison->now[j]};
            comparison->taken[j] = true;
        }
    }
}

void version_compare(const struct claim *was, size_t was_count, const struct claim *now, size_t now_count,
                     struct claim_fate *ret)
{
    struct comparison comparison = {was, now, was_count, now_count, ret, mem_alloc(now_count)};
    for (size_t i = 0; i < was_count; i++)
        ret[i] = (struct claim_fate){FATE_GONE, NULL};
    match(&comparison, same_sentence, FATE_UNCHANGED);
    match(&comparison, same_around, FATE_CHANGED);
    if (was_count == 0 || now_count <= PAIRS_MOST / was_count) {
        match(&comparison, moved, FATE_MOVED);
        match(&comparison, much_the_same, FATE_CHANGED);
    }
    free(comparison.taken);
}
