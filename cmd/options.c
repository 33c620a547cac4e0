/* Reads a command line by the lists of options that apply to it. */
#include "cmd/options.h"

#include <assert.h>
#include <string.h>

#include "cmd/suggest.h"
#include "core/base/clock.h"
#include "core/base/decimal.h"
#include "core/base/limits.h"
#include "core/base/utf8.h"

enum { OPTIONS_MOST = 64, INTEGER_DIGITS = 15 };

struct parser {
    const struct option_set *sets;
    size_t set_count;
    struct words words;
    size_t at; /* the word after the one being read */
    uint64_t given[OPTION_SETS_MOST];
};

/* One option found: where it is described, and what it was typed as. */
struct found {
    const struct option *option;
    size_t set;
    struct str typed; /* "--kind", "-o" */
};

static bool read_text(const struct found *found, struct str value, void *field, struct err *err)
{
    size_t bad;
    if (value.len > LIMIT_FIELD_BYTES)
        return err_set(err, ERR_USAGE, "the value of '%.*s' is longer than %zu bytes", STR_ARG(found->typed),
                       LIMIT_FIELD_BYTES);
    if (!utf8_valid(value, &bad))
        return err_set(err, ERR_USAGE, "the value of '%.*s' is not UTF-8 at byte %zu", STR_ARG(found->typed), bad);
    *(struct str *)field = value;
    return true;
}

const char *url_fault(struct str url)
{
    size_t scheme = str_starts(url, STR("https://")) ? 8 : str_starts(url, STR("http://")) ? 7 : 0;
    if (scheme == 0)
        return "it must begin with http:// or https://";
    if (scheme == url.len || memchr("/?#", url.ptr[scheme], 3))
        return "a name must follow its '//'";
    for (size_t i = scheme; i < url.len; i++)
        if ((unsigned char)url.ptr[i] <= ' ' || url.ptr[i] == 0x7F)
            return "it may not hold spaces, line ends or control characters";
    return NULL;
}

static bool read_url(const struct found *found, struct str value, void *field, struct err *err)
{
    const char *fault = url_fault(value);
    if (fault)
        return err_set(err, ERR_USAGE, "'%.*s' is no address for '%.*s'; %s", STR_ARG(value), STR_ARG(found->typed),
                       fault);
    return read_text(found, value, field, err);
}

static bool read_date(const struct found *found, struct str value, void *field, struct err *err)
{
    if (!date_valid(value))
        return err_set(err, ERR_USAGE, "'%.*s' is no date for '%.*s'; write it as 2025, 2025-01 or 2025-01-31",
                       STR_ARG(value), STR_ARG(found->typed));
    *(struct str *)field = value;
    return true;
}

static bool read_integer(const struct found *found, struct str value, void *field, struct err *err)
{
    int64_t number = 0;
    bool digits = value.len <= INTEGER_DIGITS;
    for (size_t i = 0; digits && i < value.len; i++) {
        digits = is_digit(value.ptr[i]);
        number = number * 10 + (value.ptr[i] - '0');
    }
    if (!digits || number < 1)
        return err_set(err, ERR_USAGE, "'%.*s' is no number for '%.*s'; write a whole number from 1", STR_ARG(value),
                       STR_ARG(found->typed));
    *(int64_t *)field = number;
    return true;
}

static bool read_score(const struct found *found, struct str value, void *field, struct err *err)
{
    struct decimal score, one = decimal_from(1);
    if (!decimal_parse(value, &score) || score.negative || decimal_compare(score, one) > 0)
        return err_set(err, ERR_USAGE, "'%.*s' is no score for '%.*s'; write a number from 0 to 1", STR_ARG(value),
                       STR_ARG(found->typed));
    int64_t hundredths = 0;
    while (hundredths < 100 && decimal_compare(decimal_scale(decimal_from((uint64_t)hundredths), -2), score) < 0)
        hundredths++;
    *(int64_t *)field = hundredths;
    return true;
}

static bool read_name(const struct found *found, struct str value, void *field, struct err *err)
{
    return names_read(found->option->names, value, field, err) || err_wrap(err, "%.*s", STR_ARG(found->typed));
}

static bool read_names(const struct found *found, struct str value, void *field, struct err *err)
{
    unsigned mask = 0;
    do {
        int name;
        if (!read_name(found, str_trim(str_split(&value, ',')), &name, err))
            return false;
        mask |= 1u << name;
    } while (value.len > 0);
    *(unsigned *)field |= mask;
    return true;
}

static bool read_limits(const struct found *found, struct str value, void *field, struct err *err)
{
    (void)found;
    return limits_read(value, field, err);
}

typedef bool value_reader(const struct found *found, struct str value, void *field, struct err *err);

static value_reader *const readers[] = {
    [OPTION_TEXT] = read_text,       [OPTION_URL] = read_url,       [OPTION_DATE] = read_date,
    [OPTION_INTEGER] = read_integer, [OPTION_SCORE] = read_score,   [OPTION_NAME] = read_name,
    [OPTION_NAMES] = read_names,     [OPTION_LIMITS] = read_limits,
};

static bool read_value(const struct parser *parser, const struct found *found, struct str value, struct err *err)
{
    void *field = (char *)parser->sets[found->set].target + found->option->offset;
    if (str_trim(value).len == 0)
        return err_set(err, ERR_USAGE, "the value of '%.*s' is empty", STR_ARG(found->typed));
    if (found->option->type == OPTION_PATH) {
        *(struct str *)field = value;
        return true;
    }
    return readers[found->option->type](found, value, field, err);
}

/* The option with that name, or, where `name` is one letter after a single dash, that letter. */
static bool find(const struct parser *parser, struct str name, bool letter, struct found *ret)
{
    for (size_t set = 0; set < parser->set_count; set++) {
        for (const struct option *o = parser->sets[set].options; o && o->type != OPTION_LAST; o++) {
            if (letter ? o->letter == name.ptr[0] : str_eq(str_from(o->name), name)) {
                *ret = (struct found){.option = o, .set = set};
                return true;
            }
        }
    }
    return false;
}

static bool unknown(const struct parser *parser, struct str typed, struct str name, struct err *err)
{
    const char *names[OPTION_SETS_MOST * OPTIONS_MOST];
    size_t count = 0;
    for (size_t set = 0; set < parser->set_count; set++)
        for (const struct option *o = parser->sets[set].options; o && o->type != OPTION_LAST; o++)
            names[count++] = o->name;
    const char *near = name.len > 1 ? suggest(name, names, count) : NULL;
    if (near)
        return err_set(err, ERR_USAGE, "unknown option '%.*s'; did you mean '--%s'?", STR_ARG(typed), near);
    return err_set(err, ERR_USAGE, "unknown option '%.*s'; --help lists those that there are", STR_ARG(typed));
}

/* A value may be given once, but for sets of names and limits, which add up; a flag may be said again. */
static bool note_given(struct parser *parser, const struct found *found, struct err *err)
{
    size_t index = (size_t)(found->option - parser->sets[found->set].options);
    assert(index < OPTIONS_MOST);
    uint64_t bit = (uint64_t)1 << index;
    enum option_type type = found->option->type;
    bool once = type != OPTION_FLAG && type != OPTION_NAMES && type != OPTION_LIMITS;
    if (once && (parser->given[found->set] & bit))
        return err_set(err, ERR_USAGE, "option '%.*s' is given twice", STR_ARG(found->typed));
    parser->given[found->set] |= bit;
    return true;
}

/* Takes the option's value: what stands in the same word (`inside`, null where nothing does), or the next word. */
static bool take(struct parser *parser, const struct found *found, struct str inside, struct err *err)
{
    if (!note_given(parser, found, err))
        return false;
    if (found->option->type == OPTION_FLAG) {
        if (inside.ptr)
            return err_set(err, ERR_USAGE, "option '%.*s' takes no value", STR_ARG(found->typed));
        *(bool *)((char *)parser->sets[found->set].target + found->option->offset) = true;
        return true;
    }
    if (!inside.ptr) {
        struct str next = parser->at < parser->words.count ? str_from(parser->words.word[parser->at]) : STR_NULL;
        if (!next.ptr || (next.len > 2 && str_starts(next, STR("--"))))
            return err_set(err, ERR_USAGE, "option '%.*s' needs a value: %.*s %s", STR_ARG(found->typed),
                           STR_ARG(found->typed), found->option->value);
        inside = next;
        parser->at++;
    }
    return read_value(parser, found, inside, err);
}

static bool read_long(struct parser *parser, struct str word, struct err *err)
{
    size_t equals = str_find(word, STR("="), 0);
    struct str typed = str_slice(word, 0, equals), name = str_slice(typed, 2, typed.len);
    struct str inside = equals < word.len ? str_slice(word, equals + 1, word.len) : STR_NULL;
    struct found found;
    if (!find(parser, name, false, &found))
        return unknown(parser, typed, name, err);
    found.typed = typed;
    return take(parser, &found, inside, err);
}

static bool read_short(struct parser *parser, struct str word, struct err *err)
{
    struct str typed = str_slice(word, 0, 2), name = str_slice(word, 1, 2);
    struct str inside = word.len > 2 ? str_slice(word, 2, word.len) : STR_NULL;
    struct found found;
    if (!find(parser, name, true, &found))
        return unknown(parser, word, str_slice(word, 1, word.len), err);
    found.typed = typed;
    return take(parser, &found, inside, err);
}

bool options_parse(const struct option_set *sets, size_t set_count, bool stop_at_argument, struct words words,
                   struct words *ret_arguments, struct err *err)
{
    struct parser parser = {.sets = sets, .set_count = set_count, .words = words};
    size_t kept = 0;
    bool ended = false;
    assert(set_count <= OPTION_SETS_MOST);
    while (parser.at < words.count) {
        char *raw = words.word[parser.at];
        struct str word = str_from(raw);
        bool is_option = !ended && word.len > 1 && word.ptr[0] == '-';
        if (!is_option && stop_at_argument)
            break;
        parser.at++;
        if (is_option && word.len == 2 && word.ptr[1] == '-')
            ended = true;
        else if (!is_option)
            words.word[kept++] = raw;
        else if (!(word.ptr[1] == '-' ? read_long(&parser, word, err) : read_short(&parser, word, err)))
            return false;
    }
    if (stop_at_argument)
        *ret_arguments = (struct words){words.word + parser.at, words.count - parser.at};
    else
        *ret_arguments = (struct words){words.word, kept};
    return true;
}
