/* Keeping what `extract` reads: claims found, documents stored in batches, what was added printed. */
#include <stdio.h>

#include "cmd/claims.h"
#include "cmd/intake_run.h"
#include "cmd/place.h"
#include "cmd/texts.h"
#include "cmd/versions.h"
#include "core/base/clock.h"
#include "core/intake/fetch.h"
#include "core/intake/layout.h"

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
    struct arena scratch = {0};
    struct reception told = {0};
    if (!intake->options->texts)
        return;
    if (arrival->note) {
        told = *arrival->note->reception;
        told.at = clock_now(&scratch);
    }
    text_add(&line,
             &(struct text_record){.id = arrival->document->id,
                                   .document = *arrival->document,
                                   .claims = (int64_t)arrival->claim_count,
                                   .reception = arrival->note ? &told : NULL,
                                   .layout = arrival->note ? arrival->note->layout : STR_NULL,
                                   .text = arrival->text,
                                   .received = str_eq(arrival->bytes, arrival->text) ? STR_NULL : arrival->bytes});
    fwrite(line.ptr, 1, line.len, stdout);
    buf_release(&line);
    arena_release(&scratch);
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

bool keeping_open(struct intake_run *intake, struct err *err)
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

bool keeping_say_known(struct intake_run *intake, const struct document *document, int64_t number, struct err *err)
{
    intake->tally.known++;
    say(intake->run, "%.*s: already in the store as document %lld, nothing %sadded", STR_ARG(document->name),
        (long long)number, intake->options->dry_run ? "would be " : "");
    return name_not_taken(intake, document, number, err);
}

static void count_added(struct intake_run *intake, size_t claims)
{
    intake->tally.added++;
    intake->tally.claims += (int64_t)claims;
}

static bool tell_taken(struct intake_run *intake, const struct intake *arrival, const struct taken_in *taken,
                       struct err *err)
{
    if (!taken->added)
        return keeping_say_known(intake, arrival->document, taken->number, err);
    count_added(intake, arrival->claim_count);
    list_text(intake, arrival);
    list_claims(intake, arrival->document, taken->number, taken->claims, arrival->claim_count);
    listing_flush(&intake->listing);
    summarise(intake, arrival->document->name, taken->claims, arrival->claim_count);
    return true;
}

/*
 * A text that is there already, found in another place, or in the same one after it had been another there: that is
 * noted, and nothing else.
 */
static bool note_place(struct intake_run *intake, const struct delivery *delivery, int64_t number, struct err *err)
{
    const struct reception *reception = &delivery->reception;
    struct reception known;
    struct arrival_note note = {reception, delivery->received.bytes, STR_NULL};
    struct str document = delivery->received.document.id;
    bool found = false, back = reception->previous.ptr && !str_eq(reception->previous, document);
    int64_t ignored;
    if (!delivery->tells || !(back || fetch_is_address(reception->name)))
        return true;
    if (!store_find_reception(intake->store, reception->name, &intake->arena, &known, &found, err))
        return false;
    if (found && str_eq(known.document, document))
        return true;
    note.layout = layout_write(&delivery->received.reading, &intake->arena);
    if (back)
        say(intake->run, "%.*s: it has changed back to document %lld", STR_ARG(reception->name), (long long)number);
    else
        say(intake->run, "%.*s: noted as another place of document %lld", STR_ARG(reception->name), (long long)number);
    return store_add_reception(intake->store, document, &note, &ignored, err);
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

bool keeping_end_batch(struct intake_run *intake, struct err *err)
{
    struct batch *batch = &intake->batch;
    size_t count = batch->count;
    batch->count = batch->bytes = 0;
    if (count == 0)
        return true;
    bool done = keeping_open(intake, err) &&
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
    return keeping_end_batch(intake, err);
}

/* What keep() would do. */
static bool foretell(struct intake_run *intake, const struct intake *arrival, struct err *err)
{
    const struct document *document = arrival->document;
    bool known = false;
    int64_t number = 0;
    if (!keeping_open(intake, err) ||
        (intake->store && !store_find_text(intake->store, document->id, &number, &known, err)))
        return false;
    if (known)
        return keeping_say_known(intake, document, number, err);
    count_added(intake, arrival->claim_count);
    list_text(intake, arrival);
    list_claims(intake, document, 0, arrival->claims, arrival->claim_count);
    listing_flush(&intake->listing);
    summarise(intake, document->name, arrival->claims, arrival->claim_count);
    return true;
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
    return !*ret_known || (keeping_say_known(intake, document, number, intake->err) &&
                           (intake->options->dry_run || note_place(intake, delivery, number, intake->err)));
}

bool keeping_take(struct intake_run *intake, struct delivery *delivery)
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
    tally_refuse(intake, &err);
    return true;
}
