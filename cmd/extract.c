/* `assay extract`: takes articles in and prints the claims that it found. The pure filter (--lines) is in filter.c. */
#include <stdio.h>
#include <string.h>

#include "cmd/claims.h"
#include "cmd/cmd.h"
#include "cmd/filter.h"
#include "cmd/listing.h"
#include "cmd/pipeline.h"
#include "cmd/place.h"
#include "cmd/receive.h"
#include "cmd/reviewer.h"
#include "cmd/texts.h"
#include "cmd/versions.h"
#include "core/base/limits.h"
#include "core/extract/extract.h"
#include "core/intake/fetch.h"
#include "core/intake/intake.h"
#include "core/intake/layout.h"

struct extract_options {
    struct receive_options receive;
    struct str title, author, publisher, url, published;
    bool lines, texts, dry_run;
    int64_t batch, jobs, largest;
    int format;
};

#define EXTRACT(field) offsetof(struct extract_options, field)

static const struct option options[] = {
    {"title", 0, OPTION_TEXT, EXTRACT(title), NULL, "TEXT", "the document's title"},
    {"author", 0, OPTION_TEXT, EXTRACT(author), NULL, "NAME",
     "who wrote it, or held the speech: \"I\" and \"we\" in the text"},
    {"publisher", 0, OPTION_TEXT, EXTRACT(publisher), NULL, "NAME", "who published it"},
    {"url", 0, OPTION_URL, EXTRACT(url), NULL, "URL", "where it was published"},
    {"date", 0, OPTION_DATE, EXTRACT(published), NULL, "DATE", "when; \"last year\" in the text is counted from it"},
    {"dry-run", 0, OPTION_FLAG, EXTRACT(dry_run), NULL, NULL, "print what would be added; nothing is stored"},
    {"batch", 0, OPTION_INTEGER, EXTRACT(batch), NULL, "N",
     "store N documents at a time, which is quicker (1; at most 1000): a document is in whole or not at all"},
    {"again", 0, OPTION_FLAG, EXTRACT(receive.again), NULL, NULL, "look whether what is there already has changed"},
    {"archived", 0, OPTION_URL, EXTRACT(receive.archived), NULL, "URL", "where an archived copy of it is"},
    OPTIONS_RECEIVE(EXTRACT(receive)),
    {"lines", 0, OPTION_FLAG, EXTRACT(lines), NULL, NULL, "filter: a document a line in, its claims out, no store"},
    {"jobs", 0, OPTION_INTEGER, EXTRACT(jobs), NULL, "N",
     "with --lines: work on N lines at a time (1; at most 256); the output is the same, in the same order"},
    {"largest", 0, OPTION_INTEGER, EXTRACT(largest), NULL, "BYTES",
     "with --lines: the longest line that is taken (268435456, which is 256 MiB; at most 2147483647); a longer one is "
     "named"},
    {"texts", 0, OPTION_FLAG, EXTRACT(texts), NULL, NULL, "print each document before its claims, for assay import"},
    OPTION_FORMAT(EXTRACT(format)),
    {0},
};

static const char *const examples[] = {
    EXAMPLE("assay extract article.txt --title \"…\" --publisher \"…\" --date 2025-02-12",
            "one article, with what is known of it"),
    EXAMPLE("assay extract --batch 100 archive/ > added.txt", "thousands of articles, a hundred at a time"),
    EXAMPLE("assay extract speeches/", "every document in a folder (" INTAKE_ENDINGS ")"),
    EXAMPLE("assay extract https://example.org/article", "a page from the web: fetched, kept, and its article read"),
    EXAMPLE("assay extract --again https://example.org/article", "the same some time later: what has changed?"),
    EXAMPLE("assay extract --lines --format ndjson - < speeches.txt",
            "the pure filter: an object a claim, with its line"),
    EXAMPLE("assay extract --lines --jobs 8 archive.txt > claims.ndjson", "the same on eight processors"),
    EXAMPLE("assay extract --lines --texts part.ndjson > claims.ndjson",
            "lines {\"id\":…,\"text\":…,\"date\":…,\"url\":…,\"title\":…}; what assay import takes"),
    NULL,
};

const struct manual manual_extract = {
    .usage = "extract [options] FILE|FOLDER|URL|-...",
    .about =
        "Reads text, Markdown, web pages (their article: see assay text), PDF, .docx and .odt, subtitles and feeds, "
        "finds each figure that is stated, keeps the document with its claims, and "
        "prints "
        "the claims that it added. What is in the store already stays as it is. The formats json, ndjson, csv and tsv "
        "print dates, ranks and scores too. A file that can't be taken in is named, the others are taken in, and the "
        "exit "
        "status is 3. The store is made on first use. A line of --lines is plain text, or begins with {\" and is a "
        "document "
        "as JSON, with its text, and its id, date, url and title where it has them; its claims name the id.",
    .options = options,
    .options_size = sizeof(struct extract_options),
    .examples = examples,
    .most = ARGUMENTS_ANY,
};

/*
 * Documents that are read and wait to be stored together: as many as --batch says, fewer where they are large. What they
 * are made of is in the arena of the run until then.
 */
enum { BATCH_MOST = 1000, BATCH_BYTES = 16 * 1024 * 1024, SETTLE_AFTER = 100 /* documents added in one run */ };

struct batch {
    struct intake *arrival;
    const struct delivery **delivery; /* each how it came in */
    struct taken_in *taken;
    size_t count, size;
    size_t bytes;
};

/* One run over all that was named. */
struct intake_run {
    struct invocation *run;
    const struct extract_options *options;
    struct extractor *extractor;
    struct store *store; /* opened when the first document is there to go in; may stay NULL in a dry run */
    bool looked;         /* the dry run knows whether there is a store */
    struct str reviewer;
    struct listing listing;
    struct batch batch;
    struct arena arena; /* one batch's */
    int64_t read, failed, added;
    bool stopped; /* the store failed: nothing more can be done */
    struct err *err;
};

static void set(struct str *field, struct str given)
{
    if (given.ptr)
        *field = given;
}

/* What is said on the command line goes before what the document says of itself (Markdown's front matter). */
static void describe(struct document *document, const struct extract_options *o)
{
    set(&document->title, o->title);
    set(&document->author, o->author);
    set(&document->publisher, o->publisher);
    set(&document->url, o->url);
    set(&document->published, o->published);
}

static void summarise(struct intake_run *intake, struct str name, const struct claim *claims, size_t count)
{
    const char *verb = intake->options->dry_run ? "would be added" : "added";
    size_t found = claims_to_check(claims, count), background = count - found;
    if (count == 0)
        say(intake->run, "%.*s: no figures found", STR_ARG(name));
    else if (background == 0)
        say(intake->run, "%.*s: %zu claim%s %s", STR_ARG(name), found, found == 1 ? "" : "s", verb);
    else
        say(intake->run, "%.*s: %zu claim%s %s, and %zu %s (assay list --kind date,rank,score)", STR_ARG(name), found,
            found == 1 ? "" : "s", verb, background,
            background == 1 ? "date, rank or score" : "dates, ranks or scores");
}

static bool wanted(const struct intake_run *intake, const struct claim *claim)
{
    return format_is_data((int)intake->listing.format) || !kind_is_background(claim->kind);
}

/* The document first where that is asked for; its claims then are all of them, so that none is missing to import. */
static void list_text(struct intake_run *intake, const struct intake *arrival)
{
    struct buf line = {0};
    if (!intake->options->texts)
        return;
    text_add(&line,
             &(struct text_record){.id = arrival->document->id,
                                   .document = *arrival->document,
                                   .claims = (int64_t)arrival->claim_count,
                                   .text = arrival->text,
                                   .received = str_eq(arrival->bytes, arrival->text) ? STR_NULL : arrival->bytes});
    fwrite(line.ptr, 1, line.len, stdout);
    buf_release(&line);
}

static void list_claims(struct intake_run *intake, const struct document *document, int64_t number,
                        const struct claim *claims, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct tracked_claim claim = {.claim = claims[i], .state = {.document = document->id, .rating = -1}};
        claim.state.document_number = number;
        claim.state.document_name = document->title.len > 0 ? document->title : document->name;
        if (wanted(intake, &claim.claim))
            listing_add(&intake->listing, &claim);
    }
}

static bool open_store(struct intake_run *intake, struct err *err)
{
    if (intake->store || intake->looked)
        return true;
    intake->looked = intake->options->dry_run;
    return intake->options->dry_run ? place_open_if_there(intake->run, &intake->store, err)
                                    : place_open_or_make(intake->run, &intake->store, err);
}

/* A document stays described as it was when it came in: what is said of it now and is not kept is named. */
static bool name_not_taken(struct intake_run *intake, const struct document *document, int64_t number, struct err *err)
{
    const struct extract_options *o = intake->options;
    struct document then;
    struct str list = STR("");
    if (!store_find_document(intake->store, number, &intake->arena, &then, err))
        return false;
    const struct {
        const char *name;
        struct str now, then;
    } part[] = {
        {"--title", o->title, then.title},
        {"--author", o->author, then.author},
        {"--url", o->url, then.url},
        {"--publisher", o->publisher, then.publisher},
        {"--date", o->published, then.published},
    };
    for (size_t i = 0; i < sizeof(part) / sizeof(part[0]); i++)
        if (part[i].now.ptr && !str_eq(part[i].now, part[i].then))
            list = arena_printf(&intake->arena, "%.*s%s%s", STR_ARG(list), list.len > 0 ? ", " : "", part[i].name);
    if (list.len > 0)
        say(intake->run, "%.*s: not taken over: %.*s; document %lld stays described as it was", STR_ARG(document->name),
            STR_ARG(list), (long long)number);
    return true;
}

static bool say_known(struct intake_run *intake, const struct document *document, int64_t number, struct err *err)
{
    say(intake->run, "%.*s: already in the store as document %lld, nothing %sadded", STR_ARG(document->name),
        (long long)number, intake->options->dry_run ? "would be " : "");
    return name_not_taken(intake, document, number, err);
}

static bool tell_taken(struct intake_run *intake, const struct intake *arrival, const struct taken_in *taken,
                       struct err *err)
{
    if (!taken->added)
        return say_known(intake, arrival->document, taken->number, err);
    intake->added++;
    list_text(intake, arrival);
    list_claims(intake, arrival->document, taken->number, taken->claims, arrival->claim_count);
    listing_flush(&intake->listing);
    summarise(intake, arrival->document->name, taken->claims, arrival->claim_count);
    return true;
}

/* A text that is there already, found in another place: that is noted, and nothing else. */
static bool note_place(struct intake_run *intake, const struct delivery *delivery, int64_t number, struct err *err)
{
    struct reception known;
    struct arrival_note note = {&delivery->reception, delivery->received.bytes, STR_NULL};
    bool found = false;
    int64_t ignored;
    if (!delivery->tells || !fetch_is_address(delivery->reception.name))
        return true;
    if (!store_find_reception(intake->store, delivery->reception.name, &intake->arena, &known, &found, err))
        return false;
    if (found && str_eq(known.document, delivery->received.document.id))
        return true;
    note.layout = layout_write(&delivery->received.reading, &intake->arena);
    say(intake->run, "%.*s: noted as another place of document %lld", STR_ARG(delivery->reception.name),
        (long long)number);
    return store_add_reception(intake->store, delivery->received.document.id, &note, &ignored, err);
}

/* What follows for how it came in: another place of a text that is known, or a new version of one. */
static bool tell_delivery(struct intake_run *intake, const struct delivery *delivery, const struct taken_in *taken,
                          struct err *err)
{
    if (!taken->added)
        return note_place(intake, delivery, taken->number, err);
    return !delivery->reception.previous.ptr ||
           versions_say(intake->run, intake->store, delivery->reception.previous, delivery->received.document.id, err);
}

/* Stores the documents that wait and prints their claims, in that order: a printed number is in the store. */
static bool keep_batch(struct intake_run *intake, struct err *err)
{
    struct batch *batch = &intake->batch;
    size_t count = batch->count;
    batch->count = batch->bytes = 0;
    if (count == 0)
        return true;
    bool done = open_store(intake, err) &&
                store_add_documents(intake->store, batch->arrival, count, &intake->arena, batch->taken, err);
    for (size_t i = 0; done && i < count; i++)
        done = tell_taken(intake, &batch->arrival[i], &batch->taken[i], err) &&
               tell_delivery(intake, batch->delivery[i], &batch->taken[i], err);
    return done;
}

static bool keep(struct intake_run *intake, const struct intake *arrival, const struct delivery *delivery,
                 struct err *err)
{
    struct batch *batch = &intake->batch;
    batch->delivery[batch->count] = delivery;
    batch->arrival[batch->count++] = *arrival;
    batch->bytes += arrival->bytes.len + arrival->text.len;
    if (batch->count < batch->size && batch->bytes < BATCH_BYTES)
        return true;
    return keep_batch(intake, err);
}

/* What keep() would do. */
static bool foretell(struct intake_run *intake, const struct intake *arrival, struct err *err)
{
    const struct document *document = arrival->document;
    bool known = false;
    int64_t number = 0;
    if (!open_store(intake, err) ||
        (intake->store && !store_find_text(intake->store, document->id, &number, &known, err)))
        return false;
    if (known)
        return say_known(intake, document, number, err);
    list_text(intake, arrival);
    list_claims(intake, document, 0, arrival->claims, arrival->claim_count);
    listing_flush(&intake->listing);
    summarise(intake, document->name, arrival->claims, arrival->claim_count);
    return true;
}

/* The others are taken in all the same. */
static void leave_out(struct intake_run *intake, const struct err *err)
{
    say(intake->run, "assay: %s", err->msg);
    intake->failed++;
}

/* How the store knows a name already; nothing of the kind where there is no store yet. */
static bool find_known(struct intake_run *intake, const char *path, struct reception *ret, bool *ret_found,
                       struct err *err)
{
    *ret_found = false;
    if (!intake->store && !place_open_if_there(intake->run, &intake->store, err))
        return false;
    return !intake->store || store_find_reception(intake->store, str_from(path), &intake->arena, ret, ret_found, err);
}

/* What is there already is not fetched again unless that is asked for. */
static bool may_receive(struct intake_run *intake, const char *path, const struct reception *known, bool found,
                        struct err *err)
{
    bool again = intake->options->receive.again;
    if (again && !found)
        return err_set(err, ERR_INPUT, "'%s' has not been taken in from there yet; leave --again away", path);
    if (again || !found || !fetch_is_address(str_from(path)))
        return true;
    say(intake->run, "%s: already in the store, as it was on %.*s; --again looks whether it has changed", path, 10,
        known->at.ptr);
    return false;
}

/* Where the text itself does not say who speaks, subtitles do. */
static void name_speakers(const struct reading *reading, struct claim *claims, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct block *block = claims[i].speaker.ptr ? NULL : reading_block(reading, (size_t)claims[i].start);
        if (block && block->speaker < block->speaker_end)
            claims[i].speaker = str_slice(reading->text, block->speaker, block->speaker_end);
    }
}

/* A text that is there already is not read again. */
static bool take_known(struct intake_run *intake, const struct delivery *delivery, bool *ret_known)
{
    const struct document *document = &delivery->received.document;
    int64_t number = 0;
    *ret_known = false;
    if (!intake->store)
        return true;
    if (!store_find_text(intake->store, document->id, &number, ret_known, intake->err))
        return false;
    return !*ret_known || (say_known(intake, document, number, intake->err) &&
                           (intake->options->dry_run || note_place(intake, delivery, number, intake->err)));
}

static bool take_delivery(struct intake_run *intake, struct delivery *delivery)
{
    struct err err = {0};
    bool known = false;
    struct claim *claims = NULL;
    size_t count = 0;
    struct received *received = &delivery->received;
    describe(&received->document, intake->options);
    if (!take_known(intake, delivery, &known))
        return false;
    if (known)
        return true;
    struct extract_context context = {.published = received->document.published, .author = received->document.author};
    extract_claims(intake->extractor, received->text, &context, &intake->arena, &claims, &count);
    name_speakers(&received->reading, claims, count);
    delivery->reception.reviewer = intake->reviewer;
    struct arrival_note *note = arena_alloc(&intake->arena, sizeof(*note)); /* as long as the batch */
    *note =
        (struct arrival_note){&delivery->reception, received->bytes, layout_write(&received->reading, &intake->arena)};
    struct intake arrival = {.document = &received->document,
                             .bytes = received->bytes,
                             .text = received->text,
                             .claims = claims,
                             .claim_count = count,
                             .action = ACTION_EXTRACT,
                             .reviewer = intake->reviewer,
                             .note = delivery->tells ? note : NULL};
    if (store_check_intake(&arrival, &err))
        return intake->options->dry_run ? foretell(intake, &arrival, intake->err)
                                        : keep(intake, &arrival, delivery, intake->err);
    err_wrap(&err, "'%.*s'", STR_ARG(received->document.name));
    leave_out(intake, &err);
    return true;
}

static bool take_deliveries(struct intake_run *intake, const struct deliveries *all)
{
    for (size_t i = 0; i < all->count; i++) {
        struct received *received = &all->delivery[i].received;
        struct err err = {0};
        if (!received->reading.failure.ptr) {
            if (!take_delivery(intake, &all->delivery[i]))
                return false;
            continue;
        }
        err_set(&err, ERR_INPUT, "'%.*s': %.*s", STR_ARG(received->document.name), STR_ARG(received->reading.failure));
        leave_out(intake, &err);
    }
    return true;
}

/* Takes one file or address in. False where nothing more can be done at all. */
static bool take_file(struct intake_run *intake, const char *path)
{
    struct deliveries all;
    struct reception known = {0};
    struct err err = {0};
    bool found = false, again = intake->options->receive.again;
    progress_step(&intake->run->progress, &intake->run->terminal, intake->read++, 0, str_from(path));
    if ((again || fetch_is_address(str_from(path))) && !find_known(intake, path, &known, &found, intake->err)) {
        intake->stopped = true;
        return false;
    }
    if (!may_receive(intake, path, &known, found, &err) ||
        !receive(intake->run, path, &intake->options->receive, again && found ? &known : NULL, &intake->arena, &all,
                 &err)) {
        if (err.code != ERR_NONE)
            leave_out(intake, &err);
        return true;
    }
    if (all.unchanged)
        say(intake->run, "%s: unchanged since %.10s", path, known.at.ptr);
    intake->stopped = !take_deliveries(intake, &all);
    return !intake->stopped;
}

static bool walk_file(void *ctx, const char *file)
{
    struct intake_run *intake = ctx;
    bool go_on = take_file(intake, file);
    if (intake->batch.count == 0)
        arena_reset(&intake->arena);
    return go_on;
}

static bool take_folder(struct intake_run *intake, const char *path)
{
    struct err err = {0};
    int64_t before = intake->read;
    if (!intake_files.walk(intake_files.ctx, path, walk_file, intake, &err)) {
        leave_out(intake, &err);
    } else if (intake->read == before) {
        say(intake->run, "assay: the folder '%s' has no document (" INTAKE_ENDINGS ")", path);
        intake->failed++;
    }
    return !intake->stopped;
}

static bool take_argument(struct intake_run *intake, const char *path)
{
    if (!fetch_is_address(str_from(path)) && intake_files.is_folder(intake_files.ctx, path))
        return take_folder(intake, path);
    return walk_file(intake, path);
}

static bool describes_one(const struct extract_options *o)
{
    return o->title.ptr || o->author.ptr || o->publisher.ptr || o->url.ptr || o->published.ptr ||
           o->receive.archived.ptr;
}

static bool check(const struct extract_options *o, struct words arguments, struct err *err)
{
    if (arguments.count == 0)
        return err_set(err, ERR_USAGE, "what shall be read? usage: assay %s", manual_extract.usage);
    if (o->texts && o->format != FORMAT_NDJSON)
        return err_set(err, ERR_USAGE, "--texts prints documents as ndjson; say --format ndjson");
    if (o->jobs > 0 || o->largest > 0)
        return err_set(err, ERR_USAGE, "--%s goes with --lines only", o->jobs > 0 ? "jobs" : "largest");
    if (o->batch > BATCH_MOST)
        return err_set(err, ERR_USAGE, "--batch takes at most %d documents at a time", BATCH_MOST);
    bool many = arguments.count > 1 || intake_files.is_folder(intake_files.ctx, arguments.word[0]);
    if (describes_one(o) && many)
        return err_set(
            err, ERR_USAGE,
            "--title, --author, --publisher, --url, --archived and --date describe one document; give one file");
    return true;
}

static bool take_all(struct invocation *run, const struct extract_options *o, struct words arguments, struct err *err)
{
    struct intake_run intake = {.run = run, .options = o, .err = err};
    if (!o->dry_run && !reviewer_find(run, &intake.reviewer, err))
        return false;
    intake.extractor = extractor_new();
    intake.batch.size = o->batch > 0 ? (size_t)o->batch : 1;
    intake.batch.arrival = arena_alloc(&run->arena, intake.batch.size * sizeof(*intake.batch.arrival));
    intake.batch.delivery = arena_alloc(&run->arena, intake.batch.size * sizeof(struct delivery *));
    intake.batch.taken = arena_alloc(&run->arena, intake.batch.size * sizeof(*intake.batch.taken));
    listing_begin(&intake.listing, run, &claims_shape, o->format);
    for (size_t i = 0; i < arguments.count; i++)
        if (!take_argument(&intake, arguments.word[i]))
            break;
    if (!intake.stopped)
        intake.stopped = !keep_batch(&intake, err);
    if (!intake.stopped && intake.added >= SETTLE_AFTER)
        intake.stopped = !store_settle(intake.store, err);
    progress_wipe(&run->progress);
    listing_end(&intake.listing);
    store_close(intake.store);
    extractor_free(intake.extractor);
    arena_release(&intake.arena);
    if (!intake.stopped && intake.failed > 0)
        err->code = ERR_INPUT; /* each has been named */
    return !intake.stopped && intake.failed == 0;
}

bool cmd_extract(struct invocation *run, const void *given, struct words arguments, struct err *err)
{
    const struct extract_options *o = given;
    if (!receive_check(&o->receive, err))
        return false;
    if (!o->lines)
        return check(o, arguments, err) && take_all(run, o, arguments, err);
    if (describes_one(o) || o->dry_run || o->batch > 0)
        return err_set(err, ERR_USAGE,
                       "--lines takes no other options than --texts, --jobs, --largest and --format ndjson");
    if (o->format != FORMAT_AUTO && o->format != FORMAT_NDJSON)
        return err_set(err, ERR_USAGE, "--lines prints ndjson only; leave --format away, or say --format ndjson");
    if (o->jobs > JOBS_MOST)
        return err_set(err, ERR_USAGE, "--jobs takes at most %d", JOBS_MOST);
    if (o->largest > LARGEST_MOST)
        return err_set(err, ERR_USAGE, "--largest takes at most %d bytes", LARGEST_MOST);
    struct filter_options how = {.texts = o->texts,
                                 .largest = o->largest > 0 ? (size_t)o->largest : LIMIT_DOCUMENT_BYTES,
                                 .jobs = o->jobs > 0 ? (size_t)o->jobs : 1};
    return filter_lines(run, arguments, &how, err);
}
