/* The parts of a sentence, told by the words and marks that turn it: "but", "while", "which", "than", brackets. */
#include "core/extract/segment.h"

#include "core/text/tag.h"

enum { LOOK_AHEAD = 8 };

static size_t open_part(struct segments *segments, size_t outer, size_t first, enum segment_kind kind)
{
    segments->at[segments->count] = (struct segment){.first = first, .outer = outer, .kind = (uint8_t)kind};
    return segments->count++;
}

static bool is_verb(const struct tokens *tokens, size_t i)
{
    return token_part_is(tokens, i, PART_VERB) || token_part_is(tokens, i, PART_AUXILIARY);
}

/* The first word of a verb group: no verb, "to" or conjunction stands before it. */
static bool begins_verb_group(const struct tokens *tokens, size_t i)
{
    if (!is_verb(tokens, i))
        return false;
    while (i > 0 && (token_part_is(tokens, i - 1, PART_ADVERB) || token_has(tokens, i - 1, WORD_NEGATION)))
        i--;
    return i == 0 ||
           !(is_verb(tokens, i - 1) || token_is(tokens, i - 1, "to") || token_part_is(tokens, i - 1, PART_CONJUNCTION));
}

static bool figure_near(const struct reading *reading, size_t i, size_t reach)
{
    for (size_t k = i; k < i + reach && k < reading->tokens.count; k++)
        if (reading->taken[k])
            return true;
    return false;
}

/* "double [the 2 million]": a figure of its own, and what it is a multiple of. */
static bool follows_multiple(const struct tokens *tokens, size_t i)
{
    return i > 0 && token_is(tokens, i, "the") && token_is_one_of(tokens, i - 1, "double twice triple half");
}

/* "than", "against $2 billion", "compared with", "from 45%", "on the 327 million": what the figure before is held against. */
static bool begins_comparison(const struct reading *reading, size_t i)
{
    const struct tokens *tokens = &reading->tokens;
    if (reading->taken[i])
        return false;
    if (token_is(tokens, i, "than"))
        return !reading->taken[i + 1] || token_part_is(tokens, i + 1, PART_DETERMINER);
    if (token_is(tokens, i, "compared"))
        return token_is_one_of(tokens, i + 1, "with to");
    if (token_is_one_of(tokens, i, "against versus vs from"))
        return figure_near(reading, i + 1, 3);
    if (token_is(tokens, i, "as"))
        return (i >= 2 && token_is(tokens, i - 2, "as")) || (i >= 3 && token_is(tokens, i - 3, "as"));
    return (token_is(tokens, i, "on") && token_is(tokens, i + 1, "the") && reading->taken[i + 2]) ||
           (follows_multiple(tokens, i) && reading->taken[i + 1]);
}

/* After "and" at i: another clause or verb group, "and profit doubled", "and must repay", "and now holds", "and to reach". */
static bool begins_clause(const struct tokens *tokens, size_t i)
{
    size_t at = i + 1;
    if (token_part_is(tokens, at, PART_AUXILIARY) || token_is_one_of(tokens, at, "to now say says"))
        return true;
    if (token_part_is(tokens, at, PART_VERB))
        return token_mark(tokens, i - 1, ',');
    for (size_t k = at; k < at + LOOK_AHEAD && k < tokens->count; k++) {
        if (token_kind_is(tokens, k, TOKEN_MARK) && !token_glued(tokens, k))
            return false;
        if (token_mark(tokens, k, ',') || token_mark(tokens, k, ';') || token_part_is(tokens, k, PART_SUBORDINATOR) ||
            token_part_is(tokens, k, PART_CONJUNCTION))
            return false;
        if (is_verb(tokens, k))
            return true;
    }
    return false;
}

/* A conjunction at i between two clauses: each has its verb, so not "about 460 Kia [and] Hyundai vehicles have". */
static bool joins_clauses(const struct tokens *tokens, size_t first, size_t i)
{
    bool verb = false;
    if (!token_is_one_of(tokens, i, "and or"))
        return false;
    for (size_t k = first; k < i && !verb; k++)
        verb = is_verb(tokens, k) || token_part_is(tokens, k, PART_PARTICIPLE) ||
               token_has(tokens, k, WORD_UP | WORD_DOWN);
    return verb && begins_clause(tokens, i);
}

/* "that" after a noun or a figure: "a loaf that cost", "the €1.8 billion that"; after a verb it only reports. */
static bool is_relative_that(const struct reading *reading, size_t i)
{
    const struct tokens *tokens = &reading->tokens;
    bool verb = i > 0 && token_has(tokens, i - 1, WORD_SAYING);
    return token_is(tokens, i, "that") && token_part_is(tokens, i, PART_SUBORDINATOR) && i > 0 && !verb &&
           (token_part_is(tokens, i - 1, PART_NOUN) || reading->taken[i - 1]);
}

/* The words that may begin a part; no word stands in two of these. */
#define OPENERS                                                                                                        \
    OPENER(OPENS_SENTENCE, "of among ")                                                                                \
    OPENER(OPENS_OWN, "but ")                                                                                          \
    OPENER(OPENS_BRIEF, "while whereas although though because when if ")                                              \
    OPENER(OPENS_RELATIVE, "which who whom whose where what ")                                                         \
    OPENER(OPENS_THAT, "that ")                                                                                        \
    OPENER(OPENS_DOING, "after before ")                                                                               \
    OPENER(OPENS_CLAUSE, "and or ")                                                                                    \
    OPENER(OPENS_COMPARISON, "than compared against versus vs from as on ")
enum opener {
#define OPENER(name, words) name,
    OPENERS OPENER_COUNT
#undef OPENER
};
static const struct word_list openers[] WORD_LIST_SECTION = {
#define OPENER(name, words) {words},
    OPENERS
#undef OPENER
};
/* These, and what else may end a part; besides them, what stands behind a comma, verbs and "double the". */
static const struct word_list turning_words WORD_LIST_SECTION = {
#define OPENER(name, words) words
    OPENERS
#undef OPENER
    "to now ( ) , ; : _ — ―"};

static size_t open_relative(const struct tokens *tokens, struct segments *segments, size_t now, size_t i)
{
    bool island = (i > 0 && token_mark(tokens, i - 1, ',')) || token_is(tokens, i, "what");
    return open_part(segments, now, i,
                     token_is(tokens, i - 1, "of") ? SEGMENT_GOES_ON
                     : island                      ? SEGMENT_ISLAND
                                                   : SEGMENT_RELATIVE);
}

static size_t open_comparison(const struct reading *reading, struct segments *segments, size_t now, size_t i)
{
    if (segments->at[now].kind == SEGMENT_COMPARISON || !begins_comparison(reading, i))
        return now;
    size_t part = open_part(segments, now, i, SEGMENT_COMPARISON);
    segments->at[part].moves = token_is(&reading->tokens, i, "from");
    return part;
}

/* The part that begins at token i within `now`; `now` where none does. */
static size_t part_from(const struct reading *reading, struct segments *segments, size_t now, size_t i)
{
    const struct tokens *tokens = &reading->tokens;
    bool comma = i > 0 && token_mark(tokens, i - 1, ',');
    if (token_mark(tokens, i, '('))
        return open_part(segments, now, i, SEGMENT_BRACKETS);
    if (token_kind_is(tokens, i, TOKEN_MARK)) {
        bool parts = token_mark(tokens, i, ';') || token_mark(tokens, i, ':');
        return parts && segments->at[now].kind != SEGMENT_BRACKETS ? open_part(segments, now, i, SEGMENT_OWN) : now;
    }
    if (comma && (token_part_is(tokens, i, PART_PARTICIPLE) || token_is(tokens, i, "having")))
        return open_part(segments, now, i, SEGMENT_GOES_ON);
    switch (token_next_list(tokens, i, openers, OPENER_COUNT, 0)) {
    case OPENS_SENTENCE:
        return i == 0 ? open_part(segments, now, i, SEGMENT_ISLAND) : now;
    case OPENS_OWN:
        return open_part(segments, now, i, SEGMENT_OWN);
    case OPENS_BRIEF:
        now = open_part(segments, now, i, SEGMENT_GOES_ON);
        segments->at[now].brief = true;
        return now;
    case OPENS_RELATIVE:
        return open_relative(tokens, segments, now, i);
    case OPENS_THAT:
        return is_relative_that(reading, i) ? open_part(segments, now, i, SEGMENT_RELATIVE) : now;
    case OPENS_DOING:
        return token_part_is(tokens, i + 1, PART_GERUND) ? open_part(segments, now, i, SEGMENT_OWN) : now;
    case OPENS_CLAUSE:
        if (!joins_clauses(tokens, segments->at[now].first, i))
            return now;
        return open_part(segments, now, i, comma ? SEGMENT_OWN : SEGMENT_GOES_ON);
    case OPENS_COMPARISON:
        return open_comparison(reading, segments, now, i);
    default:
        return follows_multiple(tokens, i) ? open_comparison(reading, segments, now, i) : now;
    }
}

static bool ends_comparison(const struct reading *reading, const struct segment *part, size_t inner, size_t i)
{
    const struct tokens *tokens = &reading->tokens;
    if (token_kind_is(tokens, i, TOKEN_MARK))
        return token_mark(tokens, i, ',') || token_mark(tokens, i, '_') || token_mark(tokens, i, ';') ||
               token_mark(tokens, i, ')');
    return token_is_one_of(tokens, i, "while but whereas") || joins_clauses(tokens, inner, i) ||
           (part->moves && token_is(tokens, i, "to") && reading->taken[i + 1]);
}

/* Leaves the parts that token i ends. */
static size_t leave_parts(const struct reading *reading, struct segments *segments, size_t now, size_t i)
{
    const struct tokens *tokens = &reading->tokens;
    bool comma = token_mark(tokens, i, ',') || token_mark(tokens, i, '_');
    for (size_t inner = segments->at[now].first;;) {
        struct segment *part = &segments->at[now];
        bool leaves = false;
        if (part->kind == SEGMENT_COMPARISON)
            leaves = ends_comparison(reading, part, inner, i);
        else if (part->kind == SEGMENT_ISLAND)
            leaves = comma || token_mark(tokens, i, ')');
        else if (part->kind == SEGMENT_RELATIVE)
            leaves = comma || token_mark(tokens, i, ')') || token_is(tokens, i, "now") ||
                     (begins_verb_group(tokens, i) && ++part->verbs == 2);
        else if (part->kind == SEGMENT_GOES_ON)
            leaves = part->brief && comma;
        if (!leaves)
            return now;
        now = part->outer;
    }
}

/* ")" ends the innermost brackets, and all that they hold. */
static size_t leave_brackets(const struct segments *segments, size_t now)
{
    while (now != 0) {
        bool brackets = segments->at[now].kind == SEGMENT_BRACKETS;
        now = segments->at[now].outer;
        if (brackets)
            break;
    }
    return now;
}

struct segments segments_read(const struct reading *reading, size_t end)
{
    const struct tokens *tokens = &reading->tokens;
    struct segments segments = {0};
    segments.at = arena_take(reading->scratch, (end + 2) * sizeof(*segments.at));
    segments.of = arena_take(reading->scratch, (end + 1) * sizeof(*segments.of));
    bool multiples = tokens_have_one_of(tokens, "double twice triple half"), after_comma = false;
    size_t now = open_part(&segments, 0, 0, SEGMENT_OWN);
    for (size_t i = 0; i < end; i++) {
        bool every = multiples || after_comma || segments.at[now].kind == SEGMENT_RELATIVE;
        for (size_t next = every ? i : tokens_find(tokens, i, end, &turning_words); i < next; i++)
            segments.of[i] = now;
        if (i == end)
            break;
        now = leave_parts(reading, &segments, now, i);
        now = part_from(reading, &segments, now, i);
        segments.of[i] = now;
        after_comma = token_mark(tokens, i, ',');
        if (token_mark(tokens, i, ')'))
            now = leave_brackets(&segments, now);
    }
    return segments;
}
