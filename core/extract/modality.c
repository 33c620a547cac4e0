/*
 * Modality: is the figure a fact, or a target, a bound, a forecast, a proposal, a condition, a denial?
 *
 * The cue nearest to the figure, to its left in the same clause, decides; words that stand right beside the figure
 * ("the 2 percent minimum", "a cap of $2 billion") come before those.
 */
#include "core/extract/reading.h"

static const struct {
    const char *words; /* any of these */
    const char *next;  /* followed, within eight tokens, by any of these; NULL for nothing */
    int modality;
} cues[] = {
    {"called calls calling urged urges urging asked asks told tells pressed pushed demanded demands ordered", "to",
     MODALITY_TARGET},
    {"called calls calling ask asks asked asking", "for", MODALITY_TARGET},
    {"aim aims aimed aiming", NULL, MODALITY_TARGET},
    {"target targets targeted targeting goal goals", NULL, MODALITY_TARGET},
    {"pledge pledges pledged vow vows vowed promise promises promised commit commits committed commitment", NULL,
     MODALITY_TARGET},
    {"must should ought", NULL, MODALITY_TARGET},
    {"need needs needed required obliged", "to", MODALITY_TARGET},
    {"want wants wanted hope hopes hoped hoping", NULL, MODALITY_TARGET},
    {"offer offers offered offering", NULL, MODALITY_PROPOSAL},
    {"seen", "at", MODALITY_FORECAST},
    {"propose proposes proposed proposing proposal proposals", NULL, MODALITY_PROPOSAL},
    {"plan plans planned planning seek seeks sought intends intended intend", "to for", MODALITY_PROPOSAL},
    {"requested requests requesting", NULL, MODALITY_PROPOSAL},
    {"expected expects expect expecting forecast forecasts forecasted projected projects projection predicted predicts "
     "predict projecting anticipated anticipates likely",
     NULL, MODALITY_FORECAST},
    {"will 'll shall", NULL, MODALITY_FORECAST},
    {"set due poised track going", "to", MODALITY_FORECAST},
    {"if unless were", NULL, MODALITY_HYPOTHETICAL},
    {"would could might", NULL, MODALITY_HYPOTHETICAL},
};

/* A cue of the sentence: what it says of a figure that stands after token `from`. */
struct cue {
    int modality; /* MODALITY_STATED: none */
    size_t from;
};

/* The first of the words within eight tokens after i, as the token after it; 0 where there is none. */
static size_t next_of(const struct tokens *tokens, size_t i, const char *words)
{
    /* "called on allies to spend": the word may stand some way off */
    for (size_t k = i + 1; k < i + 8 && k < tokens->count; k++)
        if (token_is_one_of(tokens, k, words))
            return k + 1;
    return 0;
}

static struct cue cue_at(const struct tokens *tokens, size_t i)
{
    const struct cue none = {MODALITY_STATED, 0};
    if (!token_kind_is(tokens, i, TOKEN_WORD))
        return none;
    if (token_has(tokens, i, WORD_NEGATION) && !token_is_one_of(tokens, i, "no without"))
        return (struct cue){MODALITY_DENIED, i + 1};
    for (size_t k = 0; k < sizeof(cues) / sizeof(cues[0]); k++) {
        if (!token_is_one_of(tokens, i, cues[k].words))
            continue;
        size_t from = cues[k].next ? next_of(tokens, i, cues[k].next) : i + 1;
        bool were = token_is(tokens, i, "were") && !token_is(tokens, i + 1, "to");
        if (from > 0 && !were)
            return (struct cue){cues[k].modality, from};
    }
    bool may = token_is(tokens, i, "may") && !token_flag(tokens, i, TOKEN_CAPITAL);
    return may ? (struct cue){MODALITY_HYPOTHETICAL, i + 1} : none;
}

static bool ends_clause(const struct tokens *tokens, size_t i)
{
    if (token_mark(tokens, i, ';') || token_mark(tokens, i, ':'))
        return true;
    if (token_is_one_of(tokens, i, "but while whereas although though"))
        return true;
    return token_mark(tokens, i, ',') &&
           token_is_one_of(tokens, i + 1,
                           "which who and but up down compared from almost nearly double twice more less");
}

/* "the 2 percent minimum", "a cap of 5 percent", "a limit of". */
static int bound_beside(const struct tokens *tokens, const struct quantity *quantity)
{
    size_t after = quantity->of_end, before = quantity->first;
    if (quantity->bounded && before > 0 && token_is_one_of(tokens, before - 1, "must may shall should can"))
        return quantity->relation == RELATION_MOST ? MODALITY_MAXIMUM : MODALITY_MINIMUM;
    if (quantity->bounded && token_is_one_of(tokens, before, "cannot can't"))
        return quantity->relation == RELATION_MOST ? MODALITY_MAXIMUM : MODALITY_MINIMUM;
    if (token_is_one_of(tokens, after, "minimum floor"))
        return MODALITY_MINIMUM;
    if (token_is_one_of(tokens, after, "maximum cap ceiling limit"))
        return MODALITY_MAXIMUM;
    if (token_is_one_of(tokens, after, "target goal"))
        return MODALITY_TARGET;
    for (size_t back = 1; back <= 3 && back <= before; back++) {
        size_t i = before - back;
        if (token_is_one_of(tokens, i, "minimum floor"))
            return MODALITY_MINIMUM;
        if (token_is_one_of(tokens, i, "maximum cap capped ceiling limit limited limits"))
            return MODALITY_MAXIMUM;
        if (!token_is_one_of(tokens, i, "of at is to was a the by"))
            break;
    }
    struct str literal = tokens_text(tokens, quantity->first, quantity->core);
    if (str_find(literal, STR("minimum"), 0) < literal.len)
        return MODALITY_MINIMUM;
    return str_find(literal, STR("maximum"), 0) < literal.len ? MODALITY_MAXIMUM : MODALITY_STATED;
}

/* The first "if" of the sentence makes all that follows conditional, past a comma too. */
static size_t first_condition(const struct tokens *tokens)
{
    for (size_t i = 0; i < tokens->count; i++)
        if (token_is_one_of(tokens, i, "if unless") && !token_is(tokens, i - 1, "as"))
            return i;
    return tokens->count;
}

/* The cue nearest to the figure's left, in its clause. */
static int nearest_cue(const struct tokens *tokens, const struct cue *found, size_t first)
{
    for (size_t i = first; i-- > 0 && !ends_clause(tokens, i);)
        if (found[i].modality != MODALITY_STATED && found[i].from <= first)
            return found[i].modality;
    return MODALITY_STATED;
}

void modality_read(struct reading *reading)
{
    const struct tokens *tokens = &reading->tokens;
    if (reading->count == 0)
        return;
    struct cue *found = arena_alloc(reading->scratch, (tokens->count + 1) * sizeof(*found));
    for (size_t i = 0; i < tokens->count; i++)
        found[i] = cue_at(tokens, i);
    size_t condition = first_condition(tokens);
    for (size_t k = 0; k < reading->count; k++) {
        struct quantity *quantity = &reading->at[k];
        quantity->modality = MODALITY_STATED;
        if (kind_is_background(quantity->kind))
            continue;
        quantity->modality = bound_beside(tokens, quantity);
        if (quantity->modality == MODALITY_STATED)
            quantity->modality = nearest_cue(tokens, found, quantity->first);
        bool ahead = token_is(tokens, quantity->of_end, "will") || token_is(tokens, quantity->of_end + 1, "will");
        if (quantity->modality == MODALITY_STATED && ahead && !token_has(tokens, quantity->of_end, WORD_SUBORDINATOR))
            quantity->modality = MODALITY_FORECAST; /* "nine out of ten cars will be electric" */
        bool open = quantity->modality == MODALITY_STATED || quantity->modality == MODALITY_FORECAST;
        if (open && condition < quantity->first)
            quantity->modality = MODALITY_HYPOTHETICAL;
    }
}
