/* The tagger: word by word, from the lexicon's rank, the ending, and the parts of the words before. */
#include "core/text/tag.h"

/* The forms of a verb that a word may be, and how likely it is a verb at all (TAG_RANK). */
enum { FORM_BASE = 1, FORM_S = 2, FORM_PAST = 4, FORM_ING = 8 };
struct form {
    int rank, forms;
};

struct tagger {
    struct tokens *tokens;
    const struct lexicon *lexicon;
    bool had_verb, had_past; /* earlier in the sentence */
    int finite, clauses;     /* since the last comma or conjunction: verbs, and clauses that each may have one */
};

static int rank_of(const struct lexicon *lexicon, struct str lemma)
{
    const struct word *word = lexicon_find(lexicon, lemma);
    return word ? word->tag & TAG_RANK : 0;
}

/* The rank of the lemma that a regular ending hangs on: "plan[s]", "plan[n]ed", "creat[e]d", "carr[y]ied". */
static int rank_without(const struct lexicon *lexicon, struct str text, size_t ending)
{
    struct str stem = str_slice(text, 0, text.len - ending);
    if (stem.len < 2)
        return 0;
    int rank = rank_of(lexicon, stem);
    char last = stem.ptr[stem.len - 1], before = stem.ptr[stem.len - 2];
    if (rank == 0 && last == before && stem.len > 3)
        rank = rank_of(lexicon, str_slice(stem, 0, stem.len - 1));
    if (rank > 0)
        return rank;
    char lemma[40];
    if (stem.len + 1 > sizeof(lemma))
        return 0;
    for (size_t i = 0; i < stem.len; i++)
        lemma[i] = to_lower(stem.ptr[i]);
    size_t len = stem.len;
    if (last == 'i')
        lemma[len - 1] = 'y';
    else
        lemma[len++] = 'e';
    return rank_of(lexicon, (struct str){lemma, len});
}

static void join(struct form *form, int rank, int forms)
{
    if (rank == 0)
        return;
    form->rank = rank > form->rank ? rank : form->rank;
    form->forms |= forms;
}

static struct form form_of(const struct lexicon *lexicon, const struct word *word, struct str text)
{
    struct form form = {0, 0};
    if (word)
        join(&form, word->tag & TAG_RANK, FORM_BASE);
    if (word && (word->tag & TAG_PAST))
        join(&form, TAG_VERB_ONLY, FORM_PAST);
    if (word && (word->tag & TAG_INVARIANT))
        join(&form, form.rank, FORM_PAST);
    if (text.len > 2 && str_ends(text, STR("s")) && !str_ends(text, STR("ss"))) {
        int rank = rank_of(lexicon, str_slice(text, 0, text.len - 1));
        if (rank == 0 && text.len > 3 && str_ends(text, STR("es")))
            rank = rank_without(lexicon, text, 2);
        join(&form, rank, FORM_S);
    }
    if (text.len > 3 && str_ends(text, STR("ed")))
        join(&form, rank_without(lexicon, text, 2), FORM_PAST);
    if (text.len > 4 && str_ends(text, STR("ing")))
        join(&form, rank_without(lexicon, text, 3), FORM_ING);
    return form;
}

static const uint32_t function_words = WORD_DETERMINER | WORD_PREPOSITION | WORD_CONJUNCTION | WORD_SUBORDINATOR |
                                       WORD_PRONOUN | WORD_AUXILIARY | WORD_ADVERB | WORD_NEGATION;

/* A word that may stand inside a noun phrase: no function word. */
static bool is_open(const struct tokens *tokens, size_t i)
{
    if (!token_kind_is(tokens, i, TOKEN_WORD))
        return false;
    bool compound = token_mark(tokens, i + 1, '-') && token_glued(tokens, i + 1) && token_glued(tokens, i + 2);
    return (!token_has(tokens, i, function_words) || compound) && !token_flag(tokens, i, TOKEN_SUFFIX) &&
           !str_ends(token_text(tokens, i), STR("ly"));
}

static bool is_figure(const struct tokens *tokens, size_t i)
{
    return token_kind_is(tokens, i, TOKEN_NUMBER) || token_kind_is(tokens, i, TOKEN_SYMBOL) ||
           token_has(tokens, i, WORD_CARDINAL | WORD_VAGUE);
}

/* What follows a verb and hardly a noun: its object, or how much. */
static bool object_at(const struct tokens *tokens, size_t i)
{
    if (is_figure(tokens, i) || token_is_one_of(tokens, i, "about around roughly nearly almost approximately exactly"))
        return true;
    if (token_is_one_of(tokens, i,
                        "that whether how it them him us me you he she they we themselves itself himself herself"))
        return true;
    bool bound = token_is_one_of(tokens, i, "over under above below up") && is_figure(tokens, i + 1);
    bool least = token_is_one_of(tokens, i, "at up more less fewer as") && is_figure(tokens, i + 2);
    return bound || least || token_has(tokens, i, WORD_DETERMINER);
}

static bool preposition_at(const struct tokens *tokens, size_t i)
{
    return token_has(tokens, i, WORD_PREPOSITION) && !token_is(tokens, i, "of");
}

/* A past form or an auxiliary next: what stands before it is its subject. */
static bool verb_next(const struct tagger *tagger, size_t i)
{
    const struct tokens *tokens = tagger->tokens;
    if (token_has(tokens, i, WORD_AUXILIARY))
        return true;
    if (!token_kind_is(tokens, i, TOKEN_WORD) || token_has(tokens, i, function_words))
        return false;
    struct form next = form_of(tagger->lexicon, tokens->at[i].word, token_text(tokens, i));
    bool past = (next.forms & FORM_PAST) && next.rank >= TAG_VERB_OFTEN && !is_open(tokens, i + 1);
    bool plain = (next.forms & FORM_BASE) && next.rank >= TAG_VERB_MOSTLY && token_has(tokens, i + 1, WORD_DETERMINER);
    return past || plain; /* "limits allow each side" */
}

/* A clause has a verb: where none stood before and none comes after, a word that can be one is. */
static bool verb_follows(const struct tagger *tagger, size_t i)
{
    const struct tokens *tokens = tagger->tokens;
    for (; i < tokens->count && !token_mark(tokens, i, ',') && !token_mark(tokens, i, ';'); i++)
        if (verb_next(tagger, i))
            return true;
    return false;
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
    int rank = rank_of(tagger->lexicon, token_text(tagger->tokens, i));
    return rank >= TAG_VERB_MOSTLY || (rank > 0 && object_at(tagger->tokens, i + 1));
}

/* ---- after each kind of word: what a form of a verb is there ---- */

static enum part after_noun(const struct tagger *tagger, size_t i, size_t before, struct form form)
{
    const struct tokens *tokens = tagger->tokens;
    size_t next = i + 1;
    bool object = object_at(tokens, next), hangs = preposition_at(tokens, next) || token_is(tokens, next, "to");
    bool needed = !tagger->had_verb && is_open(tokens, next) && !verb_follows(tagger, next);
    bool invariant = (form.forms & FORM_PAST) && (form.forms & FORM_BASE) && form.rank < TAG_VERB_ONLY;
    if (invariant && (object || needed))
        return PART_VERB; /* "exports hit 11 billion", and not "the price cut" */
    if ((form.forms & FORM_PAST) && !invariant)
        return tagger->had_verb && !(form.forms & FORM_BASE) && hangs ? PART_PARTICIPLE : PART_VERB;
    if (form.forms & FORM_ING) {
        bool name = token_flag(tokens, next, TOKEN_CAPITAL) && form.rank >= TAG_VERB_MOSTLY;
        bool carries = form.rank == TAG_VERB_ONLY && is_open(tokens, next) && !verb_next(tagger, next);
        return object || hangs || name || carries ? PART_PARTICIPLE : PART_NOUN;
    }
    if (verb_next(tagger, next) || (token_is(tokens, next, "of") && form.rank < TAG_VERB_ONLY))
        return PART_NOUN;
    bool plural = is_plural_word(tokens, before) || token_has(tokens, before, WORD_FRACTION) ||
                  token_is_one_of(tokens, before, "percent cent majority");
    bool parted = before + 1 < i; /* an adverb stands between: "now sells" */
    bool agrees = (form.forms & FORM_S) ? !plural || token_flag(tokens, before, TOKEN_CAPITAL) : plural;
    if (form.rank == TAG_VERB_ONLY)
        return PART_VERB;
    if (tagger->finite >= tagger->clauses)
        return PART_NOUN; /* "the jab cut hospital stays by": each clause has one verb */
    bool last = next >= tokens->count || token_kind_is(tokens, next, TOKEN_MARK);
    if (form.rank == TAG_VERB_MOSTLY)
        return parted || (agrees && (!last || object)) ? PART_VERB : PART_NOUN;
    bool infinitive = token_is(tokens, next, "to") && !tagger->had_verb && infinitive_at(tagger, next + 1);
    if (form.rank == TAG_VERB_OFTEN)
        return agrees && (object || infinitive || needed) ? PART_VERB : PART_NOUN;
    return agrees && !tagger->had_verb && (object || (hangs && is_figure(tokens, next + 1))) ? PART_VERB : PART_NOUN;
}

/* After a determiner, a possessive, an adjective or a number: inside a noun phrase. */
static enum part inside_phrase(const struct tagger *tagger, size_t i, enum part before, struct form form)
{
    const struct tokens *tokens = tagger->tokens;
    bool stands = token_is_one_of(tokens, i - 1, "most many some all both few this those each that these others");
    if ((form.forms & FORM_PAST) && !((form.forms & FORM_BASE) && form.rank < TAG_VERB_ONLY)) {
        bool may_end = before != PART_DETERMINER || stands;
        if (may_end && !is_open(tokens, i + 1) && form.rank >= TAG_VERB_OFTEN)
            return PART_VERB;
        return PART_ADJECTIVE;
    }
    if ((form.forms & FORM_S) && token_is_one_of(tokens, i - 1, "this that") && form.rank >= TAG_VERB_OFTEN)
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
    if (token_is(tokens, before, "to") && (form.forms & FORM_BASE)) {
        bool sure = form.rank >= TAG_VERB_OFTEN || object_at(tokens, i + 1);
        return sure && !token_is(tokens, i + 1, "of") ? PART_VERB : PART_NOUN;
    }
    if (token_is_one_of(tokens, before, "than as") && (form.forms & FORM_PAST))
        return is_open(tokens, i + 1) ? PART_ADJECTIVE : PART_PARTICIPLE;
    if (form.forms & FORM_ING)
        return form.rank >= TAG_VERB_OFTEN ? PART_GERUND : PART_NOUN;
    return (form.forms & FORM_PAST) && is_open(tokens, i + 1) ? PART_ADJECTIVE : PART_NOUN;
}

/* After a conjunction, a mark, or at the start, where nothing binds it. */
static enum part after_break(const struct tagger *tagger, size_t i, bool conjunction, struct form form)
{
    const struct tokens *tokens = tagger->tokens;
    bool object = object_at(tokens, i + 1), hangs = preposition_at(tokens, i + 1) || token_is(tokens, i + 1, "to");
    if (form.forms & FORM_ING) {
        if (token_is(tokens, i, "including"))
            return PART_PREPOSITION;
        if (i > 0 && token_is(tokens, i + 1, "to"))
            return PART_PARTICIPLE; /* ", amounting to", "and continuing to" */
        if (conjunction || !tagger->had_verb)
            return object ? PART_GERUND : PART_NOUN;
        return object || hangs || is_open(tokens, i + 1) || form.rank == TAG_VERB_ONLY ? PART_PARTICIPLE : PART_NOUN;
    }
    if (form.forms & FORM_PAST) {
        bool bound = object || !is_open(tokens, i + 1) || tagger->had_past;
        bool says = token_has(tokens, i, WORD_SAYING) && i > 0;
        if (!bound && !says)
            return PART_ADJECTIVE;
        return i == 0 || !tagger->had_verb ? PART_PARTICIPLE : PART_VERB;
    }
    if (token_is(tokens, i + 1, "of") || verb_next(tagger, i + 1))
        return PART_NOUN;
    bool resumes =
        tagger->had_verb && !conjunction && hangs && form.rank >= TAG_VERB_MOSTLY; /* ", which …, sells for" */
    if ((form.rank >= TAG_VERB_OFTEN && object) || resumes)
        return PART_VERB;
    return form.rank == TAG_VERB_ONLY && tagger->had_verb ? PART_VERB : PART_NOUN;
}

static bool is_relative(const struct tokens *tokens, size_t i)
{
    return token_is_one_of(tokens, i, "which that who what");
}

/* "The grants for the year [aggregate] $52 million", "these [amount] to 40": nouns that a figure makes verbs. */
static bool sums_up(const struct tagger *tagger, size_t i)
{
    const struct tokens *tokens = tagger->tokens;
    size_t figure = i + 1 + token_is(tokens, i + 1, "to");
    return tagger->finite == 0 && is_figure(tokens, figure) &&
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
    bool subject = is_relative(tokens, before) && !(form.forms & FORM_ING) &&
                   (before == 0 || token_part_is(tokens, before - 1, PART_NOUN) ||
                    token_mark(tokens, before - 1, ',') || token_part_is(tokens, before - 1, PART_ADVERB));
    if (subject && (form.rank >= TAG_VERB_OFTEN || object_at(tokens, i + 1)))
        return PART_VERB;
    if (part == PART_NOUN && sums_up(tagger, i))
        return PART_VERB;
    switch (part) {
    case PART_NOUN:
        return after_noun(tagger, i, before, form);
    case PART_NUMBER:
        if (form.forms & FORM_PAST)
            return is_open(tokens, i + 1) ? PART_ADJECTIVE : PART_VERB;
        return (form.forms & FORM_ING) && object_at(tokens, i + 1) ? PART_PARTICIPLE : PART_NOUN;
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
            return is_open(tokens, i + 1) ? PART_ADJECTIVE : PART_PARTICIPLE;
        return PART_NOUN;
    case PART_VERB:
    case PART_PARTICIPLE:
    case PART_GERUND:
        if (form.forms & FORM_ING)
            return object_at(tokens, i + 1) || preposition_at(tokens, i + 1) ? PART_PARTICIPLE : PART_NOUN;
        if (form.forms & FORM_PAST)
            return is_open(tokens, i + 1) ? PART_ADJECTIVE : PART_PARTICIPLE;
        if (part == PART_PARTICIPLE && (form.forms & FORM_S) && form.rank >= TAG_VERB_OFTEN &&
            (object_at(tokens, i + 1) || preposition_at(tokens, i + 1)))
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

/* The part of a function word. A word of several classes is what it most often is where it stands. */
static enum part function_part(const struct tokens *tokens, size_t i)
{
    if (token_has(tokens, i, WORD_AUXILIARY))
        return PART_AUXILIARY;
    if (token_is(tokens, i, "that") && token_is(tokens, i + 1, "of") && i > 0 &&
        (token_part_is(tokens, i - 1, PART_PREPOSITION) ||
         token_is_one_of(tokens, i - 1, "than as and exceed exceeds exceeded equal equals")))
        return PART_PRONOUN; /* "exceeds that of last year" */
    if (token_is(tokens, i, "that"))
        return !token_part_is(tokens, i - 1, PART_NOUN) && !token_part_is(tokens, i - 1, PART_VERB) &&
                       (is_open(tokens, i + 1) || is_figure(tokens, i + 1))
                   ? PART_DETERMINER
                   : PART_SUBORDINATOR;
    if (token_is_one_of(tokens, i, "which who whom when where while why how whether if because although though"))
        return PART_SUBORDINATOR;
    if (token_has(tokens, i, WORD_DETERMINER))
        return PART_DETERMINER;
    if (token_has(tokens, i, WORD_CONJUNCTION))
        return PART_CONJUNCTION;
    if (token_has(tokens, i, WORD_PREPOSITION))
        return PART_PREPOSITION;
    if (token_is(tokens, i, "there") && token_part_is(tokens, i - 1, PART_NOUN) &&
        !token_has(tokens, i + 1, WORD_AUXILIARY))
        return PART_ADVERB; /* "wages there" */
    if (token_has(tokens, i, WORD_PRONOUN))
        return PART_PRONOUN;
    if (token_has(tokens, i, WORD_SUBORDINATOR))
        return PART_SUBORDINATOR;
    return PART_ADVERB;
}

/* Adverbs that are adjectives before a noun: "combined output", "total cost", "annual budget". */
static bool is_adjective_here(const struct tokens *tokens, size_t i)
{
    return token_is_one_of(tokens, i,
                           "combined total overall daily weekly monthly yearly quarterly long old high deep early "
                           "online wide tall thick straight well outstanding") &&
           is_open(tokens, i + 1);
}

/* Part of a word with hyphens: "seat-belt", "government-[backed]", "[record]-breaking". */
static bool is_compound(const struct tokens *tokens, size_t i)
{
    return (i > 0 && token_joins(tokens, i - 1)) || token_joins(tokens, i + 1);
}

/* "-s", "-ed", "-ing": what a verb's regular forms end in. */
static bool ends_like_verb(struct str text)
{
    char last = text.len > 0 ? text.ptr[text.len - 1] : '\0';
    return last == 's' || last == 'd' || last == 'g' || last == 'S' || last == 'D' || last == 'G';
}

static bool is_manner(const struct tokens *tokens, size_t i)
{
    struct str text = token_text(tokens, i);
    bool name = token_flag(tokens, i, TOKEN_CAPITAL) && i > 0;
    return text.len > 4 && str_ends(text, STR("ly")) && !name &&
           !token_is_one_of(tokens, i,
                            "family italy july assembly anomaly monopoly oligopoly butterfly homily melancholy");
}

static enum part word_part(const struct tagger *tagger, size_t i)
{
    const struct tokens *tokens = tagger->tokens;
    const struct word *word = tokens->at[i].word;
    struct str text = token_text(tokens, i);
    if (token_flag(tokens, i, TOKEN_SUFFIX))
        return token_has(tokens, i, WORD_AUXILIARY) && !token_is_one_of(tokens, i, "'s") ? PART_AUXILIARY
                                                                                         : PART_POSSESSIVE;
    if (is_compound(tokens, i))
        return PART_NOUN;
    bool capital = token_flag(tokens, i, TOKEN_CAPITAL) && i > 0;
    bool named = token_has(tokens, i, WORD_AUXILIARY) && token_flag(tokens, i + 1, TOKEN_CAPITAL); /* "Will Smith" */
    if (capital && (named || !token_has(tokens, i, function_words) || token_has(tokens, i, WORD_MONTH)))
        return PART_NOUN;
    if (!word && !ends_like_verb(text))
        return is_manner(tokens, i) ? PART_ADVERB : PART_NOUN; /* most words that are in no list */
    bool own = token_is(tokens, i, "own") &&
               (token_part_is(tokens, i - 1, PART_DETERMINER) || token_part_is(tokens, i - 1, PART_POSSESSIVE));
    if (own || is_adjective_here(tokens, i) || token_is_one_of(tokens, i, "best worst"))
        return PART_ADJECTIVE;
    if (token_is(tokens, i, "worth") &&
        (token_part_is(tokens, i - 1, PART_ADJECTIVE) || token_is_one_of(tokens, i - 1, "net combined total")))
        return PART_NOUN; /* "a net worth of" */
    bool left =
        token_is(tokens, i, "left") && object_at(tokens, i + 1); /* "left the club", and not "five minutes left" */
    if (token_has(tokens, i, function_words) && !left)
        return function_part(tokens, i);
    if (token_has(tokens, i, WORD_CARDINAL | WORD_SCALE))
        return PART_NUMBER;
    struct form form = form_of(tagger->lexicon, word, text);
    if (form.rank > 0)
        return open_part(tagger, i, form);
    if (word && (word->tag & TAG_ADJECTIVE))
        return PART_ADJECTIVE;
    return is_manner(tokens, i) ? PART_ADVERB : PART_NOUN;
}

static void count_clauses(struct tagger *tagger, size_t i)
{
    const struct tokens *tokens = tagger->tokens;
    if (token_part_is(tokens, i, PART_CONJUNCTION) || token_kind_is(tokens, i, TOKEN_MARK)) {
        tagger->finite = 0;
        tagger->clauses = 1;
    }
    bool follows = i > 0 && (token_part_is(tokens, i - 1, PART_VERB) || token_part_is(tokens, i - 1, PART_AUXILIARY) ||
                             token_is(tokens, i - 1, "to"));
    tagger->finite += !follows && (token_part_is(tokens, i, PART_VERB) || token_part_is(tokens, i, PART_AUXILIARY));
    tagger->clauses += token_part_is(tokens, i, PART_SUBORDINATOR) || token_part_is(tokens, i, PART_PRONOUN) ||
                       token_has(tokens, i, WORD_SAYING) ||
                       token_is_one_of(tokens, i, "as than since before after until");
}

void tags_read(struct tokens *tokens, const struct lexicon *lexicon)
{
    struct tagger tagger = {.tokens = tokens, .lexicon = lexicon, .clauses = 1};
    for (size_t i = 0; i < tokens->count; i++) {
        struct token *token = &tokens->at[i];
        token->part = PART_NONE;
        if (token->kind == TOKEN_NUMBER)
            token->part = PART_NUMBER;
        else if (token->kind == TOKEN_WORD)
            token->part = (uint8_t)word_part(&tagger, i);
        if (token->part == PART_VERB) {
            tagger.had_verb = true;
            tagger.had_past |=
                str_ends(token_text(tokens, i), STR("ed")) || (token->word && token->word->tag & TAG_PAST);
        }
        tagger.had_verb |= token->part == PART_AUXILIARY;
        count_clauses(&tagger, i);
        if (token_mark(tokens, i, ';') || token_mark(tokens, i, ':'))
            tagger.had_verb = tagger.had_past = false;
    }
}
