/* Attribution: verbs of saying and their subjects, "according to", and names across sentences. */
#include "core/extract/speaker.h"

#include <string.h>

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

static void quotations_read(struct reading *reading, bool opened)
{
    const struct tokens *tokens = &reading->tokens;
    size_t first, last;
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
}

static bool is_name_word(const struct tokens *tokens, size_t i)
{
    const uint32_t plain = WORD_PREPOSITION | WORD_DETERMINER | WORD_CONJUNCTION | WORD_PRONOUN | WORD_AUXILIARY |
                           WORD_SUBORDINATOR | WORD_MONTH | WORD_WEEKDAY | WORD_SAYING | WORD_ADVERB | WORD_CARDINAL;
    return token_kind_is(tokens, i, TOKEN_WORD) && token_flag(tokens, i, TOKEN_CAPITAL) &&
           !token_flag(tokens, i, TOKEN_SUFFIX) && !token_has(tokens, i, plain);
}

/* The first token of the run of capitalised words that ends before `end`; `end` itself where there is none. */
static size_t name_start(const struct tokens *tokens, size_t end)
{
    size_t i = end;
    while (i > 0 && (is_name_word(tokens, i - 1) ||
                     (token_mark(tokens, i - 1, '-') && token_flag(tokens, i - 1, TOKEN_GLUED) && i < end) ||
                     (token_mark(tokens, i - 1, '.') && token_flag(tokens, i - 1, TOKEN_GLUED) && i < end)))
        i--;
    return i;
}

static size_t name_end(const struct tokens *tokens, size_t i)
{
    while (is_name_word(tokens, i) ||
           (token_mark(tokens, i, '.') && token_flag(tokens, i, TOKEN_GLUED) && is_name_word(tokens, i + 1)) ||
           (token_mark(tokens, i, '-') && token_flag(tokens, i, TOKEN_GLUED) && is_name_word(tokens, i + 1)))
        i++;
    return i;
}

/* "Prime Minister Ana Lopez" → "Ana Lopez"; a title alone stays. */
static size_t skip_titles(const struct tokens *tokens, size_t first, size_t end)
{
    size_t i = first;
    for (size_t k = first; k + 1 < end; k++)
        if (token_has(tokens, k, WORD_HONORIFIC))
            i = k + 1 + (size_t)token_mark(tokens, k + 1, '.');
    return i < end ? i : first;
}

static struct str last_word(struct str name)
{
    size_t at = name.len;
    while (at > 0 && !is_space(name.ptr[at - 1]))
        at--;
    return str_slice(name, at, name.len);
}

/* The full name that a surname stands for, the latest one first; the surname itself where none is known. */
static struct str full_name(const struct speaker *speaker, struct str name)
{
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

/* Every run of two to four capitalised words may be somebody's name. */
static void remember_names(struct speaker *speaker, const struct tokens *tokens)
{
    for (size_t i = 0; i < tokens->count;) {
        size_t end = name_end(tokens, i);
        size_t first = skip_titles(tokens, i, end);
        if (end - first >= 2 && end - first <= 4)
            remember_name(speaker, tokens_text(tokens, first, end));
        i = end > i ? end : i + 1;
    }
}

/* The noun phrase before a verb of saying, back to what cannot be part of it: "the finance ministry", "officials". */
static struct str source_before(const struct tokens *tokens, size_t end)
{
    size_t i = end;
    while (
        i > 0 && token_kind_is(tokens, i - 1, TOKEN_WORD) && end - i < 8 &&
        !token_has(tokens, i - 1, WORD_CONJUNCTION | WORD_PRONOUN | WORD_AUXILIARY | WORD_SUBORDINATOR | WORD_ADVERB) &&
        (!token_has(tokens, i - 1, WORD_PREPOSITION) || token_is_one_of(tokens, i - 1, "of for in at from on")) &&
        !token_has(tokens, i - 1, WORD_SAYING))
        i--;
    while (i < end && token_has(tokens, i, WORD_PREPOSITION))
        i++;
    return i < end ? tokens_text(tokens, i, end) : STR_NULL;
}

static bool is_passive(const struct tokens *tokens, size_t verb)
{
    return verb > 0 && token_is_one_of(tokens, verb - 1, "is are was were be been being reportedly to");
}

/* Who does the saying at token `verb`: null where nobody is named. */
static struct str subject_of_saying(struct speaker *speaker, const struct tokens *tokens, size_t verb)
{
    size_t end = verb;
    while (end > 0 &&
           (token_has(tokens, end - 1, WORD_ADVERB) || token_is_one_of(tokens, end - 1, "has have had would will")) &&
           !token_has(tokens, end - 1, WORD_PRONOUN))
        end--;
    if (end == 0)
        return STR_NULL;
    if (token_has(tokens, end - 1, WORD_PERSONAL))
        return speaker->person;
    size_t first = name_start(tokens, end);
    if (first < end && !(first > 0 && token_has(tokens, first - 1, WORD_DETERMINER))) {
        first = skip_titles(tokens, first, end);
        struct str name = full_name(speaker, tokens_text(tokens, first, end));
        /* one capitalised word may be a country too: it is "he" only while nobody else could be */
        if (!speaker->person.ptr || last_word(name).len < name.len)
            speaker->person = name;
        return name;
    }
    /* "Ana Lopez, the finance minister, said": between the commas stands who she is */
    if (token_mark(tokens, end - 1, ',') && end >= 2) {
        size_t comma = end - 1;
        while (comma > 0 && !token_mark(tokens, comma - 1, ','))
            comma--;
        first = name_start(tokens, end - 1); /* "the defence secretary, Pete Hegseth, said" */
        if (first == comma && comma > 0) {
            speaker->person = full_name(speaker, tokens_text(tokens, first, end - 1));
            return speaker->person;
        }
        if (comma > 1) {
            first = name_start(tokens, comma - 1);
            if (first < comma - 1) {
                first = skip_titles(tokens, first, comma - 1);
                speaker->person = full_name(speaker, tokens_text(tokens, first, comma - 1));
                return speaker->person;
            }
        }
        return STR_NULL;
    }
    bool noun =
        token_kind_is(tokens, end - 1, TOKEN_WORD) && !token_has(tokens, end - 1, WORD_PRONOUN | WORD_SUBORDINATOR);
    return noun ? source_before(tokens, end) : STR_NULL;
}

/* "said [director general] Mira Holt": past a title in small letters, where a name of two words follows; else i. */
static size_t skip_small_title(const struct tokens *tokens, size_t i)
{
    enum { TITLE_WORDS = 4 };
    const uint32_t small = WORD_PREPOSITION | WORD_DETERMINER | WORD_CONJUNCTION | WORD_PRONOUN | WORD_AUXILIARY |
                           WORD_SUBORDINATOR | WORD_SAYING;
    size_t at = i;
    while (at < i + TITLE_WORDS && token_kind_is(tokens, at, TOKEN_WORD) && !token_flag(tokens, at, TOKEN_CAPITAL) &&
           !token_has(tokens, at, small))
        at++;
    return name_end(tokens, at) >= at + 2 ? at : i;
}

/* "said Ana Lopez", "says the minister": after the verb, where nothing that could say it stands before. */
static struct str subject_after_saying(struct speaker *speaker, const struct tokens *tokens, size_t verb)
{
    size_t start = skip_small_title(tokens, verb + 1), end = name_end(tokens, start);
    if (end > start) {
        size_t first = skip_titles(tokens, start, end);
        speaker->person = full_name(speaker, tokens_text(tokens, first, end));
        return speaker->person;
    }
    if (!token_has(tokens, verb + 1, WORD_DETERMINER))
        return STR_NULL;
    end = verb + 2;
    while (token_kind_is(tokens, end, TOKEN_WORD) &&
           !token_has(tokens, end, WORD_PREPOSITION | WORD_CONJUNCTION | WORD_SUBORDINATOR | WORD_ADVERB))
        end++;
    bool closed = end >= tokens->count || token_kind_is(tokens, end, TOKEN_MARK); /* "said the gap was": no */
    return end > verb + 2 && closed ? tokens_text(tokens, verb + 1, end) : STR_NULL;
}

/* "Lena Osk, the finance minister[,] said": the comma at `comma` closes what stands after a name and another comma. */
static bool has_apposition(const struct tokens *tokens, size_t comma)
{
    size_t i = comma;
    while (i > 0 && !token_mark(tokens, i - 1, ',') && !token_mark(tokens, i - 1, '"'))
        i--;
    return i > 1 && token_mark(tokens, i - 1, ',') && name_start(tokens, i - 1) < i - 1 && i - 1 < comma;
}

/* "according to the health ministry": up to the comma or the full stop. */
static struct str according_to(struct speaker *speaker, const struct tokens *tokens, size_t i)
{
    size_t first = i + 2, end = first;
    if (!token_is(tokens, i, "according") || !token_is(tokens, i + 1, "to"))
        return STR_NULL;
    while (end < tokens->count && end < first + 10 &&
           (token_kind_is(tokens, end, TOKEN_WORD) ||
            (token_mark(tokens, end, '-') && token_flag(tokens, end, TOKEN_GLUED)) || token_mark(tokens, end, '&')) &&
           !token_has(tokens, end, WORD_AUXILIARY | WORD_SUBORDINATOR) &&
           !(end > first && token_has(tokens, end, WORD_CONJUNCTION)))
        end++;
    while (end > first && token_has(tokens, end - 1, WORD_PREPOSITION | WORD_ADVERB))
        end--;
    if (end == first)
        return STR_NULL;
    size_t name = name_end(tokens, first);
    if (name == end || name >= first + 2)
        end = name; /* "Anouk Reyes [of the Chamber of Trade]" */
    if (name == end)
        return full_name(speaker, tokens_text(tokens, skip_titles(tokens, first, end), end));
    return tokens_text(tokens, first, end);
}

static struct str find_attribution(struct speaker *speaker, const struct reading *reading, size_t *ret_at)
{
    const struct tokens *tokens = &reading->tokens;
    for (size_t i = 0; i < tokens->count; i++) {
        struct str source = according_to(speaker, tokens, i);
        *ret_at = i;
        if (source.ptr)
            return source;
        if (token_is(tokens, i, "states") && !token_is(tokens, i + 1, "that"))
            continue; /* "the United States has", "member states" */
        if (!token_has(tokens, i, WORD_SAYING) || is_passive(tokens, i) || reading->quoted[i])
            continue;
        bool inverted = i == 0 || token_kind_is(tokens, i - 1, TOKEN_MARK);
        bool apposition = inverted && token_mark(tokens, i - 1, ',') && has_apposition(tokens, i - 1);
        struct str who = inverted && !apposition ? subject_after_saying(speaker, tokens, i) : STR_NULL;
        if (!who.ptr)
            who = subject_of_saying(speaker, tokens, i);
        if (who.ptr)
            return who;
    }
    return STR_NULL;
}

/* Two to four capitalised words, none of which makes them a country or a company. */
static bool is_person(const struct tokens *tokens, size_t first, size_t end)
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
    for (size_t i = 0; i < tokens->count && i < SUBJECT_TOKENS;) {
        if (i > 0 &&
            (token_has(tokens, i, WORD_VERB | WORD_AUXILIARY | WORD_SAYING) || token_flag(tokens, i, TOKEN_OPEN)))
            return;
        size_t end = name_end(tokens, i), first = skip_titles(tokens, i, end);
        struct str name = tokens_text(tokens, first, end);
        struct str full = end > first ? full_name(speaker, name) : name;
        bool owner = token_flag(tokens, end, TOKEN_SUFFIX); /* "Kestrel Bay's port" is about the port */
        if (end > i && !owner && (is_person(tokens, first, end) || full.len > name.len)) {
            speaker->person = full;
            return;
        }
        i = end > i ? end : i + 1;
    }
}

struct attribution speaker_read(struct speaker *speaker, struct reading *reading)
{
    const struct tokens *tokens = &reading->tokens;
    if (reading->paragraph_start) {
        /* an open quotation goes on in the next paragraph only where that begins with a quotation mark again */
        bool goes_on = speaker->in_quotation && token_flag(tokens, 0, TOKEN_OPEN);
        if (!goes_on)
            speaker->quoted = STR_NULL;
        speaker->in_quotation = false;
    }
    quotations_read(reading, speaker->in_quotation);
    speaker->in_quotation = reading->quoted[tokens->count];
    remember_names(speaker, tokens);
    remember_subject(speaker, tokens);
    size_t at = 0;
    struct attribution attribution = {.end = tokens->count};
    attribution.speaker = find_attribution(speaker, reading, &at);
    for (size_t i = 0; i < tokens->count; i++) {
        if (!token_mark(tokens, i, ';') || reading->quoted[i])
            continue;
        if (i < at)
            attribution.first = i;
        else if (attribution.end == tokens->count)
            attribution.end = i;
    }
    if (attribution.speaker.ptr)
        speaker->quoted = attribution.speaker;
    return attribution;
}
