/* Finding times: a reader for each form, tried at each token; the first that fits wins. */
#include "core/extract/time.h"

#include "core/extract/time_scan.h"
#include "core/text/tag.h"

enum { NESTING = 3 }; /* "the first half of the year to July" */

static bool time_at(struct scan *scan, size_t i, struct time *ret);

/* A time inside another: "the end of [June]". */
static bool inner_time(struct scan *scan, size_t i, struct time *ret)
{
    if (scan->depth >= NESTING)
        return false;
    scan->depth++;
    bool found = time_at(scan, i, ret);
    scan->depth--;
    return found;
}

/* ---- parts of a time, and spans that end with one ---- */

/* "the first half of [last year]", "the end of [June]": the part of the whole where it can be told. */
static struct days part_of(struct days whole, int first_month, int months)
{
    if (!days_known(whole) || months == 0 || first_month < 0)
        return days_unknown;
    struct days first = days_shift((struct days){whole.first, whole.first}, first_month);
    int last = days_shift(first, months).first - 1;
    return last <= whole.last ? (struct days){first.first, last} : days_unknown;
}

/* How many whole months it has. */
static int months_in(struct days days)
{
    enum { CENTURY = 1200 };
    int months = 0;
    while (months < CENTURY && days_shift((struct days){days.first, days.first}, months + 1).first <= days.last + 1)
        months++;
    return months;
}

/* Whether an "of" or "in" with a time follows at i; *ret is that time. Or a time right behind: "last year", "2023". */
static bool whole_at(struct scan *scan, size_t i, struct time *ret)
{
    bool of = token_is_one_of(scan->tokens, i, "of in");
    bool plain =
        of && token_is(scan->tokens, i + 1, "the") && token_is_one_of(scan->tokens, i + 2, "year month quarter");
    if (plain) {
        *ret = (struct time){.first = i + 1, .end = i + 3};
        return true;
    }
    return inner_time(scan, of ? i + 1 : i, ret);
}

/* "the third quarter", "the first half of the year", "the first six months of 2024", "second-quarter". */
static bool read_ordinal(struct scan *scan, size_t i, struct time *ret)
{
    const struct tokens *tokens = scan->tokens;
    size_t ordinal = past_the(tokens, i), noun = ordinal + 1;
    bool numbered = token_is_one_of(tokens, ordinal, "first second third fourth");
    int count = 0, rank = numbered ? tokens->at[ordinal].word->value : 0;
    if (!numbered && !token_is_one_of(tokens, ordinal, "last final latter"))
        return false;
    bool hyphen = token_mark(tokens, noun, '-') && token_glued(tokens, noun) && token_is(tokens, noun + 1, "quarter");
    noun += hyphen;
    size_t counted = noun;
    noun = count_at(tokens, counted, &count);
    bool half = token_is(tokens, noun, "half"), bare = noun == counted;
    bool unit = bare ? token_is_one_of(tokens, noun, "quarter month week")
                     : token_is_one_of(tokens, noun, "quarters months weeks years days");
    if (!half && !unit)
        return false;
    struct time whole;
    *ret = (struct time){.first = i, .end = noun + 1};
    bool of = whole_at(scan, noun + 1, &whole);
    bool quarter = bare && numbered && token_is(tokens, noun, "quarter");
    bool led = i > 0 && token_is_one_of(tokens, i - 1, "in during over for since by of until") && ordinal > i;
    if (!of && ((!hyphen && !led && !quarter) || token_is(tokens, ordinal, "last")))
        return false;
    int months = half ? 6 : unit_months(tokens, noun) * (bare ? 1 : count);
    if (of) {
        ret->end = whole.end;
        if (numbered && (bare || rank == 1))
            ret->days = part_of(whole.days, (rank - 1) * months, months);
        else if (!numbered && days_known(whole.days) && months > 0) /* "the final three months of 2023" */
            ret->days = part_of(whole.days, months_in(whole.days) - months, months);
    } else if (quarter && scan->month > 0 && !may_be_ahead(tokens, i)) {
        int first = (rank - 1) * 3 + 1; /* the latest such quarter that is over */
        ret->days = days_of_months(scan->year - (first + 3 > scan->month), first, 3);
    }
    return true;
}

/* "the end of June", "early 2019", "mid-May". */
static bool read_edge(struct scan *scan, size_t i, struct time *ret)
{
    const struct tokens *tokens = scan->tokens;
    size_t edge = past_the(tokens, i);
    struct time whole;
    bool vague = token_is_one_of(tokens, edge, "early late mid");
    if (vague) {
        size_t at = edge + 1 + token_mark(tokens, edge + 1, '-');
        if (!inner_time(scan, at, &whole) || whole.one_day)
            return false;
    } else if (!token_is_one_of(tokens, edge, "end start beginning middle close turn") ||
               !token_is(tokens, edge + 1, "of") || !whole_at(scan, edge + 1, &whole)) {
        return false;
    }
    *ret = (struct time){.first = i, .end = whole.end, .days = whole.days};
    bool known = days_known(whole.days);
    if (known && token_is_one_of(tokens, edge, "end close"))
        ret->days.first = whole.days.last;
    else if (known && token_is_one_of(tokens, edge, "start beginning"))
        ret->days.last = whole.days.first;
    return true;
}

/* "the year to July", "the three months to September", "the week ending 19 March", "the 12 months ended June 30". */
static bool read_run(struct scan *scan, size_t i, struct time *ret)
{
    const struct tokens *tokens = scan->tokens;
    int count = 1;
    struct time last;
    size_t the = past_the(tokens, i), noun = count_at(tokens, the, &count);
    bool fiscal = token_is_one_of(tokens, noun, "fiscal financial");
    noun += fiscal;
    bool bare = noun == the + (size_t)fiscal;
    if (bare)
        count = 1;
    bool unit = is_time_unit(tokens, noun);
    if (!unit || (bare && the == i) || !token_is_one_of(tokens, noun + 1, "to ended ending through until") ||
        !inner_time(scan, noun + 2, &last))
        return false;
    *ret = (struct time){.first = i, .end = last.end};
    int months = unit_months(tokens, noun) * count;
    if (!days_known(last.days) || count <= 0)
        return true;
    int end = last.days.last;
    if (months > 0)
        ret->days = (struct days){days_shift((struct days){end, end}, -months).last + 1, end};
    else if (unit_is(tokens, noun, "week"))
        ret->days = (struct days){end - 7 * count + 1, end};
    return true;
}

/* "the same quarter of 2022", "the same period last year", "the same month a year earlier". */
static bool read_same(struct scan *scan, size_t i, struct time *ret)
{
    const struct tokens *tokens = scan->tokens;
    size_t noun = i + 2;
    struct time whole;
    if (!token_is(tokens, i, "the") || !token_is(tokens, i + 1, "same") ||
        !token_is_one_of(tokens, noun, "quarter period month week time half season day point"))
        return false;
    *ret = (struct time){.first = i, .end = noun + 1};
    if (whole_at(scan, noun + 1, &whole))
        ret->end = whole.end;
    return ret->end > noun + 1;
}

/* "in the quarter", "over the year". */
static bool read_plain(struct scan *scan, size_t i, struct time *ret)
{
    const struct tokens *tokens = scan->tokens;
    bool led = i > 0 && token_is_one_of(tokens, i - 1, "in over during for");
    if (!led || !token_is(tokens, i, "the") || !token_is_one_of(tokens, i + 1, "year quarter month week period") ||
        !(time_may_end(tokens, i + 2) || token_part_is(tokens, i + 2, PART_ADVERB)))
        return false;
    *ret = (struct time){.first = i, .end = i + 2};
    return true;
}

/*
 * The readers of all forms, in the order in which they are tried: READER(reader, first words, words after "the"). A time of
 * its form begins with one of the first ones, or with "the" and one of the others; or, dates too, with a count or a figure.
 */
#define COUNTS "a an few several many @cardinal " /* no other reader has any of these */
#define RANKS "first second third fourth last final latter "
#define EDGES "early late mid end start beginning middle close turn "
#define LEADS "last this next previous current past coming following preceding "
#define SEASONS "spring summer autumn fall winter "
#define DAY_WORDS "Christmas Easter Ramadan Thanksgiving today yesterday tomorrow tonight "
#define READERS                                                                                                        \
    READER(read_date, "@month ", "")                                                                                   \
    READER(read_quarter, "Q H ", "")                                                                                   \
    READER(read_fiscal, "fiscal financial FY ", "")                                                                    \
    READER(read_run, "", TIME_UNITS "fiscal financial ")                                                               \
    READER(read_same, "", "same ")                                                                                     \
    READER(read_ordinal, RANKS, RANKS)                                                                                 \
    READER(read_edge, EDGES, EDGES)                                                                                    \
    READER(read_distance, "", TIME_UNITS)                                                                              \
    READER(read_relative, LEADS, LEADS)                                                                                \
    READER(read_ellipsis, "next last ", "")                                                                            \
    READER(read_day_word, DAY_WORDS, "")                                                                               \
    READER(read_season, SEASONS, SEASONS)                                                                              \
    READER(read_month, "@month ", "")                                                                                  \
    READER(read_weekday, "@weekday ", "")                                                                              \
    READER(read_plain, "", "year quarter month week period ")

static time_reader *const readers[] = {
#define READER(reader, first, after_the) reader,
    READERS
#undef READER
};
static const struct word_list reader_first[] WORD_LIST_SECTION = {
#define READER(reader, first, after_the) {first},
    READERS
#undef READER
};
static const struct word_list reader_after_the[] WORD_LIST_SECTION = {
#define READER(reader, first, after_the) {after_the},
    READERS
#undef READER
};
static const struct word_list first_words WORD_LIST_SECTION = {
#define READER(reader, first, after_the) first
    READERS
#undef READER
        COUNTS "the"};

/* Nouns without which a sentence tells no time, dates and "the last one" aside. */
WORD_LIST(time_nouns, TIME_UNITS SEASONS DAY_WORDS "half period Q H @month @weekday");

/* What begins with a count: "[the] three months to June", "a year ago". */
static bool counted_time_at(struct scan *scan, size_t i, size_t head, struct time *ret)
{
    const struct tokens *tokens = scan->tokens;
    int count;
    if (!token_is_one_of(tokens, head + 1, TIME_UNITS "fiscal financial few couple") &&
        !token_mark(tokens, head + 1, '-'))
        return false; /* the unit, or more of the count, has to stand there */
    return token_is_one_of(tokens, count_at(tokens, head, &count), TIME_UNITS "fiscal financial") &&
           (read_run(scan, i, ret) || (head == i && read_distance(scan, i, ret)));
}

static bool time_at(struct scan *scan, size_t i, struct time *ret)
{
    const struct tokens *tokens = scan->tokens;
    size_t head = past_the(tokens, i);
    if (token_kind_is(tokens, head, TOKEN_NUMBER))
        return (scan->dated && head == i && read_date(scan, i, ret)) ||
               (scan->units && counted_time_at(scan, i, head, ret));
    if (token_is_one_of(tokens, head, COUNTS))
        return scan->units && counted_time_at(scan, i, head, ret);
    const size_t count = sizeof(readers) / sizeof(readers[0]);
    const struct word_list *lists = head > i ? reader_after_the : reader_first;
    for (size_t k = 0; (k = token_next_list(tokens, head, lists, count, k)) < count; k++)
        if (readers[k](scan, i, ret))
            return true;
    return false;
}

/* ---- what stands between them ---- */

/* "between 2016 and 2019", "from March to May": two times with one word between are one. */
static bool joins_last(const struct scan *scan, struct time *last, const struct time *next)
{
    const struct tokens *tokens = scan->tokens;
    bool led = last->first > 0 && token_is_one_of(tokens, last->first - 1, "between from");
    if (!led || next->first != last->end + 1 || !token_is_one_of(tokens, last->end, "and to until through"))
        return false;
    bool known = days_known(last->days) && days_known(next->days) && last->days.first <= next->days.last;
    last->days = known ? (struct days){last->days.first, next->days.last} : days_unknown;
    last->end = next->end;
    return true;
}

/* "a year earlier" is told against the time before it in the sentence. */
static void shift_distance(const struct scan *scan, const struct times *times, struct time *time)
{
    const struct tokens *tokens = scan->tokens;
    if (days_known(time->days) || times->count == 0)
        return;
    int count = 1;
    size_t noun = token_is(tokens, time->first, "the") ? time->first + 1 : count_at(tokens, time->first, &count);
    if (noun + 2 != time->end || !token_is_one_of(tokens, noun + 1, "earlier before previously"))
        return;
    const struct time *told = &times->at[times->count - 1];
    if (unit_months(tokens, noun) > 0 && unit_months(tokens, noun) * count < 120 * 12)
        time->days = days_shift(told->days, -unit_months(tokens, noun) * count);
}

/* "since 2015": from then up to the document's day. */
static void lead_with_since(const struct scan *scan, struct time *time)
{
    if (time->first == 0 || !token_is(scan->tokens, time->first - 1, "since"))
        return;
    time->first--;
    bool known = days_known(time->days) && scan->today >= time->days.first;
    time->days = known ? (struct days){time->days.first, scan->today} : days_unknown;
}

static int number_of(struct str text, size_t from, size_t to)
{
    int value = 0;
    if (text.len < to)
        return 0;
    for (size_t i = from; i < to; i++)
        value = value * 10 + (text.ptr[i] - '0');
    return value;
}

static bool has_date(const struct reading *reading)
{
    for (size_t k = 0; k < reading->count; k++)
        if (reading->at[k].kind == KIND_DATE)
            return true;
    return false;
}

struct times times_read(const struct reading *reading)
{
    const struct tokens *tokens = &reading->tokens;
    struct times times = {0};
    bool one = tokens_have_one_of(tokens, "one") && tokens_have_one_of(tokens, LEADS);
    bool dated = has_date(reading);
    if (!tokens_listed(tokens, &time_nouns) && !one && !dated)
        return times;
    struct str published = reading->published;
    struct scan scan = {.reading = reading,
                        .tokens = tokens,
                        .dated = dated,
                        .units = tokens_have_one_of(tokens, TIME_UNITS),
                        .year = number_of(published, 0, 4),
                        .month = number_of(published, 5, 7)};
    int day = number_of(published, 8, 10);
    scan.today = day > 0 ? day_number(scan.year, scan.month, day) : 0;
    times.at = arena_take(reading->scratch, (tokens->count + 1) * sizeof(*times.at));
    for (size_t i = 0; i < tokens->count;) {
        struct time time;
        bool begins = token_kind_is(tokens, i, TOKEN_NUMBER) || token_listed(tokens, i, &first_words);
        if (!begins || !time_at(&scan, i, &time)) {
            i++;
            continue;
        }
        i = time.end;
        shift_distance(&scan, &times, &time);
        if (times.count > 0 && joins_last(&scan, &times.at[times.count - 1], &time))
            continue;
        lead_with_since(&scan, &time);
        times.at[times.count++] = time;
    }
    return times;
}
