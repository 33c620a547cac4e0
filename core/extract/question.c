/* Looking for the holder of a surname or an office in text that has not been heard. */
#include "core/extract/question.h"

#include "core/base/bytes.h"
#include "core/extract/speaker.h"
#include "core/text/tag.h"

void question_ask(struct questions *questions, enum question_kind kind, struct str what)
{
    for (size_t i = 0; i < questions->count; i++)
        if (questions->at[i].what.ptr == what.ptr && questions->at[i].kind == kind)
            return;
    if (questions->count < QUESTIONS_MAX)
        questions->at[questions->count++] = (struct question){kind, what};
    else
        questions->more = true;
}

const struct question *question_behind(const struct questions *questions, struct str who)
{
    for (size_t i = 0; i < questions->count; i++) {
        struct str what = questions->at[i].what;
        if (what.ptr >= who.ptr && what.ptr + what.len <= who.ptr + who.len)
            return &questions->at[i];
    }
    return NULL;
}

/* ---- by its bytes ---- */

static size_t find_nocase(struct str text, struct str needle, size_t from)
{
    const char small = 0x20; /* the bit of a small letter; with it some signs look like others */
    char first = needle.ptr[0] | small, last = needle.ptr[needle.len - 1] | small;
    for (size_t at = from; needle.len <= text.len && at <= text.len - needle.len;) {
        if (text.len - at >= needle.len + BYTES_WIDTH) { /* its first letter, and so far behind it its last */
            bytes16 head = bytes_load(text.ptr + at) | small, tail = bytes_load(text.ptr + at + needle.len - 1) | small;
            uint32_t mask = bytes_mask(bytes_are(head, first) & bytes_are(tail, last));
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

/* Whether the word before a name is a title, which is no part of it: "Mr Feld", "Mr. Feld", but not "mr. Feld". */
static bool is_title(struct str word, bool stop, const struct lexicon *lexicon)
{
    const struct word *known = lexicon_find(lexicon, word);
    return known && known->classes & WORD_HONORIFIC && (!stop || is_upper(word.ptr[0]));
}

/*
 * Whether what stands before `at` could be the rest of a name: white space, and a word with a capital. Nothing can be told of
 * one with control characters.
 */
static bool follows_name(struct str text, size_t at, const struct lexicon *lexicon)
{
    size_t end = at;
    while (end > 0 && is_space(text.ptr[end - 1]))
        end--;
    size_t first = end;
    bool strange = false;
    for (; end < at && first > 0 && !is_space(text.ptr[first - 1]); first--) {
        unsigned char c = (unsigned char)text.ptr[first - 1];
        strange |= c >= 0x80 || c < ' ';
    }
    if (strange || first == end)
        return strange;
    struct str word = str_slice(text, first, end);
    bool stop = word.ptr[word.len - 1] == '.';
    while (str_ends(word, STR(".")))
        word.len--;
    if (is_title(word, stop, lexicon) && end - first <= word.len + 1)
        return false;
    bool capital = false;
    for (size_t i = 0; i < word.len; i++)
        capital |= is_upper(word.ptr[i]);
    return capital;
}

/* Whether a comma could follow, as behind an office in an apposition, or a name, as behind one that is a title. */
static bool leads_to_name(struct str text, size_t end, bool title)
{
    while (end < text.len && is_space(text.ptr[end]))
        end++;
    static const char ends[] = {'.', ';', '?', '!', ':', ')', '"'};
    char c = end < text.len ? text.ptr[end] : '.';
    return c == ',' || (title && !is_lower(c) && !is_digit(c) && !memchr(ends, c, sizeof(ends)));
}

/* Whether its last word may stand before a name: "the [prime minister]", but not "the [health ministry]". */
static bool may_be_title(struct str office, const struct lexicon *lexicon)
{
    size_t at = office.len;
    while (at > 0 && is_alpha(office.ptr[at - 1]))
        at--;
    const struct word *word = lexicon_find(lexicon, str_slice(office, at, office.len));
    return at == office.len || (word && (word->classes & WORD_HONORIFIC));
}

size_t question_next(const struct question *question, const struct lexicon *lexicon, struct str text, size_t from)
{
    struct str what = question->what;
    bool office = question->kind == ASKS_OFFICE, title = office && may_be_title(what, lexicon);
    for (size_t at = from;; at++) {
        at = office ? find_nocase(text, what, at) : str_find(text, what, at);
        if (at >= text.len)
            return text.len;
        bool itself =
            text.ptr + at == what.ptr; /* whose name was not understood where it stands, but may be remembered */
        if (office ? !itself && leads_to_name(text, at + what.len, title) : follows_name(text, at, lexicon))
            return at;
    }
}

/* ---- by its tokens ---- */

bool question_is_told(const struct question *question, const struct lexicon *lexicon, struct tokens *tokens,
                      struct arena *scratch)
{
    struct memory *memory = arena_take(scratch, sizeof(*memory));
    struct speaker speaker = {.memory = memory};
    memory->name_count = memory->office_count = 0;
    speaker_remember(&speaker, tokens);
    if (question->kind == ASKS_NAME)
        return memory->name_count == SPEAKER_NAMES || /* some may have been forgotten again */
               speaker_full_name(&speaker, question->what).ptr != question->what.ptr;
    tags_read(tokens, lexicon);
    speaker_remember_appositions(&speaker, tokens);
    return memory->office_count == SPEAKER_OFFICES || speaker_in_office(&speaker, question->what).ptr;
}
