/* Recognising dates, years and clock times in tokens. */
#include "core/extract/date.h"

#include "core/base/clock.h"
#include "core/text/tag.h"

/* An integer of at most `longest` digits, without separators. */
static bool integer_at(const struct tokens *tokens, size_t i, size_t longest, int *ret)
{
    if (!token_kind_is(tokens, i, TOKEN_NUMBER))
        return false;
    struct str text = token_text(tokens, i);
    int value = 0;
    if (text.len > longest)
        return false;
    for (size_t k = 0; k < text.len; k++) {
        if (!is_digit(text.ptr[k]))
            return false;
        value = value * 10 + (text.ptr[k] - '0');
    }
    *ret = value;
    return true;
}

bool year_at(const struct tokens *tokens, size_t i, int *ret)
{
    int year;
    if (!token_kind_is(tokens, i, TOKEN_NUMBER) || token_text(tokens, i).len != 4 || !integer_at(tokens, i, 4, &year))
        return false;
    bool letters_follow = token_kind_is(tokens, i + 1, TOKEN_WORD) && token_glued(tokens, i + 1) &&
                          !token_flag(tokens, i + 1, TOKEN_SUFFIX);
    if (year < 1000 || year > 2199 || letters_follow)
        return false;
    *ret = year;
    return true;
}

static bool month_at(const struct tokens *tokens, size_t i, int *ret)
{
    if (!token_has(tokens, i, WORD_MONTH))
        return false;
    bool ambiguous =
        token_is_one_of(tokens, i, "may march mar sep dec"); /* "may" and "march" in small letters are verbs */
    if (ambiguous && !token_flag(tokens, i, TOKEN_CAPITAL) && !token_is(tokens, i - 1, "on") &&
        !token_is(tokens, i - 2, "on"))
        return false;
    *ret = tokens->at[i].word->value;
    return true;
}

/* A day of the month, "7" or "7th"; *ret_end is the token after it. */
static bool day_at(const struct tokens *tokens, size_t i, int *ret, size_t *ret_end)
{
    int day;
    if (!integer_at(tokens, i, 2, &day) || day < 1 || day > 31 ||
        (token_mark(tokens, i + 1, ':') && token_glued(tokens, i + 1)))
        return false;
    size_t end = i + 1;
    if (token_glued(tokens, end) && token_is_one_of(tokens, end, "st nd rd th"))
        end++;
    else if (token_kind_is(tokens, end, TOKEN_WORD) && token_glued(tokens, end) &&
             !token_flag(tokens, end, TOKEN_SUFFIX))
        return false;
    *ret = day;
    *ret_end = end;
    return true;
}

/* The year after a month or day: "2021", ", 2021", "of 2021". */
static size_t year_after(const struct tokens *tokens, size_t i, int *ret_year)
{
    if (year_at(tokens, i, ret_year))
        return i + 1;
    bool between = token_mark(tokens, i, ',') || token_is(tokens, i, "of");
    return between && year_at(tokens, i + 1, ret_year) ? i + 2 : i;
}

/* No month has more days than it has; without a year February may have 29. */
static bool is_calendar_day(const struct date *date)
{
    int year = date->year > 0 ? date->year : 2000, last = date->last_day > 0 ? date->last_day : date->day;
    return last <= days_in_month(year, date->month);
}

/* "February 2022", "March 7, 2021", "March 7", "Oct. 18-22", "February" alone is none. */
static bool read_month_first(const struct tokens *tokens, size_t i, struct date *date)
{
    size_t end;
    if (!month_at(tokens, i, &date->month))
        return false;
    size_t at = token_mark(tokens, i + 1, '.') ? i + 2 : i + 1;
    size_t after = year_after(tokens, at, &date->year);
    if (after > at) {
        date->end = after;
        return true;
    }
    if (token_is(tokens, at, "the"))
        at++;
    if (!day_at(tokens, at, &date->day, &end))
        return false;
    int last;
    size_t span;
    if ((token_mark(tokens, end, '-') || token_is(tokens, end, "to")) && day_at(tokens, end + 1, &last, &span) &&
        last > date->day) {
        end = span;
        date->last_day = last;
    }
    date->end = year_after(tokens, end, &date->year);
    return is_calendar_day(date);
}

/* "7 March 2021", "9 May", "the 7th of March". */
static bool read_day_first(const struct tokens *tokens, size_t i, struct date *date)
{
    size_t end;
    if (!day_at(tokens, i, &date->day, &end))
        return false;
    if (token_is(tokens, end, "of"))
        end++;
    if (!month_at(tokens, end, &date->month))
        return false;
    end += token_mark(tokens, end + 1, '.') && year_at(tokens, end + 2, &date->year) ? 2 : 1;
    date->end = year_after(tokens, end, &date->year);
    return is_calendar_day(date);
}

/* "2019-09-01", "2019/09/01", "12/31/2019", "31.12.2019" is one token and is none. */
static bool read_numeric(const struct tokens *tokens, size_t i, struct date *date)
{
    int a, b, c;
    if (!token_mark(tokens, i + 1, '-') && !token_mark(tokens, i + 1, '/'))
        return false;
    char mark = tokens->at[i + 1].mark;
    bool shape = token_mark(tokens, i + 1, mark) && token_mark(tokens, i + 3, mark) && token_glued(tokens, i + 1) &&
                 token_glued(tokens, i + 2) && token_glued(tokens, i + 3) && token_glued(tokens, i + 4);
    if (!shape || !integer_at(tokens, i, 4, &a) || !integer_at(tokens, i + 2, 2, &b) ||
        !integer_at(tokens, i + 4, 4, &c))
        return false;
    bool year_first = a >= 1000;
    size_t year_digits = token_text(tokens, i + 4).len;
    if (!year_first && year_digits != 4 && !(mark == '/' && year_digits == 2))
        return false; /* "a 6-4-3 double play" */
    date->year = year_first ? a : c;
    date->month = year_first ? b : a;
    date->day = year_first ? c : b;
    if (!year_first && date->month > 12) {
        date->month = b;
        date->day = a;
    }
    if (date->year < 1000)
        date->year += date->year < 70 ? 2000 : 1900;
    if (date->month < 1 || date->month > 12 || date->day < 1 || date->day > days_in_month(date->year, date->month))
        return false;
    date->end = i + 5;
    return true;
}

WORD_LIST(hours, "a.m p.m a.m. p.m. am pm o'clock noon hrs");
WORD_LIST(zones, "GMT UTC BST EST EDT PST PDT CET CEST PT ET CT ICT IST");

/* "1:36.6", "17:22", "5:25 a.m.", "11 a.m.", "0401 GMT", "10 o'clock", and the zone after them. */
static bool read_clock(const struct tokens *tokens, size_t i, struct date *date)
{
    int hour;
    size_t end = i + 1;
    bool clock = false;
    if (!token_kind_is(tokens, i, TOKEN_NUMBER))
        return false;
    while (token_mark(tokens, end, ':') && token_glued(tokens, end) && token_kind_is(tokens, end + 1, TOKEN_NUMBER) &&
           token_glued(tokens, end + 1)) {
        end += 2;
        clock = true;
    }
    bool short_time =
        clock || integer_at(tokens, i, 2, &hour) || (token_text(tokens, i).len <= 5 && token_text(tokens, i).len >= 4);
    if (short_time && token_listed(tokens, end, &hours)) {
        bool plain = token_is(tokens, end, "hrs");
        if (!plain || token_text(tokens, i).len == 4) {
            clock = true;
            end++;
            end += token_mark(tokens, end, '.') && token_glued(tokens, end);
        }
    }
    if (token_listed(tokens, end, &zones) && token_flag(tokens, end, TOKEN_UPPER)) {
        clock = clock || token_text(tokens, i).len == 4;
        end += clock;
    }
    date->clock = true;
    date->end = end;
    return clock;
}

/* The second year of "2014-2017", "2023/24", "1939–45": its end, or 0. */
static size_t second_year(const struct tokens *tokens, size_t i, int first, int *ret)
{
    int value;
    bool tie = (token_mark(tokens, i, '-') || token_mark(tokens, i, '/')) && token_glued(tokens, i) &&
               token_glued(tokens, i + 1);
    if (!tie)
        return 0;
    if (year_at(tokens, i + 1, &value) && value > first) {
        *ret = value;
        return i + 2;
    }
    struct str text = token_text(tokens, i + 1);
    if (text.len == 2 && integer_at(tokens, i + 1, 2, &value) && value > first % 100) {
        *ret = first / 100 * 100 + value;
        return i + 2;
    }
    return 0;
}

/* Words that stand before a year and before little else that has four digits. */
static bool leads_to_year(const struct tokens *tokens, size_t i)
{
    return token_is_one_of(
               tokens, i,
               "in since until till during fiscal FY early late mid spring summer autumn fall winter before "
               "after circa ca season pre post year years by of from born AD") ||
           token_has(tokens, i, WORD_MONTH) ||
           (token_is(tokens, i, "to") &&
            token_is_one_of(tokens, i - 1, "prior previous subsequent antecedently previously subsequently up"));
}

/* Words that a year can be followed by, and that nothing is counted in: "in 2018 the", "of 1889 he", "1860 amounted". */
static bool is_no_noun(const struct tokens *tokens, size_t i)
{
    const uint32_t small = WORD_PREPOSITION | WORD_CONJUNCTION | WORD_AUXILIARY | WORD_SUBORDINATOR | WORD_VERB |
                           WORD_ADVERB | WORD_DETERMINER | WORD_PRONOUN;
    return !token_kind_is(tokens, i, TOKEN_WORD) || token_flag(tokens, i, TOKEN_SUFFIX) ||
           token_has(tokens, i, small) || str_ends(token_text(tokens, i), STR("ed")) ||
           (str_ends(token_text(tokens, i), STR("ing")) && token_kind_is(tokens, i + 1, TOKEN_WORD) &&
            token_has(tokens, i + 1, WORD_DETERMINER)) || /* "the law of 1878 directing this" */
           token_is_one_of(tokens, i, "levels level prices dollars");
}

/* "a total of 1984 pupils" */
static bool is_told_total(const struct tokens *tokens, size_t i)
{
    return i >= 2 && token_is(tokens, i - 1, "of") && token_kind_is(tokens, i + 1, TOKEN_WORD) &&
           token_is_one_of(tokens, i - 2, "total group fleet crowd force staff average list");
}

/* A year by what stands around it; four digits in the 1900s or 2000s are one unless something speaks against it. */
static bool is_year_here(const struct tokens *tokens, size_t i, int year)
{
    const size_t after = i + 1;
    bool modern = year >= 1900 && year <= 2100;
    bool counts = !is_no_noun(tokens, after);
    if (is_told_total(tokens, i) || token_has(tokens, after, WORD_SCALE) || token_mark(tokens, after, '%') ||
        token_is(tokens, after, "percent"))
        return false;
    bool leads = i > 0 && (leads_to_year(tokens, i - 1) ||
                           (token_mark(tokens, i - 1, '-') && i > 1 && leads_to_year(tokens, i - 2)));
    bool firm = i > 0 && token_is_one_of(
                             tokens, i - 1,
                             "in since until during fiscal FY early late mid spring summer autumn winter circa year");
    bool told = i > 1 && token_is(tokens, i - 1, "year") &&
                token_is_one_of(tokens, i - 2, "fiscal financial calendar crop tax the this");
    told = told || (i > 1 && token_is(tokens, i - 1, "over") && !counts &&
                    token_is_one_of(tokens, i - 2, "increase decrease gain rise growth excess advance"));
    told = told || (i > 1 && token_is(tokens, i - 1, "over") && token_is(tokens, after, "of") &&
                    token_kind_is(tokens, after + 1, TOKEN_SYMBOL)); /* ", over 1897 of $3 million" */
    if (told || (leads && (firm || modern || !counts)))
        return true;
    /* "about 2000 people", "some 1950 houses" */
    bool modified = i > 0 && token_is_one_of(tokens, i - 1,
                                             "about around roughly some approximately nearly almost over than least "
                                             "exactly to only just above below under");
    if (modern && modified)
        return !counts && !token_is_one_of(tokens, i - 1, "some least only than");
    /* "in the years 1808, 1809, 1810": older ones too, where nothing is counted and nothing says "so many" */
    bool amount = i > 0 && (token_has(tokens, i - 1, WORD_AUXILIARY) || token_part_is(tokens, i - 1, PART_VERB) ||
                            token_is_one_of(tokens, i - 1, "to by than total"));
    return modern || (!modified && !counts && !amount && year >= 1500);
}

/* "between 1814 and 1817", "from 1600 to 1900", seen from either year, with nothing counted after them. */
static bool is_year_pair(const struct tokens *tokens, size_t i)
{
    int first, second;
    bool first_one =
        i > 0 && token_is_one_of(tokens, i - 1, "between from year years") && token_is_one_of(tokens, i + 1, "and to");
    size_t a = first_one ? i : i - 2;
    bool told =
        a > 1 && a < tokens->count && token_is_one_of(tokens, a - 1, "year years"); /* "from the year 1869 to" */
    bool led = a > 0 && a < tokens->count && (told || token_is_one_of(tokens, a - 1, "between from")) &&
               token_is_one_of(tokens, a + 1, "and to");
    if (told)
        return led && year_at(tokens, a, &first) && year_at(tokens, a + 2, &second) && second > first;
    if (!led || !year_at(tokens, a, &first) || !year_at(tokens, a + 2, &second) || second <= first)
        return false;
    const uint32_t after_years = WORD_PREPOSITION | WORD_CONJUNCTION | WORD_AUXILIARY | WORD_SUBORDINATOR | WORD_VERB |
                                 WORD_ADVERB | WORD_DETERMINER;
    bool word = token_kind_is(tokens, a + 3, TOKEN_WORD) && !token_has(tokens, a + 3, after_years);
    return !word || a == 1; /* "Between 1600 and 1900 world temperatures dropped" */
}

/* "2018", "2014-2017", "FY2023/24", "the 1980s", with what stands around it speaking for a year. */
static bool read_year(const struct tokens *tokens, size_t i, struct date *date)
{
    int year;
    struct str text = token_text(tokens, i);
    bool decade = token_is(tokens, i + 1, "s") && token_glued(tokens, i + 1);
    if (decade && text.len == 4 && integer_at(tokens, i, 4, &year) && year >= 1000 && year < 2200) {
        date->year = year;
        date->last_year = year % 10 == 0 ? year + 9 : year; /* "2018s best film" has lost its apostrophe */
        date->end = i + 2;
        return true;
    }
    if (decade && text.len == 2 && integer_at(tokens, i, 2, &year) && year % 10 == 0 &&
        token_mark(tokens, i - 1, '\'')) {
        date->year = 1900 + year;
        date->last_year = date->year + 9;
        date->end = i + 2;
        return true;
    }
    if (!year_at(tokens, i, &year))
        return false;
    size_t end = second_year(tokens, i + 1, year, &date->last_year);
    if (end == 0 && !is_year_pair(tokens, i) && !is_year_here(tokens, i, year))
        return false;
    date->year = year;
    date->end = end > 0 ? end : i + 1;
    return true;
}

/*
 * Whether a date may begin with the digits at token i: four of them may be a year or an hour, and to any others the next token
 * says what they are, "7 March", "7th", "7 of May", "9/1/2019", "17:22", "5 p.m.", "'90s". Most numbers end here.
 */
static bool may_be_date(const struct tokens *tokens, size_t i)
{
    enum { YEAR_DIGITS = 4 };
    const struct token *next = token_at(tokens, i + 1);
    if (tokens->at[i].end - tokens->at[i].start == YEAR_DIGITS)
        return true;
    if (!next || next->kind != TOKEN_WORD)
        return next && (next->mark == ':' || next->mark == '-' || next->mark == '/');
    return (next->flags & TOKEN_GLUED) || token_has(tokens, i + 1, WORD_MONTH) || token_is(tokens, i + 1, "of") ||
           token_listed(tokens, i + 1, &hours) || token_listed(tokens, i + 1, &zones);
}

/* Each reader is asked only where the number's length, or the token after it, may be of its form. */
static bool read_number_date(const struct tokens *tokens, size_t i, struct date *date)
{
    size_t digits = token_text(tokens, i).len;
    bool parted = token_mark(tokens, i + 1, '-') || token_mark(tokens, i + 1, '/');
    bool clock =
        token_mark(tokens, i + 1, ':') || token_listed(tokens, i + 1, &hours) || token_listed(tokens, i + 1, &zones);
    const struct date none = *date;
    if (digits <= 2 && read_day_first(tokens, i, date))
        return true;
    *date = none;
    if (parted && read_numeric(tokens, i, date))
        return true;
    *date = none;
    if (clock && read_clock(tokens, i, date))
        return true;
    *date = none;
    return (digits == 4 || digits == 2) && read_year(tokens, i, date);
}

bool date_read(const struct tokens *tokens, size_t i, struct date *ret)
{
    struct date date = {.first = i};
    bool number = token_kind_is(tokens, i, TOKEN_NUMBER);
    if (number && !may_be_date(tokens, i))
        return false;
    if (!(number ? read_number_date(tokens, i, &date) : read_month_first(tokens, i, &date)))
        return false;
    if (date.last_year == 0)
        date.last_year = date.year;
    *ret = date;
    return true;
}

static char *put_digits(char *out, int value, size_t digits)
{
    for (size_t i = digits; i-- > 0; value /= 10)
        out[i] = (char)('0' + value % 10);
    return out + digits;
}

struct str date_iso(const struct date *date, struct arena *arena)
{
    char *text = arena_take(arena, sizeof("0000-00-00")), *out = text;
    if (date->year == 0)
        *out++ = '-';
    else
        out = put_digits(out, date->year, 4);
    if (date->year > 0 && date->last_year != date->year) {
        *out++ = '/';
        out = put_digits(out, date->last_year, 4);
    } else if (date->year == 0 || date->month > 0) {
        *out++ = '-';
        out = put_digits(out, date->month, 2);
        if (date->year == 0 || date->day > 0) {
            *out++ = '-';
            out = put_digits(out, date->day, 2);
        }
    }
    *out = '\0';
    return (struct str){text, (size_t)(out - text)};
}

struct days date_days(const struct date *date)
{
    if (date->year == 0)
        return (struct days){0, 0};
    int first_month = date->month ? date->month : 1, last_month = date->month ? date->month : 12;
    int first_day = date->day ? date->day : 1;
    int last_day = date->last_day ? date->last_day : date->day ? date->day : days_in_month(date->last_year, last_month);
    return (struct days){day_number(date->year, first_month, first_day),
                         day_number(date->last_year, last_month, last_day)};
}
