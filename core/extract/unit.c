/* Looking units up: a hash table of all their forms, and currency signs before a number. */
#include "core/extract/unit.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/buf.h"

#define SLOTS 4096u
#define FORM_MAX 48 /* bytes of the longest form, and more */
#define FORM_TOKENS 5
#define FIRST_BITS 13

struct slot {
    char form[FORM_MAX]; /* "" is an empty slot */
    const struct unit *unit;
    bool symbol;
};

struct units {
    struct slot slot[SLOTS];
    size_t count;
    uint64_t first[(1u << FIRST_BITS) / 64]; /* a bit for the key of each token that a form may begin with */
};

static size_t first_bit(uint64_t key, bool symbol)
{
    return (key + symbol) * 0x9E3779B97F4A7C15u >> (64 - FIRST_BITS);
}

/*
 * The first token of a form is one of its beginnings: it ends where no letter follows, or where what it has is none.
 * Most words begin no form, and need no more than this.
 */
static void add_first(struct units *units, const char *form, bool symbol)
{
    for (size_t len = 1; form[len - 1]; len++) {
        uint64_t key = 0;
        if (is_alpha(form[len - 1]) && is_alpha(form[len]))
            continue;
        memcpy(&key, form, len < sizeof(key) ? len : sizeof(key));
        size_t bit = first_bit(key, symbol);
        units->first[bit / 64] |= (uint64_t)1 << bit % 64;
    }
}

static bool may_begin(const struct units *units, const struct tokens *tokens, size_t i, bool symbol)
{
    struct str text = token_text(tokens, i);
    uint64_t key = 0;
    if (i >= tokens->count)
        return false;
    if (symbol)
        memcpy(&key, text.ptr, text.len < sizeof(key) ? text.len : sizeof(key));
    else
        key = tokens->at[i].key;
    size_t bit = first_bit(key, symbol);
    return units->first[bit / 64] >> bit % 64 & 1;
}

static uint32_t hash(const char *form, bool symbol)
{
    uint32_t value = symbol ? 7u : 2166136261u;
    for (; *form; form++)
        value = (value ^ (unsigned char)*form) * 16777619u;
    return value;
}

static struct slot *find(const struct units *units, const char *form, bool symbol)
{
    uint32_t at = hash(form, symbol) & (SLOTS - 1);
    while (units->slot[at].form[0] && (units->slot[at].symbol != symbol || strcmp(units->slot[at].form, form) != 0))
        at = (at + 1) & (SLOTS - 1);
    return (struct slot *)&units->slot[at];
}

static void add(struct units *units, const char *form, const struct unit *unit, bool symbol)
{
    struct slot *slot = find(units, form, symbol);
    if (slot->form[0])
        return; /* the first unit of the table that claims a form has it */
    units->count++;
    add_first(units, form, symbol);
    assert(units->count * 2 < SLOTS); /* who adds a unit enlarges the table */
    memcpy(slot->form, form, strlen(form) + 1);
    slot->unit = unit;
    slot->symbol = symbol;
}

/* "square mile" gives "square miles" too; "inches" stays as it is. */
static void add_forms(struct units *units, const char *forms, const struct unit *unit, bool symbol)
{
    struct str rest = str_from(forms);
    while (rest.len > 0) {
        struct str form = str_split(&rest, '|');
        char text[FORM_MAX];
        assert(form.len + 2 <= sizeof(text));
        if (form.len == 0)
            continue;
        for (size_t i = 0; i < form.len; i++)
            text[i] = !symbol && form.ptr[i] == '-' ? ' ' : form.ptr[i]; /* a hyphen between words reads as a space */
        text[form.len] = '\0';
        add(units, text, unit, symbol);
        if (symbol || text[form.len - 1] == 's')
            continue;
        memcpy(text + form.len, "s", 2);
        add(units, text, unit, false);
    }
}

struct units *units_new(void)
{
    struct units *units = mem_alloc(sizeof(*units));
    for (const struct unit *unit = unit_table; unit->name; unit++) {
        add_forms(units, unit->words, unit, false);
        add_forms(units, unit->symbols, unit, true);
    }
    return units;
}

void units_free(struct units *units)
{
    free(units);
}

const struct unit *unit_named(const char *name)
{
    for (const struct unit *unit = unit_table; unit->name; unit++)
        if (strcmp(unit->name, name) == 0)
            return unit;
    return NULL;
}

const struct unit *million_code(const struct tokens *tokens, size_t i)
{
    struct str text = token_text(tokens, i);
    if (text.len != 4 || text.ptr[0] != 'M' || !token_flag(tokens, i, TOKEN_UPPER))
        return NULL;
    char code[4] = {text.ptr[1], text.ptr[2], text.ptr[3], '\0'};
    const struct unit *unit = unit_named(code);
    return unit && unit->kind == KIND_MONEY ? unit : NULL;
}

/* Adds token i to the form that is being put together; false where it gets too long. A hyphen reads as a space. */
static bool extend(const struct tokens *tokens, size_t i, bool first, char *form, size_t *len, bool lower)
{
    struct str text = token_text(tokens, i);
    bool hyphen = text.len > 0 && token_mark(tokens, i, '-');
    bool space = !first && !token_flag(tokens, i, TOKEN_GLUED);
    if (*len + text.len + 2 > FORM_MAX)
        return false;
    if (space && !hyphen)
        form[(*len)++] = ' ';
    if (hyphen && !lower)
        form[(*len)++] = '-';
    else if (hyphen)
        form[(*len)++] = ' ';
    else
        for (size_t k = 0; k < text.len; k++)
            form[(*len)++] = lower ? to_lower(text.ptr[k]) : text.ptr[k];
    form[*len] = '\0';
    return true;
}

static void find_longest(const struct units *units, const struct tokens *tokens, size_t i, bool symbol,
                         struct unit_match *best)
{
    char form[FORM_MAX];
    size_t len = 0;
    for (size_t end = i; end < tokens->count && end < i + FORM_TOKENS; end++) {
        if (!extend(tokens, end, end == i, form, &len, !symbol))
            return;
        const struct slot *slot = find(units, form, symbol);
        if (slot->form[0] && end + 1 > best->end)
            *best = (struct unit_match){slot->unit, end + 1, symbol};
    }
}

bool unit_find(const struct units *units, const struct tokens *tokens, size_t i, bool after_digits,
               struct unit_match *ret)
{
    struct unit_match best = {0};
    if (may_begin(units, tokens, i, false))
        find_longest(units, tokens, i, false, &best);
    if (after_digits && may_begin(units, tokens, i, true))
        find_longest(units, tokens, i, true, &best);
    if (!best.unit)
        return false;
    *ret = best;
    return true;
}

/* Bits for the bytes, less their two upper bits, that a prefix begins or ends with: most words don't. */
static const uint64_t first_bytes = 0
#define PREFIX(prefix, code, assumed) | (uint64_t)1 << ((prefix)[0] & 63)
#include "core/extract/currency_prefixes.def"
#undef PREFIX
    ;
static const uint64_t last_bytes = 0
#define PREFIX(prefix, code, assumed) | (uint64_t)1 << ((prefix)[sizeof(prefix) - 2] & 63)
#include "core/extract/currency_prefixes.def"
#undef PREFIX
    ;

static bool may_be_prefix(struct str joined)
{
    return joined.len > 0 && (first_bytes >> (joined.ptr[0] & 63) & 1) &&
           (last_bytes >> (joined.ptr[joined.len - 1] & 63) & 1);
}

/* The tokens from first up to i, without the spaces between them, against the table. */
static const struct currency_prefix *prefix_at(const struct tokens *tokens, size_t first, size_t i)
{
    char joined[WORD_KEY_BYTES] = {0};
    uint64_t key;
    size_t len = 0;
    for (size_t k = first; k < i; k++) {
        struct str text = token_text(tokens, k);
        if (len + text.len > sizeof(joined))
            return NULL; /* none is as long */
        memcpy(joined + len, text.ptr, text.len);
        len += text.len;
    }
    if (!may_be_prefix((struct str){joined, len}))
        return NULL;
    memcpy(&key, joined, sizeof(key));
    for (const struct currency_prefix *prefix = currency_prefixes; prefix->prefix; prefix++)
        if (prefix->key == key)
            return prefix;
    return NULL;
}

/*
 * One letter, or two that are a word elsewhere ("PS5", "Highway R 66", "N 7"), count only when glued to a number of money's
 * looks: grouped, with a decimal point, or of four digits.
 */
static bool is_letters_prefix_plausible(const struct tokens *tokens, size_t first, size_t i)
{
    struct str prefix = token_text(tokens, first), number = token_text(tokens, i);
    bool short_letters = i == first + 1 && prefix.len <= 2 && is_alpha(prefix.ptr[0]);
    if (!short_letters || str_eq(prefix, STR("RM")) || str_eq(prefix, STR("Rs")) || str_eq(prefix, STR("Rp")))
        return true;
    bool separated = memchr(number.ptr, ',', number.len) || memchr(number.ptr, '.', number.len);
    return token_flag(tokens, i, TOKEN_GLUED) && (separated || number.len >= 4);
}

bool currency_before(const struct tokens *tokens, size_t i, size_t *ret_first, const struct currency_prefix **ret)
{
    for (size_t back = 3; back >= 1; back--) {
        if (back > i)
            continue;
        size_t first = i - back;
        bool letter = back > 1 && token_text(tokens, first).len == 1 && is_alpha(token_text(tokens, first).ptr[0]);
        if (letter && !token_flag(tokens, first + 1, TOKEN_GLUED) && !token_is_one_of(tokens, first, "c s"))
            continue; /* "A $5 fine" is in no Australian dollars */
        const struct currency_prefix *prefix = prefix_at(tokens, first, i);
        if (!prefix || !is_letters_prefix_plausible(tokens, first, i))
            continue;
        *ret_first = first;
        *ret = prefix;
        return true;
    }
    return false;
}
