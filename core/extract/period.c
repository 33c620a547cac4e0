/*
 * Periods: the time that a figure is about, "in 2018", "between 2014 and 2017", "last year", "in May".
 *
 * A sentence's times are listed once (time.h). Each figure takes the nearest one in its own part of the sentence; where that
 * has none, the time that opens the sentence ("In 2023 …"), or the one that went before in a part that this one goes on from
 * ("… in August while imports edged up 0.4%"). A time never goes back to the part before: what "must repay £95m by June"
 * says is not true of what it owes now.
 */
#include "core/extract/segment.h"
#include "core/extract/time.h"
#include "core/text/tag.h"

enum { OPENING_TOKENS = 3 };

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
    choice.segments = segments_read(reading, last_told(&choice));
    for (size_t k = 0; k < reading->count; k++) {
        struct quantity *quantity = &reading->at[k];
        const struct time *time = kind_is_background(quantity->kind) ? NULL : time_of(&choice, quantity);
        if (!time)
            continue;
        quantity->period = tokens_text(&reading->tokens, time->first, time->end);
        quantity->period_interval = days_text(time->days, reading->perm);
    }
}
