/* Cutting a sentence into tokens. */
#include "core/text/token_scan.h"

#include <string.h>

#include "core/base/limits.h"

enum { MAILBOX_MAX = 64 }; /* octets before the "@" of an e-mail address: RFC 5321, 4.5.3.1.1 */

static bool is_wide_space(uint32_t point)
{
    return point == 0xA0 || (point >= 0x2000 && point <= 0x200B) || point == 0x202F || point == 0x205F ||
           point == 0x3000 || point == 0x2028 || point == 0x2029;
}

static bool is_dash(uint32_t point)
{
    return point == '-' || (point >= 0x2010 && point <= 0x2015) || point == 0x2212;
}

static bool is_vulgar_fraction(uint32_t point)
{
    return (point >= 0xBC && point <= 0xBE) || (point >= 0x2150 && point <= 0x215E) || point == 0x2189;
}

static bool is_currency_sign(uint32_t point)
{
    return point == '$' || (point >= 0xA2 && point <= 0xA5) || (point >= 0x20A0 && point <= 0x20C0);
}

/* Letters: ASCII's, and beyond ASCII whatever is not known to be something else. */
static bool is_letter(uint32_t point)
{
    if (point < 0x80)
        return is_alpha((char)point);
    if (point < 0xC0)
        return point == 0xAA || point == 0xB5 || point == 0xBA;
    if (point == 0xD7 || point == 0xF7)
        return false;
    bool symbol = (point >= 0x2000 && point <= 0x2BFF && point != 0x2126 && point != 0x212B) ||
                  (point >= 0x3000 && point <= 0x3004) || (point >= 0x3008 && point <= 0x3020) ||
                  (point >= 0xFE00 && point <= 0xFE0F) || point == 0xFEFF || (point >= 0xFF00 && point <= 0xFF20) ||
                  (point >= 0x1F000 && point <= 0x1FAFF) || point == 0xFFFD;
    return !symbol;
}

static bool is_quote(uint32_t point)
{
    return point == '"' || point == 0xAB || point == 0xBB || (point >= 0x2018 && point <= 0x201F);
}

/* The letters of "'ll", "'re", "'ve", "'d" at `at`, where the word ends after them; 0 for anything else. */
static size_t clitic_length(const struct scan *scan, size_t at)
{
    static const char *const clitics[] = {"ll", "re", "ve", "d", "m"};
    for (size_t i = 0; i < sizeof(clitics) / sizeof(clitics[0]); i++) {
        struct str clitic = str_from(clitics[i]);
        size_t len;
        bool stands = scan->end - at >= clitic.len && str_eq_nocase(str_slice(scan->text, at, at + clitic.len), clitic);
        uint32_t next = stands ? peek(scan, at + clitic.len, &len) : 0;
        if (stands && !(len > 0 && is_letter(next)))
            return clitic.len;
    }
    return 0;
}

static size_t word_end(const struct scan *scan)
{
    size_t at = scan->at, len;
    for (;;) {
        uint32_t point = peek(scan, at, &len);
        if (len > 0 && is_letter(point)) {
            at += len;
            continue;
        }
        /* an apostrophe inside a word stays ("don't"), a possessive becomes a token of its own */
        size_t quote = len, after;
        if (at == scan->at || (point != '\'' && point != 0x2019))
            return at;
        uint32_t next = peek(scan, at + quote, &after);
        uint32_t beyond = peek(scan, at + quote + after, &len);
        bool possessive = (next == 's' || next == 'S') && !(len > 0 && is_letter(beyond));
        if (after == 0 || !is_letter(next) || possessive || clitic_length(scan, at + quote) > 0)
            return at;
        at += quote + after;
    }
}

/* "U.S.", "U.K.", "a.m.", "e.g.": single letters, each with its full stop. Returns where they end, or 0. */
static size_t initials_end(const struct scan *scan)
{
    size_t at = scan->at, letters = 0;
    while (is_alpha(byte_at(scan, at)) && byte_at(scan, at + 1) == '.') {
        at += 2;
        letters++;
    }
    if (letters >= 1 && is_alpha(byte_at(scan, at)) && !is_alpha(byte_at(scan, at + 1))) {
        at++; /* "U.S" without the last stop */
        letters++;
    }
    return letters >= 2 ? at : 0;
}

static bool starts(const struct scan *scan, struct str prefix)
{
    struct str rest = str_slice(scan->text, scan->at, scan->end);
    return rest.len >= prefix.len && str_eq_nocase(str_slice(rest, 0, prefix.len), prefix);
}

/* A URL, "www.…", an e-mail address, "@handle", "#tag": up to white space, less the marks that close a clause. */
static size_t address_end(const struct scan *scan)
{
    size_t at = scan->at;
    char first = to_lower(byte_at(scan, at));
    bool address = (first == 'h' && (starts(scan, STR("http://")) || starts(scan, STR("https://")))) ||
                   (first == 'w' && starts(scan, STR("www."))) ||
                   ((first == '@' || first == '#') && is_alpha(byte_at(scan, at + 1)));
    if (!address && !scan->mail)
        return 0;
    while (at < scan->end && !is_space(scan->text.ptr[at]) && (address || at - scan->at < MAILBOX_MAX)) {
        if (scan->text.ptr[at] == '@' && at > scan->at && is_alpha(byte_at(scan, at + 1)))
            address = true;
        if (!address && !is_alpha(scan->text.ptr[at]) && !is_digit(scan->text.ptr[at]) &&
            !strchr("._-+", scan->text.ptr[at]))
            break;
        at++;
    }
    if (!address)
        return 0;
    while (at > scan->at + 1 && strchr(".,;:!?)]'\"", scan->text.ptr[at - 1]))
        at--;
    return at;
}

static bool is_opening(const struct scan *scan, size_t at, uint32_t point)
{
    if (point == 0x201C || point == 0x2018 || point == 0xAB || point == 0x201E || point == 0x201A)
        return true;
    if (point != '"' && point != '\'')
        return false;
    uint32_t before = ' ';
    if (at > 0)
        utf8_decode(scan->text, utf8_back(scan->text, at, 1), &before);
    return (before < 0x80 && is_space((char)before)) || is_wide_space(before) || is_dash(before) || before == '(' ||
           before == '[' || before == 0x201C || before == 0x2018;
}

static const struct word *set_row(const struct scan *scan, struct token *token, const struct word *slot)
{
    token->row = lexicon_row(scan->lexicon, slot);
    return word_known(slot);
}

/* Looks up how a token is spelt, in lower case and with its curly apostrophes straightened: "didn’t". */
static const struct word *look_up(const struct scan *scan, struct token *token)
{
    struct str text = str_slice(scan->text, token->start, token->end);
    if (text.len <= WORD_SHORT) {
        bytes16 bytes = bytes_lower(bytes_load_some(text.ptr, text.len));
        if (!bytes_mask(bytes_are(bytes, '\xE2'))) {
            struct word_keys keys = word_keys(bytes);
            token->key = keys.key;
            return set_row(scan, token, lexicon_slot(scan->lexicon, keys));
        }
    }
    char lower[WORD_MAX + 1] = {0};
    size_t len = 0;
    for (size_t i = 0; i < text.len && len < sizeof(lower); len++) {
        bool curly = text.ptr[i] == '\xE2' && str_starts(str_slice(text, i, text.len), STR("’"));
        lower[len] = curly ? '\'' : to_lower(text.ptr[i]);
        i += curly ? STR("’").len : 1;
    }
    memcpy(&token->key, lower, sizeof(token->key));
    return set_row(scan, token, lexicon_slot_any(scan->lexicon, (struct str){lower, len}));
}

static void set_word(struct token *token, const struct word *word)
{
    token->word = word;
    token->classes = word ? word->classes : 0;
}

static void classify_word(struct token *token, const struct scan *scan)
{
    struct str text = str_slice(scan->text, token->start, token->end);
    token->kind = TOKEN_WORD;
    set_word(token, look_up(scan, token));
    size_t capitals = 0, letters = 0;
    for (size_t i = 0; i < text.len; i++) {
        capitals += is_upper(text.ptr[i]);
        letters += text.ptr[i] != '.';
    }
    uint32_t point;
    utf8_decode(text, 0, &point);
    bool capital = is_upper(text.ptr[0]) || (point >= 0xC0 && point <= 0xDE);
    token->flags |= (uint8_t)((capital ? TOKEN_CAPITAL : 0) | (letters > 1 && capitals == letters ? TOKEN_UPPER : 0));
}

static void classify_other(struct token *token, const struct scan *scan, uint32_t point, size_t len)
{
    bool single = point == '\'' || point == 0x2018 || point == 0x2019 || point == 0x201A || point == 0x201B;
    token->end = token->start + (uint32_t)len;
    token->mark = point < 0x80 ? (char)point : '\0';
    token->kind = TOKEN_MARK;
    if (point == 0x2014 || point == 0x2015) {
        token->mark = '_';
    } else if (is_dash(point)) {
        token->mark = '-';
    } else if (is_quote(point) || point == '\'') {
        token->mark = single ? '\'' : '"';
        token->flags |= is_opening(scan, token->start, point) ? TOKEN_OPEN : TOKEN_CLOSE;
    } else if (point == 0x2044 || point == 0x2215) {
        token->mark = '/';
    } else if (is_currency_sign(point) || is_vulgar_fraction(point) || (point >= 0x80) ||
               strchr("%#+~<>=*/&°", (char)point)) {
        token->kind = TOKEN_SYMBOL;
    }
}

/* "'s" or a bare apostrophe after a word. */
static size_t possessive_length(const struct scan *scan, bool after_word)
{
    size_t len, more;
    uint32_t point = peek(scan, scan->at, &len);
    if (!after_word || (point != '\'' && point != 0x2019))
        return 0;
    uint32_t next = peek(scan, scan->at + len, &more);
    if (next == 's' || next == 'S') {
        size_t beyond;
        uint32_t third = peek(scan, scan->at + len + more, &beyond);
        return beyond > 0 && is_letter(third) ? 0 : len + more;
    }
    size_t clitic = clitic_length(scan, scan->at + len);
    if (clitic > 0)
        return len + clitic;
    char before = scan->text.ptr[scan->at - 1];
    bool ends = more == 0 || (next < 0x80 && is_space((char)next)) || is_wide_space(next);
    return before == 's' && ends ? len : 0;
}

static void scan_token(struct scan *scan, struct token *token, bool after_word)
{
    size_t len;
    uint32_t point = peek(scan, scan->at, &len);
    size_t end = is_letter(point) || point == '@' || point == '#' || is_digit((char)(point < 0x80 ? point : 0))
                     ? address_end(scan)
                     : 0;
    token->start = (uint32_t)scan->at;
    if (end > 0) {
        token->kind = TOKEN_ADDRESS;
        token->end = (uint32_t)end;
    } else if (point < 0x80 && is_digit((char)point)) {
        token->kind = TOKEN_NUMBER;
        token->end = (uint32_t)number_token_end(scan);
    } else if (is_letter(point)) {
        end = initials_end(scan);
        token->end = (uint32_t)(end > 0 ? end : word_end(scan));
        classify_word(token, scan);
    } else if ((len = possessive_length(scan, after_word)) > 0) {
        token->kind = TOKEN_WORD;
        token->flags |= TOKEN_SUFFIX;
        token->end = (uint32_t)(scan->at + len);
        const struct word *word = look_up(scan, token);
        if (len > 2 && to_lower(scan->text.ptr[token->end - 1]) != 's') /* "'s" may be a genitive or a verb */
            set_word(token, word);
    } else {
        peek(scan, scan->at, &len);
        classify_other(token, scan, point, len);
    }
    if (!token->row)
        look_up(scan, token);
    scan->at = token->end;
}

/* ESC [, parameters, and the final byte. */
static size_t control_sequence_end(const struct scan *scan)
{
    size_t at = scan->at + 2;
    while (at < scan->end && (byte_at(scan, at) < '@' || byte_at(scan, at) > '~') &&
           (unsigned char)byte_at(scan, at) >= ' ')
        at++;
    return at < scan->end ? at + 1 : at;
}

/* Where white space or a control sequence ends that begins here; here where there is none. */
static size_t between_end(const struct scan *scan)
{
    size_t len;
    unsigned char first = (unsigned char)scan->text.ptr[scan->at];
    if (first > ' ' && first < 0x80)
        return scan->at;
    uint32_t point = peek(scan, scan->at, &len);
    if (point == 0x1B && byte_at(scan, scan->at + 1) == '[') /* a terminal's control sequence (ECMA-48) is no text */
        return control_sequence_end(scan);
    bool space = is_wide_space(point) || (point < 0x80 && (is_space((char)point) || point < 0x20));
    return space ? scan->at + len : scan->at;
}

/*
 * Shortens tokens that fill their limit, so that no figure is cut in two: after the last mark that parts clauses, or else
 * before the last run of numbers and their words. Returns where in the text they end.
 */
static size_t cut(struct tokens *tokens)
{
    enum { LOOK_BACK = 64 };
    size_t last = tokens->count;
    for (size_t i = last - 1; i > last - LOOK_BACK; i--) {
        const struct token *token = &tokens->at[i];
        bool clause = token->kind == TOKEN_MARK && (token->mark == ',' || token->mark == ';' || token->mark == ':') &&
                      !token_flag(tokens, i + 1, TOKEN_GLUED);
        bool plain = token->kind == TOKEN_WORD &&
                     !token_has(tokens, i, WORD_CARDINAL | WORD_SCALE | WORD_VAGUE | WORD_FRACTION) &&
                     !token_flag(tokens, i, TOKEN_GLUED) && token_kind_is(tokens, i - 1, TOKEN_WORD) &&
                     !token_has(tokens, i - 1, WORD_CARDINAL | WORD_SCALE | WORD_VAGUE | WORD_FRACTION);
        if (clause || plain) {
            tokens->count = clause ? i + 1 : i;
            break;
        }
    }
    return tokens->at[tokens->count - 1].end;
}

/* What there is among the tokens; the lists' bits two words at a time, which stay in the processor's registers. */
static void sum_up(struct tokens *tokens, const struct lexicon *lexicon)
{
    typedef uint64_t pair __attribute__((vector_size(16), may_alias));
    pair all[WORD_ROW / 2] = {{0}};
    const pair *none = (const pair *)lexicon->rows[0].bits;
    uint32_t classes = 0, flags = 0;
    size_t words = tokens->count;
    const struct token *end = tokens->at + tokens->count;
    for (const struct token *token = tokens->at; token < end; token++) {
        const pair *row = (const pair *)token->row;
        classes |= token->classes;
        flags |= token->flags;
        if (token->kind != TOKEN_WORD) {
            tokens->kinds |= (uint8_t)TOKEN_BIT(token->kind);
            tokens->marks |= TOKEN_MARK_BIT(token->mark);
            words--;
        }
        if (row == none)
            continue;
#pragma GCC unroll 16
        for (size_t k = 0; k < WORD_ROW / 2; k++)
            all[k] |= row[k];
    }
    tokens->classes = classes;
    tokens->flags = (uint8_t)flags;
    tokens->kinds |= words > 0 ? TOKEN_BIT(TOKEN_WORD) : 0;
    memcpy(&tokens->all, all, sizeof(tokens->all));
}

struct tokens scan_tokens(struct scan *scan, struct arena *scratch, bool plainly)
{
    size_t cap = scan->end - scan->at + 1;
    if (cap > LIMIT_SENTENCE_TOKENS)
        cap = LIMIT_SENTENCE_TOKENS;
    struct tokens tokens = {.text = scan->text, .at = arena_take(scratch, cap * sizeof(*tokens.at))};
    struct token *token = tokens.at, *const last = tokens.at + cap;
    while ((!plainly || (token = scan_plain(scan, token, last))) && token < last && scan->at < scan->end) {
        size_t between = between_end(scan);
        if (between == scan->at) {
            bool after_word = scan->glued && token > tokens.at && token[-1].kind != TOKEN_MARK;
            *token = (struct token){.flags = scan->glued};
            scan_token(scan, token++, after_word);
            scan->glued = TOKEN_GLUED;
        } else {
            scan->at = between;
            scan->glued = 0;
        }
    }
    tokens.count = (size_t)(token - tokens.at);
    arena_give_back(scratch, token);
    sum_up(&tokens, scan->lexicon);
    return tokens;
}

struct tokens tokenise(struct str text, struct sentence sentence, const struct lexicon *lexicon, struct arena *scratch,
                       size_t *ret_end)
{
    enum {
        LOOK_AHEAD = 32 * LIMIT_SENTENCE_TOKENS
    }; /* what is longer comes in pieces, and each would look to its end */
    struct scan scan = {.text = text, .at = sentence.start, .end = sentence.end, .lexicon = lexicon};
    size_t left = scan.end - scan.at;
    scan.mail = left > LOOK_AHEAD || (left > 0 && memchr(text.ptr + scan.at, '@', left) != NULL);
    struct tokens tokens = scan_tokens(&scan, scratch, true);
    *ret_end = scan.at;
    if (tokens.count == LIMIT_SENTENCE_TOKENS && tokens.at[tokens.count - 1].end < scan.end)
        *ret_end = cut(&tokens);
    return tokens;
}

/* Equal but for case and for the shape of an apostrophe. */
static bool same_word(struct str text, struct str word)
{
    size_t at = 0;
    if (text.len < word.len)
        return false;
    for (size_t i = 0; i < word.len; i++) {
        if (at >= text.len)
            return false;
        if (word.ptr[i] == '\'' && str_starts(str_slice(text, at, text.len), STR("’"))) {
            at += STR("’").len;
            continue;
        }
        if (to_lower(text.ptr[at]) != to_lower(word.ptr[i]))
            return false;
        at++;
    }
    return at == text.len;
}

bool token_spells(const struct tokens *tokens, size_t i, const char *word)
{
    return i < tokens->count && same_word(token_text(tokens, i), str_from(word));
}

bool token_spells_one_of(const struct tokens *tokens, size_t i, const char *words)
{
    if (i >= tokens->count)
        return false;
    struct str text = token_text(tokens, i), rest = str_from(words);
    while (rest.len > 0)
        if (same_word(text, str_split(&rest, ' ')))
            return true;
    return false;
}

bool token_joins_glued(const struct tokens *tokens, size_t i)
{
    const uint32_t clause = WORD_DETERMINER | WORD_PRONOUN | WORD_SUBORDINATOR | WORD_AUXILIARY | WORD_CONJUNCTION;
    bool more = token_mark(tokens, i + 2, '-') && token_glued(tokens, i + 2); /* "two-and-a-half" */
    bool inside = i >= 2 && token_mark(tokens, i - 2, '-') && token_glued(tokens, i - 1);
    return more || inside || !token_has(tokens, i + 1, clause);
}
