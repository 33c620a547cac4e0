/* Reads what headers say, by a table of the phrases that statistics use. */
#include "core/series/header.h"

#include "core/base/buf.h"
#include "core/extract/unit.h"

enum { TOKENS_MOST = 64, WORDS_MOST = 4 };

struct header_token {
    struct str text;
    bool aside; /* between brackets, or of a unit */
    bool ends;  /* the last before a bracket, a comma or the end */
};

struct header_tokens {
    struct header_token at[TOKENS_MOST];
    size_t count;
    bool snake; /* words_are_joined_so */
};

enum effect {
    EFFECT_NONE, /* says nothing that is kept */
    EFFECT_PERCENT,
    EFFECT_SHARE, /* percent, of what follows */
    EFFECT_CHANGE,
    EFFECT_PERCENT_CHANGE,
    EFFECT_UNIT, /* `value` */
    EFFECT_SCALE,
    EFFECT_NOMINAL,
    EFFECT_REAL,
    EFFECT_INDEX,
    EFFECT_PER_IS, /* `value` */
    EFFECT_PER,    /* what follows */
};

struct pattern {
    const char *words; /* "#" is a year */
    enum effect effect;
    const char *value;
    int scale;
    bool keep;  /* they are words of the measure, too */
    bool aside; /* only between brackets */
};

/* Of two that fit, the first is taken: longer ones stand before their beginnings. */
static const struct pattern patterns[] = {
    {"constant prices of #", EFFECT_REAL},
    {"constant #", EFFECT_REAL},
    {"chained #", EFFECT_REAL},
    {"real #", EFFECT_REAL},
    {"at # prices", EFFECT_REAL},
    {"in # prices", EFFECT_REAL},
    {"# prices", EFFECT_REAL},
    {"# constant prices", EFFECT_REAL},
    {"constant prices", EFFECT_REAL},
    {"constant", EFFECT_REAL},
    {"chained volume", EFFECT_REAL},
    {"inflation adjusted", EFFECT_REAL},
    {"real", EFFECT_REAL},
    {"current prices", EFFECT_NOMINAL},
    {"current", EFFECT_NOMINAL},
    {"nominal", EFFECT_NOMINAL},
    {"# = 100", EFFECT_INDEX},
    {"index", EFFECT_INDEX, .keep = true},
    {"annual % change", EFFECT_PERCENT_CHANGE},
    {"annual % growth", EFFECT_PERCENT_CHANGE},
    {"annual %", EFFECT_PERCENT_CHANGE},
    {"annual percent", EFFECT_PERCENT_CHANGE},
    {"% change", EFFECT_PERCENT_CHANGE},
    {"percent change", EFFECT_PERCENT_CHANGE},
    {"percentage change", EFFECT_PERCENT_CHANGE},
    {"% growth", EFFECT_PERCENT_CHANGE},
    {"growth rate", EFFECT_CHANGE},
    {"growth", EFFECT_CHANGE},
    {"year on year", EFFECT_CHANGE},
    {"yoy", EFFECT_CHANGE},
    {"inflation", EFFECT_CHANGE, .keep = true},
    {"per capita", EFFECT_PER_IS, "person"},
    {"per head", EFFECT_PER_IS, "person"},
    {"per person", EFFECT_PER_IS, "person"},
    {"per inhabitant", EFFECT_PER_IS, "person"},
    {"a head", EFFECT_PER_IS, "person"},
    {"per national currency unit", EFFECT_PER_IS, NATIONAL_CURRENCY},
    {"per national currency", EFFECT_PER_IS, NATIONAL_CURRENCY},
    {"per", EFFECT_PER},
    {"as % of", EFFECT_SHARE},
    {"as a percentage of", EFFECT_SHARE},
    {"as a share of", EFFECT_SHARE},
    {"% of", EFFECT_SHARE},
    {"percent of", EFFECT_SHARE},
    {"per cent of", EFFECT_SHARE},
    {"percentage of", EFFECT_SHARE},
    {"pct of", EFFECT_SHARE},
    {"share of", EFFECT_SHARE},
    {"percentage points", EFFECT_UNIT, "percentage point"},
    {"percentage point", EFFECT_UNIT, "percentage point"},
    {"%", EFFECT_PERCENT},
    {"percent", EFFECT_PERCENT},
    {"per cent", EFFECT_PERCENT},
    {"percentage", EFFECT_PERCENT, .aside = true},
    {"pct", EFFECT_PERCENT},
    {"national currency units", EFFECT_UNIT, NATIONAL_CURRENCY},
    {"national currency unit", EFFECT_UNIT, NATIONAL_CURRENCY},
    {"national currency", EFFECT_UNIT, NATIONAL_CURRENCY},
    {"local currency units", EFFECT_UNIT, NATIONAL_CURRENCY},
    {"local currency unit", EFFECT_UNIT, NATIONAL_CURRENCY},
    {"local currency", EFFECT_UNIT, NATIONAL_CURRENCY},
    {"lcu", EFFECT_UNIT, NATIONAL_CURRENCY},
    {"people", EFFECT_UNIT, "person", .aside = true},
    {"persons", EFFECT_UNIT, "person", .aside = true},
    {"inhabitants", EFFECT_UNIT, "person", .aside = true},
    {"population", EFFECT_UNIT, "person", .keep = true},
    {"international dollars", EFFECT_UNIT, "international dollar"},
    {"international $", EFFECT_UNIT, "international dollar"},
    {"thousands of", EFFECT_SCALE, NULL, 3},
    {"thousands", EFFECT_SCALE, NULL, 3},
    {"thousand", EFFECT_SCALE, NULL, 3},
    {"millions of", EFFECT_SCALE, NULL, 6},
    {"millions", EFFECT_SCALE, NULL, 6},
    {"million", EFFECT_SCALE, NULL, 6},
    {"mln", EFFECT_SCALE, NULL, 6},
    {"mn", EFFECT_SCALE, NULL, 6},
    {"billions of", EFFECT_SCALE, NULL, 9},
    {"billions", EFFECT_SCALE, NULL, 9},
    {"billion", EFFECT_SCALE, NULL, 9},
    {"bln", EFFECT_SCALE, NULL, 9},
    {"bn", EFFECT_SCALE, NULL, 9},
    {"trillions of", EFFECT_SCALE, NULL, 12},
    {"trillions", EFFECT_SCALE, NULL, 12},
    {"trillion", EFFECT_SCALE, NULL, 12},
};

/* Headers that name no measure, and words that none begins or ends with. */
static const char *const empty_measures[] = {
    "value", "values", "obs value", "observation value", "observation", "amount", "figure", "data", "number", "total"};
static const char *const joints[] = {"in", "of", "as", "at", "by", "the", "and", "per", "-", "a"};

static const char *const acronyms[] = {"gdp", "gni", "gnp", "ppp", "usd", "eur", "gbp", "co2", "cpi"};

/* ---- tokens ---- */

static bool is_token_char(char c)
{
    return is_alpha(c) || is_digit(c) || (unsigned char)c >= 0x80 || c == '%' || c == '$' || c == '\'' || c == '-';
}

static void add_token(struct header_tokens *tokens, struct str text, bool aside)
{
    if (tokens->count < TOKENS_MOST)
        tokens->at[tokens->count++] = (struct header_token){.text = text, .aside = aside};
}

/* A slash is "per"; a full stop belongs to an abbreviation where a letter follows ("U.S."). */
static void cut(struct str text, bool is_unit, struct header_tokens *ret)
{
    int depth = 0;
    *ret = (struct header_tokens){.snake = str_find(text, STR("_"), 0) < text.len};
    for (size_t at = 0; at < text.len;) {
        char c = text.ptr[at];
        size_t start = at;
        while (at < text.len && (is_token_char(text.ptr[at]) || (text.ptr[at] == '.' && at > start &&
                                                                 at + 1 < text.len && is_token_char(text.ptr[at + 1]))))
            at++;
        if (at > start) {
            add_token(ret, str_slice(text, start, at), is_unit || depth > 0);
            continue;
        }
        bool ends = c == '(' || c == ')' || c == '[' || c == ']' || c == ',' || c == ';' || c == ':';
        depth += c == '(' || c == '[';
        depth -= (c == ')' || c == ']') && depth > 0;
        if (ends && ret->count > 0)
            ret->at[ret->count - 1].ends = true;
        if (c == '/')
            add_token(ret, STR("per"), is_unit || depth > 0);
        if (c == '=')
            add_token(ret, STR("="), is_unit || depth > 0);
        at++;
    }
    if (ret->count > 0)
        ret->at[ret->count - 1].ends = true;
}

static bool is_year(struct str text)
{
    bool year = text.len == 4 && (text.ptr[0] == '1' || text.ptr[0] == '2');
    for (size_t i = 0; year && i < text.len; i++)
        year = is_digit(text.ptr[i]);
    return year;
}

/* How many tokens the pattern takes at `at`; 0 where it does not fit. *ret_year is its year, else untouched. */
static size_t fit(const struct pattern *pattern, const struct header_tokens *tokens, size_t at, struct str *ret_year)
{
    struct str words = str_from(pattern->words), year = STR_NULL;
    size_t taken = 0;
    while (words.len > 0) {
        struct str word = str_split(&words, ' ');
        if (at + taken >= tokens->count)
            return 0;
        const struct header_token *token = &tokens->at[at + taken];
        bool is_for_year = str_eq(word, STR("#"));
        if ((pattern->aside && !token->aside) ||
            !(is_for_year ? is_year(token->text) : str_eq_nocase(token->text, word)))
            return 0;
        if (is_for_year)
            year = token->text;
        taken++;
    }
    if (year.ptr)
        *ret_year = year;
    return taken;
}

/* ---- units ---- */

static bool is_form(const char *forms, struct str form, bool plural)
{
    struct str rest = str_from(forms);
    while (rest.len > 0) {
        struct str known = str_split(&rest, '|');
        bool same = plural ? str_eq_nocase(known, form) : str_eq(known, form);
        bool many = plural && form.len == known.len + 1 && to_lower(form.ptr[known.len]) == 's' &&
                    str_eq_nocase(str_slice(form, 0, known.len), known);
        if (same || many)
            return true;
    }
    return false;
}

/* Signs of money that name one currency; a code in capitals; words for anything, in the singular or with an s. */
static const char *unit_of(struct str form, bool words)
{
    for (const struct currency_prefix *prefix = currency_prefixes; prefix->prefix; prefix++)
        if (!prefix->assumed && form.len > 1 && str_eq(form, str_from(prefix->prefix)))
            return prefix->code;
    for (const struct unit *unit = unit_table; unit->name; unit++) {
        if (unit->per)
            continue;
        bool named = str_eq(form, str_from(unit->name)) && (words || form.len == 3);
        if (named || (words && !str_eq_nocase(form, STR("dollar")) && !str_eq_nocase(form, STR("dollars")) &&
                      is_form(unit->words, form, true)))
            return unit->name;
    }
    return NULL;
}

static struct str join(const struct header_tokens *tokens, size_t from, size_t to, struct arena *arena)
{
    struct buf text = {0};
    for (size_t i = from; i < to; i++) {
        if (i > from)
            buf_char(&text, ' ');
        buf_str(&text, tokens->at[i].text);
    }
    struct str kept = arena_str(arena, buf_view(&text));
    buf_release(&text);
    return kept;
}

/* The longest unit that begins at `at`: how many tokens it takes. */
static size_t take_unit(const struct header_tokens *tokens, size_t at, struct arena *arena, struct str *ret)
{
    size_t most = tokens->count - at < WORDS_MOST ? tokens->count - at : WORDS_MOST;
    for (size_t n = most; n > 0; n--) {
        const char *unit = unit_of(join(tokens, at, at + n, arena), tokens->at[at].aside);
        if (unit) {
            *ret = str_from(unit);
            return n;
        }
    }
    return 0;
}

/* ---- reading ---- */

struct reading {
    const struct header_tokens *tokens;
    struct arena *arena;
    struct header_reading *ret;
    struct buf measure;
    bool is_unit;
};

static void keep_word(struct reading *reading, struct str word)
{
    if (reading->measure.len > 0)
        buf_char(&reading->measure, ' ');
    buf_str(&reading->measure, word);
}

/* "GDP" for "gdp" where everything is in small letters. */
static struct str in_capitals(struct str text, struct arena *arena)
{
    for (size_t i = 0; i < sizeof(acronyms) / sizeof(acronyms[0]); i++) {
        if (!str_eq(text, str_from(acronyms[i])))
            continue;
        char *capitals = arena_cstr(arena, text);
        for (size_t j = 0; j < text.len; j++)
            capitals[j] = is_lower(capitals[j]) ? (char)(capitals[j] - 'a' + 'A') : capitals[j];
        return (struct str){capitals, text.len};
    }
    return text;
}

/* From `at` to the end of its part: what a share is of. Returns where that ends. */
static size_t take_whole(struct reading *reading, size_t at)
{
    size_t end = at;
    while (end < reading->tokens->count && (end == at || !reading->tokens->at[end - 1].ends))
        end++;
    if (end > at)
        reading->ret->of = in_capitals(join(reading->tokens, at, end, reading->arena), reading->arena);
    return end;
}

static size_t take_per(struct reading *reading, size_t at)
{
    size_t taken = at < reading->tokens->count ? take_unit(reading->tokens, at, reading->arena, &reading->ret->per) : 0;
    if (taken == 0 && at < reading->tokens->count) {
        reading->ret->per = reading->tokens->at[at].text;
        taken = 1;
    }
    return at + taken;
}

static void set_unit(struct header_reading *ret, const char *unit, bool weakly)
{
    if (!ret->unit.ptr || !weakly)
        ret->unit = str_from(unit);
}

/* Returns where what the pattern took ends. */
static size_t apply(struct reading *reading, const struct pattern *pattern, size_t next, struct str year)
{
    struct header_reading *ret = reading->ret;
    bool percent = pattern->effect == EFFECT_PERCENT || pattern->effect == EFFECT_PERCENT_CHANGE ||
                   pattern->effect == EFFECT_SHARE;
    if (percent)
        set_unit(ret, "percent", false);
    if (pattern->effect == EFFECT_CHANGE || pattern->effect == EFFECT_PERCENT_CHANGE)
        ret->form = FORM_CHANGE;
    if (pattern->effect == EFFECT_INDEX) {
        ret->form = FORM_INDEX;
        set_unit(ret, "point", true);
    }
    if (pattern->effect == EFFECT_NOMINAL || pattern->effect == EFFECT_REAL)
        ret->basis = pattern->effect == EFFECT_REAL ? BASIS_REAL : BASIS_NOMINAL;
    if (year.ptr)
        ret->base = year;
    if (pattern->effect == EFFECT_UNIT)
        set_unit(ret, pattern->value, pattern->keep);
    if (pattern->effect == EFFECT_SCALE)
        ret->scale = pattern->scale;
    if (pattern->effect == EFFECT_PER_IS)
        ret->per = str_from(pattern->value);
    if (pattern->effect == EFFECT_SHARE)
        return take_whole(reading, next);
    return pattern->effect == EFFECT_PER ? take_per(reading, next) : next;
}

/* share_gdp, pct_gdp */
static bool is_snake_share(const struct header_tokens *tokens, size_t at)
{
    return tokens->snake && at + 1 < tokens->count &&
           (str_eq_nocase(tokens->at[at].text, STR("share")) || str_eq_nocase(tokens->at[at].text, STR("pct")));
}

static size_t read_at(struct reading *reading, size_t at)
{
    const struct header_tokens *tokens = reading->tokens;
    struct str unit;
    if (is_snake_share(tokens, at)) {
        set_unit(reading->ret, "percent", false);
        return take_whole(reading, at + 1);
    }
    for (size_t i = 0; i < sizeof(patterns) / sizeof(patterns[0]); i++) {
        struct str year = STR_NULL;
        size_t taken = fit(&patterns[i], tokens, at, &year);
        bool keep = patterns[i].keep && !reading->is_unit;
        for (size_t j = at; keep && j < at + taken && !tokens->at[j].aside; j++)
            keep_word(reading, tokens->at[j].text);
        if (taken > 0)
            return apply(reading, &patterns[i], at + taken, year);
    }
    size_t taken = take_unit(tokens, at, reading->arena, &unit);
    if (taken > 0) {
        reading->ret->unit = unit;
        return at + taken;
    }
    if (reading->is_unit || !tokens->at[at].aside)
        keep_word(reading, tokens->at[at].text);
    return at + 1;
}

static bool is_one_of(struct str text, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_eq_nocase(text, str_from(list[i])))
            return true;
    return false;
}

static struct str last_word(struct str text)
{
    size_t at = text.len;
    while (at > 0 && text.ptr[at - 1] != ' ')
        at--;
    return str_slice(text, at, text.len);
}

/* Without words that join it to what was taken out; null where it says nothing. */
static struct str tidy_measure(struct str text)
{
    const size_t joint_count = sizeof(joints) / sizeof(joints[0]);
    for (;;) {
        struct str rest = text = str_trim(text);
        struct str first = str_split(&rest, ' '), last = last_word(text);
        if (text.len > 0 && is_one_of(first, joints, joint_count))
            text = rest;
        else if (text.len > 0 && is_one_of(last, joints, joint_count))
            text = str_slice(text, 0, text.len - last.len);
        else
            break;
    }
    bool empty = is_one_of(text, empty_measures, sizeof(empty_measures) / sizeof(empty_measures[0]));
    return text.len == 0 || empty ? STR_NULL : text;
}

void header_read(struct str text, bool is_unit, struct arena *arena, struct header_reading *ret)
{
    struct header_tokens tokens;
    *ret = (struct header_reading){0};
    struct reading reading = {.tokens = &tokens, .arena = arena, .ret = ret, .is_unit = is_unit};
    cut(arena_str(arena, text), is_unit, &tokens);
    for (size_t at = 0; at < tokens.count;)
        at = read_at(&reading, at);
    struct str left = tidy_measure(arena_str(arena, buf_view(&reading.measure)));
    if (is_unit && !ret->unit.ptr)
        ret->unit = left;
    else
        ret->measure = left;
    buf_release(&reading.measure);
}
