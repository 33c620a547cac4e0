/*
 * The words by which frames are read. A word that is in none of these lists, in no measure and in no entity's name makes a
 * claim one that can't be compared; so whoever adds a word here says that it never changes what a figure is of.
 */
#include "core/check/clause.h"

/* clang-format off */
const char *const frame_plain[] = {
    /* what holds a sentence together */
    "the", "a", "an", "its", "their", "this", "that", "of", "in", "on", "at", "by", "to", "for", "into", "with", "there",
    "it", "they", "and", "as", "'s", "’s", "'", "’",
    /* being so much */
    "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "having", "stood", "stands", "stand",
    "standing", "reached", "reaches", "reach", "hit", "hits", "came", "comes", "come", "amounted", "amounts", "totalled",
    "totaled", "totals", "accounted", "accounts", "ran", "runs", "averaged", "averages", "averaging", "recorded",
    "registered", "measured", "equalled", "equaled", "equals", "equal", "equivalent", "represents", "represented", "worth",
    "valued", "passed", "topped", "exceeded", "exceeds", "surpassed", "remained", "remains", "made", "makes", "saw",
    /* saying no more of it */
    "total", "annual", "annually", "yearly", "overall", "whole", "full", "entire", "only", "just", "now", "still", "already",
    "also", "then", "currently", "officially", "some", "figure", "rate", "level", "year", "years", "country", "nation",
    "percent", "size", "value", "amount", "altogether", "today", "percentage", "points", "point", "further", "again",
    "sharply", "slightly", "steadily", "rapidly", "compared", "previous",
    NULL,
};

const char *const frame_present[] = {
    "is", "are", "has", "have", "'s", "’s", "spends", "spend", "stands", "stand", "amounts", "accounts", "reaches", "totals",
    "equals", "exceeds", "represents", "devotes", "lives", "live", "runs", "averages", "makes", NULL,
};

const char *const frame_spends[] = {"spend", "spends", "spent", "spending", "devotes", "devoted", NULL};

const char *const frame_lives[] = {
    "has", "have", "had", "live", "lives", "lived", "living", "home", "there are", "there were", "inhabited", NULL,
};

const char *const frame_persons[] = {
    "per capita", "per head", "per person", "per inhabitant", "a head", "a person", "for each person", "per head of population",
    "per head of the population", NULL,
};

const char *const frame_real[] = {
    "in real terms", "adjusted for inflation", "inflation adjusted", "inflation - adjusted", "at constant prices",
    "in constant prices", "real", "after inflation", "allowing for inflation", NULL,
};

const char *const frame_nominal[] = {
    "in nominal terms", "nominal", "nominally", "in cash terms", "at current prices", "in current prices",
    "in current dollars", "in dollar terms", "before inflation", "not adjusted for inflation", NULL,
};

const char *const frame_shares[] = {
    "as a share of", "as a percentage of", "as a proportion of", "as a part of", "as a fraction of", "relative to",
    "in relation to", "share of", "percentage of", "proportion of", NULL,
};

const char *const frame_buys[] = {
    "bought", "buys", "cost", "costs", "was worth", "is worth", "averaged", "averages", "fetched", NULL,
};

const char *const frame_highest[] = {"highest", "most", "biggest", "largest", "greatest", NULL};
const char *const frame_lowest[] = {"lowest", "least", "smallest", NULL};

const char *const frame_times[] = {
    "last", "next", "previous", "previously", "earlier", "past", "ago", "recent", "recently", "quarter", "month", "months", "week",
    "weeks", "decade", "decades", "century", "then", "once", "formerly", "before", "after", "yesterday", "tomorrow", "soon",
    "later", "half", "spring", "summer", "autumn", "winter", NULL,
};

const char *const frame_strange[] = {
    "excluding", "excludes", "exclude", "excluded", "not including", "without", "except", "other than", "apart from",
    "outside", "unless", "denied", "denies", "deny", "false", "falsely", "untrue", "wrong", "wrongly", "myth", "mistaken",
    "lied", "instead of", "purchasing power", "ppp", "purchasing power parity", "quarter", "quarters", "quarterly", "monthly",
    "half year", "so far", "year to date", "to date", "fiscal", "financial year",
    "seasonally", "provisional", "preliminary", "revised", "not adjusted", "rather than", "would", "could", "should", "might",
    "may", "if", "expected", "forecast", "projected", "planned", "budgeted", "promised", "pledged", "combined", "together",
    "each", "every", "average of", "on average", "hypothetical", "supposedly", "allegedly",
    NULL,
};
/* clang-format on */
