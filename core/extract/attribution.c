/*
 * Attribution: verbs of saying and their subjects, "according to", and how far what somebody says reaches.
 *
 *   The ministry said [40 people died]; …        from the verb on, up to a semicolon
 *   [40 people died], the ministry said.         all of that part
 *   …, which the government reckons [will help]  the clause that it stands in
 */
#include "core/extract/speaker.h"
#include "core/extract/speech.h"
#include "core/text/tag.h"

enum { SOURCE_TOKENS = 12, CLAUSES_BACK = 3 };

struct source {
    struct str who;      /* null where nobody is named */
    size_t first, end;   /* its tokens */
    bool inside, around; /* it stands in a relative clause; it is put in, or added behind */
    bool pronoun;        /* it is one */
};

static const struct source nobody = {{NULL, 0}, 0, 0, false, false, false};

/* ---- whose speech ---- */

/* Where the verb group of the verb begins: "has [also] said". */
static size_t group_start(const struct tokens *tokens, size_t verb)
{
    while (verb > 0 && !token_has(tokens, verb - 1, WORD_PRONOUN) &&
           (token_part_is(tokens, verb - 1, PART_ADVERB) || token_has(tokens, verb - 1, WORD_ADVERB) ||
            token_is_one_of(tokens, verb - 1, "has have had would will")))
        verb--;
    return verb;
}

static bool is_relative(const struct tokens *tokens, size_t i)
{
    return token_is_one_of(tokens, i, "who which that");
}

/*
 * Where the words before token `end` begin that may be one subject: back to a mark, a conjunction between clauses, or a verb.
 * "Economists [polled by a local newspaper]" is one; of "officials who asked not to be named" it is what stands before "who".
 */
static size_t run_start(const struct tokens *tokens, size_t *end)
{
    size_t i = *end;
    while (i > 0) {
        size_t k = i - 1;
        if (is_break(tokens, k) || token_flag(tokens, k, TOKEN_OPEN) || token_flag(tokens, k, TOKEN_CLOSE) ||
            token_is_one_of(tokens, k, "but while whereas because if when as although though than"))
            break;
        if (is_relative(tokens, k)) {
            bool hangs = token_part_is(tokens, i, PART_VERB) || token_part_is(tokens, i, PART_AUXILIARY);
            if (!hangs || k == 0 || is_break(tokens, k - 1))
                break;
            *end = k;
            i = k;
            continue;
        }
        bool agent = token_is(tokens, i, "by") && k > 0 && str_ends(token_text(tokens, k), STR("ed"));
        bool verb = token_part_is(tokens, k, PART_VERB) || token_part_is(tokens, k, PART_AUXILIARY);
        bool in_relative = false;
        for (size_t r = k; verb && r-- > 0 && k - r < SOURCE_TOKENS && !is_break(tokens, r);)
            in_relative |= token_is(tokens, r, "who");
        if (verb && !agent && !in_relative)
            break;
        i = k;
    }
    return i;
}

static bool has_noun(const struct tokens *tokens, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (token_part_is(tokens, i, PART_NOUN))
            return true;
    return false;
}

/* Whether a figure that is no small count of people stands in it: "one woman in four told the survey". */
static bool holds_share(const struct reading *reading, size_t first, size_t end)
{
    for (size_t k = 0; k < reading->count; k++) {
        const struct quantity *quantity = &reading->at[k];
        if (quantity->first < end && quantity->end > first && quantity->kind != KIND_COUNT &&
            !kind_is_background(quantity->kind))
            return true;
    }
    return false;
}

static bool holds_figure(const struct reading *reading, size_t first, size_t end)
{
    for (size_t i = first; reading->taken && i < end; i++)
        if (reading->taken[i])
            return true;
    return false;
}

/* Drops what leads into a subject: "And", "However", "On Monday", "In 2023". */
static size_t trim_lead(const struct reading *reading, size_t first, size_t end)
{
    const struct tokens *tokens = &reading->tokens;
    while (first < end) {
        if (token_part_is(tokens, first, PART_CONJUNCTION) || token_part_is(tokens, first, PART_ADVERB)) {
            first++;
            continue;
        }
        size_t at = first + token_part_is(tokens, first, PART_PREPOSITION);
        size_t past = at;
        while (past < end &&
               (token_has(tokens, past, WORD_WEEKDAY | WORD_MONTH) || token_kind_is(tokens, past, TOKEN_NUMBER) ||
                token_is_one_of(tokens, past, "last this next year month week today yesterday")))
            past++;
        if (past == at)
            break;
        first = past;
    }
    return first;
}

/* Drops when: "Dell [on Monday]", "the ministry [Tuesday]". */
static size_t trim_tail(const struct tokens *tokens, size_t first, size_t end)
{
    size_t at = end;
    while (at > first + 1 &&
           (token_has(tokens, at - 1, WORD_WEEKDAY | WORD_MONTH) || token_kind_is(tokens, at - 1, TOKEN_NUMBER) ||
            token_is_one_of(tokens, at - 1, "last this week month year yesterday")))
        at--;
    if (at < end && at > first + 1 && token_is_one_of(tokens, at - 1, "on in"))
        return at - 1;
    return at < end && token_has(tokens, end - 1, WORD_WEEKDAY) ? at : end;
}

/* A name that ends the run, a person whose name begins it, or somebody in office; else the phrase as it stands. */
static struct str name_in_run(struct speaker *speaker, const struct tokens *tokens, size_t first, size_t end)
{
    size_t name = name_start(tokens, end);
    bool led = name > first && token_has(tokens, name - 1, WORD_DETERMINER | WORD_PREPOSITION | WORD_CONJUNCTION);
    if (name < end && name >= first && !led) {
        name = skip_titles(tokens, name, end);
        struct str known = speaker_full_name(speaker, tokens_text(tokens, name, end));
        /* one capitalised word may be a country too: it is "he" only while nobody else could be */
        if (!speaker->person.ptr || last_word(known).len < known.len)
            speaker->person = known;
        if (!is_person(tokens, name, end))
            speaker->body = known;
        return known;
    }
    size_t until = name_end(tokens, first), bare = skip_titles(tokens, first, until);
    if (until < end && is_person(tokens, bare, until) && token_is_one_of(tokens, until, "of at from in")) {
        speaker->person = speaker_full_name(speaker, tokens_text(tokens, bare, until));
        return speaker->person;
    }
    struct str office = STR_NULL;
    if (token_is(tokens, first, "the"))
        office = speaker_in_office(speaker, tokens_text(tokens, first + 1, end));
    if (!office.ptr)
        speaker->body = tokens_text(tokens, first, end);
    return office.ptr ? office : tokens_text(tokens, first, end);
}

/* "Ana Lopez, the finance minister, said", "the defence secretary, Pete Hegseth, said": the comma at `comma` is the last. */
static struct str name_in_apposition(struct speaker *speaker, const struct tokens *tokens, size_t comma)
{
    size_t inner = comma;
    while (inner > 0 && !token_mark(tokens, inner - 1, ',') && !token_mark(tokens, inner - 1, '"'))
        inner--;
    if (inner < 2 || !token_mark(tokens, inner - 1, ',') || inner == comma)
        return STR_NULL;
    size_t before = name_start(tokens, inner - 1), office_first, office_end;
    if (name_start(tokens, comma) == inner) {
        size_t end = inner - 1;
        office_first = run_start(tokens, &end);
        office_end = inner - 1;
        size_t bare = skip_titles(tokens, inner, comma);
        speaker->person = speaker_full_name(speaker, tokens_text(tokens, bare, comma));
    } else if (before < inner - 1) {
        office_first = inner;
        office_end = comma;
        size_t bare = skip_titles(tokens, before, inner - 1);
        speaker->person = speaker_full_name(speaker, tokens_text(tokens, bare, inner - 1));
    } else {
        return STR_NULL;
    }
    office_first += token_has(tokens, office_first, WORD_DETERMINER);
    if (office_first < office_end)
        speaker_remember_office(speaker, tokens_text(tokens, office_first, office_end), speaker->person);
    return speaker->person;
}

/* "Ivo Marsh, 40, of Dell, said", "the report, seen by the paper, says": the phrase before what is put in between. */
static struct str name_before_insertion(struct speaker *speaker, const struct reading *reading, size_t comma)
{
    const struct tokens *tokens = &reading->tokens;
    for (int pieces = 0; pieces < CLAUSES_BACK; pieces++) {
        size_t piece = comma;
        while (piece > 0 && !is_break(tokens, piece - 1) && !token_flag(tokens, piece - 1, TOKEN_CLOSE))
            piece--;
        if (piece < 2 || !token_mark(tokens, piece - 1, ','))
            return STR_NULL;
        comma = piece - 1;
        size_t end = comma, first = run_start(tokens, &end);
        bool aside = token_part_is(tokens, first, PART_PREPOSITION) || holds_figure(reading, first, end);
        bool starts = first == 0 || !token_mark(tokens, first - 1, ',');
        if (aside && !starts)
            continue;
        first = trim_lead(reading, first, end);
        bool fits = starts && first < end && end == comma && has_noun(tokens, first, end) && !aside;
        return fits ? name_in_run(speaker, tokens, first, end) : STR_NULL;
    }
    return STR_NULL;
}

/*
 * Every office that an apposition could tell, said or not: more than is said, for whoever asks whether it may be
 * (question.c). Needs the parts of speech.
 */
void speaker_remember_appositions(struct speaker *speaker, const struct tokens *tokens)
{
    for (size_t i = 0; i < tokens->count; i++)
        if (token_mark(tokens, i, ','))
            name_in_apposition(speaker, tokens, i);
}

static struct source source_before(struct speaker *speaker, const struct reading *reading, size_t verb, int depth);

/* "The fund trimmed its forecast [and] warned": who does what stands before the conjunction. */
static struct source source_of_earlier(struct speaker *speaker, const struct reading *reading, size_t end, int depth)
{
    const struct tokens *tokens = &reading->tokens;
    for (size_t i = end; i-- > 0 && depth < CLAUSES_BACK && !token_mark(tokens, i, ';');)
        if ((token_part_is(tokens, i, PART_VERB) || token_has(tokens, i, WORD_VERB)) && !reading->quoted[i] &&
            !token_part_is(tokens, i - 1, PART_DETERMINER))
            return source_before(speaker, reading, i, depth + 1);
    return nobody;
}

static struct str pronoun_stands_for(struct speaker *speaker, const struct tokens *tokens, size_t i)
{
    if (!speaker->memory) {
        question_ask(speaker->questions, ASKS_PRONOUN, token_text(tokens, i));
        return token_text(tokens, i);
    }
    if (token_has(tokens, i, WORD_PERSONAL))
        return speaker_by_pronoun(speaker, token_is(tokens, i, "she"));
    return speaker_by_it(speaker);
}

/* Who stands before the verb and does it. */
static struct source source_before(struct speaker *speaker, const struct reading *reading, size_t verb, int depth)
{
    const struct tokens *tokens = &reading->tokens;
    struct source source = {.end = group_start(tokens, verb)};
    if (source.end == 0)
        return nobody;
    size_t last = source.end - 1;
    source.first = last;
    source.inside = last > 0 && is_relative(tokens, last - 1);
    if (token_has(tokens, last, WORD_PERSONAL) || token_is(tokens, last, "it")) {
        source.who = pronoun_stands_for(speaker, tokens, last);
        source.pronoun = true;
        return source;
    }
    if (token_is_one_of(tokens, last, "and or but"))
        return source_of_earlier(speaker, reading, last, depth);
    if (token_mark(tokens, last, ',')) {
        if (is_saying_too(reading, verb))
            return source_of_earlier(speaker, reading, last, depth);
        source.who = name_in_apposition(speaker, tokens, last);
        if (!source.who.ptr)
            source.who = name_before_insertion(speaker, reading, last);
        return source;
    }
    size_t end = source.end, first = run_start(tokens, &end);
    source.inside = first > 0 && is_relative(tokens, first - 1);
    first = trim_lead(reading, first, end);
    end = trim_tail(tokens, first, end);
    bool pronoun = first < end && token_has(tokens, end - 1, WORD_PRONOUN | WORD_SUBORDINATOR);
    if (first >= end || pronoun || !has_noun(tokens, first, end) || holds_share(reading, first, end) ||
        end - first > SOURCE_TOKENS)
        return source;
    if (token_part_is(tokens, first, PART_PREPOSITION) &&
        name_end(tokens, first) < end) { /* "in the north officials say" */
        size_t noun = end;
        while (noun > first &&
               (token_part_is(tokens, noun - 1, PART_NOUN) || token_part_is(tokens, noun - 1, PART_ADJECTIVE)))
            noun--;
        first = noun - (noun > first && token_part_is(tokens, noun - 1, PART_DETERMINER));
    }
    source.first = first;
    source.end = end;
    if (first < end)
        source.who = name_in_run(speaker, tokens, first, end);
    return source;
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
static struct str source_after(struct speaker *speaker, const struct tokens *tokens, size_t verb)
{
    size_t start = skip_small_title(tokens, verb + 1), end = name_end(tokens, start);
    if (end > start) {
        size_t first = skip_titles(tokens, start, end);
        speaker->person = speaker_full_name(speaker, tokens_text(tokens, first, end));
        return speaker->person;
    }
    if (!token_has(tokens, verb + 1, WORD_DETERMINER))
        return STR_NULL;
    end = verb + 2;
    while (token_kind_is(tokens, end, TOKEN_WORD) &&
           !token_has(tokens, end, WORD_PREPOSITION | WORD_CONJUNCTION | WORD_SUBORDINATOR | WORD_ADVERB))
        end++;
    bool closed = end >= tokens->count || token_kind_is(tokens, end, TOKEN_MARK); /* "said the gap was": no */
    return end > verb + 2 && closed ? name_in_run(speaker, tokens, verb + 1, end) : STR_NULL;
}

/* Nothing that could be told stands between the verb and the next mark: "…, Nolan Abbey told parliament." */
static bool is_put_in(const struct reading *reading, size_t verb)
{
    const struct tokens *tokens = &reading->tokens;
    for (size_t i = verb + 1; i < tokens->count; i++) {
        if (token_mark(tokens, i, ':') || token_is(tokens, i, "that"))
            return false;
        if (is_break(tokens, i) || token_flag(tokens, i, TOKEN_OPEN))
            return true;
        if (token_part_is(tokens, i, PART_VERB) || token_part_is(tokens, i, PART_AUXILIARY) ||
            (reading->taken && reading->taken[i]))
            return false;
    }
    return true;
}

static struct source source_of(struct speaker *speaker, const struct reading *reading, size_t verb)
{
    const struct tokens *tokens = &reading->tokens;
    bool inverted = verb == 0 || token_kind_is(tokens, verb - 1, TOKEN_MARK);
    bool apposition =
        inverted && verb > 0 && token_mark(tokens, verb - 1, ',') && name_in_apposition(speaker, tokens, verb - 1).ptr;
    if (inverted && !apposition) {
        struct source source = {.who = source_after(speaker, tokens, verb), .around = true};
        if (source.who.ptr)
            return source;
    }
    struct source source = source_before(speaker, reading, verb, 0);
    source.around = is_put_in(reading, verb);
    return source;
}

/* "according to the health ministry": up to the comma or the full stop. */
static struct str according_to(struct speaker *speaker, const struct tokens *tokens, size_t i)
{
    size_t first = i + 2, end = first;
    if (!token_is(tokens, i, "according") || !token_is(tokens, i + 1, "to"))
        return STR_NULL;
    while (end < tokens->count && end < first + 10 &&
           (token_kind_is(tokens, end, TOKEN_WORD) ||
            (token_mark(tokens, end, '-') && token_flag(tokens, end, TOKEN_GLUED)) || token_mark(tokens, end, '&') ||
            (token_mark(tokens, end, '.') && token_has(tokens, end - 1, WORD_HONORIFIC))) &&
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
    if (name == end) {
        struct str who = speaker_full_name(speaker, tokens_text(tokens, skip_titles(tokens, first, end), end));
        if (is_person(tokens, skip_titles(tokens, first, end), end))
            speaker->person = who;
        return who;
    }
    struct str office = STR_NULL;
    if (token_is(tokens, first, "the"))
        office = speaker_in_office(speaker, tokens_text(tokens, first + 1, end));
    return office.ptr ? office : tokens_text(tokens, first, end);
}

/* ---- how far it reaches ---- */

static bool ends_part(const struct reading *reading, size_t i)
{
    return token_mark(&reading->tokens, i, ';') && !reading->quoted[i];
}

/* All of the part between semicolons that token `at` stands in, where nobody else has said it. */
static void fill_part(const struct reading *reading, struct str *said_by, size_t at, struct str who)
{
    size_t first = at, end = at;
    while (first > 0 && !ends_part(reading, first - 1))
        first--;
    while (end < reading->tokens.count && !ends_part(reading, end))
        end++;
    for (size_t i = first; i < end; i++)
        if (!said_by[i].ptr)
            said_by[i] = who;
}

/* From the verb on, up to a semicolon; a relative clause up to its comma. */
static void fill_on(const struct reading *reading, struct str *said_by, size_t verb, struct source source)
{
    for (size_t i = verb; i < reading->tokens.count && !ends_part(reading, i); i++) {
        if (source.inside && token_mark(&reading->tokens, i, ','))
            break;
        said_by[i] = source.who;
    }
}

/* A colon before a quotation; tokens->count where there is none. */
static size_t quotation_colon(const struct reading *reading)
{
    const struct tokens *tokens = &reading->tokens;
    size_t colon = 0;
    if (!tokens_marked(tokens, ':'))
        return tokens->count;
    while (colon < tokens->count && (tokens->at[colon].mark != ':' || reading->quoted[colon]))
        colon++;
    return token_flag(tokens, colon + 1, TOKEN_OPEN) ? colon : tokens->count;
}

/* "Petra Nagy disputes that: “…”": the subject before the colon says what is quoted behind it. */
static struct str fill_quotation(struct speaker *speaker, const struct reading *reading, struct str *said_by,
                                 size_t colon)
{
    const struct tokens *tokens = &reading->tokens;
    size_t verb = 0;
    while (verb < colon && !token_part_is(tokens, verb, PART_VERB) && !token_part_is(tokens, verb, PART_AUXILIARY))
        verb++;
    struct source source = verb < colon ? source_before(speaker, reading, verb, 0) : nobody;
    for (size_t i = colon; source.who.ptr && i < tokens->count; i++)
        said_by[i] = source.who;
    return source.who;
}

/* "We have built 300 homes": the author's own words, where nobody is quoted. */
static void fill_author(const struct speaker *speaker, const struct reading *reading, struct str *said_by)
{
    const struct tokens *tokens = &reading->tokens;
    bool own = false;
    for (size_t i = 0; i < tokens->count; i++)
        own |= !reading->quoted[i] && token_is_one_of(tokens, i, "I we my our us me ourselves myself") &&
               !token_flag(tokens, i, TOKEN_UPPER);
    for (size_t i = 0; own && i < tokens->count; i++)
        if (!said_by[i].ptr && !reading->quoted[i])
            said_by[i] = speaker->author;
}

bool may_attribute(const struct tokens *tokens)
{
    for (size_t i = 0; (tokens->classes & WORD_SAYING) && i < tokens->count; i++)
        if (token_has(tokens, i, WORD_SAYING))
            return true;
    return false;
}

/* The words that according_to() and is_speech() take. */
WORD_LIST(speech_words, "@saying according put puts adding arguing warning claiming noting");

/* What is said by the word at token i, if anything; *ret is who says it, or unchanged. */
static void attribute(struct speaker *speaker, const struct reading *reading, size_t i, struct str *said_by,
                      struct source *ret)
{
    struct str named = according_to(speaker, &reading->tokens, i);
    if (named.ptr) {
        fill_part(reading, said_by, i, named);
        *ret = (struct source){.who = named};
    }
    if (!is_speech(reading, i))
        return;
    struct source source = source_of(speaker, reading, i);
    if (!source.who.ptr)
        return;
    if (source.around && !source.inside)
        fill_part(reading, said_by, i, source.who);
    else
        fill_on(reading, said_by, i, source);
    *ret = source;
}

struct str *speaker_read(struct speaker *speaker, struct reading *reading)
{
    const struct tokens *tokens = &reading->tokens;
    struct str *said_by = arena_alloc(reading->scratch, (tokens->count + 1) * sizeof(*said_by));
    struct source last = nobody;
    bool certain = false; /* somebody says something, whatever a pronoun stands for */
    speaker_remember(speaker, tokens);
    size_t count = tokens_listed(tokens, &speech_words) ? tokens->count : 0;
    for (size_t i = 0; (i = tokens_find(tokens, i, count, &speech_words)) < count; i++) {
        attribute(speaker, reading, i, said_by, &last);
        certain |= last.who.ptr && !last.pronoun;
    }
    size_t colon = certain ? tokens->count : quotation_colon(reading);
    if (colon < tokens->count && !last.who.ptr)
        last.who = fill_quotation(speaker, reading, said_by, colon);
    else if (colon < tokens->count && !speaker->memory)
        speaker->questions->doubtful = colon;
    if (last.who.ptr)
        speaker->quoted = last.who;
    if (speaker->author.ptr)
        fill_author(speaker, reading, said_by);
    speaker_remember_body(speaker, tokens);
    return said_by;
}
