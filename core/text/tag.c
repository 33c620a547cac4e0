/* The tagger: word by word, from the lexicon's rank, the ending, and the parts of the words before. */
#include "core/text/tag.h"

#include "core/text/tagging.h"
#include "core/text/verb_form.h"

struct tagger {
    struct tokens *tokens;
    const struct lexicon *lexicon;
    struct token beyond;       /* stands for what is behind the last one: a mark */
    bool had_verb, had_past;   /* earlier in the sentence */
    const struct token *bound; /* what stands right after the last verb or "to": as a verb it is no finite one */
    int finite, clauses;       /* since the last comma or conjunction: verbs, and clauses that each may have one */
};

static const struct token *token_or_end(const struct tagger *tagger, size_t i)
{
    return i < tagger->tokens->count ? &tagger->tokens->at[i] : &tagger->beyond;
}

static size_t place_of(const struct tagger *tagger, const struct token *token)
{
    return (size_t)(token - tagger->tokens->at);
}

static unsigned tagging_of(const struct token *token)
{
    return token->word ? token->word->tagging : 0;
}

static struct form form_of(const struct tagger *tagger, const struct token *token)
{
    return verb_form(tagger->tokens, tagger->lexicon, token);
}

static bool is_function(const struct token *token)
{
    return token->word && (token->word->classes & function_words);
}

/* An adverb of manner, most likely. */
static bool ends_in_ly(const struct tokens *tokens, const struct token *token)
{
    const char *end = tokens->text.ptr + token->end;
    return end[-1] == 'y' && token->end - token->start >= 2 && end[-2] == 'l';
}

/* A word that may stand inside a noun phrase: no function word. */
static bool is_open(const struct tagger *tagger, size_t i)
{
    const struct token *token = token_or_end(tagger, i);
    if (token->kind != TOKEN_WORD || (token->flags & TOKEN_SUFFIX))
        return false;
    if (is_function(token)) {
        const struct tokens *tokens = tagger->tokens;
        bool compound = token_mark(tokens, i + 1, '-') && token_glued(tokens, i + 1) && token_glued(tokens, i + 2);
        if (!compound)
            return false;
    }
    return !ends_in_ly(tagger->tokens, token);
}

static bool is_figure(const struct token *token)
{
    return token->kind == TOKEN_NUMBER || token->kind == TOKEN_SYMBOL ||
           (token->word && (token->word->classes & (WORD_CARDINAL | WORD_VAGUE)));
}

/* What follows a verb and hardly a noun: its object, or how much. */
static bool object_at(const struct tagger *tagger, size_t i)
{
    const struct token *token = token_or_end(tagger, i);
    unsigned tagging = tagging_of(token);
    if (is_figure(token) || (tagging & TAGGING_OBJECT))
        return true;
    return ((tagging & TAGGING_BOUND) && is_figure(token_or_end(tagger, i + 1))) ||
           ((tagging & TAGGING_LEAST) && is_figure(token_or_end(tagger, i + 2)));
}

/* A preposition that is not "of": what it leads hangs on a verb. */
static bool hangs_at(const struct tagger *tagger, size_t i)
{
    return tagging_of(token_or_end(tagger, i)) & TAGGING_HANGS;
}

/* A past form or an auxiliary next: what stands before it is its subject. */
static bool verb_next(const struct tagger *tagger, size_t i)
{
    const struct token *token = token_or_end(tagger, i);
    if (token->kind != TOKEN_WORD)
        return false;
    if (is_function(token))
        return token->word->classes & WORD_AUXILIARY;
    struct form next = form_of(tagger, token);
    bool past = (next.forms & FORM_PAST) && next.rank >= TAG_VERB_OFTEN && !is_open(tagger, i + 1);
    bool plain =
        (next.forms & FORM_BASE) && next.rank >= TAG_VERB_MOSTLY && token_has(tagger->tokens, i + 1, WORD_DETERMINER);
    return past || plain; /* "limits allow each side" */
}

/* A clause has a verb: where none stood before and none comes after, a word that can be one is. */
static bool is_needed(const struct tagger *tagger, size_t next)
{
    const struct tokens *tokens = tagger->tokens;
    if (tagger->had_verb || !is_open(tagger, next))
        return false;
    for (size_t i = next; i < tokens->count && !token_mark(tokens, i, ',') && !token_mark(tokens, i, ';'); i++)
        if (verb_next(tagger, i))
            return false;
    return true;
}

static bool is_plural_word(const struct tokens *tokens, size_t i)
{
    struct str text = token_text(tokens, i);
    return token_has(tokens, i, WORD_PLURAL) ||
           (text.len > 3 && str_ends(text, STR("s")) && !str_ends(text, STR("ss")) && !str_ends(text, STR("us")) &&
            !token_has(tokens, i, WORD_SINGULAR));
}

static bool infinitive_at(const struct tagger *tagger, size_t i)
{
    const struct word *word = token_or_end(tagger, i)->word;
    int rank = word ? word->tag & TAG_RANK : 0;
    return rank >= TAG_VERB_MOSTLY || (rank > 0 && object_at(tagger, i + 1));
}

/* ---- after each kind of word: what a form of a verb is there ---- */

/* A noun's verb agrees with it: "the bank cuts", "banks cut". */
static bool agrees_with(const struct tokens *tokens, size_t noun, struct form form)
{
    bool plural = is_plural_word(tokens, noun) || token_has(tokens, noun, WORD_FRACTION) ||
                  token_is_one_of(tokens, noun, "percent cent majority");
    return (form.forms & FORM_S) ? !plural || token_flag(tokens, noun, TOKEN_CAPITAL) : plural;
}

static enum part after_noun(const struct tagger *tagger, size_t i, size_t before, struct form form)
{
    const struct tokens *tokens = tagger->tokens;
    size_t next = i + 1;
    bool invariant = (form.forms & FORM_PAST) && (form.forms & FORM_BASE) && form.rank < TAG_VERB_ONLY;
    if ((form.forms & FORM_PAST) && !invariant)
        return tagger->had_verb && !(form.forms & FORM_BASE) && hangs_at(tagger, next) ? PART_PARTICIPLE : PART_VERB;
    bool object = object_at(tagger, next);
    if (invariant && (object || is_needed(tagger, next)))
        return PART_VERB; /* "exports hit 11 billion", and not "the price cut" */
    if (form.forms & FORM_ING) {
        bool name = token_flag(tokens, next, TOKEN_CAPITAL) && form.rank >= TAG_VERB_MOSTLY;
        return object || hangs_at(tagger, next) || name ||
                       (form.rank == TAG_VERB_ONLY && is_open(tagger, next) && !verb_next(tagger, next))
                   ? PART_PARTICIPLE
                   : PART_NOUN;
    }
    if (form.rank == TAG_VERB_ONLY)
        return verb_next(tagger, next) ? PART_NOUN : PART_VERB;
    if (tagger->finite >= tagger->clauses)
        return PART_NOUN; /* "the jab cut hospital stays by": each clause has one verb */
    if (token_is(tokens, next, "of") || verb_next(tagger, next))
        return PART_NOUN;
    bool agrees = agrees_with(tokens, before, form);
    if (form.rank == TAG_VERB_MOSTLY) {
        bool parted = before + 1 < i; /* an adverb stands between: "now sells" */
        bool last = token_or_end(tagger, next)->kind == TOKEN_MARK;
        return parted || (agrees && (!last || object)) ? PART_VERB : PART_NOUN;
    }
    if (!agrees)
        return PART_NOUN;
    if (form.rank == TAG_VERB_OFTEN) {
        bool infinitive = token_is(tokens, next, "to") && !tagger->had_verb && infinitive_at(tagger, next + 1);
        return object || infinitive || is_needed(tagger, next) ? PART_VERB : PART_NOUN;
    }
    bool much = hangs_at(tagger, next) && is_figure(token_or_end(tagger, next + 1));
    return !tagger->had_verb && (object || much) ? PART_VERB : PART_NOUN;
}

/* After a determiner, a possessive, an adjective or a number: inside a noun phrase. */
static enum part inside_phrase(const struct tagger *tagger, size_t i, enum part before, struct form form)
{
    const struct tokens *tokens = tagger->tokens;
    if ((form.forms & FORM_PAST) && !((form.forms & FORM_BASE) && form.rank < TAG_VERB_ONLY)) {
        if (form.rank < TAG_VERB_OFTEN || is_open(tagger, i + 1))
            return PART_ADJECTIVE;
        bool may_end = before != PART_DETERMINER ||
                       token_is_one_of(tokens, i - 1, "most many some all both few this those each that these others");
        return may_end ? PART_VERB : PART_ADJECTIVE;
    }
    if ((form.forms & FORM_S) && form.rank >= TAG_VERB_OFTEN && token_is_one_of(tokens, i - 1, "this that"))
        return PART_VERB;
    return PART_NOUN;
}

static enum part after_auxiliary(const struct tokens *tokens, size_t auxiliary, struct form form)
{
    bool be = token_is_one_of(tokens, auxiliary, "be is are was were been being am isn't aren't wasn't weren't 's 're");
    bool have = token_is_one_of(tokens, auxiliary, "have has had having haven't hasn't hadn't 've 's 'd");
    if ((be || have) && (form.forms & FORM_PAST))
        return PART_VERB;
    if (be && (form.forms & FORM_ING))
        return PART_VERB;
    if (be || have)
        return PART_NOUN;
    return form.forms & (FORM_BASE | FORM_PAST) ? PART_VERB : PART_NOUN;
}

static enum part after_preposition(const struct tagger *tagger, size_t i, size_t before, struct form form)
{
    const struct tokens *tokens = tagger->tokens;
    if ((form.forms & FORM_BASE) && token_is(tokens, before, "to")) {
        bool sure = form.rank >= TAG_VERB_OFTEN || object_at(tagger, i + 1);
        return sure && !token_is(tokens, i + 1, "of") ? PART_VERB : PART_NOUN;
    }
    if ((form.forms & FORM_PAST) && token_is_one_of(tokens, before, "than as"))
        return is_open(tagger, i + 1) ? PART_ADJECTIVE : PART_PARTICIPLE;
    if (form.forms & FORM_ING)
        return form.rank >= TAG_VERB_OFTEN ? PART_GERUND : PART_NOUN;
    return (form.forms & FORM_PAST) && is_open(tagger, i + 1) ? PART_ADJECTIVE : PART_NOUN;
}

/* After a conjunction, a mark, or at the start, where nothing binds it. */
static enum part after_break(const struct tagger *tagger, size_t i, bool conjunction, struct form form)
{
    const struct tokens *tokens = tagger->tokens;
    size_t next = i + 1;
    if (form.forms & FORM_ING) {
        if (token_is(tokens, i, "including"))
            return PART_PREPOSITION;
        if (i > 0 && token_is(tokens, next, "to"))
            return PART_PARTICIPLE; /* ", amounting to", "and continuing to" */
        if (conjunction || !tagger->had_verb)
            return object_at(tagger, next) ? PART_GERUND : PART_NOUN;
        bool carries = form.rank == TAG_VERB_ONLY || object_at(tagger, next) || hangs_at(tagger, next);
        return carries || is_open(tagger, next) ? PART_PARTICIPLE : PART_NOUN;
    }
    if (form.forms & FORM_PAST) {
        bool says = token_has(tokens, i, WORD_SAYING) && i > 0;
        bool bound = tagger->had_past || object_at(tagger, next) || !is_open(tagger, next);
        if (!bound && !says)
            return PART_ADJECTIVE;
        return i == 0 || !tagger->had_verb ? PART_PARTICIPLE : PART_VERB;
    }
    bool object = form.rank >= TAG_VERB_OFTEN && object_at(tagger, next);
    bool resumes = tagger->had_verb && !conjunction && form.rank >= TAG_VERB_MOSTLY &&
                   hangs_at(tagger, next); /* ", which …, sells for" */
    if (!object && !resumes && !(form.rank == TAG_VERB_ONLY && tagger->had_verb))
        return PART_NOUN;
    return token_is(tokens, next, "of") || verb_next(tagger, next) ? PART_NOUN : PART_VERB;
}

/* "The grants for the year [aggregate] $52 million", "these [amount] to 40": nouns that a figure makes verbs. */
static bool sums_up(const struct tagger *tagger, size_t i)
{
    const struct tokens *tokens = tagger->tokens;
    size_t figure = i + 1 + token_is(tokens, i + 1, "to");
    return tagger->finite == 0 && is_figure(token_or_end(tagger, figure)) &&
           token_is_one_of(tokens, i,
                           "aggregate aggregates amount amounts total totals average averages number leaves");
}

/* The part of an open word by what stands before it, adverbs passed over. */
static enum part open_part(const struct tagger *tagger, size_t i, struct form form)
{
    const struct tokens *tokens = tagger->tokens;
    size_t before = i;
    while (before > 0 && tokens->at[before - 1].part == PART_ADVERB)
        before--;
    if (before == 0)
        return after_break(tagger, i, false, form);
    before--;
    enum part part = tokens->at[before].part;
    bool subject = (tagging_of(&tokens->at[before]) & TAGGING_RELATIVE) && !(form.forms & FORM_ING) &&
                   (before == 0 || token_part_is(tokens, before - 1, PART_NOUN) ||
                    token_mark(tokens, before - 1, ',') || token_part_is(tokens, before - 1, PART_ADVERB));
    if (subject && (form.rank >= TAG_VERB_OFTEN || object_at(tagger, i + 1)))
        return PART_VERB;
    if (part == PART_NOUN && sums_up(tagger, i))
        return PART_VERB;
    switch (part) {
    case PART_NOUN:
        return after_noun(tagger, i, before, form);
    case PART_NUMBER:
        if (form.forms & FORM_PAST)
            return is_open(tagger, i + 1) ? PART_ADJECTIVE : PART_VERB;
        return (form.forms & FORM_ING) && object_at(tagger, i + 1) ? PART_PARTICIPLE : PART_NOUN;
    case PART_DETERMINER:
    case PART_POSSESSIVE:
    case PART_ADJECTIVE:
        return inside_phrase(tagger, i, part, form);
    case PART_AUXILIARY:
        return after_auxiliary(tokens, before, form);
    case PART_PREPOSITION:
        return after_preposition(tagger, i, before, form);
    case PART_PRONOUN:
        return form.forms & FORM_ING ? PART_PARTICIPLE : PART_VERB;
    case PART_SUBORDINATOR:
        if (form.forms & (FORM_PAST | FORM_ING))
            return is_open(tagger, i + 1) ? PART_ADJECTIVE : PART_PARTICIPLE;
        return PART_NOUN;
    case PART_VERB:
    case PART_PARTICIPLE:
    case PART_GERUND:
        if (form.forms & FORM_ING)
            return object_at(tagger, i + 1) || hangs_at(tagger, i + 1) ? PART_PARTICIPLE : PART_NOUN;
        if (form.forms & FORM_PAST)
            return is_open(tagger, i + 1) ? PART_ADJECTIVE : PART_PARTICIPLE;
        if (part == PART_PARTICIPLE && (form.forms & FORM_S) && form.rank >= TAG_VERB_OFTEN &&
            (object_at(tagger, i + 1) || hangs_at(tagger, i + 1)))
            return PART_VERB; /* "the land still remaining amounts to" */
        return token_is_one_of(tokens, before, "help helps helped helping let lets make makes made") &&
                       (form.forms & FORM_BASE) && form.rank >= TAG_VERB_MOSTLY
                   ? PART_VERB
                   : PART_NOUN;
    default:
        if (token_kind_is(tokens, before, TOKEN_SYMBOL) && !token_mark(tokens, before, '&'))
            return after_noun(tagger, i, before, form); /* "5% rose" */
        return after_break(tagger, i, part == PART_CONJUNCTION, form);
    }
}

/* An adverb of manner, as its ending says: "quickly". */
static bool is_manner(const struct tokens *tokens, size_t i)
{
    const struct token *token = &tokens->at[i];
    bool name = token_flag(tokens, i, TOKEN_CAPITAL) && i > 0;
    return ends_in_ly(tokens, token) && token->end - token->start > 4 && !name &&
           !token_is_one_of(tokens, i,
                            "family italy july assembly anomaly monopoly oligopoly butterfly homily melancholy");
}

/* The part of a word that is what its form and its ending make it. */
static enum part formed_part(const struct tagger *tagger, size_t i)
{
    const struct token *token = &tagger->tokens->at[i];
    struct form form = form_of(tagger, token);
    if (form.rank > 0)
        return open_part(tagger, i, form);
    if (token->word && (token->word->tag & TAG_ADJECTIVE))
        return PART_ADJECTIVE;
    if (token_is(tagger->tokens, i, "outstanding") && is_open(tagger, i + 1))
        return PART_ADJECTIVE; /* the lexicon does not know it */
    return is_manner(tagger->tokens, i) ? PART_ADVERB : PART_NOUN;
}

/* What no neighbour has changed. */
static enum part usual_part(const struct tagger *tagger, size_t i)
{
    enum part part = tagging_of(&tagger->tokens->at[i]) & TAGGING_PART;
    return part == PART_NONE ? formed_part(tagger, i) : part;
}

static enum part part_of_that(const struct tagger *tagger, size_t i)
{
    const struct tokens *tokens = tagger->tokens;
    if (token_is(tokens, i + 1, "of") && i > 0 &&
        (token_part_is(tokens, i - 1, PART_PREPOSITION) ||
         token_is_one_of(tokens, i - 1, "than as and exceed exceeds exceeded equal equals")))
        return PART_PRONOUN; /* "exceeds that of last year" */
    return !token_part_is(tokens, i - 1, PART_NOUN) && !token_part_is(tokens, i - 1, PART_VERB) &&
                   (is_open(tagger, i + 1) || is_figure(token_or_end(tagger, i + 1)))
               ? PART_DETERMINER
               : PART_SUBORDINATOR;
}

/* The part of a word that has a rule of its own: TAGGING_ASKS. The words stand in tagging.c too. */
static enum part asked_part(const struct tagger *tagger, size_t i)
{
    const struct tokens *tokens = tagger->tokens;
    if (token_is(tokens, i, "that"))
        return part_of_that(tagger, i);
    if ((tagging_of(&tokens->at[i]) & TAGGING_DESCRIBES) && is_open(tagger, i + 1))
        return PART_ADJECTIVE;
    if (token_is(tokens, i, "own") &&
        (token_part_is(tokens, i - 1, PART_DETERMINER) || token_part_is(tokens, i - 1, PART_POSSESSIVE)))
        return PART_ADJECTIVE;
    if (token_is(tokens, i, "worth") &&
        (token_part_is(tokens, i - 1, PART_ADJECTIVE) || token_is_one_of(tokens, i - 1, "net combined total")))
        return PART_NOUN; /* "a net worth of" */
    if (token_is(tokens, i, "left") && object_at(tagger, i + 1))
        return formed_part(tagger, i); /* "left the club", and not "five minutes left" */
    if (token_is(tokens, i, "there") && token_part_is(tokens, i - 1, PART_NOUN) &&
        !token_has(tokens, i + 1, WORD_AUXILIARY))
        return PART_ADVERB; /* "wages there" */
    return usual_part(tagger, i);
}

/* Part of a word with hyphens: "seat-belt", "government-[backed]", "[record]-breaking". */
static bool is_compound(const struct tokens *tokens, size_t i)
{
    return (i > 0 && token_joins(tokens, i - 1)) || token_joins(tokens, i + 1);
}

/* A word with a capital that does not begin the sentence: whether it is a name. */
static bool is_name(const struct tagger *tagger, size_t i)
{
    const struct token *token = &tagger->tokens->at[i];
    if (!is_function(token) || (token->word->classes & WORD_MONTH))
        return true;
    bool first = token_flag(tagger->tokens, i + 1, TOKEN_CAPITAL); /* "Will Smith" */
    return first && (token->word->classes & WORD_AUXILIARY);
}

/* The part of any word, by all rules. */
static enum part word_part(const struct tagger *tagger, size_t i)
{
    const struct tokens *tokens = tagger->tokens;
    const struct token *token = &tokens->at[i];
    if (token->flags & TOKEN_SUFFIX)
        return token_has(tokens, i, WORD_AUXILIARY) ? PART_AUXILIARY : PART_POSSESSIVE;
    if (is_compound(tokens, i))
        return PART_NOUN;
    if ((token->flags & TOKEN_CAPITAL) && i > 0 && is_name(tagger, i))
        return PART_NOUN;
    return tagging_of(token) & TAGGING_ASKS ? asked_part(tagger, i) : usual_part(tagger, i);
}

/* The parts, and what is said of a word, that count for what comes after it. */
static const unsigned followed = PART_BIT(PART_VERB) | PART_BIT(PART_AUXILIARY) | PART_BIT(PART_SUBORDINATOR) |
                                 PART_BIT(PART_PRONOUN) | PART_BIT(PART_CONJUNCTION);
static const unsigned followed_tagging = TAGGING_OPENS | TAGGING_TO;

/* What a clause has had so far, this word with it. */
static void follow_clause(struct tagger *tagger, const struct token *token)
{
    enum part part = token->part;
    unsigned tagging = tagging_of(token);
    bool verb = part == PART_VERB || part == PART_AUXILIARY;
    if (part == PART_CONJUNCTION) {
        tagger->finite = 0;
        tagger->clauses = 1;
    }
    tagger->finite += verb && token != tagger->bound;
    tagger->clauses += part == PART_SUBORDINATOR || part == PART_PRONOUN || (tagging & TAGGING_OPENS) != 0;
    tagger->bound = verb || (tagging & TAGGING_TO) ? token + 1 : tagger->bound;
    tagger->had_verb |= verb;
    if (part == PART_VERB) {
        const char *end = tagger->tokens->text.ptr + token->end;
        bool regular = end[-1] == 'd' && token->end - token->start >= 2 && end[-2] == 'e';
        tagger->had_past |= regular || (token->word && (token->word->tag & TAG_PAST));
    }
}

static void begin_clause(struct tagger *tagger, char mark)
{
    tagger->finite = 0;
    tagger->clauses = 1;
    if (mark == ';' || mark == ':')
        tagger->had_verb = tagger->had_past = false;
}

/* Most words have no capital, stand free, and are what they always are. From token `hyphens` on there is no hyphen. */
static void read_word(struct tagger *tagger, struct token *token, const struct token *hyphens)
{
    unsigned tagging = tagging_of(token);
    bool hyphen = token + 1 < hyphens && token[1].mark == '-'; /* one before it would be glued to it */
    bool plain = !(token->flags & (TOKEN_SUFFIX | TOKEN_CAPITAL | TOKEN_GLUED)) && !hyphen && !(tagging & TAGGING_ASKS);
    enum part part = plain ? tagging & TAGGING_PART : word_part(tagger, place_of(tagger, token));
    if (part == PART_NONE)
        part = formed_part(tagger, place_of(tagger, token));
    token->part = (uint8_t)part;
    if ((followed >> part & 1) || (tagging & followed_tagging))
        follow_clause(tagger, token);
}

void tags_read(struct tokens *tokens, const struct lexicon *lexicon)
{
    struct tagger tagger = {.tokens = tokens, .lexicon = lexicon, .clauses = 1};
    tagger.beyond = (struct token){.row = lexicon->rows[0].bits, .kind = TOKEN_MARK};
    const struct token *end = tokens->at + tokens->count, *hyphens = tokens_marked(tokens, '-') ? end : tokens->at;
    for (struct token *token = tokens->at; token < end; token++) {
        if (token->kind == TOKEN_WORD) {
            read_word(&tagger, token, hyphens);
        } else if (token->kind == TOKEN_MARK) {
            token->part = PART_NONE;
            begin_clause(&tagger, token->mark);
        } else {
            token->part = token->kind == TOKEN_NUMBER ? PART_NUMBER : PART_NONE;
        }
    }
}
