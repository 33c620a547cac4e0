/* Cuts a claim's clause out of its sentence. */
#include "core/check/clause.h"

#include "core/report/words.h"
#include "core/text/tag.h"

bool clause_year(const struct clause *clause, size_t i, int *ret_year)
{
    struct str text = i < clause->tokens.count ? clause->words[i] : STR("");
    int year = 0;
    if (text.len != 4 || !token_kind_is(&clause->tokens, i, TOKEN_NUMBER))
        return false;
    for (size_t j = 0; j < text.len; j++) {
        if (!is_digit(text.ptr[j]))
            return false;
        year = year * 10 + (text.ptr[j] - '0');
    }
    if (year < 1800 || year > 2100)
        return false;
    *ret_year = year;
    return true;
}

static size_t phrase_at(const struct clause *clause, size_t i, size_t to, const char *phrase)
{
    if (i >= to || clause->words[i].len == 0 || to_lower(clause->words[i].ptr[0]) != to_lower(phrase[0]))
        return 0;
    struct str rest = str_from(phrase);
    size_t at = i;
    for (; rest.len > 0; at++)
        if (at >= to || !str_eq_nocase(str_split(&rest, ' '), clause->words[at]))
            return 0;
    return at - i;
}

size_t clause_phrase(const struct clause *clause, size_t i, size_t to, const char *const *phrases)
{
    size_t longest = 0;
    for (; *phrases; phrases++) {
        size_t taken = phrase_at(clause, i, to, *phrases);
        if (taken > longest)
            longest = taken;
    }
    return longest;
}

static void read_tokens(const struct lexicon *lexicon, struct str text, struct arena *arena, struct clause *ret)
{
    size_t end;
    *ret = (struct clause){.tokens = tokenise(text, (struct sentence){0, text.len, false}, lexicon, arena, &end)};
    tags_read(&ret->tokens, lexicon);
    ret->words = arena_alloc(arena, (ret->tokens.count + 1) * sizeof(*ret->words));
    for (size_t i = 0; i < ret->tokens.count; i++)
        ret->words[i] = token_text(&ret->tokens, i);
    ret->to = ret->figure = ret->figure_end = ret->tokens.count;
}

void clause_of_text(const struct lexicon *lexicon, struct str text, struct arena *arena, struct clause *ret)
{
    read_tokens(lexicon, text, arena, ret);
}

/* ---- where a clause ends ---- */

static bool is_other_figure(const struct clause *clause, size_t i)
{
    int year;
    bool number = token_kind_is(&clause->tokens, i, TOKEN_NUMBER) || token_has(&clause->tokens, i, WORD_CARDINAL);
    return number && (i < clause->figure || i >= clause->figure_end) && !clause_year(clause, i, &year);
}

static bool is_stop(const struct clause *clause, size_t i)
{
    const struct token *token = &clause->tokens.at[i];
    if (token->kind == TOKEN_MARK)
        return token->mark == ',' || token->mark == ';' || token->mark == ':' || token->mark == '(' ||
               token->mark == ')' || token->mark == '[' || token->mark == ']' || token->mark == '"' ||
               token->mark == '_' || (token->mark == '-' && !token_joins(&clause->tokens, i));
    return token_part_is(&clause->tokens, i, PART_SUBORDINATOR) && !token_is(&clause->tokens, i, "since");
}

/* What may stand between two figures: the second one's clause begins with it. */
static bool is_link(const struct clause *clause, size_t i)
{
    static const char *const links[] = {"and",    "but", "or",      "while", "to",       "from",    "than",
                                        "versus", "vs",  "against", "with",  "compared", "whereas", NULL};
    return clause_phrase(clause, i, i + 1, links) > 0;
}

/* "The minister said [that]": what is before it tells who speaks, not of what. */
static bool is_saying(const struct clause *clause, size_t i)
{
    return token_has(&clause->tokens, i, WORD_SAYING) && token_part_is(&clause->tokens, i, PART_VERB);
}

static void cut_left(struct clause *clause)
{
    size_t link = clause->figure;
    clause->from = clause->figure;
    while (clause->from > 0) {
        size_t i = clause->from - 1;
        if (is_stop(clause, i) || is_saying(clause, i))
            return;
        if (is_other_figure(clause, i)) { /* the link between the two, or else the other one is part of this clause */
            clause->from = link < clause->figure ? link + 1 : clause->from - 1;
            if (link == clause->figure)
                continue;
            return;
        }
        if (is_link(clause, i))
            link = i;
        clause->from = i;
    }
}

static void cut_right(struct clause *clause)
{
    size_t link = clause->tokens.count;
    for (clause->to = clause->figure_end; clause->to < clause->tokens.count; clause->to++) {
        size_t i = clause->to;
        if (is_stop(clause, i) || is_saying(clause, i) ||
            (token_is(&clause->tokens, i, "according") && token_is(&clause->tokens, i + 1, "to")))
            return;
        if (is_other_figure(clause, i) && link < clause->tokens.count) {
            clause->to = link;
            return;
        }
        if (is_link(clause, i))
            link = i;
    }
    while (clause->to > clause->figure_end && token_kind_is(&clause->tokens, clause->to - 1, TOKEN_MARK))
        clause->to--;
}

bool clause_of_claim(const struct lexicon *lexicon, const struct claim *claim, struct arena *arena, struct clause *ret)
{
    size_t start, end;
    if (!claim->sentence.ptr || !words_place(claim, &start, &end))
        return false;
    read_tokens(lexicon, claim->sentence, arena, ret);
    while (ret->figure > 0 && ret->tokens.at[ret->figure - 1].end > start)
        ret->figure--;
    while (ret->figure_end > ret->figure && ret->tokens.at[ret->figure_end - 1].start >= end)
        ret->figure_end--;
    cut_left(ret);
    cut_right(ret);
    return true;
}
