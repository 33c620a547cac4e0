/*
 * Modifiers: how a figure is bounded ("more than", "nearly", "up to"), and whether something rose or fell by it.
 */
#include "core/extract/phrase.h"
#include "core/text/tag.h"

enum { MORE_WORDS = 4 }; /* of a phrase, at most, besides the one beside the figure */

struct phrase_word {
    uint64_t key;
    const char *text; /* of a word that its key does not tell from others; NULL for most */
};

struct modifier_phrase {
    int relation;
    uint8_t length; /* in tokens; 0 behind the last phrase of a group */
    struct phrase_word words[MORE_WORDS];
};

#define PHRASE_WORD(word)                                                                                              \
    {                                                                                                                  \
        WORD_KEY(word), sizeof(word) > WORD_KEY_BYTES ? (word) : NULL                                                  \
    }
/* A token beside the figure that bounds it alone; with so many others, in the order of the text. */
#define ALONE(what)                                                                                                    \
    {                                                                                                                  \
        .relation = (what), .length = 1                                                                                \
    }
#define PHRASE(what, ...) PHRASE_OF(what, __VA_ARGS__, "", "", "", "")
#define PHRASE_OF(what, a, b, c, d, ...)                                                                               \
    {                                                                                                                  \
        .relation = (what), .length = 2 + (sizeof(b) > 1) + (sizeof(c) > 1) + (sizeof(d) > 1), .words = {              \
            PHRASE_WORD(a),                                                                                            \
            PHRASE_WORD(b),                                                                                            \
            PHRASE_WORD(c),                                                                                            \
            PHRASE_WORD(d)                                                                                             \
        }                                                                                                              \
    }
#define BEFORE(name, last, ...) static const struct modifier_phrase before_##name[] = {__VA_ARGS__, {0}};
#define AFTER(name, first, ...) static const struct modifier_phrase after_##name[] = {__VA_ARGS__, {0}};
#include "core/extract/modifier_phrases.def"
#undef BEFORE
#undef AFTER

/* The token beside the figure says which phrases it may be: the last of those that stand before, the first of those after. */
static const struct word_list before_last[] WORD_LIST_SECTION = {
#define BEFORE(name, last, ...) {last},
#include "core/extract/modifier_phrases.def"
#undef BEFORE
};
static const struct modifier_phrase *const before_phrases[] = {
#define BEFORE(name, last, ...) before_##name,
#include "core/extract/modifier_phrases.def"
#undef BEFORE
};
enum { DASH_GROUP = 0 }; /* the first, "sub-": a dash of any shape */

static const struct word_list after_first[] WORD_LIST_SECTION = {
#define AFTER(name, first, ...) {first},
#include "core/extract/modifier_phrases.def"
#undef AFTER
};
static const struct modifier_phrase *const after_phrases[] = {
#define AFTER(name, first, ...) after_##name,
#include "core/extract/modifier_phrases.def"
#undef AFTER
};

/* Whether the words of a phrase stand from token i on. */
static bool words_at(const struct tokens *tokens, size_t i, const struct modifier_phrase *phrase)
{
    for (size_t k = 0; k + 1 < phrase->length; k++) {
        const struct phrase_word *word = &phrase->words[k];
        if (!token_has_key(tokens, i + k, word->key) || (word->text && !token_spells(tokens, i + k, word->text)))
            return false;
    }
    return true;
}

/* "pushing the jobless rate up to 5.4%": a level that something is brought to, and no bound. */
static bool is_brought_up(const struct tokens *tokens, size_t up)
{
    enum { WORDS = 5 };
    for (size_t i = up; i > 0 && i + WORDS > up && !token_kind_is(tokens, i - 1, TOKEN_MARK); i--)
        if (token_is_one_of(tokens, i - 1,
                            "push pushes pushed pushing drive drives drove driven driving bring brings brought "
                            "bringing take takes took taken taking lift lifts lifted lifting send sends sent sending"))
            return i < up; /* an object stands between */
    return false;
}

/* A phrase of `len` tokens before the figure that is there, and bounds nothing. */
static bool bounds_nothing(const struct tokens *tokens, size_t from, size_t len, const struct quantity *quantity)
{
    size_t first = quantity->core - len;
    bool multiple =
        token_is(tokens, first, "as") && first > from &&
        token_is_one_of(tokens, first - 1, "twice thrice times half"); /* "twice as many as five years ago" */
    bool brought =
        token_is(tokens, first, "up") && token_is(tokens, quantity->core - 1, "to") && is_brought_up(tokens, first);
    bool span = quantity->kind == KIND_DURATION || quantity->kind == KIND_MEASURE;
    bool inside = len == 1 && token_is(tokens, first, "within") && !span; /* "within three groups" */
    return multiple || brought || inside;
}

/* "over" a span of time says how long something lasts, and "about" after "told them" says what about: still bounds. */
static void read_before(const struct tokens *tokens, size_t from, struct quantity *quantity)
{
    const size_t count = sizeof(before_phrases) / sizeof(before_phrases[0]);
    size_t longest = 0, last = quantity->core - 1;
    size_t group = token_mark(tokens, last, '-') ? DASH_GROUP : token_next_list(tokens, last, before_last, count, 0);
    if (quantity->core == 0 || group == count)
        return;
    if (from > 0 && quantity->core == from + 1 && token_is(tokens, from, "over") && quantity_is_bare(&quantity[-1]))
        return; /* "120 over 80": no bound */
    for (const struct modifier_phrase *phrase = before_phrases[group]; phrase->length > 0; phrase++) {
        size_t len = phrase->length;
        if (len <= longest || quantity->core < from + len ||
            (len > 1 && !token_has_key(tokens, quantity->core - len, phrase->words[0].key)) ||
            !words_at(tokens, quantity->core - len, phrase) || bounds_nothing(tokens, from, len, quantity))
            continue;
        longest = len;
        quantity->relation = phrase->relation;
    }
    if (longest > 0)
        quantity->first = quantity->core - longest;
}

/*
 * "would not exceed €90m", "cannot be higher than 3 percent", "will not fall below 12 euros": a bound that is denied is the
 * other bound, and the literal says so.
 */
static void read_negation(const struct tokens *tokens, size_t from, struct quantity *quantity)
{
    enum { WORDS_BETWEEN = 3 };
    bool above = quantity->relation == RELATION_ABOVE, below = quantity->relation == RELATION_BELOW;
    if (!above && !below)
        return;
    for (size_t steps = 0, i = quantity->first; i > from && steps <= WORDS_BETWEEN; steps++) {
        i--;
        if (token_has(tokens, i, WORD_NEGATION) && !token_is_one_of(tokens, i, "no without denied denies deny")) {
            quantity->first = i;
            quantity->relation = above ? RELATION_MOST : RELATION_LEAST;
            quantity->bounded = true;
            return;
        }
        if (!token_has(tokens, i, WORD_AUXILIARY | WORD_UP | WORD_DOWN | WORD_VERB) && !token_is(tokens, i, "to"))
            return;
    }
}

static void read_after(const struct tokens *tokens, size_t to, struct quantity *quantity)
{
    const size_t count = sizeof(after_phrases) / sizeof(after_phrases[0]);
    size_t group = token_next_list(tokens, quantity->end, after_first, count, 0);
    if (group == count)
        return;
    for (const struct modifier_phrase *phrase = after_phrases[group]; phrase->length > 0; phrase++) {
        if (!words_at(tokens, quantity->end + 1, phrase) || quantity->end + phrase->length >= to)
            continue;
        /* "5 or more percent"? no: but "three or more people" counts the noun after it */
        if (quantity->relation == RELATION_EQUAL) {
            quantity->relation = phrase->relation;
            quantity->end += phrase->length;
        }
        return;
    }
}

/* Verbs that do something to an amount rather than move by it, unless "by" follows: "raised $5 million", "cut 500 jobs". */
static bool needs_by(const struct tokens *tokens, size_t i, const struct quantity *quantity)
{
    if (quantity->kind == KIND_PERCENT || quantity->kind == KIND_INDEX)
        return false;
    return token_is_one_of(tokens, i,
                           "raise raised raises raising cut cuts cutting boost boosted boosts expand expanded expands "
                           "reduce reduced reduces reducing lowered lowers hike hiked trimmed slashed slash shed sheds "
                           "added adding improved lost lose loses losing gain gains gained gaining advance advanced "
                           "shaved shaving grow grew grows growing drop dropped drops raises spike");
}

/*
 * "a 19% [drop]", "an [increase] of 60,600 jobs": the change is the thing that is measured, and stands in the concept; a
 * direction is what a verb or an adverb says of it.
 */
static bool is_noun_of_change(const struct tokens *tokens, size_t i)
{
    bool led =
        i > 0 && (token_part_is(tokens, i - 1, PART_DETERMINER) || token_part_is(tokens, i - 1, PART_ADJECTIVE) ||
                  token_part_is(tokens, i - 1, PART_NUMBER) || token_mark(tokens, i - 1, '%'));
    return token_part_is(tokens, i, PART_NOUN) && !str_ends(token_text(tokens, i), STR("er")) &&
           (led || token_is_one_of(tokens, i + 1, "of in for"));
}

static int word_direction(const struct tokens *tokens, size_t i)
{
    if (!token_has(tokens, i, WORD_UP | WORD_DOWN) || is_noun_of_change(tokens, i))
        return DIRECTION_NONE;
    return token_has(tokens, i, WORD_UP) ? DIRECTION_UP : DIRECTION_DOWN;
}

/* The verb of "take up", "shot down", "make up" moves nothing up or down. */
static bool is_verb_of_particle(const struct tokens *tokens, size_t i)
{
    return token_is_one_of(tokens, i,
                           "take takes took taken taking make makes made making put puts set sets shot shoot gave give "
                           "gives pick picks picked break broke broken turn turned draw drew drawn lay laid");
}

/* "rose 5 percent", "was down by a further 3 points", "an increase of $2 billion": the word before, past small words. */
static int direction_before(const struct tokens *tokens, const struct quantity *quantity)
{
    bool by = false;
    size_t i = quantity->first;
    for (size_t steps = 0; i > 0 && steps < 5; steps++) {
        i--;
        if (!token_has(tokens, i, WORD_UP | WORD_DOWN | WORD_BETWEEN))
            return DIRECTION_NONE;
        int direction = word_direction(tokens, i);
        if (token_is_one_of(tokens, i, "up down") && i > 0 && is_verb_of_particle(tokens, i - 1))
            return DIRECTION_NONE;
        if (direction != DIRECTION_NONE && i + 1 == quantity->first &&
            token_is_one_of(tokens, quantity->first, "below above under"))
            return DIRECTION_NONE; /* "fell below 60 percent": a level */
        if (direction != DIRECTION_NONE)
            return needs_by(tokens, i, quantity) && !by ? DIRECTION_NONE : direction;
        by = by || token_is(tokens, i, "by") || token_is(tokens, i, "of");
        if (token_is(tokens, i, "to") || !token_has(tokens, i, WORD_BETWEEN))
            return DIRECTION_NONE;
    }
    return DIRECTION_NONE;
}

/* "cut its rate by 25 basis points": past the object, back to the verb; "by" must stand right before the figure. */
static int direction_by(const struct tokens *tokens, const struct quantity *quantity)
{
    size_t i = quantity->first;
    if (!token_is_one_of(tokens, i - 1, "by a an another further additional"))
        return DIRECTION_NONE;
    while (i > 0 && token_is_one_of(tokens, i - 1, "a an another further additional"))
        i--;
    if (i == 0 || !token_is(tokens, i - 1, "by"))
        return DIRECTION_NONE;
    for (size_t steps = 0; i-- > 0 && steps < 9; steps++) {
        bool aside = steps == 1 && token_mark(tokens, i, ','); /* "rose for the third year, by 7%" */
        if (token_kind_is(tokens, i, TOKEN_MARK) && !token_mark(tokens, i, '-') && !token_mark(tokens, i, '.') &&
            !aside)
            return DIRECTION_NONE;
        bool preposition = token_is_one_of(tokens, i, "up down") && steps > 2;
        if (!preposition && word_direction(tokens, i) != DIRECTION_NONE)
            return word_direction(tokens, i);
    }
    return DIRECTION_NONE;
}

/* "than [in 2020]", "than [a year earlier]": another time, and not another thing. */
static bool tells_time(const struct tokens *tokens, size_t i)
{
    enum { WORDS = 4 };
    for (size_t end = i + WORDS; i < end && !token_kind_is(tokens, i, TOKEN_MARK); i++)
        if (token_has(tokens, i, WORD_MONTH) || token_kind_is(tokens, i, TOKEN_NUMBER) || is_time_noun(tokens, i) ||
            token_is_one_of(tokens, i, "same before earlier ago last previous"))
            return true;
    return false;
}

/* "5 percent higher", "3% less than last year", "3,000 more officers than in 2020": a comparison. */
static int direction_after(const struct tokens *tokens, const struct quantity *quantity)
{
    enum { WORDS_TO_THAN = 8 };
    size_t i = quantity->end;
    if (token_is_one_of(tokens, i, "higher lower"))
        return word_direction(tokens, i);
    if (quantity->kind != KIND_PERCENT && quantity->kind != KIND_COUNT && quantity->kind != KIND_MONEY)
        return DIRECTION_NONE;
    bool inside = quantity->kind == KIND_COUNT && quantity->number.end < quantity->end;
    size_t word = inside ? quantity->number.end : i;
    bool more = token_is(tokens, word, "more"), less = token_is_one_of(tokens, word, "less fewer");
    if (!more && !less)
        return DIRECTION_NONE;
    size_t than = word + 1;
    while (than < word + WORDS_TO_THAN && token_kind_is(tokens, than, TOKEN_WORD) && !token_is(tokens, than, "than"))
        than++;
    if (!token_is(tokens, than, "than") || !tells_time(tokens, than + 1))
        return DIRECTION_NONE;
    return more ? DIRECTION_UP : DIRECTION_DOWN;
}

/* "rose 4% [in Europe,] 7% [in Asia and] 12% in …", "[among men and by] 5%": a list of changes has one verb. */
static bool lists(const struct tokens *tokens, size_t i, size_t end)
{
    bool joined = token_mark(tokens, end - 1, ',') || token_is(tokens, end - 1, "and") ||
                  (token_is(tokens, end - 1, "by") && token_is(tokens, end - 2, "and"));
    for (; i < end; i++)
        if (token_part_is(tokens, i, PART_VERB) || token_part_is(tokens, i, PART_AUXILIARY) ||
            token_part_is(tokens, i, PART_SUBORDINATOR) || token_mark(tokens, i, ';') || token_mark(tokens, i, '('))
            return false;
    return joined;
}

static void read_direction(const struct reading *reading, size_t k)
{
    const struct tokens *tokens = &reading->tokens;
    struct quantity *quantity = &reading->at[k];
    int direction = DIRECTION_NONE;
    bool moves = tokens->classes & (WORD_UP | WORD_DOWN);
    if (moves)
        direction = direction_before(tokens, quantity);
    if (direction == DIRECTION_NONE && moves && tokens_have_one_of(tokens, "by"))
        direction = direction_by(tokens, quantity);
    if (direction == DIRECTION_NONE && tokens_have_one_of(tokens, "higher lower than"))
        direction = direction_after(tokens, quantity);
    if (quantity->ranged && token_is(tokens, quantity->first, "from"))
        direction = DIRECTION_NONE; /* "jumped from 240 to 273": two levels */
    /* "lost 190 points, or 0.6%": the second figure says the same again */
    if (direction == DIRECTION_NONE && k > 0 && quantity->kind == KIND_PERCENT) {
        const struct quantity *previous = &reading->at[k - 1];
        size_t i = previous->end;
        if (token_mark(tokens, i, ','))
            i++;
        if (token_is(tokens, i, "or") && i + 1 == quantity->first)
            direction = previous->direction;
        if (previous->kind == KIND_PERCENT && lists(tokens, previous->end, quantity->first))
            direction = previous->direction;
    }
    quantity->direction = direction;
}

/* "more than 100 kilometres (60 miles)": in brackets the figure before is told again in another unit. */
static void read_restatement(const struct reading *reading, size_t k)
{
    if (k == 0)
        return;
    const struct tokens *tokens = &reading->tokens;
    const struct quantity *told = &reading->at[k - 1];
    struct quantity *again = &reading->at[k];
    bool brackets =
        token_mark(tokens, told->end, '(') && told->end + 1 == again->first && token_mark(tokens, again->end, ')');
    bool same_kind = told->kind == again->kind && (told->kind == KIND_MEASURE || told->kind == KIND_MONEY);
    if (!brackets || !same_kind || again->relation != RELATION_EQUAL || again->direction != DIRECTION_NONE)
        return;
    bool vague =
        told->relation == RELATION_ABOUT || told->relation == RELATION_NEARLY || told->relation == RELATION_BARELY;
    if (!vague) /* a figure that is told more exactly the second time is not "about" */
        again->relation = told->relation;
    again->direction = told->direction;
}

void figures_take(struct reading *reading)
{
    reading->taken = arena_alloc(reading->scratch, (reading->tokens.count + 1) * sizeof(*reading->taken));
    for (size_t k = 0; k < reading->count; k++) {
        const struct quantity *quantity = &reading->at[k];
        bool aside = kind_is_background(quantity->kind) && quantity->kind != KIND_SCORE;
        for (size_t i = quantity->first; i < quantity->end && !aside; i++)
            reading->taken[i] = true;
    }
}

void modifiers_read(struct reading *reading)
{
    for (size_t k = 0; k < reading->count; k++) {
        struct quantity *quantity = &reading->at[k];
        if (kind_is_background(quantity->kind))
            continue;
        if (quantity->relation == RELATION_NONE)
            quantity->relation = RELATION_EQUAL;
        /* "6 at most 6 cats": the words between two figures go to the second one */
        size_t from = k > 0 ? quantity[-1].end : 0;
        size_t to = k + 1 < reading->count ? quantity[1].core : reading->tokens.count + 1;
        read_before(&reading->tokens, from, quantity);
        read_negation(&reading->tokens, from, quantity);
        read_after(&reading->tokens, to, quantity);
        read_direction(reading, k);
        read_restatement(reading, k);
    }
    figures_take(reading);
}
