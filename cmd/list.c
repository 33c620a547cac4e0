/* `assay list`: the claims of the store, most worth checking first. */
#include "cmd/claims.h"
#include "cmd/cmd.h"
#include "cmd/listing.h"
#include "cmd/place.h"

enum sort { SORT_AUTO, SORT_SCORE, SORT_NUMBER };

static const char *const sort_names[] = {[SORT_AUTO] = NULL, [SORT_SCORE] = "score", [SORT_NUMBER] = "number"};
static const struct names sorts = {"order", sort_names, 3};

struct list_options {
    unsigned kinds, ratings;
    bool all, open, uncited;
    int64_t document, minimum_score, limit;
    struct str speaker, search;
    int sort, format;
};

#define LIST(field) offsetof(struct list_options, field)

static const struct option options[] = {
    {"kind", 'k', OPTION_NAMES, LIST(kinds), &claim_kinds, "KIND,…",
     "only these: money, percent, count, measure, ratio, rank, date, duration, age, index, score"},
    {"all", 'a', OPTION_FLAG, LIST(all), NULL, NULL, "dates, ranks, scores and what is hardly worth checking too"},
    {"open", 0, OPTION_FLAG, LIST(open), NULL, NULL, "only those without a verdict"},
    {"uncited", 0, OPTION_FLAG, LIST(uncited), NULL, NULL, "only those without a citation"},
    {"rating", 0, OPTION_NAMES, LIST(ratings), &ratings, "RATING,…", "only those rated so"},
    {"document", 'd', OPTION_INTEGER, LIST(document), NULL, "N", "only those of this document"},
    {"speaker", 0, OPTION_TEXT, LIST(speaker), NULL, "NAME", "only those whose speaker's name has these words"},
    {"search", 's', OPTION_TEXT, LIST(search), NULL, "WORDS",
     "only those whose sentence has these words; \"in this order\"; begin*"},
    {"min-score", 0, OPTION_SCORE, LIST(minimum_score), NULL, "0…1", "only those at least so much worth checking"},
    {"sort", 0, OPTION_NAME, LIST(sort), &sorts, "ORDER", "score (most worth checking first) or number"},
    {"limit", 'n', OPTION_INTEGER, LIST(limit), NULL, "N", "at most so many"},
    OPTION_FORMAT(LIST(format)),
    {0},
};

static const char *const examples[] = {
    EXAMPLE("assay list --kind money,percent", "amounts and shares, most worth checking first"),
    EXAMPLE("assay list --open --document 3 --sort number", "what is left to check in document 3, as it stands there"),
    EXAMPLE("assay list --all --format csv > claims.csv", "every claim with every field, for a spreadsheet"),
    NULL,
};

const struct manual manual_list = {
    .usage = "list [options]",
    .about =
        "Lists claims: their number, verdict, kind, figure, sentence, and who says so. Dates, ranks and scores are "
        "left out "
        "unless --all or --kind asks for them, and so is what hardly anybody would check (\"one of the best\", \"two "
        "weeks "
        "ago\": a score below 0.15) unless any option chooses claims by what they are. --search finds words whatever "
        "their ending (tank, tanks), capitals and "
        "accents; \"words in quotation marks\" stand so in the sentence, and a word that ends in * stands for all that "
        "begin with it. On a terminal it is a table; elsewhere plain lines with a tab between "
        "columns.",
    .options = options,
    .options_size = sizeof(struct list_options),
    .examples = examples,
    .most = ARGUMENTS_ANY, /* to say what to do with them */
};

static bool list_claim(void *ctx, const struct tracked_claim *claim)
{
    listing_add(ctx, claim);
    return !output_closed();
}

/* Why nothing was listed. */
static bool none_found(struct invocation *run, struct store *store, int64_t document, struct err *err)
{
    struct document found;
    if (document > 0 && !store_find_document(store, document, &run->arena, &found, err)) {
        if (err->code == ERR_ABSENT)
            err_set(err, ERR_ABSENT, "no document has the number %lld; 'assay documents' lists them",
                    (long long)document);
        return false;
    }
    return err_set(err, ERR_ABSENT, "no claim is like that");
}

/* Who asks for some claims by name gets all of those; who asks for none, what somebody may want to check. */
static int64_t least_score(const struct list_options *o)
{
    bool asked = o->all || o->kinds || o->ratings || o->minimum_score > 0 || o->speaker.ptr || o->search.ptr;
    return asked ? o->minimum_score : CLAIM_SCORE_LISTED;
}

bool cmd_list(struct invocation *run, const void *given, struct words arguments, struct err *err)
{
    const struct list_options *o = given;
    struct claim_filter filter = {
        .kinds = o->kinds ? o->kinds
                 : o->all ? (1u << KIND_END) - 1
                          : 0,
        .ratings = o->ratings,
        .open = o->open,
        .uncited = o->uncited,
        .document = o->document,
        .speaker = o->speaker,
        .words = o->search,
        .minimum_score = least_score(o),
        .order = o->sort == SORT_NUMBER ? ORDER_NUMBER : ORDER_SCORE,
        .limit = o->limit,
    };
    struct store *store = NULL;
    struct listing listing;
    if (arguments.count > 0)
        return err_set(err, ERR_USAGE,
                       "'%s' is one argument too many; for the claims whose sentence has it: assay list --search '%s'",
                       arguments.word[0], arguments.word[0]);
    if (!place_open(run, &store, err))
        return false;
    page_output(run);
    listing_begin(&listing, run, &claims_shape, o->format);
    bool ok = store_claims(store, &filter, list_claim, &listing, err);
    listing_end(&listing);
    if (ok && listing.count == 0)
        ok = none_found(run, store, o->document, err);
    store_close(store);
    return ok;
}
