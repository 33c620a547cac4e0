/*
 * Periods: the time that a figure is about, "in 2018", "between 2014 and 2017", "last year", "in May".
 *
 * A sentence's times are listed once (time.h). Each figure takes the nearest one in its own part of the sentence; where that
 * has none, the time that opens the sentence ("In 2023 …"), or the one that went before in a part that this one goes on from
 * ("… in August while imports edged up 0.4%"). A time never goes back to the part before: what "must repay £95m by June"
 * says is not true of what it owes now.
 */
#include "core/extract/time.h"
#include "core/text/tag.h"

enum { OPENING_TOKENS = 3, LOOK_AHEAD = 8 };

enum segment_kind {
    SEGMENT_OWN,        /* after a semicolon, "but": takes nothing but the opening time */
    SEGMENT_GOES_ON,    /* "while …", ", leaving …", "and …": takes the time before */
    SEGMENT_COMPARISON, /* "than …", "as many as …", "from 361 in 2022": only its own */
    SEGMENT_ISLAND,     /* ", which …", "Of the 640 million …,": only its own */
    SEGMENT_RELATIVE,   /* "that …": its own and the opening one; over with the next verb */
    SEGMENT_BRACKETS,   /* what stands before the bracket holds inside */
};

struct segment {
    size_t first, outer; /* its first token; the part that it stands in, or follows */
    uint8_t kind;
    int verbs;  /* verb groups seen so far */
    bool moves; /* a comparison that began with "from": "to 120" ends it */
    bool brief; /* it began with "while", "when": the next comma ends it */
};

struct segments {
    struct segment *at;
    size_t count;
    size_t *of; /* for each token: the part it is in */
};

/* ---- parting the sentence ---- */

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

/* The parts of the sentence's first tokens, up to `end`. */
static struct segments part_sentence(const struct reading *reading, size_t end)
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

/* ---- times that say nothing of any figure ---- */

/* "built in 1972", "a boy born today": when something else began. */
static bool is_beginning(const struct tokens *tokens, const struct time *time)
{
    bool in = time->first > 0 && token_is(tokens, time->first - 1, "in");
    return (in || token_is_one_of(tokens, time->first - 1, "born dated")) &&
           token_is_one_of(tokens, time->first - 1 - in,
                           "built founded established opened launched born created formed introduced began begun "
                           "started published signed passed elected dated");
}

/* "down 32 percent on 1990", "from 1990 levels", "8% on the quarter": what is compared with. */
static bool is_base(const struct reading *reading, const struct time *time)
{
    const struct tokens *tokens = &reading->tokens;
    size_t before = time->first - 1;
    if (time->first == 0)
        return false;
    if (token_is(tokens, before, "on") && !time->one_day)
        return true;
    if (token_is_one_of(tokens, time->end, "level levels"))
        return token_is_one_of(tokens, before, "from on below above to than its");
    bool change = before > 0 && (reading->taken[before - 1] || token_has(tokens, before - 1, WORD_UP | WORD_DOWN));
    return token_is(tokens, before, "from") && change && !token_is(tokens, time->end, "to");
}

/* "the lowest since 1998", "has not changed since Q2": they say of then only that it was as low, or the same. */
static bool is_comparison(const struct tokens *tokens, const struct time *time)
{
    enum { REACH = 6 };
    if (!token_is(tokens, time->first, "since"))
        return false;
    for (size_t i = time->first; i-- > 0 && time->first - i < REACH;)
        if (token_has(tokens, i, WORD_NEGATION) ||
            token_is_one_of(
                tokens, i,
                "lowest highest most fewest largest biggest smallest worst best least strongest weakest longest "
                "shortest first deepest steepest fastest slowest unchanged seen"))
            return true;
    return false;
}

/* "said on Monday", "on Thursday approved": when somebody spoke or decided. */
static bool is_of_saying(const struct tokens *tokens, const struct time *time)
{
    enum { BEFORE = 3, AFTER = 2 };
    if (!time->one_day)
        return false;
    for (size_t i = time->first > BEFORE ? time->first - BEFORE : 0; i < time->end + AFTER; i++) {
        bool inside = i >= time->first && i < time->end;
        if (!inside && (token_part_is(tokens, i, PART_VERB) || token_part_is(tokens, i, PART_PARTICIPLE)) &&
            (token_has(tokens, i, WORD_SAYING) ||
             token_is_one_of(tokens, i, "approved agreed signed passed voted adopted unveiled published released")))
            return !token_has(tokens, i, WORD_UP | WORD_DOWN) && !token_is_one_of(tokens, i, "showed shows");
    }
    return false;
}

/* "KESTA, March 14 - The 10-year bond": where and when it was written. */
static bool is_dateline(const struct tokens *tokens, const struct time *time)
{
    return time->one_day && time->first > 0 && token_mark(tokens, time->first - 1, ',') &&
           token_flag(tokens, 0, TOKEN_UPPER) &&
           (token_mark(tokens, time->end, '-') || token_mark(tokens, time->end, '_') ||
            token_mark(tokens, time->end, '('));
}

static struct times times_of_figures(const struct reading *reading)
{
    struct times times = times_read(reading);
    const struct tokens *tokens = &reading->tokens;
    size_t kept = 0;
    for (size_t k = 0; k < times.count; k++) {
        const struct time *time = &times.at[k];
        if (!is_beginning(tokens, time) && !is_base(reading, time) && !is_comparison(tokens, time) &&
            !is_of_saying(tokens, time) && !is_dateline(tokens, time))
            times.at[kept++] = *time;
    }
    times.count = kept;
    return times;
}

/* ---- choosing one ---- */

struct choice {
    const struct reading *reading;
    struct times times;
    struct segments segments;
};

/* In tokens; a comma between them parts them further. */
static size_t distance(const struct choice *choice, const struct time *time, const struct quantity *quantity)
{
    enum { COMMA = 4 };
    bool behind = time->first >= quantity->end;
    size_t from = behind ? quantity->end : time->end, to = behind ? time->first : quantity->first, length = to - from;
    for (size_t i = from; i < to; i++)
        length += token_mark(&choice->reading->tokens, i, ',') ? COMMA : 0;
    return length;
}

static bool overlap(const struct time *time, const struct quantity *quantity)
{
    return time->first < quantity->end && quantity->first < time->end;
}

/* The nearest time of a part; of two as near, the one behind the figure. */
static const struct time *nearest_in(const struct choice *choice, const struct quantity *quantity, size_t part,
                                     bool before_only)
{
    const struct time *best = NULL;
    for (size_t k = 0; k < choice->times.count; k++) {
        const struct time *time = &choice->times.at[k];
        if (choice->segments.of[time->first] != part || overlap(time, quantity) ||
            (before_only && time->first >= quantity->end))
            continue;
        if (!best || distance(choice, time, quantity) <= distance(choice, best, quantity))
            best = time;
    }
    return best;
}

/* "In 2023 …", "Ten years ago …": the time that begins the sentence goes for all of it. */
static const struct time *opening_time(const struct choice *choice, const struct quantity *quantity)
{
    const struct time *time = choice->times.at;
    bool opens = choice->times.count > 0 && time->first < OPENING_TOKENS && time->end <= quantity->first;
    const struct segment *part = &choice->segments.at[choice->segments.of[quantity->first]];
    bool parted = token_is(&choice->reading->tokens, part->first, "but");
    return opens && !parted && choice->segments.of[time->first] == 0 ? time : NULL;
}

/* "the €1.8 billion [that parliament approved in 2016]": the part that hangs on the figure itself. */
static const struct time *in_hanging_part(const struct choice *choice, const struct quantity *quantity)
{
    size_t at = quantity->end;
    if (at >= choice->reading->tokens.count)
        return NULL;
    size_t part = choice->segments.of[at];
    bool hangs = choice->segments.at[part].kind == SEGMENT_RELATIVE && choice->segments.at[part].first == at;
    return hangs ? nearest_in(choice, quantity, part, false) : NULL;
}

/* "60 of our [410] shops": what the figure before is a part of. */
static bool is_whole(const struct reading *reading, const struct quantity *quantity)
{
    const struct tokens *tokens = &reading->tokens;
    size_t i = quantity->first;
    return i >= 3 && token_has(tokens, i - 1, WORD_DETERMINER) && token_is(tokens, i - 2, "of") &&
           token_part_is(tokens, i - 3, PART_NUMBER);
}

/* "a fund worth 900 billion", a duration, an age: told beside the rest of the clause. */
static bool stands_aside(const struct reading *reading, const struct quantity *quantity)
{
    const struct tokens *tokens = &reading->tokens;
    size_t i = quantity->first;
    if (quantity->kind == KIND_DURATION || quantity->kind == KIND_AGE || quantity->hyphenated)
        return true;
    return i > 0 && token_is(tokens, i - 1, "worth") && !token_part_is(tokens, i - 2, PART_AUXILIARY);
}

static const struct time *time_of(const struct choice *choice, const struct quantity *quantity)
{
    const struct segments *segments = &choice->segments;
    size_t part = segments->of[quantity->first];
    const struct time *time = in_hanging_part(choice, quantity);
    if (!time)
        time = nearest_in(choice, quantity, part, false);
    if (is_whole(choice->reading, quantity))
        return NULL;
    if (stands_aside(choice->reading, quantity))
        return time && time->first >= quantity->end && distance(choice, time, quantity) <= 1 ? time : NULL;
    if (segments->at[part].kind == SEGMENT_COMPARISON &&
        segments->at[segments->at[part].outer].kind == SEGMENT_BRACKETS) /* "(revised from 0.5%)" */
        part = segments->at[part].outer;
    if (time || segments->at[part].kind == SEGMENT_COMPARISON || segments->at[part].kind == SEGMENT_ISLAND)
        return time;
    time = opening_time(choice, quantity);
    while (!time && (segments->at[part].kind == SEGMENT_GOES_ON || segments->at[part].kind == SEGMENT_BRACKETS)) {
        bool brackets = segments->at[part].kind == SEGMENT_BRACKETS;
        part = segments->at[part].outer;
        time = nearest_in(choice, quantity, part, !brackets);
    }
    return time;
}

/* The token behind the last one whose part is asked for: a figure's, that behind it, a time's. */
static size_t last_told(const struct choice *choice)
{
    const struct reading *reading = choice->reading;
    size_t end = choice->times.at[choice->times.count - 1].end;
    for (size_t k = 0; k < reading->count; k++)
        if (end <= reading->at[k].end)
            end = reading->at[k].end + 1;
    return end < reading->tokens.count ? end : reading->tokens.count;
}

/* Whether any of its figures may have a period. */
static bool has_figure(const struct reading *reading)
{
    for (size_t k = 0; k < reading->count; k++)
        if (!kind_is_background(reading->at[k].kind))
            return true;
    return false;
}

void periods_read(struct reading *reading)
{
    if (!has_figure(reading))
        return;
    struct choice choice = {.reading = reading, .times = times_of_figures(reading)};
    if (choice.times.count == 0)
        return;
    choice.segments = part_sentence(reading, last_told(&choice));
    for (size_t k = 0; k < reading->count; k++) {
        struct quantity *quantity = &reading->at[k];
        const struct time *time = kind_is_background(quantity->kind) ? NULL : time_of(&choice, quantity);
        if (!time)
            continue;
        quantity->period = tokens_text(&reading->tokens, time->first, time->end);
        quantity->period_interval = days_text(time->days, reading->perm);
    }
}
