/* `assay cite`: attaches a source to a claim. */
#include <stdio.h>

#include "cmd/claims.h"
#include "cmd/cmd.h"
#include "cmd/place.h"
#include "cmd/reviewer.h"
#include "cmd/suggest.h"
#include "core/base/clock.h"
#include "core/base/decimal.h"
#include "core/extract/extract.h"
#include "core/report/escape.h"
#include "core/report/words.h"

/* The types of CSL 1.0.2. */
static const char *const type_names[] = {
    NULL, /* none said */
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "bill",
    "book",
    "broadcast",
    "chapter",
    "dataset",
    "document",
    "hearing",
    "interview",
    "legal_case",
    "legislation",
    "map",
    "pamphlet",
    "performance",
    "personal_communication",
    "post",
    "post-weblog",
    "regulation",
    "report",
    "speech",
    "standard",
    "statute",
    "thesis",
    "treaty",
    "webpage",
};
static const struct names types = {"type of source", type_names, sizeof(type_names) / sizeof(type_names[0])};

struct cite_options {
    bool supports, refutes, context;
    struct str title, author, publisher, published, archive_url;
    struct str quote, locator, figure, accessed;
    int type; /* index in `types`; 0 for none */
};

#define CITE(field) offsetof(struct cite_options, field)

static const struct option options[] = {
    {"supports", 0, OPTION_FLAG, CITE(supports), NULL, NULL, "the source backs the claim"},
    {"refutes", 0, OPTION_FLAG, CITE(refutes), NULL, NULL, "the source contradicts it"},
    {"context", 0, OPTION_FLAG, CITE(context), NULL, NULL, "the source does neither, but has to be known"},
    {"quote", 'q', OPTION_TEXT, CITE(quote), NULL, "TEXT", "what the source says, word for word"},
    {"locator", 0, OPTION_TEXT, CITE(locator), NULL, "PLACE", "where in the source: a page, a table, a row"},
    {"figure", 0, OPTION_TEXT, CITE(figure), NULL, "FIGURE", "the source's own figure: \"182.8 billion USD\""},
    {"title", 0, OPTION_TEXT, CITE(title), NULL, "TEXT", "the source's title (needed where there is no URL)"},
    {"author", 0, OPTION_TEXT, CITE(author), NULL, "NAME", "who wrote it"},
    {"publisher", 0, OPTION_TEXT, CITE(publisher), NULL, "NAME", "who published it"},
    {"published", 0, OPTION_DATE, CITE(published), NULL, "DATE", "when: 2025, 2025-01 or 2025-01-31"},
    {"accessed", 0, OPTION_DATE, CITE(accessed), NULL, "DATE", "when you read it (today, where there is a URL)"},
    {"archive-url", 0, OPTION_URL, CITE(archive_url), NULL, "URL", "a copy in a web archive"},
    {"type", 0, OPTION_NAME, CITE(type), &types, "TYPE", "webpage, report, dataset, article-newspaper, … (CSL)"},
    {0},
};

static const char *const examples[] = {
    EXAMPLE("assay cite 2 https://example.org/appropriations.pdf --title \"Appropriations to date\" --supports \\\n"
            "      --quote 'a total of $182.8 billion' --locator \"p. 4\" --figure \"182.8 billion USD\"",
            "a page that backs claim 2"),
    EXAMPLE("assay cite 5 --title \"Call with the ministry's press office\" --type personal_communication \\\n"
            "      --refutes --quote \"It was 1.9 percent.\"",
            "a source without an address"),
    NULL,
};

const struct manual manual_cite = {
    .usage = "cite ID [URL] --supports|--refutes|--context [options]",
    .about =
        "Attaches a source to a claim, with what it says and where. The same address is the same source, whichever "
        "claims it is used for; what was not known of it yet is filled in. Put words that hold a $ between single "
        "quotation marks: inside double ones the shell takes part of the figure away.",
    .options = options,
    .options_size = sizeof(struct cite_options),
    .examples = examples,
    .least = 1,
    .most = 2,
};

static bool read_stance(const struct cite_options *o, int *ret_stance, struct err *err)
{
    if (o->supports + o->refutes + o->context != 1)
        return err_set(err, ERR_USAGE,
                       "say how the source stands to the claim: one of --supports, --refutes, --context");
    *ret_stance = o->supports ? STANCE_SUPPORTS : o->refutes ? STANCE_REFUTES : STANCE_CONTEXT;
    return true;
}

static bool read_source(const struct cite_options *o, struct words arguments, struct source *ret, struct err *err)
{
    struct str url = arguments.count > 1 ? str_from(arguments.word[1]) : STR_NULL;
    if (url.ptr && url_fault(url))
        return err_set(err, ERR_USAGE, "'%.*s' is no address; %s", STR_ARG(url), url_fault(url));
    if (!url.ptr && !o->title.ptr)
        return err_set(err, ERR_USAGE, "which source? give its URL, or at least --title");
    *ret = (struct source){
        .type = str_from(type_names[o->type]),
        .title = o->title,
        .author = o->author,
        .publisher = o->publisher,
        .url = url,
        .archive_url = o->archive_url,
        .published = o->published,
    };
    return true;
}

/* Reads the source's figure as extraction would. */
static bool read_figure(struct invocation *run, struct extractor *extractor, struct str typed, struct citation *ret,
                        struct err *err)
{
    struct claim figure = {0};
    if (!typed.ptr)
        return true;
    if (!extract_figure(extractor, typed, &run->arena, &figure))
        return err_set(err, ERR_USAGE,
                       "'%.*s' is no single figure; write a number and its unit, as in '182.8 billion USD'",
                       STR_ARG(typed));
    ret->figure = typed;
    ret->figure_value = figure.value;
    ret->figure_upper = figure.upper;
    ret->figure_unit = figure.unit;
    return true;
}

static bool same_value(struct str a, struct str b)
{
    struct decimal left, right;
    if (decimal_parse(a, &left) && decimal_parse(b, &right))
        return decimal_compare(left, right) == 0;
    return str_eq(a, b);
}

/* Either end of a range in the quote will do for a figure that is none. */
static bool gives_figure(const struct claim *claim, const struct citation *citation)
{
    bool value = same_value(claim->value, citation->figure_value);
    if (citation->figure_upper.ptr)
        return value && same_value(claim->upper, citation->figure_upper);
    return value || same_value(claim->upper, citation->figure_value);
}

/* A slip of the pen shows here: what is said to be the source's figure should stand in its quote. */
static void compare_quote(struct invocation *run, struct extractor *extractor, const struct citation *citation)
{
    const struct extract_context context = {0};
    struct claim *claims = NULL;
    size_t count = 0;
    bool found = false;
    if (!citation->quote.ptr || !citation->figure.ptr)
        return;
    extract_claims(extractor, citation->quote, &context, &run->arena, &claims, &count);
    for (size_t i = 0; !found && i < count; i++)
        found = gives_figure(&claims[i], citation);
    if (!found)
        say(run, "note: the quote does not hold the figure %.*s", STR_ARG(citation->figure));
}

static void confirm(struct invocation *run, const struct tracked_claim *claim, const struct source *source,
                    const struct citation *citation)
{
    struct buf words = {0}, shown = {0};
    buf_printf(&words, "cited for %.*s, %s: source %lld, ", STR_ARG(claim_name(&run->arena, &claim->claim)),
               stances.name[citation->stance], (long long)source->number);
    words_source(&words, source);
    if (citation->figure.ptr) {
        buf_str(&words, STR("; its figure: "));
        words_source_figure(&words, &voice_plain, citation);
    }
    if (citation->quote.ptr)
        buf_printf(&words, "; its quote: “%.*s”", STR_ARG(citation->quote));
    escape_terminal(&shown, buf_view(&words));
    printf("%s\n", shown.ptr);
    buf_release(&words);
    buf_release(&shown);
}

static bool cite(struct invocation *run, struct extractor *extractor, const struct cite_options *o,
                 struct words arguments, struct err *err)
{
    struct citation citation = {.quote = o->quote, .locator = o->locator, .accessed = o->accessed};
    struct source source = {0};
    struct store *store = NULL;
    struct tracked_claim claim;
    if (!read_stance(o, &citation.stance, err) || !read_source(o, arguments, &source, err) ||
        !read_figure(run, extractor, o->figure, &citation, err) || !reviewer_require(run, &citation.reviewer, err))
        return false;
    if (source.url.ptr && !citation.accessed.ptr)
        citation.accessed = str_slice(clock_now(&run->arena), 0, sizeof("2025-01-31") - 1);
    bool ok = place_open(run, &store, err) &&
              store_find_claim(store, str_from(arguments.word[0]), &run->arena, &claim, err) &&
              store_add_citation(store, &claim, &source, &citation, &run->arena, err);
    if (ok) {
        confirm(run, &claim, &source, &citation);
        compare_quote(run, extractor, &citation);
    }
    store_close(store);
    return ok;
}

bool cmd_cite(struct invocation *run, const void *given, struct words arguments, struct err *err)
{
    struct extractor *extractor = extractor_new();
    bool ok = cite(run, extractor, given, arguments, err);
    extractor_free(extractor);
    return ok;
}
