/* `assay check`: claims against citations and reference series, by arithmetic that is shown. */
#include <stdio.h>

#include "cmd/check_show.h"
#include "cmd/check_stale.h"
#include "cmd/cmd.h"
#include "cmd/jsonout.h"
#include "cmd/place.h"

struct check_options {
    bool all, steps, stale;
    int64_t document;
    struct str series, entity, about, nearly, worded, round;
    int format;
};

#define CHECK(field) offsetof(struct check_options, field)

static const struct option options[] = {
    {"all", 'a', OPTION_FLAG, CHECK(all), NULL, NULL, "every claim, and the arithmetic inside each document"},
    {"document", 'd', OPTION_INTEGER, CHECK(document), NULL, "N",
     "all claims of this document, and its own arithmetic"},
    {"steps", 0, OPTION_FLAG, CHECK(steps), NULL, NULL, "show every step for many claims, too"},
    {"stale", 0, OPTION_FLAG, CHECK(stale), NULL, NULL,
     "verdicts taken from a check that would come out otherwise today"},
    {"series", 0, OPTION_TEXT, CHECK(series), NULL, "SERIES", "compare with this one alone, whatever the words"},
    {"entity", 0, OPTION_TEXT, CHECK(entity), NULL, "NAME",
     "the claim is about this country or group, whatever the words"},
    {"about", 0, OPTION_TEXT, CHECK(about), NULL, "PERCENT", "how wide \"about 3\" is, either side (5)"},
    {"nearly", 0, OPTION_TEXT, CHECK(nearly), NULL, "PERCENT", "how wide \"nearly\" and \"just over\" are (10)"},
    {"words", 0, OPTION_TEXT, CHECK(worded), NULL, "PERCENT",
     "how wide \"doubled\" and \"a third\" are, either side (5)"},
    {"round", 0, OPTION_TEXT, CHECK(round), NULL, "PERCENT",
     "how wide round figures (1,500) may be, either side (2.5)"},
    OPTION_FORMAT(CHECK(format)),
    {0},
};

static const char *const examples[] = {
    EXAMPLE("assay check 2", "claim 2: the arithmetic, step by step, and where each number comes from"),
    EXAMPLE("assay check --all --format csv > checks.csv", "how every claim comes out, for a spreadsheet"),
    EXAMPLE("assay check --document 3 --steps", "everything in document 3, in full"),
    EXAMPLE("assay check 7 --series hospital-beds --entity Georgia", "what the words leave open, said by you"),
    EXAMPLE("assay check --stale", "after new tables: which verdicts want another look"),
    NULL,
};

const struct manual manual_check = {
    .usage = "check [options] [ID...]",
    .about =
        "Compares claims with the figures of their citations and with every loaded series that measures the same thing "
        "for the same entity and period, and shows the arithmetic. A figure is what it is written as: \"4.2%\" is 4.15 "
        "to "
        "4.25, \"more than 4\" is above 4; what the words leave open has a width that the options set. Where a word of "
        "the "
        "claim is not understood, nothing is compared and the word is named. The exit status is 1 where a claim is "
        "refuted. "
        "A rating is suggested; 'assay verdict ID --from-check' takes it over.",
    .options = options,
    .options_size = sizeof(struct check_options),
    .examples = examples,
    .most = ARGUMENTS_ANY,
};

/* ---- one run ---- */

struct checks {
    struct invocation *run;
    const struct check_options *options;
    struct examiner *examiner;
    struct listing listing;
    bool in_full, json, array;
    int64_t shown, by_status[CHECK_STATUS_END], sums;
    int64_t total, done; /* claims, for the progress line */
    struct err *err;
    bool failed;
};

static void show_json(struct checks *checks, json_t *object)
{
    if (checks->array)
        fputs(checks->shown > 0 ? ",\n" : "[\n", stdout);
    json_write(stdout, object, false);
    if (!checks->array)
        putchar('\n');
}

static bool show_check(void *ctx, const struct tracked_claim *claim, const struct check *check)
{
    struct checks *checks = ctx;
    if (checks->json) {
        show_json(checks, check_show_json(claim, check));
    } else if (checks->in_full) {
        if (checks->shown > 0)
            putchar('\n');
        check_show_text(claim, check);
    } else {
        struct checked checked = checked_of(claim, check);
        listing_add(&checks->listing, &checked);
    }
    checks->shown++;
    checks->by_status[check->status]++;
    progress_step(&checks->run->progress, &checks->run->terminal, ++checks->done, checks->total, STR("claims"));
    return !output_closed();
}

static bool show_sums(void *ctx, const struct document *document, const struct sum_fault *faults, size_t count)
{
    struct checks *checks = ctx;
    checks->sums += (int64_t)count;
    if (checks->json) {
        for (size_t i = 0; i < count; i++, checks->shown++)
            show_json(checks, sums_show_json(document, &faults[i]));
    } else if (checks->in_full) {
        putchar('\n');
        sums_show_text(document, faults, count);
    } else {
        for (size_t i = 0; i < count; i++)
            say(checks->run, "document %lld, %s: %.*s", (long long)document->number, sum_kinds.name[faults[i].kind],
                STR_ARG(faults[i].text));
    }
    return !output_closed();
}

static bool check_document(void *ctx, const struct document *document)
{
    struct checks *checks = ctx;
    const struct examiner_job job = {.checked = show_check, .summed = show_sums, .ctx = checks};
    checks->failed = !examiner_document(checks->examiner, document, &job, checks->err);
    return !checks->failed && !output_closed();
}

static bool check_all(struct checks *checks, struct store *store)
{
    struct store_counts counts;
    if (!store_count_to_report(store, &counts, checks->err))
        return false;
    checks->total = counts.claims;
    return store_documents(store, check_document, checks, checks->err) && !checks->failed;
}

static bool check_ids(struct checks *checks, struct store *store, struct words names)
{
    struct arena *arena = &checks->run->arena;
    struct tracked_claim *claims = arena_alloc(arena, names.count * sizeof(*claims));
    for (size_t i = 0; i < names.count; i++)
        if (!store_find_claim(store, str_from(names.word[i]), arena, &claims[i], checks->err))
            return false;
    for (size_t i = 0; i < names.count && !output_closed(); i++) {
        struct document document;
        const struct examiner_job job = {&claims[i].claim.number, 1, show_check, NULL, checks};
        if (!store_find_document(store, claims[i].state.document_number, arena, &document, checks->err) ||
            !examiner_document(checks->examiner, &document, &job, checks->err))
            return false;
    }
    return true;
}

static bool check_one_document(struct checks *checks, struct store *store)
{
    struct document document;
    int64_t number = checks->options->document;
    if (!store_find_document(store, number, &checks->run->arena, &document, checks->err)) {
        if (checks->err->code == ERR_ABSENT)
            err_set(checks->err, ERR_ABSENT, "no document has the number %lld; 'assay documents' lists them",
                    (long long)number);
        return false;
    }
    return check_document(checks, &document);
}

/* ---- options ---- */

static bool read_width(struct str typed, const char *name, struct decimal *width, struct err *err)
{
    struct decimal read, most = decimal_from(50);
    if (!typed.ptr)
        return true;
    if (str_ends(typed, STR("%")))
        typed = str_slice(typed, 0, typed.len - 1);
    if (!decimal_parse(typed, &read) || read.negative || decimal_compare(read, most) > 0)
        return err_set(err, ERR_USAGE, "--%s '%.*s' is no width: a percentage from 0 to 50, as in --%s 2.5", name,
                       STR_ARG(typed), name);
    *width = read;
    return true;
}

static bool read_settings(const struct check_options *o, struct examiner_settings *ret, struct err *err)
{
    *ret = (struct examiner_settings){.widths = widths_usual, .series = o->series, .entity = o->entity};
    return read_width(o->about, "about", &ret->widths.about, err) &&
           read_width(o->nearly, "nearly", &ret->widths.nearly, err) &&
           read_width(o->worded, "words", &ret->widths.worded, err) &&
           read_width(o->round, "round", &ret->widths.round, err);
}

static bool check_usage(const struct check_options *o, struct words arguments, struct err *err)
{
    int ways = (arguments.count > 0) + o->all + (o->document > 0) + o->stale;
    if (ways == 0)
        return err_set(err, ERR_USAGE, "check what? give the number of a claim, or --all");
    if (ways > 1)
        return err_set(err, ERR_USAGE, "give claims, or one of --all, --document and --stale");
    if (o->steps && o->format != FORMAT_AUTO)
        return err_set(err, ERR_USAGE, "--steps is text for people; json and ndjson have every step anyway");
    if (o->entity.ptr && arguments.count != 1)
        return err_set(err, ERR_USAGE, "--entity says what one claim is about: give the number of that claim");
    return true;
}

/* ---- the whole ---- */

static void begin(struct checks *checks, struct words arguments)
{
    int format = checks->options->format;
    checks->json = format == FORMAT_JSON || format == FORMAT_NDJSON;
    checks->array = format == FORMAT_JSON;
    checks->in_full = !checks->json && (checks->options->steps || (arguments.count > 0 && format == FORMAT_AUTO));
    page_output(checks->run);
    if (!checks->json && !checks->in_full)
        listing_begin(&checks->listing, checks->run, &checked_shape, format);
}

static void end(struct checks *checks, bool ok)
{
    const int64_t *by = checks->by_status;
    if (!checks->json && !checks->in_full)
        listing_end(&checks->listing);
    if (checks->array)
        fputs(checks->shown > 0 ? "\n]\n" : "[]\n", stdout);
    progress_wipe(&checks->run->progress);
    if (!ok || (checks->shown == 1 && checks->options->format == FORMAT_AUTO && checks->sums == 0))
        return; /* it has been said, or will be */
    say(checks->run, "%lld hold, %lld fail, %lld in conflict, %lld undecided, %lld can't be compared%s",
        (long long)by[CHECK_HOLDS], (long long)by[CHECK_FAILS], (long long)by[CHECK_CONFLICT],
        (long long)by[CHECK_UNDECIDED], (long long)by[CHECK_CANNOT],
        checks->sums > 0 ? "; some documents contradict themselves" : "");
}

static bool run_checks(struct checks *checks, struct store *store, struct words arguments)
{
    begin(checks, arguments);
    bool ok = arguments.count > 0             ? check_ids(checks, store, arguments)
              : checks->options->document > 0 ? check_one_document(checks, store)
                                              : check_all(checks, store);
    end(checks, ok);
    return ok;
}

bool cmd_check(struct invocation *run, const void *given, struct words arguments, struct err *err)
{
    const struct check_options *o = given;
    struct checks checks = {.run = run, .options = o, .err = err};
    struct examiner_settings settings;
    struct store *store = NULL;
    if (!check_usage(o, arguments, err) || !read_settings(o, &settings, err) || !place_open(run, &store, err))
        return false;
    bool ok = store_begin_reading(store, err);
    if (ok) {
        if (o->stale)
            ok = check_stale(run, store, &settings, o->format, err);
        else
            ok = examiner_open(store, &settings, &checks.examiner, err) && run_checks(&checks, store, arguments);
        examiner_close(checks.examiner);
        store_end_reading(store);
    }
    store_close(store);
    if (ok && (checks.by_status[CHECK_FAILS] > 0 || checks.sums > 0)) {
        err->code = ERR_ABSENT; /* the answer is no; all has been said */
        return false;
    }
    return ok;
}
