/* Phrases, numbers, dates and units in the language of the report; the tables are phrases.def and units_de.def. */
#include "core/report/voice.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>
#include <utf8proc.h>

#include "core/base/clock.h"
#include "core/base/decimal.h"
#include "core/base/utf8.h"
#include "core/record/basis.h"

static const char *const codes[LANGUAGE_END] = {[LANGUAGE_ENGLISH] = "en", [LANGUAGE_GERMAN] = "de"};
const struct names languages = {"language", codes, LANGUAGE_END};

const struct voice voice_plain = {.language = LANGUAGE_ENGLISH};

static const char *const phrases[PHRASE_END][LANGUAGE_END] = {
#define PHRASE(name, english, german) [PHRASE_##name] = {english, german},
#include "core/report/phrases.def"
#undef PHRASE
};

const char *voice_phrase(const struct voice *voice, int phrase)
{
    assert(phrase >= 0 && phrase < PHRASE_END && voice->language >= 0 && voice->language < LANGUAGE_END);
    return phrases[phrase][voice->language];
}

static void fill(struct buf *out, struct str form, const struct str *parts, size_t count)
{
    for (size_t at = 0; at < form.len; at++) {
        bool place = form.ptr[at] == '{' && at + 2 < form.len && form.ptr[at + 2] == '}';
        if (!place) {
            buf_char(out, form.ptr[at]);
            continue;
        }
        size_t index = (size_t)(form.ptr[at + 1] - '1');
        assert(index < count);
        buf_str(out, parts[index]);
        at += 2;
    }
}

void voice_fill(struct buf *out, const struct voice *voice, int phrase, const struct str *parts, size_t count)
{
    fill(out, str_from(voice_phrase(voice, phrase)), parts, count);
}

void voice_count(struct buf *out, const struct voice *voice, int phrase, int64_t count)
{
    struct str many = str_from(voice_phrase(voice, phrase)), one = str_split(&many, '|');
    struct buf digits = {0};
    voice_integer(&digits, voice, count);
    const struct str part = buf_view(&digits);
    fill(out, count == 1 || many.len == 0 ? one : many, &part, 1);
    buf_release(&digits);
}

/* ---- numbers ---- */

void voice_number(struct buf *out, const struct voice *voice, struct str value)
{
    struct decimal ignored;
    if (!decimal_parse(value, &ignored)) {
        buf_str(out, value);
        return;
    }
    size_t point = str_find(value, STR("."), 0);
    for (size_t i = 0; i < value.len; i++) {
        if (i < point && i > 0 && is_digit(value.ptr[i - 1]) && (point - i) % 3 == 0)
            buf_str(out, str_from(voice_phrase(voice, PHRASE_THOUSANDS)));
        if (i == point)
            buf_str(out, str_from(voice_phrase(voice, PHRASE_DECIMAL_SIGN)));
        else
            buf_char(out, value.ptr[i]);
    }
}

void voice_integer(struct buf *out, const struct voice *voice, int64_t value)
{
    struct buf digits = {0};
    buf_printf(&digits, "%" PRId64, value);
    voice_number(out, voice, buf_view(&digits));
    buf_release(&digits);
}

const char *voice_reason(const struct voice *voice, int reason)
{
    if (reason <= REASON_NONE || reason >= REASON_END)
        return NULL;
    return voice_phrase(voice, PHRASE_REASON_ROUNDING + reason - REASON_ROUNDING);
}

/* ---- dates ---- */

/* Without a zero before it. */
static struct str short_number(struct str digits)
{
    return digits.len == 2 && digits.ptr[0] == '0' ? str_slice(digits, 1, 2) : digits;
}

static void add_date(struct buf *out, const struct voice *voice, struct str iso)
{
    struct str year = str_slice(iso, 0, 4);
    if (!iso.ptr || iso.len == 4) {
        buf_str(out, year);
        return;
    }
    int month = (iso.ptr[5] - '0') * 10 + iso.ptr[6] - '0';
    struct str name = str_from(voice_phrase(voice, PHRASE_MONTH_1 + month - 1));
    if (iso.len == 7)
        VOICE_FILL(out, voice, PHRASE_DATE_MONTH, name, year);
    else
        VOICE_FILL(out, voice, PHRASE_DATE_DAY, short_number(str_slice(iso, 8, 10)), name, year);
}

void voice_date(struct buf *out, const struct voice *voice, struct str raw)
{
    struct buf day = {0};
    if (timestamp_valid(raw)) {
        add_date(&day, voice, str_slice(raw, 0, 10));
        VOICE_FILL(out, voice, PHRASE_DATE_TIME, buf_view(&day), str_slice(raw, 11, 16));
    } else if (date_valid(raw)) {
        add_date(out, voice, raw);
    } else {
        buf_str(out, raw);
    }
    buf_release(&day);
}

/* ---- ratings ---- */

static void add_capital(struct buf *out, struct str words)
{
    uint32_t point = 0;
    utf8proc_uint8_t bytes[4];
    size_t first = words.len > 0 ? utf8_decode(words, 0, &point) : 0;
    if (words.len == 0)
        return;
    utf8proc_ssize_t len = utf8proc_encode_char(utf8proc_toupper((utf8proc_int32_t)point), bytes);
    buf_add(out, bytes, len > 0 ? (size_t)len : 0);
    buf_str(out, str_slice(words, first, words.len));
}

/* A desk's own name stays as the desk writes it. */
void voice_state(struct buf *out, const struct voice *voice, int state, bool capital)
{
    struct str own = state < RATING_END ? voice->ratings[state] : STR_NULL;
    struct str name = str_from(voice_phrase(voice, PHRASE_RATED_ACCURATE + state));
    if (own.ptr)
        buf_str(out, own);
    else if (capital)
        add_capital(out, name);
    else
        buf_str(out, name);
}

/* ---- units ---- */

static const struct {
    const char *one, *many;
} irregular[] = {
    {"person", "people"}, {"child", "children"}, {"man", "men"},         {"woman", "women"},
    {"foot", "feet"},     {"inch", "inches"},    {"percent", "percent"}, {"aircraft", "aircraft"},
    {"sheep", "sheep"},   {"series", "series"},  {"species", "species"}, {"hertz", "hertz"},
    {"people", "people"}, {"police", "police"},  {"staff", "staff"},     {"personnel", "personnel"},
    {"life", "lives"},    {"wife", "wives"},     {"half", "halves"},     {"horsepower", "horsepower"},
};

/* The plural of one English word. Where it is not a plain noun the singular stays, which is what the record holds. */
static void add_plural(struct buf *out, struct str word)
{
    for (size_t i = 0; i < sizeof(irregular) / sizeof(irregular[0]); i++) {
        if (str_eq(word, str_from(irregular[i].one))) {
            buf_str(out, str_from(irregular[i].many));
            return;
        }
    }
    char last = word.len > 1 ? word.ptr[word.len - 1] : '\0', before = word.len > 1 ? word.ptr[word.len - 2] : '\0';
    bool us = last == 's' && before == 'u'; /* a bus, a virus */
    bool sibilant = last == 'x' || last == 'z' || (last == 'h' && (before == 'c' || before == 's'));
    if (last == 's' && before != 's' && !us)
        buf_str(out, word);
    else if (last == 'y' && !strchr("aeiou", before))
        buf_printf(out, "%.*sies", (int)word.len - 1, word.ptr);
    else if (is_lower(last))
        buf_printf(out, "%.*s%s", STR_ARG(word), sibilant || last == 's' ? "es" : "s");
    else
        buf_str(out, word);
}

/* "kilometre per hour" → "kilometres per hour", "degree Celsius" → "degrees Celsius", "civilian job" → "civilian jobs". */
static void add_plural_unit(struct buf *out, struct str unit)
{
    static const char *const tails[] = {" per ", " of ", " Celsius", " Fahrenheit"};
    struct str rest = STR("");
    for (size_t i = 0; i < sizeof(tails) / sizeof(tails[0]); i++) {
        size_t at = str_find(unit, str_from(tails[i]), 0);
        if (at < unit.len) {
            rest = str_slice(unit, at, unit.len);
            unit.len = at;
        }
    }
    size_t noun = unit.len;
    while (noun > 0 && unit.ptr[noun - 1] != ' ')
        noun--;
    buf_add(out, unit.ptr, noun);
    add_plural(out, str_slice(unit, noun, unit.len));
    buf_str(out, rest);
}

static const struct german_unit {
    const char *name, *one, *many;
} german_units[] = {
#define UNIT(name, one, many) {name, one, many},
#include "core/report/units_de.def"
#undef UNIT
};

static const struct german_unit *german(struct str unit)
{
    for (size_t i = 0; i < sizeof(german_units) / sizeof(german_units[0]); i++)
        if (str_eq(unit, str_from(german_units[i].name)))
            return &german_units[i];
    return NULL;
}

void voice_unit(struct buf *out, const struct voice *voice, struct str unit, bool one)
{
    const struct german_unit *known = voice->language == LANGUAGE_GERMAN ? german(unit) : NULL;
    if (known)
        buf_str(out, str_from(one ? known->one : known->many));
    else if (one)
        buf_str(out, unit);
    else
        add_plural_unit(out, unit);
}
