/* What a figure measures: the noun phrase that it leads into, hangs on, is the object's, or stands beside. */
#include "core/extract/concept.h"
#include "core/text/tag.h"

static const struct phrase no_phrase = {0, 0};

bool is_bound_word(const struct tokens *tokens, size_t i)
{
    return token_is_one_of(tokens, i, "minimum maximum target goal threshold floor cap ceiling limit benchmark");
}

/* "last year", "this month", "on Monday": when, not what. */
static bool is_time_phrase(const struct tokens *tokens, struct phrase phrase)
{
    return token_has(tokens, phrase.first, WORD_MONTH) || is_time_noun(tokens, phrase.end - 1) ||
           token_is_one_of(tokens, phrase.end - 1,
                           "winter summer autumn spring season weekend morning evening night term session date");
}

/* It has a noun, and not only one that tells when: "last year", "this month", "on Monday". */
static bool names_thing(const struct tokens *tokens, struct phrase phrase)
{
    bool noun = false;
    for (size_t i = phrase.first; i < phrase.end; i++)
        noun = noun || token_part_is(tokens, i, PART_NOUN);
    if (!noun)
        return false;
    bool compared =
        phrase.end == phrase.first + 1 &&
        token_is_one_of(
            tokens, phrase.first,
            "aggregate average past present addition etc extent exception record lieu favor favour full warmer "
            "colder hotter cooler cheaper dearer taller deeper wider "
            "longer higher lower richer poorer heavier lighter older younger");
    bool direction = token_is_one_of(tokens, phrase.first,
                                     "north south east west northeast northwest southeast southwest northwards") &&
                     (phrase.end == phrase.first + 1 || token_is_one_of(tokens, phrase.first + 1, "of from"));
    return !compared && !direction && !is_time_phrase(tokens, phrase);
}

struct phrase if_thing(const struct tokens *tokens, struct phrase phrase)
{
    return names_thing(tokens, phrase) ? phrase : no_phrase;
}

bool only_holds(const struct tokens *tokens, size_t i)
{
    return token_is_one_of(
        tokens, i,
        "total sum amount equivalent average number rate maximum minimum value estimate pair "
        "range majority share portion proportion record cost year years last past next previous first age short hands "
        "place part");
}

/* "river [and harbour works]": a bare noun that shares its head with the next one. */
static struct phrase with_pair(const struct tokens *tokens, struct phrase phrase)
{
    if (phrase.end != phrase.first + 1 || !token_is_one_of(tokens, phrase.end, "and or") ||
        noun_is_plural(tokens, phrase.first))
        return phrase;
    struct phrase more = noun_phrase(tokens, phrase.end + 1, false);
    phrase.end = more.end > more.first + 1 ? more.end : phrase.end;
    return phrase;
}

/* "$3 million for [building the bridge]", "on [arming and equipping the militia]": a doing with its object. */
static struct phrase doing(const struct reading *reading, size_t i)
{
    const struct tokens *tokens = &reading->tokens;
    size_t end = i + 1;
    if (!token_part_is(tokens, i, PART_GERUND) && !str_ends(token_text(tokens, i), STR("ing")))
        return no_phrase;
    if (token_part_is(tokens, end, PART_CONJUNCTION) && str_ends(token_text(tokens, end + 1), STR("ing")))
        end += 2;
    else if (!token_part_is(tokens, i, PART_GERUND))
        return no_phrase; /* "housing", "new building" */
    struct phrase object = if_thing(tokens, noun_phrase(tokens, end, true));
    object.end = object.first < object.end ? with_complements(reading, object).end : 0;
    return object.end > end ? (struct phrase){i, object.end} : no_phrase;
}

/* "$180 billion on [the war]", "8 miles of [new tunnels]", "$1 billion in [gains]": what follows a preposition at i. */
static struct phrase concept_governed(const struct reading *reading, const struct quantity *quantity, size_t i)
{
    const struct tokens *tokens = &reading->tokens;
    i += token_is(tokens, i, "worth") && token_is(tokens, i + 1, "of"); /* "$28 billion worth of goods" */
    bool of = token_is(tokens, i, "of") && quantity->kind != KIND_PERCENT && quantity->kind != KIND_RATIO;
    bool in = token_is(tokens, i, "in") && quantity->kind == KIND_MONEY && token_part_is(tokens, i + 1, PART_NOUN) &&
              !token_flag(tokens, i + 1, TOKEN_CAPITAL) &&
              !token_is_one_of(tokens, i + 1, "cash all total order favor favour excess addition lieu place respect");
    if (!of && !in && !token_is_one_of(tokens, i, "on for"))
        return no_phrase;
    struct phrase act = doing(reading, i + 1);
    if (act.first < act.end)
        return act;
    bool number = token_kind_is(tokens, i + 1, TOKEN_NUMBER) && !token_glued(tokens, i + 2); /* not "of 5G data" */
    bool time = token_has(tokens, i + 1, WORD_WEEKDAY | WORD_MONTH) || number || reading->taken[i + 1] ||
                token_is_one_of(tokens, i + 1, "every each top average");
    struct phrase phrase = time ? no_phrase : if_thing(tokens, noun_phrase(tokens, i + 1, true));
    for (size_t k = phrase.first; k < phrase.end; k++)
        if (is_time_noun(tokens, k) && token_is_one_of(tokens, k + 1, "ending ended"))
            return no_phrase; /* "for the year ending June 30" */
    phrase = with_pair(tokens, phrase);
    if (token_is(tokens, phrase.end, "of") && phrase.first < phrase.end && !reading->taken[phrase.end + 1]) {
        struct phrase more = if_thing(tokens, noun_phrase(tokens, phrase.end + 1, false));
        phrase.end = more.first < more.end ? more.end : phrase.end; /* "for the support of the army" */
    }
    return phrase;
}

/* "8 miles [(13 kilometres)] of new tunnels": past the same in another unit. */
static size_t skip_restatement(const struct reading *reading, const struct quantity *quantity, size_t i)
{
    const struct quantity *next = quantity + 1;
    bool again = next < reading->at + reading->count && token_mark(&reading->tokens, i, '(') && next->first == i + 1 &&
                 token_mark(&reading->tokens, next->end, ')');
    return again ? next->end + 1 : i;
}

struct phrase concept_after(const struct reading *reading, const struct quantity *quantity)
{
    const struct tokens *tokens = &reading->tokens;
    size_t i = skip_restatement(reading, quantity, quantity->of_end);
    bool counts = quantity->kind == KIND_COUNT && (quantity->number.ranged || !token_is(tokens, i, "of"));
    if (quantity->kind == KIND_DURATION || counts)
        return no_phrase;
    bool tied = token_mark(tokens, i, '-') && token_glued(tokens, i);
    if (tied && str_ends(token_text(tokens, i + 1), STR("ing")))
        return no_phrase; /* "by 50 percent-permitting" */
    i += tied;
    if (token_part_is(tokens, i, PART_PREPOSITION))
        return quantity->kind == KIND_AGE ? no_phrase : concept_governed(reading, quantity, i);
    if (token_has(tokens, quantity->core, WORD_MULTIPLE)) /* "doubled the number of jobs" */
        return with_complements(reading, if_thing(tokens, noun_phrase(tokens, i, false)));
    bool joins = (token_part_is(tokens, i, PART_NOUN) || token_part_is(tokens, i, PART_ADJECTIVE)) &&
                 !token_has(tokens, i, WORD_UP | WORD_DOWN | WORD_DETERMINER | WORD_ADVERB | WORD_PREPOSITION);
    bool noun_of_change = token_has(tokens, i, WORD_UP | WORD_DOWN) && token_part_is(tokens, i, PART_NOUN) &&
                          !str_ends(token_text(tokens, i), STR("er"));
    bool owned = token_mark(tokens, i - 1, '-') && str_ends(token_text(tokens, i), STR("ed"));
    if (quantity->of_end > quantity->end || (!joins && !noun_of_change) || owned || is_bound_word(tokens, i))
        return no_phrase;
    struct phrase phrase = if_thing(tokens, noun_phrase(tokens, i, false));
    if (phrase.first < phrase.end && token_mark(tokens, phrase.end - 1, '-'))
        return no_phrase; /* "the $600 billion level-$100 billion more" */
    return phrase.first == phrase.end ? phrase : with_complements(reading, phrase);
}

/* "a total of", "the vast amount of", "an annual rate of"; but "an unemployment rate of" says of what. */
static bool holds_figure(const struct tokens *tokens, struct phrase phrase)
{
    size_t i = phrase.end - 1;
    if (!only_holds(tokens, i))
        return false;
    bool says = false;
    while (i-- > phrase.first)
        says = says ||
               (token_part_is(tokens, i, PART_NOUN) &&
                !token_is_one_of(
                    tokens, i, "average annual annualized annualised current uniform record present maximum minimum"));
    return !says || token_is_one_of(tokens, phrase.end - 1, "sum amount total equivalent number average");
}

/*
 * What leads from a noun to its figure: "winds [of] 155 mph", "a rise [equal to] 5 points", "grants [to the amount of]
 * 20,000 acres". Where it begins, or token i where there is none.
 */
static size_t figure_lead(const struct tokens *tokens, size_t i)
{
    if (i >= 2 && token_is(tokens, i - 1, "to") && token_is_one_of(tokens, i - 2, "equal equivalent"))
        return i - 2;
    if (i == 0 || !token_is(tokens, i - 1, "of"))
        return i;
    for (size_t k = i - 2; i > 2 && token_mark(tokens, i - 2, ',') && k-- > 0 && !is_barrier(tokens, k);)
        if (token_mark(tokens, k, ','))
            return k; /* "a balance[, as shown by the books, of] $96 million" */
    bool idiom = i >= 4 && token_is_one_of(tokens, i - 2, "extent amount sum value number") &&
                 token_part_is(tokens, i - 3, PART_DETERMINER) && token_is_one_of(tokens, i - 4, "to in");
    return idiom ? i - 4 : i - 1;
}

/* "Unemployment was lowest in [the Lakes] (3%)": a place, and not what is measured. */
static bool is_place(const struct tokens *tokens, struct phrase phrase)
{
    size_t i = phrase.first;
    while (i > 0 && token_part_is(tokens, i - 1, PART_DETERMINER))
        i--;
    return i > 0 && token_is(tokens, i - 1, "in");
}

struct phrase concept_before(const struct reading *reading, const struct quantity *quantity)
{
    const struct tokens *tokens = &reading->tokens;
    size_t i = quantity->first;
    if (i == 0 || quantity->kind == KIND_DURATION || token_part_is(tokens, i, PART_VERB))
        return no_phrase;
    bool bracket = token_mark(tokens, i - 1, '('), comma = token_mark(tokens, i - 1, ',');
    bool at = token_is(tokens, i - 1, "at") && i > 1 && token_mark(tokens, i - 2, ',');
    if (at && token_mark(tokens, quantity->end, ','))
        return if_thing(tokens, noun_phrase_before(reading, i - 2)); /* "inflation, at 7.9 percent, was" */
    size_t lead = figure_lead(tokens, i);
    bool hangs = lead < i || token_is(tokens, i - 1, "worth") || bracket ||
                 (quantity->kind == KIND_MONEY && token_is(tokens, i - 1, "for"));
    if (quantity->kind == KIND_AGE)
        hangs = comma && token_mark(tokens, quantity->end, ',');
    size_t verb;
    if (!hangs && (quantity->kind == KIND_AGE || verb_before(tokens, i, &verb)))
        return no_phrase;
    hangs = hangs || comma;
    struct phrase phrase =
        lead < i ? chain_before(reading, lead, lead + 1 < i) : noun_phrase_before(reading, hangs ? i - 1 : i);
    size_t by = governor(reading, phrase, tokens->count);
    if (token_is(tokens, by, "by") && token_is(tokens, i - 1, "for"))
        return no_phrase; /* "sold by a third party for $4 million" */
    if (phrase.first == phrase.end || (holds_figure(tokens, phrase) && !bracket))
        return no_phrase;
    bool moves = token_has(tokens, phrase.end - 1, WORD_UP | WORD_DOWN) && !hangs;
    return moves || (bracket && is_place(tokens, phrase)) ? no_phrase : if_thing(tokens, phrase);
}

struct phrase amount_before(const struct reading *reading, const struct quantity *quantity)
{
    const struct tokens *tokens = &reading->tokens;
    size_t i = quantity->first;
    bool money = quantity->kind == KIND_MONEY && token_is_one_of(tokens, quantity->end, "in for on");
    if (!money || i < 2 || !token_is(tokens, i - 1, "of") ||
        !token_is_one_of(tokens, i - 2, "capital income wage wages salary pension loan price duty fee fine payment"))
        return no_phrase;
    return if_thing(tokens, noun_phrase_before(reading, i - 1));
}

/* "buy [a 34 percent stake] in [the airline] for": back over the phrases that hang on each other, to the first one. */
static struct phrase with_heads(const struct reading *reading, struct phrase phrase)
{
    enum { HEADS = 3 };
    const struct tokens *tokens = &reading->tokens;
    for (int k = 0; k < HEADS; k++) {
        size_t i = phrase.first;
        while (i > 0 && token_part_is(tokens, i - 1, PART_DETERMINER))
            i--;
        if (i == 0 || !token_is_one_of(tokens, i - 1, "in of on upon to from"))
            break;
        struct phrase head = noun_phrase_before(reading, i - 1);
        if (head.first == head.end || !if_thing(tokens, head).end)
            break;
        phrase.first = head.first;
    }
    return phrase;
}

static bool is_passive(const struct tokens *tokens, size_t verb)
{
    return verb > 0 && token_is_one_of(tokens, verb - 1, "is are was were be been being") &&
           !str_ends(token_text(tokens, verb), STR("ing"));
}

/*
 * "boost [the driving range] by about 35 miles", "pulled [the sector] 0.7 percent lower", "cool [gas] to minus 260": the
 * object of the verb before, where nothing but a small word stands between it and the figure.
 */
struct phrase concept_object(const struct reading *reading, const struct quantity *quantity)
{
    const struct tokens *tokens = &reading->tokens;
    size_t i = quantity->first;
    if (quantity->kind == KIND_COUNT || quantity->kind == KIND_DURATION || quantity->kind == KIND_AGE)
        return no_phrase;
    i -= i > 0 && token_is_one_of(tokens, i - 1, "down up");
    bool linked = i > 0 && token_is_one_of(tokens, i - 1, "by from to at for");
    i -= linked;
    struct phrase phrase = noun_phrase_before(reading, i);
    if (phrase.first == phrase.end || token_is_one_of(tokens, phrase.end - 1, "hands place part total sum amount"))
        return no_phrase;
    phrase = linked ? with_heads(reading, phrase) : phrase;
    size_t verb = phrase.first;
    while (verb > 0 && (token_part_is(tokens, verb - 1, PART_DETERMINER) || (linked && reading->taken[verb - 1])))
        verb--;
    verb -= verb > 1 && token_is_one_of(tokens, verb - 1, "back down up off out") &&
            is_verb(tokens, verb - 2); /* "cut back production by" */
    if (verb == 0)
        return no_phrase;
    verb--;
    if (linked && verb + 1 < phrase.first && token_is_one_of(tokens, verb, "and while"))
        return if_thing(tokens, phrase); /* "and [his temperature] at 38.9" */
    bool object = token_part_is(tokens, verb, PART_VERB) || token_part_is(tokens, verb, PART_PARTICIPLE) ||
                  token_part_is(tokens, verb, PART_GERUND);
    bool receives =
        !linked && token_is_one_of(tokens, verb,
                                   "cost costs pay pays paid owe owes owed charge charges charged fine fined "
                                   "fines give gives gave save saves saved earn earned");
    if (!object || receives || is_passive(tokens, verb) || token_has(tokens, verb, WORD_SAYING))
        return no_phrase;
    return if_thing(tokens, phrase);
}

static bool follows_alike(const struct reading *reading, const struct quantity *quantity, size_t before)
{
    for (const struct quantity *other = quantity; other-- > reading->at;)
        if (!kind_is_background(other->kind) && other->kind != KIND_DURATION && other->end <= before)
            return true;
    return false;
}

/* "the debt[, exclusive of notes,] $35 million": where the aside begins that ends before token i, or i. */
static size_t before_aside(const struct tokens *tokens, size_t i)
{
    if (i < 3 || !token_mark(tokens, i - 1, ','))
        return i;
    size_t k = i - 2;
    while (k > 0 && !token_mark(tokens, k, ',') && !is_barrier(tokens, k) && !is_verb(tokens, k))
        k--;
    bool aside =
        token_mark(tokens, k, ',') && token_is_one_of(tokens, k + 1, "exclusive including excluding inclusive");
    return aside ? k : i;
}

struct gap gap_before(const struct reading *reading, const struct quantity *quantity)
{
    const struct tokens *tokens = &reading->tokens;
    const struct gap none = {no_phrase, false};
    size_t i = quantity->first;
    bool fits = quantity->kind == KIND_MONEY || quantity->kind == KIND_MEASURE || quantity->kind == KIND_PERCENT ||
                quantity_is_bare(quantity);
    if (!fits || i < 2)
        return none;
    i -= token_is_one_of(tokens, i - 1, "to at");
    i = before_aside(tokens, i);
    struct gap gap = {if_thing(tokens, chain_before(reading, i, true)), false};
    size_t at = gap.phrase.first;
    if (at == gap.phrase.end || !token_part_is(tokens, gap.phrase.end - 1, PART_NOUN))
        return none;
    while (at > 0 && token_part_is(tokens, at - 1, PART_DETERMINER))
        at--;
    if (at == 0)
        return none;
    bool left = token_is_one_of(tokens, at - 1, "leaving making showing giving yielding");
    gap.governed = token_part_is(tokens, at - 1, PART_PREPOSITION);
    bool source = token_is_one_of(tokens, at - 1, "from for down up");
    at -= gap.governed;
    bool verb = source && at > 0 && is_verb(tokens, at - 1) && i == quantity->first;
    at -= gap.governed && at > 0 && token_is_one_of(tokens, at - 1, "those that"); /* ", those from lands at" */
    bool parted = at > 0 && (token_mark(tokens, at - 1, ',') || token_mark(tokens, at - 1, ';') ||
                             token_part_is(tokens, at - 1, PART_CONJUNCTION));
    return left || verb || (parted && follows_alike(reading, quantity, at)) ? gap : none;
}

struct phrase row_label(const struct reading *reading, const struct quantity *quantity)
{
    const struct tokens *tokens = &reading->tokens;
    size_t i = quantity->first, marks = 0;
    bool fits = quantity->kind == KIND_MONEY || quantity_is_bare(quantity);
    while (fits && i > 0 && !token_joins(tokens, i - 1) &&
           (token_kind_is(tokens, i - 1, TOKEN_MARK) || token_kind_is(tokens, i - 1, TOKEN_SYMBOL) ||
            token_kind_is(tokens, i - 1, TOKEN_NUMBER))) {
        i--;
        if (token_mark(tokens, i, ',') || token_mark(tokens, i, ';') || token_mark(tokens, i, '(') ||
            token_mark(tokens, i, ')') || token_flag(tokens, i, TOKEN_OPEN) || token_flag(tokens, i, TOKEN_CLOSE))
            return no_phrase;
        marks += token_mark(tokens, i, '-') || token_mark(tokens, i, '.');
    }
    if (marks == 0)
        return no_phrase;
    struct phrase label = noun_phrase_before(reading, i);
    while (label.first > 0 && label.first < label.end && token_is_one_of(tokens, label.first - 1, "and &")) {
        struct phrase more = noun_phrase_before(reading, label.first - 1); /* "[Rivers and] harbours - 28 - 32" */
        if (more.first == more.end)
            break;
        label.first = more.first;
    }
    return if_thing(tokens, label);
}
