/* Quotation marks, and the names and offices of a document that later sentences stand for. */
#include "core/extract/speaker.h"

#include <string.h>

#include "core/base/bytes.h"
#include "core/base/utf8.h"

/*
 * Single marks quote only where an opening one is followed by a closing one ("‘We lost 12 boats,’ she said"); elsewhere they
 * are apostrophes. Returns how far the first opener and the last closer reach.
 */
static void single_marks(const struct tokens *tokens, size_t *ret_first, size_t *ret_last)
{
    *ret_first = tokens->count;
    *ret_last = 0;
    for (size_t i = 0; i < tokens->count; i++) {
        if (!token_mark(tokens, i, '\''))
            continue;
        if (token_flag(tokens, i, TOKEN_OPEN) && *ret_first == tokens->count)
            *ret_first = i;
        if (token_flag(tokens, i, TOKEN_CLOSE))
            *ret_last = i;
    }
}

void quotations_read(struct speaker *speaker, struct reading *reading)
{
    const struct tokens *tokens = &reading->tokens;
    size_t first, last;
    if (reading->paragraph_start) {
        /* an open quotation goes on in the next paragraph only where that begins with a quotation mark again */
        bool goes_on = speaker->in_quotation && token_flag(tokens, 0, TOKEN_OPEN);
        if (!goes_on)
            speaker->quoted = STR_NULL;
        speaker->in_quotation = false;
    }
    bool opened = speaker->in_quotation;
    single_marks(tokens, &first, &last);
    reading->quoted = arena_alloc(reading->scratch, (tokens->count + 1) * sizeof(*reading->quoted));
    for (size_t i = 0; i < tokens->count; i++) {
        reading->quoted[i] = opened;
        bool single = token_mark(tokens, i, '\'') && first < last && i >= first && i <= last;
        if (!token_mark(tokens, i, '"') && !single)
            continue;
        if (token_flag(tokens, i, TOKEN_OPEN))
            opened = true;
        else if (token_flag(tokens, i, TOKEN_CLOSE))
            opened = false;
    }
    reading->quoted[tokens->count] = opened;
    speaker->in_quotation = opened;
}

/*
 * Double marks, and single ones that may open: those behind a letter or a digit are apostrophes or close what another one
 * has opened.
 */
bool quotation_may_be(struct str sentence)
{
    for (size_t i = 0; i < sentence.len;) {
        const size_t left = sentence.len - i;
        if (left >= BYTES_WIDTH) {
            bytes16 bytes = bytes_load(sentence.ptr + i);
            uint32_t mask = bytes_mask(bytes_are(bytes, '"') | bytes_are(bytes, '\'') | bytes_are(bytes, '\xE2') |
                                       bytes_are(bytes, '\xC2'));
            i += mask ? (size_t)__builtin_ctz(mask) : BYTES_WIDTH;
            if (!mask)
                continue;
        }
        char c = sentence.ptr[i];
        if (c == '"' || (c == '\'' && (i == 0 || !(is_alpha(sentence.ptr[i - 1]) || is_digit(sentence.ptr[i - 1])))))
            return true;
        if ((unsigned char)c >= 0x80) {
            uint32_t point;
            utf8_decode(sentence, i, &point);
            if (point == 0xAB || point == 0xBB || (point >= 0x2018 && point <= 0x201F && point != 0x2019))
                return true;
        }
        i++;
    }
    return false;
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

/* ---- what a speaker that has heard nothing can't know ---- */

enum { UNHEARD_BYTES = 256 * 1024 }; /* more than that is not searched: the work is to grow with the text */

static size_t find_nocase(struct str text, struct str needle, size_t from)
{
    char first = to_lower(needle.ptr[0]), last = to_lower(needle.ptr[needle.len - 1]);
    for (size_t at = from; needle.len <= text.len && at <= text.len - needle.len;) {
        if (text.len - at >= needle.len + BYTES_WIDTH) { /* its first letter, and so far behind it its last */
            bytes16 head = bytes_load(text.ptr + at), tail = bytes_load(text.ptr + at + needle.len - 1);
            uint32_t mask =
                bytes_mask((bytes_are(head, first) | bytes_are(head, is_lower(first) ? first - 32 : first)) &
                           (bytes_are(tail, last) | bytes_are(tail, is_lower(last) ? last - 32 : last)));
            at += mask ? (size_t)__builtin_ctz(mask) : BYTES_WIDTH;
            if (!mask || at > text.len - needle.len)
                continue;
        }
        if (str_eq_nocase(str_slice(text, at, at + needle.len), needle))
            return at;
        at++;
    }
    return text.len;
}

/* Whether a word before `at` could be the rest of a name: white space, and a word with a capital. */
static bool follows_name(struct str text, size_t at)
{
    size_t i = at;
    bool capital = false;
    while (i > 0 && is_space(text.ptr[i - 1]))
        i--;
    for (; i < at && i > 0 && !is_space(text.ptr[i - 1]); i--)
        capital |= is_upper(text.ptr[i - 1]) || (unsigned char)text.ptr[i - 1] >= 0x80;
    return capital;
}

/* Whether a name or a comma could follow, as behind somebody's office. */
static bool leads_to_name(struct str text, size_t end)
{
    while (end < text.len && is_space(text.ptr[end]))
        end++;
    char c = end < text.len ? text.ptr[end] : '.';
    return !is_lower(c) && !is_digit(c) && !memchr(".;?!:)\"", c, 7);
}

/* Whether the unheard text may say whose name or office it is. */
static bool may_say(struct str unheard, struct str what, bool office)
{
    if (unheard.len > UNHEARD_BYTES)
        return true;
    for (size_t at = 0;; at++) {
        at = office ? find_nocase(unheard, what, at) : str_find(unheard, what, at);
        if (at >= unheard.len)
            return false;
        bool itself = unheard.ptr + at == what.ptr;
        if (!itself && (office ? leads_to_name(unheard, at + what.len) : follows_name(unheard, at)))
            return true;
    }
}

static void ask(struct speaker *speaker, struct str what, bool office)
{
    if (speaker->ignorant && !speaker->asked && what.len > 0)
        speaker->asked = may_say(speaker->unheard, what, office);
}

/* The full name that a surname stands for, the latest one first; the surname itself where none is known. */
struct str speaker_full_name(struct speaker *speaker, struct str name)
{
    if (name.ptr && memchr(name.ptr, ' ', name.len))
        return name; /* no surname has a space in it */
    ask(speaker, name, false);
    for (size_t i = speaker->name_count; i-- > 0;)
        if (str_eq(last_word(speaker->names[i]), name))
            return speaker->names[i];
    return name;
}

static void remember_name(struct speaker *speaker, struct str name)
{
    if (last_word(name).len == name.len)
        return;
    for (size_t i = 0; i < speaker->name_count; i++)
        if (str_eq(speaker->names[i], name))
            return;
    if (speaker->name_count == SPEAKER_NAMES) {
        memmove(speaker->names, speaker->names + 1, (SPEAKER_NAMES - 1) * sizeof(speaker->names[0]));
        speaker->name_count--;
    }
    speaker->names[speaker->name_count++] = name;
}

void speaker_remember_office(struct speaker *speaker, struct str office, struct str name)
{
    if (speaker->office_count == SPEAKER_OFFICES) {
        memmove(speaker->offices, speaker->offices + 1, (SPEAKER_OFFICES - 1) * sizeof(speaker->offices[0]));
        speaker->office_count--;
    }
    speaker->offices[speaker->office_count++] = (struct office){office, name};
}

/* "The prime minister": whose office it is, or null; "the minister" is the last one who was some minister. */
struct str speaker_in_office(struct speaker *speaker, struct str office)
{
    ask(speaker, office, true);
    for (size_t i = speaker->office_count; i-- > 0;) {
        struct str known = speaker->offices[i].office;
        if (office.len > 0 && known.len >= office.len &&
            str_eq_nocase(str_slice(known, known.len - office.len, known.len), office) &&
            (known.len == office.len || is_space(known.ptr[known.len - office.len - 1])))
            return speaker->offices[i].name;
    }
    return STR_NULL;
}

/* Every run of two to four capitalised words may be somebody's name. */
static void remember_names(struct speaker *speaker, const struct tokens *tokens)
{
    for (size_t i = 0; i < tokens->count;) {
        if (token_kind_is(tokens, i, TOKEN_WORD) && !token_flag(tokens, i, TOKEN_CAPITAL)) {
            i++; /* most words begin no name */
            continue;
        }
        size_t end = name_end(tokens, i);
        size_t first = skip_titles(tokens, i, end);
        if (end - first >= 2 && end - first <= 4)
            remember_name(speaker, tokens_text(tokens, first, end));
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
    if (!token_is(tokens, 0, "the"))
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
    if (speaker->ignorant)
        return; /* it is done again when something is asked */
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
    speaker->asked = true;
    struct str *mine = she ? &speaker->she : &speaker->he, other = she ? speaker->he : speaker->she;
    bool taken = other.ptr && speaker->person.ptr && str_eq(other, speaker->person);
    if (!taken)
        *mine = speaker->person;
    else if (speaker->other.ptr)
        *mine = speaker->other;
    return taken && !speaker->other.ptr ? STR_NULL : *mine;
}

/* "Norwell Foods opened a mill. It said …" */
struct str speaker_by_it(struct speaker *speaker)
{
    speaker->asked = true;
    bool known = speaker->body.ptr || speaker->he.ptr || speaker->she.ptr;
    return known ? speaker->body : speaker->person;
}
