/* `assay cite`: attaches a source to a claim. */
#include <stdio.h>
#include <stdlib.h>

#include "cmd/claims.h"
#include "cmd/cmd.h"
#include "cmd/look.h"
#include "cmd/place.h"
#include "cmd/reviewer.h"
#include "core/base/clock.h"
#include "core/evidence/csl.h"
#include "core/evidence/figure.h"
#include "core/report/escape.h"
#include "core/report/words.h"
#include "core/report/words_evidence.h"

struct cite_options {
    bool supports, refutes, context;
    struct str title, author, publisher, published, archive_url;
    struct str quote, locator, figure, accessed;
    struct str file, reliability;
    int type; /* index in `csl_types`; 0 for none */
    int kind;
    bool no_fetch;
    struct receive_options receive;
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
    {"type", 0, OPTION_NAME, CITE(type), &csl_types, "TYPE", "webpage, report, dataset, article-newspaper, … (CSL)"},
    {"kind", 0, OPTION_NAME, CITE(kind), &source_kinds, "KIND",
     "primary, secondary, official-statistics, press or person"},
    {"reliability", 0, OPTION_TEXT, CITE(reliability), NULL, "TEXT", "your note on how far the source can be trusted"},
    {"file", 0, OPTION_PATH, CITE(file), NULL, "FILE", "keep this copy of it, which you saved, and fetch nothing"},
    {"no-fetch", 0, OPTION_FLAG, CITE(no_fetch), NULL, NULL,
     "fetch and keep nothing (or set ASSAY_OFFLINE for every cite)"},
    OPTIONS_RECEIVE(offsetof(struct cite_options, receive)),
    {0},
};

static const char *const examples[] = {
    EXAMPLE("assay cite 2 https://example.org/appropriations.pdf --title \"Appropriations to date\" --supports \\\n"
            "      --quote 'a total of $182.8 billion' --locator \"p. 4\" --figure \"182.8 billion USD\"",
            "a page that backs claim 2"),
    EXAMPLE("assay cite 2 budget.pdf --supports --quote 'The deficit came to 4.2 percent of GDP.'",
            "a file of yours: it is kept, and the quote looked for in it"),
    EXAMPLE("assay cite 5 --title \"Call with the ministry's press office\" --type personal_communication \\\n"
            "      --refutes --quote \"It was 1.9 percent.\"",
            "a source without an address"),
    NULL,
};

const struct manual manual_cite = {
    .usage = "cite ID [URL|FILE] --supports|--refutes|--context [options]",
    .about =
        "Attaches a source to a claim, with what it says and where. The page, PDF or table at the address is fetched "
        "and "
        "kept, and the quote is looked for in it: white space, hyphens at line ends, quotation marks and dashes may "
        "differ, words and figures may not; \"…\" stands for words left out. The figure is looked for in the quote, by "
        "its value. What is not found is kept all the same, and marked. What can't be fetched is cited as not kept; a "
        "copy that you save yourself goes in with --file, or later with 'assay sources keep'. The same address is the "
        "same source, whichever claims it is used for; what was not known of it yet is filled in, also from what the "
        "page says of itself. Put words that hold a $ between single quotation marks: inside double ones the shell "
        "takes "
        "part of the figure away.",
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

/* The argument is an address where it looks like one, or else a file. */
static bool read_place(const struct cite_options *o, struct str argument, struct str *ret_url, struct str *ret_file,
                       struct err *err)
{
    bool web = str_find(argument, STR("://"), 0) < argument.len;
    bool file = argument.ptr && !web && intake_files.is_there(intake_files.ctx, argument.ptr);
    *ret_url = argument.ptr && !file ? argument : STR_NULL;
    *ret_file = file ? argument : o->file;
    if (file && o->file.ptr)
        return err_set(err, ERR_USAGE, "'%.*s' is a file already; leave --file out", STR_ARG(argument));
    if (ret_url->ptr && url_fault(argument))
        return err_set(err, ERR_USAGE, "'%.*s' is no address; %s%s", STR_ARG(argument), url_fault(argument),
                       web ? "" : ", and no file of that name is there");
    return true;
}

static bool read_source(const struct cite_options *o, struct str argument, struct source *ret, struct str *ret_file,
                        struct err *err)
{
    struct str url = STR_NULL;
    if (!read_place(o, argument, &url, ret_file, err))
        return false;
    if (!url.ptr && !ret_file->ptr && !o->title.ptr)
        return err_set(err, ERR_USAGE, "which source? give its URL, or at least --title");
    *ret = (struct source){
        .type = str_from(csl_types.name[o->type]),
        .title = o->title,
        .author = o->author,
        .publisher = o->publisher,
        .url = url,
        .archive_url = o->archive_url,
        .published = o->published,
        .kind = o->kind,
        .reliability = o->reliability,
    };
    return true;
}

/* Reads the source's figure as extraction would. */
static bool read_figure(struct invocation *run, const struct extractor *extractor, struct str typed,
                        struct citation *ret, struct err *err)
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

/* ---- its source ---- */

struct citing {
    const struct cite_options *options;
    struct looker looker;
    struct source source;
    struct citation citation;
    struct str file; /* to be kept, or null */
    struct look look;
    bool looked; /* `look` is to be stored */
    struct looked_before before;
    struct source known;
    bool is_known;
};

static bool is_offline(const struct cite_options *o)
{
    const char *offline = getenv("ASSAY_OFFLINE");
    return o->no_fetch || (offline && offline[0]);
}

static bool holds(const struct sighting *sighting)
{
    return sighting->quote != PRESENCE_ABSENT && sighting->quote != PRESENCE_UNKNOWN &&
           (sighting->quote != PRESENCE_NONE || sighting->figure != PRESENCE_ABSENT);
}

/* Where it stands in what was kept before; whether that will do. */
static bool find_in_kept(struct citing *citing, struct arena *arena, bool *ret_holds, struct err *err)
{
    struct kept_source kept;
    struct look *look = &citing->look;
    if (!look_again(&citing->looker, &citing->before.visit, arena, &kept, err))
        return false;
    *look = (struct look){.known = citing->before.visit.id};
    look->sightings = arena_alloc(arena, sizeof(*look->sightings));
    look->sighting_count = 1;
    evidence_find(citing->looker.extractor, &citing->citation, &kept, arena, look->sightings);
    citing->looked = true;
    *ret_holds = holds(look->sightings);
    return true;
}

/* What a page says of itself is taken where nobody knows better. */
static void take_description(struct citing *citing, const struct document *described)
{
    const struct source *known = &citing->known;
    struct source *source = &citing->source;
    const struct {
        struct str *to, known, from;
    } part[] = {
        {&source->title, known->title, described->title},
        {&source->author, known->author, described->author},
        {&source->publisher, known->publisher, described->publisher},
        {&source->published, known->published, described->published},
    };
    for (size_t i = 0; i < sizeof(part) / sizeof(part[0]); i++)
        if (!part[i].to->ptr && !part[i].known.ptr && part[i].from.len > 0 && part[i].from.len <= LIMIT_FIELD_BYTES)
            *part[i].to = part[i].from;
    if (source->published.ptr && !date_valid(source->published))
        source->published = STR_NULL;
}

/* A file without a title goes by its name. */
static void name_by_file(struct citing *citing)
{
    struct str name = citing->file;
    for (size_t i = name.len; i > 0 && name.ptr; i--)
        if (name.ptr[i - 1] == '/')
            name = str_slice(name, i, name.len);
    if (name.ptr && !citing->source.url.ptr && !citing->source.title.ptr && !citing->source.author.ptr)
        citing->source.title = name;
}

/* Fetches it, or reads the file, and finds what it can; what was kept before stands in for what can't be had. */
static bool look_now(struct citing *citing, struct arena *arena, struct err *err)
{
    struct look look = {0};
    struct kept_source kept = {0};
    struct document described = {0};
    struct str name = citing->file.ptr ? citing->file : citing->source.url;
    look_at(&citing->looker, name, &citing->before, arena, &look, &kept, &described);
    bool nothing = look.visit.outcome == LOOK_GONE || look.visit.outcome == LOOK_FAILED;
    if (nothing)
        say(citing->looker.run, "not kept: %.*s: %.*s", STR_ARG(name), STR_ARG(look.visit.note));
    if (citing->before.kept && look.visit.outcome != LOOK_CHANGED)
        return true; /* it was looked for in that already */
    citing->look = look;
    citing->looked = true;
    if (nothing)
        return true;
    if (citing->is_known && !look_find(&citing->looker, &citing->known, &kept, arena, &citing->look, err))
        return false;
    if (!citing->is_known)
        citing->look.sightings = arena_alloc(arena, sizeof(*citing->look.sightings));
    evidence_find(citing->looker.extractor, &citing->citation, &kept, arena,
                  &citing->look.sightings[citing->look.sighting_count++]);
    take_description(citing, &described);
    return true;
}

static bool look_for(struct citing *citing, struct err *err)
{
    struct arena *arena = &citing->looker.run->arena;
    bool good = false, has_place = citing->file.ptr || (citing->source.url.ptr && !is_offline(citing->options));
    if ((citing->source.url.ptr || citing->source.title.ptr) &&
        !store_known_source(citing->looker.store, &citing->source, arena, &citing->known, &citing->is_known, err))
        return false;
    if (citing->is_known && !look_before(&citing->looker, &citing->known, arena, &citing->before, err))
        return false;
    if (citing->before.kept && !find_in_kept(citing, arena, &good, err))
        return false;
    if (has_place && (!good || citing->file.ptr) && !look_now(citing, arena, err))
        return false;
    name_by_file(citing);
    return true;
}

/* What was found: where it stands is a result, what does not stand is a warning. */
static bool tell_evidence(struct citing *citing, struct arena *arena, struct err *err)
{
    struct evidence evidence = {0};
    struct buf words = {0}, shown = {0};
    if (!store_evidence(citing->looker.store, &citing->citation, &citing->source, arena, &evidence, err))
        return false;
    words_evidence(&words, &voice_plain, &evidence);
    bool fine = evidence.found && holds(&evidence.sighting) && evidence.sighting.figure != PRESENCE_ABSENT;
    if (evidence.found && fine) {
        escape_terminal(&shown, buf_view(&words));
        printf("  %s\n", shown.ptr);
    } else if (evidence.found) {
        say(citing->looker.run, "note: %s", words.ptr);
    }
    buf_release(&words);
    buf_release(&shown);
    return true;
}

/* A slip of the pen shows here: what is said to be the source's figure should stand in its quote. */
static void compare_quote(struct citing *citing)
{
    const struct citation *citation = &citing->citation;
    if (!citing->looked && citation->quote.ptr && citation->figure.ptr &&
        !figure_find(citing->looker.extractor, citation->quote, citation, &citing->looker.run->arena).found)
        say(citing->looker.run, "note: the quote does not hold the figure %.*s", STR_ARG(citation->figure));
}

static bool store_all(struct citing *citing, const char *name, struct err *err)
{
    struct invocation *run = citing->looker.run;
    struct tracked_claim claim;
    struct store *store = citing->looker.store;
    if (!store_find_claim(store, str_from(name), &run->arena, &claim, err) || !look_for(citing, err) ||
        !store_cite(store, &claim, &citing->source, &citing->citation, citing->looked ? &citing->look : NULL,
                    &run->arena, err))
        return false;
    confirm(run, &claim, &citing->source, &citing->citation);
    compare_quote(citing);
    return !citing->looked || tell_evidence(citing, &run->arena, err);
}

static bool cite(struct citing *citing, struct words arguments, struct err *err)
{
    const struct cite_options *o = citing->options;
    struct invocation *run = citing->looker.run;
    struct citation *citation = &citing->citation;
    struct str argument = arguments.count > 1 ? str_from(arguments.word[1]) : STR_NULL;
    *citation = (struct citation){.quote = o->quote, .locator = o->locator, .accessed = o->accessed};
    if (!read_stance(o, &citation->stance, err) || !receive_check(&o->receive, err) ||
        !read_source(o, argument, &citing->source, &citing->file, err) ||
        !read_figure(run, citing->looker.extractor, o->figure, citation, err) ||
        !reviewer_require(run, &citation->reviewer, err))
        return false;
    if (citing->source.url.ptr && !citation->accessed.ptr)
        citation->accessed = str_slice(clock_now(&run->arena), 0, sizeof("2025-01-31") - 1);
    bool ok = place_open(run, &citing->looker.store, err) && store_all(citing, arguments.word[0], err);
    store_close(citing->looker.store);
    return ok;
}

bool cmd_cite(struct invocation *run, const void *given, struct words arguments, struct err *err)
{
    const struct cite_options *o = given;
    struct extractor *extractor = extractor_new();
    struct citing citing = {.options = o, .looker = {.run = run, .extractor = extractor, .options = &o->receive}};
    bool ok = cite(&citing, arguments, err);
    extractor_free(extractor);
    return ok;
}
