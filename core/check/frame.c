/* From the words of a claim's clause to what it says of whom and when. */
#include "core/check/frame.h"

#include <stdlib.h>

#include "core/check/clause.h"
#include "core/check/frame_parts.h"
#include "core/extract/unit.h"

struct framer *framer_new(const struct vocabulary *vocabulary, const struct entities *entities,
                          struct frame_given given)
{
    struct framer *framer = mem_alloc(sizeof(*framer));
    *framer = (struct framer){vocabulary, entities, lexicon_new(), units_new(), given};
    return framer;
}

void framer_free(struct framer *framer)
{
    if (!framer)
        return;
    lexicon_free(framer->lexicon);
    units_free(framer->units);
    free(framer);
}

/* Only the first problem is told: what follows from it would be noise. */
static void fail(struct account *account, struct str problem)
{
    if (!account->frame->problem.ptr)
        account->frame->problem = problem;
}

#define FAIL(account, ...) fail(account, arena_printf((account)->arena, __VA_ARGS__))

/* ---- words that are understood: each returns how many tokens at i it takes ---- */

static size_t tokens_until(const struct clause *clause, size_t i, size_t byte)
{
    size_t end = i;
    while (end < clause->tokens.count && clause->tokens.at[end].start < byte)
        end++;
    return end - i;
}

/* "U.S. dollars" is money, "Swiss francs" too; "the euro area" is none. */
static bool names_money(const struct account *account, size_t i, size_t end)
{
    struct unit_match unit;
    return unit_find(account->framer->units, &account->clause->tokens, i, false, &unit) &&
           unit.unit->kind == KIND_MONEY && unit.end >= end;
}

/* The next mention at or after a place; the text is looked through once. */
static bool mention_from(struct account *account, size_t start)
{
    if (account->mentions_end || (account->mention.end > 0 && account->mention.start >= start))
        return !account->mentions_end;
    account->mentions_end =
        !entity_next(account->framer->entities, account->clause->tokens.text, start, &account->mention);
    return !account->mentions_end;
}

static size_t take_entity(struct account *account, size_t i)
{
    struct clause *clause = account->clause;
    size_t start = clause->tokens.at[i].start;
    if (!mention_from(account, start) || account->mention.start != start)
        return 0;
    struct entity_mention mention = account->mention;
    size_t taken = tokens_until(clause, i, mention.end);
    if (names_money(account, i, i + taken) || names_money(account, i + taken, 0))
        return taken;
    if (mention.match.count > 1) {
        account->ambiguous = arena_printf(account->arena, "'%.*s' may be %s or %s",
                                          STR_ARG(str_slice(clause->tokens.text, mention.start, mention.end)),
                                          mention.match.entity[0]->name, mention.match.entity[1]->name);
    } else if (account->entity && account->entity != mention.match.entity[0]) {
        account->ambiguous = arena_printf(account->arena, "it speaks of two, %s and %s", account->entity->name,
                                          mention.match.entity[0]->name);
    }
    account->entity = mention.match.entity[0];
    return taken;
}

/* After "of", with or without "its": the measure that the figure is a part of. */
static size_t take_whole(struct account *account, size_t i)
{
    struct clause *clause = account->clause;
    size_t at = i, words = 0;
    bool after_figure = i == clause->figure_end && token_is(&clause->tokens, i, "of");
    size_t share = clause_phrase(clause, i, clause->to, frame_shares);
    if (!after_figure && share == 0)
        return 0;
    at += after_figure ? 1 : share;
    if (token_has(&clause->tokens, at, WORD_DETERMINER))
        at++;
    const struct measure *of =
        vocabulary_find(account->framer->vocabulary, PHRASE_MEASURE, clause->words, clause->to, at, &words);
    if (!of || account->of)
        return 0;
    account->of = of;
    account->frame->of_figure = after_figure;
    return at + words - i;
}

/* "spent … on its military": the preposition and what stands between were plain words. */
static size_t take_spent(struct account *account, size_t i)
{
    struct clause *clause = account->clause;
    size_t words = 0, before = i;
    while (before > clause->from && token_has(&clause->tokens, before - 1, WORD_DETERMINER))
        before--;
    if (before == clause->from || !token_is_one_of(&clause->tokens, before - 1, "on to for"))
        return 0;
    const struct measure *measure =
        vocabulary_find(account->framer->vocabulary, PHRASE_SPENT, clause->words, clause->to, i, &words);
    if (!measure)
        return 0;
    account->spent_on = true;
    if (account->measure && account->measure != measure)
        FAIL(account, "it speaks of two measures, %s and %s", account->measure->name, measure->name);
    account->measure = measure;
    return words;
}

static size_t take_measure(struct account *account, size_t i)
{
    static const enum phrase_role roles[] = {PHRASE_MEASURE, PHRASE_GROWTH, PHRASE_RISEN};
    struct clause *clause = account->clause;
    const struct measure *measure = NULL;
    enum phrase_role role = PHRASE_MEASURE;
    size_t longest = 0;
    for (size_t r = 0; r < sizeof(roles) / sizeof(roles[0]); r++) {
        size_t words = 0;
        const struct measure *found =
            vocabulary_find(account->framer->vocabulary, roles[r], clause->words, clause->to, i, &words);
        if (found && words > longest) {
            measure = found;
            longest = words;
            role = roles[r];
        }
    }
    if (!measure)
        return 0;
    if (account->measure && account->measure != measure)
        FAIL(account, "it speaks of two measures, %s and %s", account->measure->name, measure->name);
    account->measure = measure;
    account->growth |= role == PHRASE_GROWTH;
    account->risen |= role == PHRASE_RISEN;
    return longest;
}

static size_t read_basis(struct account *account, size_t i, size_t to)
{
    size_t real = clause_phrase(account->clause, i, to, frame_real);
    size_t nominal = clause_phrase(account->clause, i, to, frame_nominal);
    if (real > 0)
        account->frame->basis = BASIS_REAL;
    if (nominal > 0)
        account->frame->basis = BASIS_NOMINAL;
    return real > nominal ? real : nominal;
}

static size_t take_basis(struct account *account, size_t i)
{
    return read_basis(account, i, account->clause->to);
}

static size_t take_persons(struct account *account, size_t i)
{
    size_t taken = clause_phrase(account->clause, i, account->clause->to, frame_persons);
    account->frame->per_person |= taken > 0;
    return taken;
}

static bool in_period(const struct account *account, size_t i)
{
    const struct token *token = token_at(&account->clause->tokens, i);
    return token && token->start >= account->period_start && token->end <= account->period_end;
}

/* A year, or words of the period that the claim was found to be about. */
static size_t take_time(struct account *account, size_t i)
{
    int year;
    if (in_period(account, i))
        return 1;
    if (in_period(account, i + 1) && token_is_one_of(&account->clause->tokens, i, "between from since during"))
        return 1;
    if (!clause_year(account->clause, i, &year))
        return 0;
    account->stray_year = year;
    return 1;
}

static size_t take_plain(struct account *account, size_t i)
{
    struct clause *clause = account->clause;
    if (clause_phrase(clause, i, i + 1, frame_present) > 0)
        account->present = true;
    if (clause_phrase(clause, i, i + 1, frame_spends) > 0) {
        account->spends = true;
        return 1;
    }
    size_t lives = clause_phrase(clause, i, clause->to, frame_lives);
    account->lives |= lives > 0;
    account->present |= lives > 1 && clause_phrase(clause, i + 1, i + 2, frame_present) > 0;
    if (lives > 0)
        return lives;
    if (token_has(&clause->tokens, i, WORD_UP | WORD_DOWN)) {
        bool down = !token_has(&clause->tokens, i, WORD_UP);
        account->change_word = i;
        account->change_noun |= token_part_is(&clause->tokens, i, PART_NOUN);
        account->changes = true;
        account->change_down = down;
        return 1;
    }
    if (token_kind_is(&clause->tokens, i, TOKEN_MARK))
        return token_mark(&clause->tokens, i, '-') ? 0 : 1;
    if (token_has(&clause->tokens, i, WORD_NEGATION))
        return 0;
    if (i + 1 == clause->figure && token_is(&clause->tokens, i, "from")) /* "rose from 1.5 percent in 2023": a level */
        return 1;
    return clause_phrase(clause, i, i + 1, frame_plain);
}

/* ---- a clause ---- */

static size_t understand(struct account *account, size_t i)
{
    typedef size_t recogniser(struct account * account, size_t i);
    static recogniser *const recognisers[] = {take_trend, take_persons, take_basis, take_whole, take_entity,
                                              take_spent, take_measure, take_time,  take_plain};
    for (size_t r = 0; r < sizeof(recognisers) / sizeof(recognisers[0]); r++) {
        size_t taken = recognisers[r](account, i);
        if (taken > 0)
            return taken;
    }
    return 0;
}

static void read_words(struct account *account)
{
    struct clause *clause = account->clause;
    account->mention = (struct entity_mention){0};
    account->mentions_end = false;
    for (size_t i = clause->from; i < clause->to;) {
        if (i >= clause->figure && i < clause->figure_end) {
            i = clause->figure_end;
            continue;
        }
        size_t taken = understand(account, i);
        if (taken == 0) {
            FAIL(account, "what '%.*s' means for it is not known", STR_ARG(clause->words[i]));
            return;
        }
        i += taken;
    }
}

/* What the clause leaves out may stand in the claim's subject or concept, where extraction found it: "at 8 percent". */
static void read_elsewhere(struct account *account, struct str text)
{
    struct clause whole, *own = account->clause;
    if (!text.ptr || account->frame->problem.ptr)
        return;
    clause_of_text(account->framer->lexicon, text, account->arena, &whole);
    account->clause = &whole;
    size_t period_end = account->period_end;
    account->period_end = 0; /* its places are those of the sentence */
    read_words(account);
    account->period_end = period_end;
    account->clause = own;
}

/* Words anywhere in the sentence that make the figure one of something else. */
static void read_sentence(struct account *account)
{
    struct clause *clause = account->clause;
    for (size_t i = 0; i < clause->tokens.count; i++) {
        size_t taken = clause_phrase(clause, i, clause->tokens.count, frame_strange);
        bool in_figure = i >= clause->figure && i < clause->figure_end;
        if (taken > 0 && !in_figure)
            FAIL(account, "what '%.*s' means for it is not known", STR_ARG(clause->words[i]));
        if (!in_figure && account->frame->basis == BASIS_NONE)
            read_basis(account, i, clause->tokens.count);
    }
}

static void locate_period(struct account *account)
{
    const struct claim *claim = account->claim;
    if (!claim->period.ptr || claim->period.len == 0)
        return;
    size_t at = str_find(claim->sentence, claim->period, 0);
    if (at < claim->sentence.len) {
        account->period_start = at;
        account->period_end = at + claim->period.len;
    }
}

/* What the reviewer says goes before what the words say, understood or not. */
static void take_given(struct account *account)
{
    const struct frame_given *given = &account->framer->given;
    if (given->measure) {
        account->measure = given->measure;
        account->frame->problem = STR_NULL;
    }
    if (given->entity) {
        account->entity = given->entity;
        account->ambiguous = STR_NULL;
    }
    if (account->ambiguous.ptr)
        fail(account, account->ambiguous);
}

void frame_read(const struct framer *framer, const struct claim *claim, const struct frame *before, struct arena *arena,
                struct frame *ret)
{
    struct clause clause;
    *ret = (struct frame){.sentence = claim->sentence_start};
    struct account account = {.framer = framer, .claim = claim, .clause = &clause, .arena = arena, .frame = ret};
    if (!clause_of_claim(framer->lexicon, claim, arena, &clause)) {
        ret->problem = STR("its figure does not stand in its sentence");
        return;
    }
    locate_period(&account);
    if (!frame_modality(&account) || frame_exchange(&account))
        return;
    read_sentence(&account);
    read_words(&account);
    if (!account.measure && !account.frame->problem.ptr)
        read_elsewhere(&account, claim->concept);
    if (!account.entity)
        read_elsewhere(&account, claim->subject);
    trend_elsewhere(&account);
    take_given(&account);
    if (!ret->problem.ptr)
        frame_settle(&account, before);
    ret->measure = account.measure;
    ret->entity = account.entity;
}
