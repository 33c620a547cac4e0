/* Quotation marks, and the names and offices of a document that later sentences stand for. */
#include "core/extract/speaker.h"

#include <string.h>

#include "core/base/bytes.h"
#include "core/base/utf8.h"

/*
 * Single marks quote only where an opening one is followed by a closing one ("‘We lost 12 boats,’ she said"); elsewhere they
 * are apostrophes. How far the first opener and the last closer reach; an empty span where there are none.
 */
struct single_marks {
    size_t first, end;
};

static struct single_marks single_marks(const struct tokens *tokens)
{
    struct single_marks marks = {tokens->count, 0};
    for (size_t i = tokens->count; i-- > 0;)
        if (token_mark(tokens, i, '\'') && token_flag(tokens, i, TOKEN_OPEN))
            marks.first = i;
    for (size_t i = 0; i < tokens->count; i++)
        if (token_mark(tokens, i, '\'') && token_flag(tokens, i, TOKEN_CLOSE))
            marks.end = i + 1;
    return marks;
}

void quotations_read(struct speaker *speaker, struct reading *reading)
{
    const struct tokens *tokens = &reading->tokens;
    if (reading->paragraph_start) {
        /* an open quotation goes on in the next paragraph only where that begins with a quotation mark again */
        bool goes_on = speaker->in_quotation && token_flag(tokens, 0, TOKEN_OPEN);
        if (!goes_on)
            speaker->quoted = STR_NULL;
        speaker->in_quotation = false;
    }
    bool opened = speaker->in_quotation, any_single = false;
    struct single_marks singles = {0, 0};
    size_t from = 0;
    reading->quoted = arena_take(reading->scratch, (tokens->count + 1) * sizeof(*reading->quoted));
    size_t count = tokens->flags & (TOKEN_OPEN | TOKEN_CLOSE) ? tokens->count : 0; /* most have no such mark */
    for (size_t i = 0; i < count; i++) {
        const struct token *token = &tokens->at[i];
        if (!(token->flags & (TOKEN_OPEN | TOKEN_CLOSE)))
            continue;
        if (token->mark == '\'' && !any_single) {
            any_single = true;
            singles = single_marks(tokens);
        }
        if (token->mark == '\'' && (i < singles.first || i >= singles.end))
            continue;
        memset(reading->quoted + from, opened, i + 1 - from);
        from = i + 1;
        opened = token->flags & TOKEN_OPEN;
    }
    memset(reading->quoted + from, opened, tokens->count + 1 - from);
    speaker->in_quotation = opened;
}

/*
 * Double marks, and single ones that may open: those behind a letter or a digit are apostrophes or close what another one
 * has opened.
 */
static bool may_quote(struct str text, size_t at)
{
    char c = text.ptr[at];
    if (c == '"' || (c == '\'' && (at == 0 || !(is_alpha(text.ptr[at - 1]) || is_digit(text.ptr[at - 1])))))
        return true;
    if ((unsigned char)c < 0x80)
        return false;
    uint32_t point;
    utf8_decode(text, at, &point);
    return point == 0xAB || point == 0xBB || (point >= 0x2018 && point <= 0x201F && point != 0x2019);
}

/* Of sixteen bytes: marks, and what leads to one beyond ASCII, of two bytes (C2) or of three (E2). */
static bytes16 may_be_marks(const char *from)
{
    bytes16 bytes = bytes_load(from);
    return bytes_are(bytes, '"') | bytes_are(bytes, '\'') | bytes_are(bytes & 0xDF, '\xC2');
}

size_t quotation_next(struct str text, size_t from)
{
    for (size_t at = from; at < text.len;) {
        const char *here = text.ptr + at;
        if (text.len - at >= 4 * BYTES_WIDTH &&
            !bytes_mask(may_be_marks(here) | may_be_marks(here + BYTES_WIDTH) | may_be_marks(here + 2 * BYTES_WIDTH) |
                        may_be_marks(here + 3 * BYTES_WIDTH))) {
            at += 4 * BYTES_WIDTH;
            continue;
        }
        if (text.len - at >= BYTES_WIDTH) {
            uint32_t mask = bytes_mask(may_be_marks(here));
            at += mask ? (size_t)__builtin_ctz(mask) : BYTES_WIDTH;
            if (!mask)
                continue;
        }
        if (may_quote(text, at))
            return at;
        at++;
    }
    return text.len;
}

/* "Jan Holub", "Per Lund", "May Quill": a month or a preposition, but for the name that follows. */
static bool is_given_name(const struct tokens *tokens, size_t i)
{
    return token_flag(tokens, i, TOKEN_CAPITAL) && token_flag(tokens, i + 1, TOKEN_CAPITAL) &&
           !token_glued(tokens, i) && (token_has(tokens, i, WORD_MONTH) || token_is(tokens, i, "per")) &&
           !(i > 0 && token_has(tokens, i - 1, WORD_PREPOSITION)) && !token_has(tokens, i + 1, WORD_MONTH);
}

static bool is_name_word(const struct tokens *tokens, size_t i)
{
    if (is_given_name(tokens, i))
        return true;
    const uint32_t plain = WORD_PREPOSITION | WORD_DETERMINER | WORD_CONJUNCTION | WORD_PRONOUN | WORD_AUXILIARY |
                           WORD_SUBORDINATOR | WORD_MONTH | WORD_WEEKDAY | WORD_SAYING | WORD_ADVERB | WORD_CARDINAL;
    return token_kind_is(tokens, i, TOKEN_WORD) && token_flag(tokens, i, TOKEN_CAPITAL) &&
           !token_flag(tokens, i, TOKEN_SUFFIX) && !token_has(tokens, i, plain);
}

/* The first token of the run of capitalised words that ends before `end`; `end` itself where there is none. */
size_t name_start(const struct tokens *tokens, size_t end)
{
    size_t i = end;
    while (i > 0 && (is_name_word(tokens, i - 1) ||
                     (token_mark(tokens, i - 1, '-') && token_flag(tokens, i - 1, TOKEN_GLUED) && i < end) ||
                     (token_mark(tokens, i - 1, '.') && token_flag(tokens, i - 1, TOKEN_GLUED) && i < end)))
        i--;
    return i;
}

size_t name_end(const struct tokens *tokens, size_t i)
{
    while (is_name_word(tokens, i) ||
           (token_mark(tokens, i, '.') && token_flag(tokens, i, TOKEN_GLUED) && is_name_word(tokens, i + 1)) ||
           (token_mark(tokens, i, '-') && token_flag(tokens, i, TOKEN_GLUED) && is_name_word(tokens, i + 1)))
        i++;
    return i;
}

/* "Prime Minister Ana Lopez" → "Ana Lopez"; a title alone stays. */
size_t skip_titles(const struct tokens *tokens, size_t first, size_t end)
{
    size_t i = first;
    for (size_t k = first; k + 1 < end; k++)
        if (token_has(tokens, k, WORD_HONORIFIC))
            i = k + 1 + (size_t)token_mark(tokens, k + 1, '.');
    return i < end ? i : first;
}

struct str last_word(struct str name)
{
    size_t at = name.len;
    while (at > 0 && !is_space(name.ptr[at - 1]))
        at--;
    return str_slice(name, at, name.len);
}

/* ---- names and offices ---- */

/*
 * The full name that a surname stands for, the latest one first; the surname itself where none is known, or where that is
 * asked.
 */
struct str speaker_full_name(struct speaker *speaker, struct str name)
{
    const struct memory *memory = speaker->memory;
    if (name.len == 0 || memchr(name.ptr, ' ', name.len))
        return name; /* no surname has a space in it */
    if (!memory)
        question_ask(speaker->questions, ASKS_NAME, name);
    for (size_t i = memory ? memory->name_count : 0; i-- > 0;)
        if (str_eq(memory->names[i].last, name))
            return memory->names[i].full;
    return name;
}

static void remember_name(struct memory *memory, struct str full)
{
    struct str last = last_word(full);
    if (last.len == full.len)
        return;
    for (size_t i = 0; i < memory->name_count; i++)
        if (str_eq(memory->names[i].full, full))
            return;
    if (memory->name_count == SPEAKER_NAMES) {
        memmove(memory->names, memory->names + 1, (SPEAKER_NAMES - 1) * sizeof(memory->names[0]));
        memory->name_count--;
    }
    memory->names[memory->name_count++] = (struct known_name){full, last};
}

void speaker_remember_office(struct speaker *speaker, struct str office, struct str name)
{
    struct memory *memory = speaker->memory;
    if (!memory)
        return;
    if (memory->office_count == SPEAKER_OFFICES) {
        memmove(memory->offices, memory->offices + 1, (SPEAKER_OFFICES - 1) * sizeof(memory->offices[0]));
        memory->office_count--;
    }
    memory->offices[memory->office_count++] = (struct known_office){office, name};
}

/* "The prime minister": whose office it is, or null; "the minister" is the last one who was some minister. */
struct str speaker_in_office(struct speaker *speaker, struct str office)
{
    const struct memory *memory = speaker->memory;
    if (office.len == 0)
        return STR_NULL;
    if (!memory)
        question_ask(speaker->questions, ASKS_OFFICE, office);
    for (size_t i = memory ? memory->office_count : 0; i-- > 0;) {
        struct str known = memory->offices[i].office;
        if (known.len >= office.len && str_eq_nocase(str_slice(known, known.len - office.len, known.len), office) &&
            (known.len == office.len || is_space(known.ptr[known.len - office.len - 1])))
            return memory->offices[i].name;
    }
    return STR_NULL;
}

/* The mark in "J.Smith" and "Lloyd-Jones" is inside a name, and that of "no. Feld" before it. */
static bool may_begin_name(const struct token *token)
{
    return token->flags & TOKEN_CAPITAL;
}

/* Every run of two to four capitalised words may be somebody's name. */
static void remember_names(struct speaker *speaker, const struct tokens *tokens)
{
    for (size_t i = 0; i < tokens->count;) {
        if (!may_begin_name(&tokens->at[i])) {
            i++;
            continue;
        }
        size_t end = name_end(tokens, i);
        size_t first = skip_titles(tokens, i, end);
        if (end - first >= 2 && end - first <= 4)
            remember_name(speaker->memory, tokens_text(tokens, first, end));
        if (first > i && end - first >= 2)
            speaker_remember_office(speaker, tokens_text(tokens, i, first), tokens_text(tokens, first, end));
        i = end > i ? end : i + 1;
    }
}

/* Two to four capitalised words, none of which makes them a country or a company. */
bool is_person(const struct tokens *tokens, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (token_has(tokens, i, WORD_BODY))
            return false;
    return end - first >= 2 && end - first <= 4;
}

/*
 * Whom a sentence is about, for the "she" of the next one: the first full name, or known surname, before its first verb
 * ("Ilse Brandt visited", "The state's minister for water, Jonas Feld, came", "Feld, 51, grew up").
 */
static void remember_subject(struct speaker *speaker, const struct tokens *tokens)
{
    enum { SUBJECT_TOKENS = 14 };
    bool found = false;
    for (size_t i = 0; i < tokens->count && i < SUBJECT_TOKENS;) {
        if (i > 0 &&
            (token_has(tokens, i, WORD_VERB | WORD_AUXILIARY | WORD_SAYING) || token_flag(tokens, i, TOKEN_OPEN)))
            return;
        if (!may_begin_name(&tokens->at[i])) {
            i++;
            continue;
        }
        size_t end = name_end(tokens, i), first = skip_titles(tokens, i, end);
        struct str name = tokens_text(tokens, first, end);
        struct str full = end > first ? speaker_full_name(speaker, name) : name;
        bool owner = token_flag(tokens, end, TOKEN_SUFFIX); /* "Kestrel Bay's port" is about the port */
        if (end > i && !owner && (is_person(tokens, first, end) || full.len > name.len)) {
            if (!found)
                speaker->other = STR_NULL;
            *(found ? &speaker->other : &speaker->person) = full;
            if (found)
                return;
            found = true;
        }
        i = end > i ? end : i + 1;
    }
}

/* "Lena Osk, the finance minister, spoke first": the office of whoever is named, said or not. */
static void remember_appositions(struct speaker *speaker, const struct tokens *tokens)
{
    enum { OFFICE_TOKENS = 6 };
    if (!tokens_marked(tokens, ','))
        return;
    for (size_t i = 1; i + 1 < tokens->count; i++) {
        if (!token_mark(tokens, i, ',') || !token_is(tokens, i + 1, "the"))
            continue;
        size_t first = name_start(tokens, i), end = i + 2;
        first = skip_titles(tokens, first, i);
        while (token_kind_is(tokens, end, TOKEN_WORD) && end < i + 2 + OFFICE_TOKENS &&
               !token_has(tokens, end, WORD_AUXILIARY | WORD_CONJUNCTION | WORD_SUBORDINATOR))
            end++;
        if (token_mark(tokens, end, ',') && end > i + 2 && is_person(tokens, first, i))
            speaker_remember_office(speaker, tokens_text(tokens, i + 2, end), tokens_text(tokens, first, i));
    }
}

/* "The ministry published its review. It said …": what begins a sentence with "the", up to its verb. */
void speaker_remember_body(struct speaker *speaker, const struct tokens *tokens)
{
    enum { BODY_TOKENS = 6 };
    if (!speaker->memory || !token_is(tokens, 0, "the"))
        return;
    for (size_t i = 1; i <= BODY_TOKENS && token_kind_is(tokens, i, TOKEN_WORD); i++) {
        if (token_has(tokens, i, WORD_SUBORDINATOR | WORD_CONJUNCTION | WORD_ADVERB))
            return;
        if (i > 1 && (token_has(tokens, i, WORD_VERB | WORD_AUXILIARY) || str_ends(token_text(tokens, i), STR("ed")))) {
            speaker->body = tokens_text(tokens, 0, i);
            return;
        }
    }
}

void speaker_remember(struct speaker *speaker, const struct tokens *tokens)
{
    if (!speaker->memory)
        return;
    remember_names(speaker, tokens);
    remember_appositions(speaker, tokens);
    remember_subject(speaker, tokens);
}

/*
 * Whom "he" or "she" stands for: the last person, unless that one is known by the other word and somebody else was named
 * beside ("Tom Adair and his deputy, Lin Cho, disagree. He … She …").
 */
struct str speaker_by_pronoun(struct speaker *speaker, bool she)
{
    struct str *mine = she ? &speaker->she : &speaker->he, other = she ? speaker->he : speaker->she;
    bool taken = other.ptr && speaker->person.ptr && str_eq(other, speaker->person);
    if (!taken)
        *mine = speaker->person;
    else if (speaker->other.ptr)
        *mine = speaker->other;
    return taken && !speaker->other.ptr ? STR_NULL : *mine;
}

/* "Norwell Foods opened a mill. It said …" */
struct str speaker_by_it(const struct speaker *speaker)
{
    bool known = speaker->body.ptr || speaker->he.ptr || speaker->she.ptr;
    return known ? speaker->body : speaker->person;
}
