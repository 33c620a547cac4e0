/*
 * Modality: is the figure a fact, or a target, a bound, a forecast, a proposal, a condition, a denial?
 *
 * The cue nearest to the figure, to its left in the same clause, decides; words that stand right beside the figure
 * ("the 2 percent minimum", "a cap of $2 billion") come before those.
 */
#include "core/extract/reading.h"
#include "core/text/tag.h"

enum cue_form {
    ANY_FORM,
    AS_VERB,       /* "demanded $5 million", and not "demand fell" */
    AS_PARTICIPLE, /* "is meant to", "was supposed to": an auxiliary stands before */
};

static const struct {
    bool followed; /* by a word of cue_next, within `reach` tokens */
    int reach;
    int form;
    int modality;
} cues[] = {
#define CUE(words, next, reach, form, modality) {sizeof(next) > 1, reach, form, modality},
#include "core/extract/modality_cues.def"
#undef CUE
};

static const struct word_list cue_words[] WORD_LIST_SECTION = {
#define CUE(words, next, reach, form, modality) {words},
#include "core/extract/modality_cues.def"
#undef CUE
};

static const struct word_list cue_next[] WORD_LIST_SECTION = {
#define CUE(words, next, reach, form, modality) {next},
#include "core/extract/modality_cues.def"
#undef CUE
};

/* What is none of these is no cue, and what is none of the others does not end a clause either. */
#define OTHER_CUES "@negation neither nobody would will is are if unless may were "
#define CLAUSE_ENDS "; : , compared against versus vs than from but while whereas although though that "
static const struct word_list any_cue WORD_LIST_SECTION = {
#define CUE(words, next, reach, form, modality) words " "
#include "core/extract/modality_cues.def"
#undef CUE
    OTHER_CUES};
static const struct word_list turning_words WORD_LIST_SECTION = {
#define CUE(words, next, reach, form, modality) words " "
#include "core/extract/modality_cues.def"
#undef CUE
    OTHER_CUES CLAUSE_ENDS};

/* A cue of the sentence: what it says of a figure that stands after token `from`. */
struct cue {
    int modality; /* MODALITY_STATED: none */
    size_t from;
    bool weak; /* "will", "would": gives way to a wish or a plan before it, "hopes this will raise" */
    bool ends; /* ends_clause(): what stands further left is no cue for this clause */
};

static const struct cue no_cue = {MODALITY_STATED, 0, false};
static const struct cue clause_end = {.modality = MODALITY_STATED, .ends = true};

/* What a sentence is asked for more than once. */
struct cues_read {
    struct cue *at; /* one a token, filled where `read` says so: only turning words are */
    bool *read;
    size_t looked;    /* up to this token no other condition than `condition` stands */
    size_t condition; /* the first "if" of the sentence, where it has been found */
};

/* The first of the words within `reach` tokens after i, as the token after it; 0 where there is none. */
static size_t next_of(const struct tokens *tokens, size_t i, const struct word_list *words, int reach)
{
    /* "called on allies to spend": the word may stand some way off */
    for (size_t k = i + 1; k <= i + (size_t)reach && k < tokens->count; k++)
        if (token_listed(tokens, k, words))
            return k + 1;
    return 0;
}

static bool form_fits(const struct tokens *tokens, size_t i, int form)
{
    bool verb = token_part_is(tokens, i, PART_VERB);
    if (form == AS_VERB)
        return verb || token_part_is(tokens, i, PART_PARTICIPLE) || token_part_is(tokens, i, PART_GERUND);
    return form != AS_PARTICIPLE || token_has(tokens, i - 1, WORD_AUXILIARY | WORD_ADVERB | WORD_NEGATION);
}

/* "did not pay", "without adding", "denied that", "no household would pay", "neither side lost"; she who denies nine charges faces nine. */
static bool denies(const struct tokens *tokens, size_t i)
{
    if (token_is(tokens, i, "neither"))
        return token_part_is(tokens, i + 1, PART_NOUN) && token_part_is(tokens, i + 2, PART_VERB);
    if (token_is_one_of(tokens, i, "nobody"))
        return true;
    if (!token_has(tokens, i, WORD_NEGATION))
        return false;
    bool doing = token_part_is(tokens, i + 1, PART_GERUND) || str_ends(token_text(tokens, i + 1), STR("ing"));
    if (token_is(tokens, i, "without"))
        return doing;
    if (token_is_one_of(tokens, i, "denied denies deny"))
        return doing || token_is_one_of(tokens, i + 1, "that it he she they having");
    if (!token_is(tokens, i, "no"))
        return true;
    bool who = token_part_is(tokens, i + 1, PART_NOUN) || token_is(tokens, i + 1, "one");
    return who && (token_part_is(tokens, i + 2, PART_AUXILIARY) || token_part_is(tokens, i + 2, PART_VERB));
}

/* "are to be cut", "is to rise": announced; but "the aim is to cut" is none of this. */
static bool is_to_come(const struct tokens *tokens, size_t i)
{
    bool verb = token_part_is(tokens, i + 2, PART_VERB) || token_part_is(tokens, i + 2, PART_AUXILIARY);
    return token_is_one_of(tokens, i, "is are") && token_is(tokens, i + 1, "to") && verb &&
           !token_is_one_of(tokens, i - 1, "aim goal plan target idea purpose objective task job way step");
}

/* "said it would cut 500 jobs": told of the future; what somebody "said would raise 18 billion" hangs on something else. */
static bool is_reported_future(const struct tokens *tokens, size_t i)
{
    enum { REACH = 8 };
    if (!token_is(tokens, i, "would") || i < 2 || token_has(tokens, i - 1, WORD_SAYING))
        return false;
    for (size_t k = i - 1; k-- > 0 && i - k < REACH;) {
        if (token_has(tokens, k, WORD_SAYING) && !token_is_one_of(tokens, k, "warned warns warn argued argues argue"))
            return true;
        if (token_kind_is(tokens, k, TOKEN_MARK) || token_part_is(tokens, k, PART_VERB))
            return false;
    }
    return false;
}

/* "the bill would raise $5 billion", "under the plan, incomes would be taxed": what is put forward. */
static bool is_of_proposal(const struct tokens *tokens, size_t i)
{
    enum { REACH = 4 };
    WORD_LIST(drafts, "plan plans proposal proposals bill bills draft amendment legislation scheme");
    if (!token_is_one_of(tokens, i, "would will"))
        return false;
    if (token_is(tokens, 0, "under") && (token_listed(tokens, 2, &drafts) || token_listed(tokens, 3, &drafts)))
        return true;
    if (token_is(tokens, i, "would"))
        for (size_t k = i; k-- > 0 && i - k < REACH && !token_part_is(tokens, k, PART_PREPOSITION);)
            if (token_listed(tokens, k, &drafts))
                return true;
    return false;
}

/* "taking the basic plan to $11.99", "due to two storms": no infinitive, and nothing to come. */
static bool leads_to_figure(const struct tokens *tokens, size_t from, int modality)
{
    bool bound = modality == MODALITY_MAXIMUM;
    if (bound || !token_is(tokens, from - 1, "to"))
        return false;
    return token_part_is(tokens, from, PART_NUMBER) || token_kind_is(tokens, from, TOKEN_SYMBOL) ||
           (token_is(tokens, from - 2, "due") && !token_part_is(tokens, from, PART_VERB) &&
            !token_part_is(tokens, from, PART_AUXILIARY));
}

/* "if the dam broke", "unless"; "to see if" asks only whether. */
static bool is_condition(const struct tokens *tokens, size_t i)
{
    return token_is_one_of(tokens, i, "if unless") &&
           !(i > 0 && token_is_one_of(tokens, i - 1,
                                      "as see know ask asks asked wonder tell determine decide out check learn even"));
}

/* Prepositions, determiners and most of what else holds a sentence together are none. */
static bool may_be_cue(const struct tokens *tokens, size_t i)
{
    bool preposition = token_part_is(tokens, i, PART_PREPOSITION) && !token_is(tokens, i, "due");
    return !preposition && !token_part_is(tokens, i, PART_DETERMINER) && !token_part_is(tokens, i, PART_CONJUNCTION) &&
           !token_part_is(tokens, i, PART_PRONOUN) && !token_has(tokens, i, WORD_CARDINAL | WORD_SCALE) &&
           !(token_flag(tokens, i, TOKEN_CAPITAL) && i > 0 && token_part_is(tokens, i, PART_NOUN));
}

static struct cue cue_at(const struct tokens *tokens, size_t i)
{
    if (!token_kind_is(tokens, i, TOKEN_WORD) || !token_listed(tokens, i, &any_cue))
        return no_cue;
    if (denies(tokens, i))
        return (struct cue){MODALITY_DENIED, i + 1, false};
    if (is_of_proposal(tokens, i))
        return (struct cue){MODALITY_PROPOSAL, i + 1, false};
    if (is_reported_future(tokens, i))
        return (struct cue){MODALITY_FORECAST, i + 1, true};
    if (is_to_come(tokens, i))
        return (struct cue){MODALITY_FORECAST, i + 2, true};
    if (!may_be_cue(tokens, i))
        return no_cue;
    bool idiom = token_is(tokens, i + 1, "set") && token_is(tokens, i + 3, "back"); /* "will set you back $5" */
    bool reward = token_is_one_of(tokens, i, "offer offers offered offering") &&
                  next_of(tokens, i, WORDS("reward rewards prize prizes bounty discount discounts"), 7) > 0;
    bool noun = token_is(tokens, i, "will") && i > 0 && token_has(tokens, i - 1, WORD_DETERMINER) &&
                !token_has(tokens, i - 1, WORD_PRONOUN); /* "the will of" */
    bool past =
        token_is_one_of(tokens, i, "should must ought") && token_is(tokens, i + 1, "have"); /* "must have lost" */
    const size_t count = sizeof(cues) / sizeof(cues[0]);
    size_t k = idiom || reward || noun || past ? count : 0;
    for (; (k = token_next_list(tokens, i, cue_words, count, k)) < count; k++) {
        if (!form_fits(tokens, i, cues[k].form))
            continue;
        size_t from = cues[k].followed ? next_of(tokens, i, &cue_next[k], cues[k].reach) : i + 1;
        bool weak = token_is_one_of(tokens, i, "will 'll shall would could might");
        if (from > 0 && !leads_to_figure(tokens, from, cues[k].modality))
            return (struct cue){cues[k].modality, from, weak};
    }
    if (is_condition(tokens, i))
        return (struct cue){MODALITY_HYPOTHETICAL, i + 1, false};
    bool may = token_is(tokens, i, "may") && !token_flag(tokens, i, TOKEN_CAPITAL);
    bool were = token_is(tokens, i, "were") && token_is(tokens, i + 1, "to");
    return may || were ? (struct cue){MODALITY_HYPOTHETICAL, i + 1, true} : no_cue;
}

/* "against $2 billion in the current one", "than the 3 percent": what something is held against is told as it was. */
static bool begins_comparison(const struct reading *reading, size_t i)
{
    const struct tokens *tokens = &reading->tokens;
    if (reading->taken[i])
        return false;
    if (token_is(tokens, i, "compared"))
        return token_is_one_of(tokens, i + 1, "with to");
    if (token_is_one_of(tokens, i, "against versus vs"))
        return reading->taken[i + 1] || reading->taken[i + 2];
    return token_is_one_of(tokens, i, "than from") && token_part_is(tokens, i + 1, PART_DETERMINER) &&
           reading->taken[i + 2];
}

static bool comma_ends_clause(const struct tokens *tokens, size_t i)
{
    return token_has(tokens, i + 1, WORD_SAYING) || /* "…, who asked not to be named, said" */
           token_is_one_of(tokens, i + 1,
                           "which who and but up down compared almost nearly double twice more less then") ||
           (token_is(tokens, i + 1, "from") && token_has(tokens, i - 1, WORD_UP | WORD_DOWN));
}

static bool ends_clause(const struct reading *reading, size_t i)
{
    const struct tokens *tokens = &reading->tokens;
    if (token_kind_is(tokens, i, TOKEN_MARK))
        return token_mark(tokens, i, ',') ? comma_ends_clause(tokens, i)
                                          : token_mark(tokens, i, ';') || token_mark(tokens, i, ':');
    if (token_is(tokens, i, "that"))
        return token_is(tokens, i - 1, "know"); /* "I want you to know that …" */
    return token_is_one_of(tokens, i, "but while whereas although though") || begins_comparison(reading, i);
}

/* "the 2 percent minimum", "a cap of 5 percent", "a limit of". */
static int bound_beside(const struct tokens *tokens, const struct quantity *quantity)
{
    size_t after = quantity->of_end, before = quantity->first;
    if (!quantity->bounded &&
        !tokens_have_one_of(tokens, "minimum floor maximum cap capped ceiling limit limited limits target goal"))
        return MODALITY_STATED;
    if (quantity->bounded && before > 0 && token_is_one_of(tokens, before - 1, "must may shall should can"))
        return quantity->relation == RELATION_MOST ? MODALITY_MAXIMUM : MODALITY_MINIMUM;
    if (quantity->bounded && token_is_one_of(tokens, before, "cannot can't"))
        return quantity->relation == RELATION_MOST ? MODALITY_MAXIMUM : MODALITY_MINIMUM;
    if (token_is_one_of(tokens, after, "minimum floor maximum cap ceiling limit target goal"))
        return token_is_one_of(tokens, after, "minimum floor") ? MODALITY_MINIMUM
               : token_is_one_of(tokens, after, "target goal") ? MODALITY_TARGET
                                                               : MODALITY_MAXIMUM;
    size_t i = before;
    while (i > 0 && before - i < 2 && token_is_one_of(tokens, i - 1, "of at is to was a the by"))
        i--;
    if (i > 0 && token_is_one_of(tokens, i - 1, "minimum floor"))
        return MODALITY_MINIMUM;
    if (i > 0 && token_is_one_of(tokens, i - 1, "maximum cap capped ceiling limit limited limits"))
        return MODALITY_MAXIMUM;
    if (quantity->first == quantity->core)
        return MODALITY_STATED;
    struct str literal = tokens_text(tokens, quantity->first, quantity->core);
    if (str_find(literal, STR("minimum"), 0) < literal.len)
        return MODALITY_MINIMUM;
    return str_find(literal, STR("maximum"), 0) < literal.len ? MODALITY_MAXIMUM : MODALITY_STATED;
}

/* The first "if" of the sentence makes all that follows conditional, past a comma too. */
static bool is_conditional(const struct tokens *tokens, struct cues_read *cues_read, size_t first)
{
    WORD_LIST(conditions, "if unless");
    if (!tokens_listed(tokens, &conditions))
        return false;
    while (cues_read->looked < first && cues_read->condition == tokens->count) {
        size_t i = tokens_find(tokens, cues_read->looked, first, &conditions);
        if (i < first && is_condition(tokens, i))
            cues_read->condition = i;
        cues_read->looked = i < first ? i + 1 : first;
    }
    return cues_read->condition < first;
}

static bool is_wish(int modality)
{
    return modality == MODALITY_TARGET || modality == MODALITY_PROPOSAL || modality == MODALITY_DENIED;
}

/* The cue nearest to the figure's left, in its clause; "will" and "would" only where nobody wishes or plans it. */
static int nearest_cue(const struct reading *reading, struct cues_read *cues_read, size_t first)
{
    const struct tokens *tokens = &reading->tokens;
    int modality = MODALITY_STATED;
    bool participle = false;
    for (size_t i = first; (i = tokens_find_back(tokens, i, &turning_words)) > 0;) {
        i--;
        struct cue *cue = &cues_read->at[i];
        if (!cues_read->read[i])
            *cue = ends_clause(reading, i) ? clause_end : cue_at(tokens, i);
        cues_read->read[i] = true;
        if (cue->ends)
            break;
        participle |= token_mark(tokens, i, ',') && token_part_is(tokens, i + 1, PART_PARTICIPLE);
        if (cue->modality == MODALITY_STATED || cue->from > first)
            continue;
        bool past_comma = cue->modality == MODALITY_DENIED && participle; /* "does not count it, amounting to $5" */
        if ((modality == MODALITY_STATED || is_wish(cue->modality)) && !past_comma)
            modality = cue->modality;
        if (!cue->weak)
            break;
    }
    return modality;
}

/* "the $1.25 [that analysts were looking for]", "9 percent [was expected]": what is said of the figure behind it. */
static int cue_behind(const struct tokens *tokens, const struct quantity *quantity)
{
    enum { REACH = 7 };
    if (!tokens_have_one_of(tokens,
                            "expected forecast predicted projected anticipated pencilled looking promised pledged "
                            "demanded targeted wanted proposed requested recommended"))
        return MODALITY_STATED;
    const uint32_t passed = 1u << PART_DETERMINER | 1u << PART_ADJECTIVE | 1u << PART_NOUN | 1u << PART_PRONOUN |
                            1u << PART_AUXILIARY | 1u << PART_ADVERB;
    for (size_t i = quantity->of_end; i < quantity->of_end + REACH && i < tokens->count; i++) {
        bool passes = (passed >> tokens->at[i].part & 1) || token_is_one_of(tokens, i, "that which");
        bool auxiliary = token_part_is(tokens, i - 1, PART_AUXILIARY) || token_part_is(tokens, i - 1, PART_ADVERB);
        if (token_has(tokens, i, WORD_NEGATION))
            break;
        if (auxiliary && token_is_one_of(tokens, i, "expected forecast predicted projected anticipated pencilled"))
            return MODALITY_FORECAST;
        if (auxiliary && token_is(tokens, i, "looking") && token_is(tokens, i + 1, "for"))
            return MODALITY_FORECAST;
        if (auxiliary && token_is_one_of(tokens, i, "promised pledged demanded targeted wanted"))
            return MODALITY_TARGET;
        if (auxiliary && token_is_one_of(tokens, i, "proposed requested recommended"))
            return MODALITY_PROPOSAL;
        if (!passes)
            break;
    }
    return MODALITY_STATED;
}

/* "nine out of ten cars will be electric", "incomes above €75,000 would be taxed": the figure stands in the subject. */
static int modality_ahead(const struct tokens *tokens, const struct quantity *quantity)
{
    if (!tokens_have_one_of(tokens, "will would"))
        return MODALITY_STATED;
    size_t after = quantity->of_end, before = quantity->first;
    size_t verb = token_is_one_of(tokens, after, "will would") ? after : after + 1;
    bool hangs =
        before > 0 && (token_part_is(tokens, before - 1, PART_PREPOSITION) || token_is(tokens, before - 1, "worth"));
    if (hangs || token_has(tokens, after, WORD_SUBORDINATOR))
        return MODALITY_STATED;
    if (is_of_proposal(tokens, verb))
        return MODALITY_PROPOSAL;
    return token_is(tokens, verb, "will") ? MODALITY_FORECAST : MODALITY_STATED;
}

/* "Marsh, 44, would face", "60 of our [410] shops": told beside what the clause says. */
static bool stands_aside(const struct tokens *tokens, const struct quantity *quantity)
{
    size_t i = quantity->first;
    if (quantity->kind == KIND_AGE && i > 0 && token_mark(tokens, i - 1, ',') && token_mark(tokens, quantity->end, ','))
        return true;
    return i >= 3 && token_has(tokens, i - 1, WORD_DETERMINER) && token_is(tokens, i - 2, "of") &&
           token_part_is(tokens, i - 3, PART_NUMBER);
}

static int modality_of(const struct reading *reading, const struct quantity *quantity, struct cues_read *cues_read)
{
    const struct tokens *tokens = &reading->tokens;
    if (stands_aside(tokens, quantity))
        return MODALITY_STATED;
    int modality = bound_beside(tokens, quantity);
    if (modality == MODALITY_STATED && quantity->kind != KIND_RATIO)
        modality = cue_behind(tokens, quantity); /* not "half the pace that was expected" */
    if (modality == MODALITY_STATED)
        modality = nearest_cue(reading, cues_read, quantity->first);
    if (modality == MODALITY_STATED)
        modality = modality_ahead(tokens, quantity);
    bool open = modality == MODALITY_STATED || modality == MODALITY_FORECAST;
    if (open && is_conditional(tokens, cues_read, quantity->first))
        modality = MODALITY_HYPOTHETICAL;
    return modality;
}

void modality_read(struct reading *reading)
{
    const struct tokens *tokens = &reading->tokens;
    if (reading->count == 0)
        return;
    struct cues_read cues_read = {.condition = tokens->count};
    cues_read.at = arena_take(reading->scratch, tokens->count * sizeof(*cues_read.at));
    cues_read.read = arena_alloc(reading->scratch, tokens->count * sizeof(*cues_read.read));
    for (size_t k = 0; k < reading->count; k++) {
        struct quantity *quantity = &reading->at[k];
        quantity->modality = MODALITY_STATED;
        if (!kind_is_background(quantity->kind))
            quantity->modality = modality_of(reading, quantity, &cues_read);
    }
}
