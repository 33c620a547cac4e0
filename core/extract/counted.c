/*
 * Counted nouns: "9.3 million [shipping containers]", "13 [people]", "14 [first-team players]".
 *
 * The phrase after a number runs to its first plural noun, past adjectives and nouns that describe it; function words,
 * verbs and punctuation end it. Without a plural there is no counted noun, except after "one".
 */
#include "core/extract/reading.h"
#include "core/text/tag.h"

enum { PHRASE_WORDS = 6 };

bool noun_is_plural(const struct tokens *tokens, size_t i)
{
    struct str text = token_text(tokens, i);
    if (!token_kind_is(tokens, i, TOKEN_WORD) || token_flag(tokens, i, TOKEN_SUFFIX))
        return false;
    if (token_is(tokens, i, "s"))
        return token_glued(tokens, i) && i > 0 && token_kind_is(tokens, i - 1, TOKEN_NUMBER);
    if (token_has(tokens, i, WORD_PLURAL))
        return true;
    /* "GPS", "US" are no plurals; "SCHOOLS" is one */
    if (token_has(tokens, i, WORD_SINGULAR) || text.len < 3 || (token_flag(tokens, i, TOKEN_UPPER) && text.len < 5))
        return false;
    char last = to_lower(text.ptr[text.len - 1]), before = to_lower(text.ptr[text.len - 2]);
    if (str_ends(text, STR("men")) && text.len > 4)
        return true;
    return last == 's' && before != 's' && before != 'u' && before != 'i' && before != '\'';
}

/* Verbs that look like plurals and are hardly ever nouns after a number. */
static bool is_verb_only(const struct tokens *tokens, size_t i)
{
    return token_is_one_of(
        tokens, i,
        "is was has does goes comes says gets makes takes gives sees knows thinks keeps seems becomes "
        "brings begins means needs wants includes represents remains equals");
}

/* "A380s", "B52": capitals that touch digits, and are no currency ("USD50"). */
static bool begins_model(const struct tokens *tokens, size_t i)
{
    const struct currency_prefix *currency;
    size_t first;
    return token_flag(tokens, i, TOKEN_CAPITAL) && token_glued(tokens, i + 1) &&
           token_kind_is(tokens, i + 1, TOKEN_NUMBER) && !currency_before(tokens, i + 1, &first, &currency);
}

/* Words that end a noun phrase. Numbers and determiners that only count ("50 more people", "two other men") do not. */
static bool ends_phrase(const struct tokens *tokens, size_t i)
{
    if (!token_kind_is(tokens, i, TOKEN_WORD) || token_flag(tokens, i, TOKEN_SUFFIX))
        return true;
    if (token_is_one_of(tokens, i, "more other total"))
        return false;
    if (token_has(tokens, i, WORD_CARDINAL) && !token_mark(tokens, i + 1, '-') &&
        !token_is_one_of(tokens, i, "zero one"))
        return true; /* "7 won two prizes" */
    if (begins_model(tokens, i))
        return false; /* "A380s": no article */
    const uint32_t closing = WORD_PREPOSITION | WORD_CONJUNCTION | WORD_SUBORDINATOR | WORD_PRONOUN | WORD_AUXILIARY |
                             WORD_DETERMINER | WORD_ADVERB | WORD_NEGATION | WORD_WEEKDAY;
    if (token_has(tokens, i, closing))
        return true;
    return token_has(tokens, i, WORD_MONTH) && token_flag(tokens, i, TOKEN_CAPITAL);
}

/* Past the words of the phrase, hyphenated ones as one ("first-team", "COVID-19"): the token after the word at i. */
static size_t word_end(const struct tokens *tokens, size_t i)
{
    size_t end = i + 1;
    while (token_mark(tokens, end, '-') && token_glued(tokens, end) && token_glued(tokens, end + 1) &&
           (token_kind_is(tokens, end + 1, TOKEN_WORD) || token_kind_is(tokens, end + 1, TOKEN_NUMBER)))
        end += 2;
    bool letters = end == i + 1 && begins_model(tokens, i);
    end += letters; /* "12 A380s" */
    bool model = end > i + 1 && token_kind_is(tokens, end - 1, TOKEN_NUMBER);
    return model && token_is(tokens, end, "s") && token_glued(tokens, end) ? end + 1 : end; /* "two F-35s" */
}

static bool is_capital(const struct tokens *tokens, size_t i)
{
    return token_kind_is(tokens, i, TOKEN_WORD) && token_flag(tokens, i, TOKEN_CAPITAL);
}

/* What ties names inside a phrase: "460 Kia [and] Hyundai vehicles", "63,000 Model [3] sedans". */
static bool ties_names(const struct tokens *tokens, size_t i)
{
    if (!is_capital(tokens, i - 1))
        return false;
    if (token_kind_is(tokens, i, TOKEN_NUMBER))
        return token_text(tokens, i).len <= 3 && token_kind_is(tokens, i + 1, TOKEN_WORD) && !token_glued(tokens, i);
    return token_is_one_of(tokens, i, "and or &") && is_capital(tokens, i + 1);
}

/* A second plural right after the first one is the head ("goods vehicles"), unless an object follows ("wards divide[s] the"). */
static bool goes_on(const struct tokens *tokens, size_t i)
{
    return noun_is_plural(tokens, i) && token_part_is(tokens, i, PART_NOUN) &&
           !token_has(tokens, i, WORD_UP | WORD_DOWN | WORD_VAGUE) &&
           !token_has(tokens, i + 1, WORD_DETERMINER | WORD_PRONOUN) && !token_flag(tokens, i, TOKEN_CAPITAL);
}

/* The plural that closes the phrase, as the token after it; 0 where there is none. */
static size_t plural_end(const struct tokens *tokens, size_t i)
{
    size_t first = i;
    for (size_t words = 0; words < PHRASE_WORDS; words++) {
        if (i > first && ties_names(tokens, i)) {
            i++;
            continue;
        }
        if (ends_phrase(tokens, i))
            return 0;
        bool verb = token_part_is(tokens, i, PART_VERB) || token_part_is(tokens, i, PART_PARTICIPLE);
        size_t end = word_end(tokens, i);
        bool sales = token_is(tokens, i, "sales") && (ends_phrase(tokens, end));
        bool country = token_is(tokens, i, "states") && i > first && token_is(tokens, i - 1, "united") &&
                       !ends_phrase(tokens, end); /* "400 United States marines" */
        if (country) {
            i = end;
            continue;
        }
        if (sales || (noun_is_plural(tokens, end - 1) && !is_verb_only(tokens, end - 1)))
            return goes_on(tokens, end) ? end + 1 : end;
        size_t head = noun_is_plural(tokens, end) ? end : end + 1; /* "live births", "live beef cattle" */
        bool rest =
            i == first && i >= 2 && token_is_one_of(tokens, i - 2, "remaining other rest"); /* "the other 13 struck" */
        bool live_births = i == first && !rest && !ends_phrase(tokens, end) && noun_is_plural(tokens, head) &&
                           !is_verb_only(tokens, head);
        const struct word *word = token_at(tokens, i) ? tokens->at[i].word : NULL;
        if (rest && word && (word->tag & TAG_PAST))
            return 0;
        if (verb && !live_births && !str_ends(token_text(tokens, i), STR("ing")))
            return 0;
        i = end;
    }
    return 0;
}

/* After "one": the last word before the phrase ends, if it is no verb. */
static size_t singular_end(const struct tokens *tokens, size_t i)
{
    size_t found = 0;
    for (size_t words = 0; words < 4 && !ends_phrase(tokens, i) && !token_part_is(tokens, i, PART_VERB) &&
                           !token_part_is(tokens, i, PART_PARTICIPLE) && !token_has(tokens, i, WORD_ORDINAL);
         words++) {
        found = word_end(tokens, i);
        i = found;
    }
    return found;
}

static const struct {
    size_t len;
    const char *plural, *singular;
} irregular[] = {
#define IRREGULAR(plural, singular) {sizeof(plural) - 1, plural, singular},
#include "core/extract/irregular_nouns.def"
#undef IRREGULAR
};
static const struct word_list irregular_words WORD_LIST_SECTION = {
#define IRREGULAR(plural, singular) plural " "
#include "core/extract/irregular_nouns.def"
#undef IRREGULAR
};

/*
 * Whether the word that ends with token i may be one: a word of letters is one token, but where a terminal's control sequence
 * has taken its first letter.
 */
static bool may_be_irregular(const struct tokens *tokens, size_t i)
{
    size_t start = tokens->at[i].start;
    return token_listed(tokens, i, &irregular_words) || (start > 0 && is_alpha(tokens->text.ptr[start - 1]));
}

/* The singular of one word, lower or upper case kept as far as the stem goes. */
static struct str word_singular(struct arena *arena, struct str word, bool irregular_too)
{
    for (size_t i = 0; irregular_too && i < sizeof(irregular) / sizeof(irregular[0]); i++)
        if (word.len == irregular[i].len && str_eq_nocase(word, (struct str){irregular[i].plural, irregular[i].len}))
            return str_from(irregular[i].singular);
    if (word.len > 4 && str_ends(word, STR("men")))
        return arena_join(arena, str_slice(word, 0, word.len - 2), STR("an"));
    if (word.len > 4 && str_ends(word, STR("ies")))
        return arena_join(arena, str_slice(word, 0, word.len - 3), STR("y"));
    if (word.len > 6 && str_ends(word, STR("oes")) && !str_ends(word, STR("shoes")) && !str_ends(word, STR("noes")))
        return str_slice(word, 0, word.len - 2);
    bool sibilant = str_ends(word, STR("ches")) || str_ends(word, STR("shes")) || str_ends(word, STR("xes")) ||
                    str_ends(word, STR("sses")) || str_ends(word, STR("zzes"));
    if (word.len > 4 && sibilant)
        return str_slice(word, 0, word.len - 2);
    bool plural = word.len > 2 && str_ends(word, STR("s")) && !str_ends(word, STR("ss")) &&
                  !str_ends(word, STR("us")) && !str_ends(word, STR("is"));
    return plural ? str_slice(word, 0, word.len - 1) : word;
}

/* Words written in capitals throughout are shouted, not named. */
static struct str lower_if_shouted(struct arena *arena, struct str phrase)
{
    for (size_t i = 0; i < phrase.len; i++)
        if (is_lower(phrase.ptr[i]) || phrase.len < 5)
            return phrase;
    struct str lower = arena_str(arena, phrase);
    for (size_t i = 0; i < lower.len; i++)
        ((char *)lower.ptr)[i] = to_lower(lower.ptr[i]);
    return lower;
}

static struct str phrase_singular(struct arena *arena, struct str phrase, bool irregular_too)
{
    phrase = lower_if_shouted(arena, phrase);
    size_t last = phrase.len;
    while (last > 0 && !is_space(phrase.ptr[last - 1]) && phrase.ptr[last - 1] != '-')
        last--;
    struct str head = word_singular(arena, str_slice(phrase, last, phrase.len), irregular_too);
    return arena_join(arena, str_slice(phrase, 0, last), head);
}

struct str noun_singular(struct arena *arena, struct str phrase)
{
    return phrase_singular(arena, phrase, true);
}

bool counted_noun(const struct reading *reading, size_t i, bool one, struct counted *ret)
{
    const struct tokens *tokens = &reading->tokens;
    if (token_is_one_of(tokens, i, "more additional further extra"))
        i++;
    if (token_is_one_of(tokens, i, "most least") && token_kind_is(tokens, i + 1, TOKEN_WORD))
        i++; /* "the 20 most expensive restaurants" */
    size_t end = one ? singular_end(tokens, i) : plural_end(tokens, i);
    if (end <= i)
        return false;
    ret->unit = phrase_singular(reading->perm, tokens_text(tokens, i, end), may_be_irregular(tokens, end - 1));
    ret->end = end;
    return true;
}

static bool is_bare_one(const struct tokens *tokens, const struct number *number)
{
    return !number->in_digits && number->end == number->first + 1 && token_is(tokens, number->first, "one");
}

/* "one of the best films": counts, of a kind, the phrase after it. */
static bool read_one_of(const struct reading *reading, struct quantity *quantity)
{
    const struct tokens *tokens = &reading->tokens;
    size_t i = quantity->end;
    struct counted counted;
    if (!token_is(tokens, i, "of") || !token_has(tokens, i + 1, WORD_DETERMINER))
        return false;
    size_t noun = i + 2;
    while (token_is_one_of(tokens, noun, "most very few many more") || token_has(tokens, noun, WORD_CARDINAL))
        noun++;
    quantity->weak = true;
    if (!counted_noun(reading, noun, false, &counted))
        return false;
    quantity->unit = counted.unit;
    return true;
}

/* Returns false where "one" is a pronoun: "no one", "the one who", "this one". */
static bool read_one(const struct reading *reading, struct quantity *quantity)
{
    const struct tokens *tokens = &reading->tokens;
    struct counted counted;
    size_t first = quantity->number.first;
    quantity->weak = true;
    if (token_is_one_of(tokens, first - 1, "no any some every each this that the another which only last next day") &&
        first > 0)
        return false;
    if (token_is_one_of(tokens, quantity->end, "another day time thing") ||
        token_flag(tokens, quantity->end, TOKEN_SUFFIX))
        return false;
    if (read_one_of(reading, quantity))
        return true;
    if (!counted_noun(reading, quantity->end, true, &counted))
        return false;
    quantity->unit = counted.unit;
    quantity->end = counted.end;
    return true;
}

bool count_read(const struct reading *reading, struct quantity *quantity)
{
    const struct tokens *tokens = &reading->tokens;
    struct counted counted;
    size_t i = quantity->end;
    if (is_bare_one(tokens, &quantity->number))
        return read_one(reading, quantity);
    if (quantity->core >= 2 && token_is(tokens, quantity->core - 1, "of") &&
        token_is_one_of(tokens, quantity->core - 2, "family families household households"))
        return true; /* "a family of four pays" */
    const struct number *number = &quantity->number;
    if (number->grouped && number->precise && number->place < 0 && token_flag(tokens, i, TOKEN_CAPITAL))
        return true; /* "3,395,026.65 Rivers and harbours": an amount, and the label of the next row */
    bool vague = quantity->number.scaled && (token_has(tokens, i - 1, WORD_VAGUE) || quantity->number.article);
    if ((quantity->number.ranged || vague) && token_is(tokens, i, "of"))
        i++; /* "dozens of people", "a hundred millions of people" */
    if (quantity->number.ranged && token_is_one_of(tokens, i, "the its their his her our my these those"))
        i++;
    bool hyphen = token_mark(tokens, i, '-') && token_glued(tokens, i) && token_kind_is(tokens, i + 1, TOKEN_WORD) &&
                  token_glued(tokens, i + 1) && !token_has(tokens, i + 1, WORD_PREPOSITION);
    const struct word *tied = hyphen ? tokens->at[i + 1].word : NULL;
    if (!token_joins(tokens, i) || (tied && (tied->tag & TAG_RANK) == TAG_VERB_ONLY))
        hyphen = false; /* "or about 2 million-earn less": a dash */
    if (hyphen)
        i++;
    if (token_is_one_of(tokens, i, "strong odd plus something") && hyphen) {
        quantity->end = i + 1;
        i++;
        hyphen = false;
        if (!counted_noun(reading, i, false, &counted) && !counted_noun(reading, i, true, &counted))
            return true;
    }
    if (hyphen) { /* "300-seat hall": what is counted is the word that is tied to the number */
        quantity->unit = noun_singular(reading->perm, token_text(tokens, i));
        quantity->end = i + 1;
        quantity->hyphenated = true;
        return true;
    }
    if (counted_noun(reading, i, false, &counted)) {
        quantity->unit = counted.unit;
        quantity->end = counted.end;
    }
    group_read(reading, quantity);
    return true;
}
