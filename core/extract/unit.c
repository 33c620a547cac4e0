/* Looking units up: a hash table of all their forms, and currency signs before a number. */
#include "core/extract/unit.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/bytes.h"

#define SLOT_BITS 12
#define SLOTS (1u << SLOT_BITS)
#define FORM_MAX 48 /* bytes of the longest form, and more */
#define FORM_TOKENS 5
#define FIRST_BITS 13

struct slot {
    uint64_t key;            /* the form's first bytes; noughts behind them */
    const char *form;        /* all of it */
    const struct unit *unit; /* NULL where it is only what longer forms begin with */
    uint8_t len;             /* 0 is an empty slot */
    bool symbol;
    bool goes_on; /* a longer form begins with it */
};

struct units {
    struct slot slot[SLOTS];
    size_t count;
    struct arena arena;                      /* of the forms */
    uint64_t first[(1u << FIRST_BITS) / 64]; /* a bit for the key of each token that a form may begin with */
};

static size_t first_bit(uint64_t key, bool symbol)
{
    return bytes_slot(key + symbol, FIRST_BITS);
}

static bool may_begin(const struct units *units, uint64_t key, bool symbol)
{
    size_t bit = first_bit(key, symbol);
    return units->first[bit / 64] >> bit % 64 & 1;
}

/* A form that is put together, token by token. */
struct form {
    char text[FORM_MAX]; /* noughts behind it */
    size_t len;
};

/* Where a form stands, or would stand: by its first bytes, and of what is longer by its last ones and its length too. */
static struct slot *find(const struct units *units, uint64_t key, struct str form, bool symbol)
{
    uint64_t mixed = key + symbol, tail;
    if (form.len > sizeof(tail)) {
        memcpy(&tail, form.ptr + form.len - sizeof(tail), sizeof(tail));
        mixed ^= (tail + form.len) * BYTES_GOLDEN;
    }
    for (size_t at = bytes_slot(mixed, SLOT_BITS);; at = (at + 1) % SLOTS) {
        const struct slot *slot = &units->slot[at];
        if (slot->len == 0 || (slot->key == key && slot->len == form.len && slot->symbol == symbol &&
                               (form.len <= sizeof(key) || memcmp(slot->form, form.ptr, form.len) == 0)))
            return (struct slot *)slot;
    }
}

static uint64_t form_key(const struct form *form)
{
    uint64_t key;
    memcpy(&key, form->text, sizeof(key));
    return key;
}

static struct slot *add_slot(struct units *units, const struct form *form, bool symbol)
{
    struct str text = {form->text, form->len};
    struct slot *slot = find(units, form_key(form), text, symbol);
    if (slot->len > 0)
        return slot;
    units->count++;
    assert(units->count * 2 < SLOTS); /* who adds a unit enlarges the table */
    slot->key = form_key(form);
    slot->form = arena_str(&units->arena, text).ptr;
    slot->len = (uint8_t)form->len;
    slot->symbol = symbol;
    return slot;
}

/*
 * What a form begins with, up to each place where a token may end: there no letter follows, or what stands there is none.
 * Most words begin no form, and most forms end with their first token, so these tell early that there is no more to find.
 */
static void add_beginnings(struct units *units, const struct form *form, bool symbol)
{
    for (size_t len = 1; len <= form->len; len++) {
        struct form beginning = {.len = len};
        if (len < form->len && is_alpha(form->text[len - 1]) && is_alpha(form->text[len]))
            continue;
        memcpy(beginning.text, form->text, len);
        size_t bit = first_bit(form_key(&beginning), symbol);
        units->first[bit / 64] |= (uint64_t)1 << bit % 64;
        if (len < form->len)
            add_slot(units, &beginning, symbol)->goes_on = true;
    }
}

static void add(struct units *units, const struct form *form, const struct unit *unit, bool symbol)
{
    struct slot *slot = add_slot(units, form, symbol);
    if (slot->unit)
        return; /* the first unit of the table that claims a form has it */
    slot->unit = unit;
    add_beginnings(units, form, symbol);
}

/* "square mile" gives "square miles" too; "inches" stays as it is. */
static void add_forms(struct units *units, const char *forms, const struct unit *unit, bool symbol)
{
    struct str rest = str_from(forms);
    while (rest.len > 0) {
        struct str text = str_split(&rest, '|');
        struct form form = {.len = text.len};
        assert(text.len + 2 <= sizeof(form.text));
        if (text.len == 0)
            continue;
        for (size_t i = 0; i < text.len; i++) /* a hyphen between words reads as a space */
            form.text[i] = !symbol && text.ptr[i] == '-' ? ' ' : text.ptr[i];
        add(units, &form, unit, symbol);
        if (symbol || form.text[form.len - 1] == 's')
            continue;
        form.text[form.len++] = 's';
        add(units, &form, unit, false);
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
    if (!units)
        return;
    arena_release(&units->arena);
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
    if (!token_flag(tokens, i, TOKEN_UPPER))
        return NULL;
    struct str text = token_text(tokens, i);
    if (text.len != 4 || text.ptr[0] != 'M')
        return NULL;
    char code[4] = {text.ptr[1], text.ptr[2], text.ptr[3], '\0'};
    const struct unit *unit = unit_named(code);
    return unit && unit->kind == KIND_MONEY ? unit : NULL;
}

/* Adds token i to the form that is being put together; false where it gets too long. A hyphen reads as a space. */
static bool extend(const struct tokens *tokens, size_t i, struct form *form, bool lower)
{
    struct str text = token_text(tokens, i);
    bool hyphen = text.len > 0 && token_mark(tokens, i, '-');
    if (form->len + text.len + 2 > FORM_MAX)
        return false;
    if (hyphen) {
        form->text[form->len++] = lower ? ' ' : '-';
        return true;
    }
    if (form->len > 0 && !token_glued(tokens, i))
        form->text[form->len++] = ' ';
    for (size_t k = 0; k < text.len; k++)
        form->text[form->len++] = lower ? to_lower(text.ptr[k]) : text.ptr[k];
    return true;
}

/* From a token on whose key, in small letters or as it stands, may begin a form. */
static void find_longest(const struct units *units, const struct tokens *tokens, size_t i, uint64_t key, bool symbol,
                         struct unit_match *best)
{
    struct str text = token_text(tokens, i);
    struct form form;
    form.len = 0;
    const struct slot *slot;
    if (text.len <= sizeof(key)) { /* as most are, which need no more than their key */
        slot = find(units, key, text, symbol);
        memcpy(form.text, &key, sizeof(key));
        form.len = text.len;
    } else {
        if (!extend(tokens, i, &form, !symbol))
            return;
        slot = find(units, form_key(&form), (struct str){form.text, form.len}, symbol);
    }
    for (size_t end = i + 1;; end++) {
        if (slot->unit && end > best->end)
            *best = (struct unit_match){slot->unit, end, symbol};
        if (!slot->goes_on || end >= tokens->count || end == i + FORM_TOKENS || !extend(tokens, end, &form, !symbol))
            return;
        slot = find(units, form_key(&form), (struct str){form.text, form.len}, symbol);
    }
}

bool unit_find(const struct units *units, const struct tokens *tokens, size_t i, bool after_digits,
               struct unit_match *ret)
{
    struct unit_match best = {0};
    const struct token *token = token_at(tokens, i);
    if (!token)
        return false;
    if (may_begin(units, token->key, false))
        find_longest(units, tokens, i, token->key, false, &best);
    if (after_digits) {
        struct str text = token_text(tokens, i);
        uint64_t key = 0;
        memcpy(&key, text.ptr, text.len < sizeof(key) ? text.len : sizeof(key));
        if (may_begin(units, key, true))
            find_longest(units, tokens, i, key, true, &best);
    }
    if (!best.unit)
        return false;
    *ret = best;
    return true;
}

/* Bits for the bytes, less their two upper bits, that a prefix begins with: most words don't. */
static const uint64_t first_bytes = 0
#define PREFIX(prefix, code, assumed) | (uint64_t)1 << ((prefix)[0] & 63)
#include "core/extract/currency_prefixes.def"
#undef PREFIX
    ;

/* Prefixes that are words, and how those with small letters end where they are written apart ("us d"). */
static const struct word_list last_words WORD_LIST_SECTION = {
    "s c r p h hs sh fr k n en d sd ur b bp mb ar lar llar ollar"
#define PREFIX(prefix, code, assumed) " " prefix
#include "core/extract/currency_prefixes.def"
#undef PREFIX
};

/* Whether a prefix may end with token i: a sign, the stop of "Rs.", one of those words, or a few capitals. */
static bool may_end_prefix(const struct tokens *tokens, size_t i)
{
    enum { LETTERS = 3 };
    const struct token *token = &tokens->at[i];
    size_t len = token->end - token->start;
    if (token->kind == TOKEN_WORD)
        return ((token->flags & TOKEN_UPPER) && len <= LETTERS) || ((token->flags & TOKEN_CAPITAL) && len == 1) ||
               token_listed(tokens, i, &last_words);
    return token->kind == TOKEN_SYMBOL || token->mark == '.';
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

/* "A $5 fine" is in no Australian dollars: one letter is part of a prefix where it touches the rest. */
static bool is_loose_letter(const struct tokens *tokens, size_t i)
{
    struct str text = token_text(tokens, i);
    return text.len == 1 && is_alpha(text.ptr[0]) && !token_glued(tokens, i + 1) && !token_is_one_of(tokens, i, "c s");
}

bool currency_before(const struct tokens *tokens, size_t i, size_t *ret_first, const struct currency_prefix **ret)
{
    if (i == 0 || i > tokens->count || !may_end_prefix(tokens, i - 1))
        return false;
    for (size_t back = i < 3 ? i : 3; back >= 1; back--) {
        size_t first = i - back;
        char begins = tokens->text.ptr[tokens->at[first].start];
        if (!(first_bytes >> (begins & 63) & 1) || (back > 1 && is_loose_letter(tokens, first)))
            continue;
        const struct currency_prefix *prefix = prefix_at(tokens, first, i);
        if (!prefix || !is_letters_prefix_plausible(tokens, first, i))
            continue;
        *ret_first = first;
        *ret = prefix;
        return true;
    }
    return false;
}
