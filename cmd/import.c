/* `assay import`: what `extract --texts` printed, here or on other machines, comes into the store. Reads line by line, and
 * holds some hundred documents at a time. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cmd/claims.h"
#include "cmd/cmd.h"
#include "cmd/desk.h"
#include "cmd/import_reviews.h"
#include "cmd/place.h"
#include "cmd/reviewer.h"
#include "cmd/texts.h"
#include "core/base/limits.h"
#include "core/intake/fetch.h"
#include "core/intake/layout.h"

struct import_options {
    struct str desk;
    bool allow_private;
};

static const struct option options[] = {
    {"allow-private", 0, OPTION_FLAG, offsetof(struct import_options, allow_private), NULL, NULL,
     "fetch from a private or local address, too"},
    OPTION_DESK(offsetof(struct import_options, desk)),
    {0},
};

static const char *const examples[] = {
    EXAMPLE("assay import https://desk.example/fact-check", "the ClaimReview that a page holds"),
    EXAMPLE("assay import reviews.json claims.csv", "a list or feed of ClaimReview; a table of claims and ratings"),
    EXAMPLE("assay import claims.ndjson", "what assay extract --lines --texts … printed"),
    EXAMPLE("cat part-* | assay import", "the parts that a cluster made, in any order"),
    NULL,
};

const struct manual manual_import = {
    .usage = "import [FILE|URL|-]...",
    .about =
        "Takes documents and their claims in as 'extract --texts --format ndjson' prints them: a line for a document "
        "with "
        "its text, and after it a line for each of its claims. Each figure must be what the text has at its place. A "
        "document that is in the store already stays as it is, so that importing again adds nothing; one with a faulty "
        "line is named with that line and left out as a whole, the others come in, and the exit status is 3.\n\n"
        "Claims that were reviewed elsewhere come in too, each as a statement, with the review as its source and the "
        "verdict as that of whoever gave it: schema.org's ClaimReview (in a page, a list or a feed), lines of report "
        "--format ndjson, and tables (.csv, .tsv) and lines of JSON with these names: statement (needed), figure, "
        "speaker, title, publisher, url, date, rating, rationale, reviewer, stance, source_url, source_title, "
        "source_author, source_publisher, source_published, archive_url, quote, locator, source_figure, accessed. "
        "Ratings are known by our names, the desk's, and those of many desks; else by their place on their scale.",
    .options = options,
    .options_size = sizeof(struct import_options),
    .examples = examples,
    .most = ARGUMENTS_ANY,
};

enum { BATCH_DOCUMENTS = 500, BATCH_BYTES = 16 * 1024 * 1024 };
/* A line of JSON may take six bytes for one of the text. */
#define LINE_BYTES (LIMIT_DOCUMENT_BYTES * 6)

/* A document whose claims are being read, or that waits to be stored. */
struct entry {
    struct text_record text;
    int64_t at; /* its line in the input */
    struct claim *claim;
    size_t claim_count, claim_cap;
};

struct import {
    struct invocation *run;
    struct store *store;
    struct str reviewer;
    const char *input; /* as messages call it */
    int64_t line;      /* being read */
    struct entry entry;
    bool open, spoilt; /* a document is being read; it has been told of, and is left out */
    struct intake arrival[BATCH_DOCUMENTS];
    struct document document[BATCH_DOCUMENTS];
    struct arrival_note note[BATCH_DOCUMENTS];
    struct taken_in taken[BATCH_DOCUMENTS];
    size_t count, bytes;
    struct arena arena; /* what waits */
    struct arena reading;
    int64_t documents, claims, known, failed;
    struct review_import *reviews;
    bool allow_private;
    bool waits; /* the input may keep us waiting, so that nothing is held open meanwhile */
};

static void fault(struct import *import, int64_t line, const char *what)
{
    say(import->run, "assay: %s: line %lld: %s; the document is left out", import->input, (long long)line, what);
    import->failed++;
    import->spoilt = true;
}

/* ---- storing ---- */

static bool store_batch(struct import *import, struct err *err)
{
    size_t count = import->count;
    import->count = import->bytes = 0;
    bool done =
        count == 0 || store_add_documents(import->store, import->arrival, count, &import->arena, import->taken, err);
    for (size_t i = 0; done && i < count; i++) {
        import->known += !import->taken[i].added;
        import->documents += import->taken[i].added;
        import->claims += import->taken[i].added ? (int64_t)import->arrival[i].claim_count : 0;
    }
    arena_reset(&import->arena);
    return done;
}

/* Whether a document with that id is among those that wait to be stored. */
static bool waits(struct import *import, struct str id)
{
    for (size_t i = 0; i < import->count && id.ptr; i++) {
        struct digest digest = digest_of(import->arrival[i].text);
        if (str_eq(digest_hex(&import->arena, &digest), id))
            return true;
    }
    return false;
}

/* Its layout is of this text and these bytes; the version before it is in this store, or else nothing is said of one. */
static bool take_note(struct import *import, const struct entry *entry, const struct intake *arrival,
                      struct arrival_note *note, struct err *err)
{
    const struct text_record *text = &entry->text;
    struct reception *reception = arena_alloc(&import->arena, sizeof(*reception));
    struct reading ignored;
    bool found = false;
    int64_t number;
    *reception = *text->reception;
    reception->reviewer = import->reviewer;
    *note = (struct arrival_note){reception, arrival->bytes, text->layout};
    if (text->layout.ptr && !layout_read(text->layout, text->text, arrival->bytes.len, &import->arena, &ignored, err))
        return err_set(err, ERR_INPUT, "its 'layout' is not of this text");
    if (reception->previous.ptr && !store_find_text(import->store, reception->previous, &number, &found, err))
        return false;
    if (!found && !waits(import, reception->previous))
        reception->previous = STR_NULL;
    return true;
}

/* The document is read to its end: it waits with the others where nothing is wrong with it. */
static bool end_document(struct import *import, struct err *err)
{
    struct entry *entry = &import->entry;
    struct intake *arrival = &import->arrival[import->count];
    struct err wrong = {0};
    char what[128];
    if (!import->open)
        return true;
    import->open = false;
    if (!import->spoilt && entry->claim_count != (size_t)entry->text.claims) {
        snprintf(what, sizeof(what), "it says that %lld claims follow, and %zu do", (long long)entry->text.claims,
                 entry->claim_count);
        fault(import, entry->at, what);
    }
    import->document[import->count] = entry->text.document;
    *arrival = (struct intake){.document = &import->document[import->count],
                               .bytes = entry->text.received.ptr ? entry->text.received : entry->text.text,
                               .text = entry->text.text,
                               .claims = entry->claim,
                               .claim_count = entry->claim_count,
                               .action = ACTION_IMPORT,
                               .reviewer = import->reviewer};
    if (entry->text.reception && !import->spoilt) {
        arrival->note = &import->note[import->count];
        if (!take_note(import, entry, arrival, &import->note[import->count], &wrong))
            fault(import, entry->at, wrong.msg);
    }
    if (!import->spoilt && !store_check_intake(arrival, &wrong))
        fault(import, entry->at, wrong.msg);
    if (import->spoilt)
        return true;
    import->bytes += arrival->text.len + arrival->bytes.len;
    import->count++;
    return (import->count < BATCH_DOCUMENTS && import->bytes < BATCH_BYTES) || store_batch(import, err);
}

/* ---- reading ---- */

static void begin_document(struct import *import, const struct text_record *text)
{
    import->open = true;
    import->spoilt = false;
    import->entry = (struct entry){.at = import->line, .text = *text};
    struct document *document = &import->entry.text.document;
    if (!document->name.ptr)
        document->name = arena_printf(&import->arena, "line %lld", (long long)text->line);
}

static bool read_document(struct import *import, const json_t *json, struct err *err)
{
    struct text_record text = {0};
    struct err wrong = {0};
    if (!end_document(import, err))
        return false;
    bool read = text_record_read(json, &import->arena, &text, &wrong);
    begin_document(import, &text);
    if (!read)
        fault(import, import->line, wrong.msg);
    return true;
}

/* A document's line as it is printed. What it says is kept only when the one before is out of the way. */
static bool read_printed_document(struct import *import, struct str line, bool *ret_read, struct err *err)
{
    struct text_record text;
    bool done = true;
    *ret_read = text_record_from_line(line, &import->reading, &text);
    if (*ret_read && (done = end_document(import, err))) {
        text_record_keep(&text, &import->arena);
        begin_document(import, &text);
    }
    arena_reset(&import->reading);
    return done;
}

/* Whether the claim is one of the document that is being read: both name it alike, by its id or by its line. */
static bool is_of(const struct entry *entry, struct str document, int64_t line)
{
    return entry->text.id.ptr || document.ptr ? str_eq(document, entry->text.id) : line == entry->text.line;
}

/* The sentence stands in the text where it says; the figure is looked at by the store. */
static bool sentence_is_there(const struct claim *claim, struct str text)
{
    size_t start = (size_t)claim->sentence_start;
    if (!claim->sentence.ptr)
        return true;
    return claim->sentence_start >= 0 && start <= text.len && claim->sentence.len <= text.len - start &&
           str_eq(claim->sentence, str_slice(text, start, start + claim->sentence.len));
}

static void add_claim(struct import *import, const struct claim *claim)
{
    struct entry *entry = &import->entry;
    if (entry->claim_count == entry->claim_cap) {
        size_t cap = entry->claim_cap > 0 ? entry->claim_cap * 2 : 32;
        struct claim *more = arena_alloc(&import->arena, cap * sizeof(*more));
        if (entry->claim_count > 0)
            memcpy(more, entry->claim, entry->claim_count * sizeof(*more));
        entry->claim = more;
        entry->claim_cap = cap;
    }
    entry->claim[entry->claim_count] = *claim;
    entry->claim[entry->claim_count++].number = 0;
}

static bool take_claim(struct import *import, const struct lined_claim *lined, const char *wrong, struct err *err)
{
    struct entry *entry = &import->entry;
    if (!import->open || !is_of(entry, lined->document, lined->line)) {
        bool told = import->spoilt && !import->open;
        if (!end_document(import, err))
            return false;
        if (!told)
            fault(import, import->line, "its document is not before it; extract it with --texts");
        return true;
    }
    if (import->spoilt)
        return true;
    if (wrong)
        fault(import, import->line, wrong);
    else if (!sentence_is_there(&lined->claim, entry->text.text))
        fault(import, import->line, "its sentence is not what the document's text has there");
    else
        add_claim(import, &lined->claim);
    return true;
}

static bool read_claim(struct import *import, const json_t *json, struct err *err)
{
    const json_t *document = json_object_get(json, "document"), *line = json_object_get(json, "line");
    struct err wrong = {0};
    struct lined_claim lined = {.line = json_is_integer(line) ? json_integer_value(line) : INT64_MIN,
                                .document = {json_string_value(document), json_string_length(document)}};
    bool read = record_from_json(&claim_fields, json, &import->arena, &lined.claim, &wrong);
    return take_claim(import, &lined, read ? NULL : wrong.msg, err);
}

static bool read_shape(struct str line, const struct listing_shape *shape, struct arena *arena, void *record)
{
    size_t at = 0;
    for (size_t i = 0; i < shape->part_count; i++)
        if (!record_from_line(shape->parts[i].fields, line, &at, arena, (char *)record + shape->parts[i].offset))
            return false;
    return at + 1 == line.len && line.ptr[at] == '}';
}

/* A claim's line as the filter prints it, or extract --dry-run, which is nearly every line. */
static bool read_printed(struct str line, struct arena *arena, struct lined_claim *ret)
{
    struct tracked_claim tracked = {0};
    *ret = (struct lined_claim){0};
    if (str_starts(line, STR("{\"line\":")))
        return read_shape(line, &lined_document_claims_shape, arena, ret) ||
               read_shape(line, &lined_claims_shape, arena, ret);
    if (!read_shape(line, &claims_shape, arena, &tracked))
        return false;
    *ret = (struct lined_claim){.line = INT64_MIN, .document = tracked.state.document, .claim = tracked.claim};
    return true;
}

static bool take_json(struct import *import, struct str line, struct err *err)
{
    json_error_t wrong;
    char what[JSON_ERROR_TEXT_LENGTH + 64];
    json_t *json = json_loadb(line.ptr, line.len, 0, &wrong);
    if (!json_is_object(json)) {
        snprintf(what, sizeof(what), "it is no object of JSON (byte %d: %s)", json ? 1 : wrong.position,
                 json ? "something else" : wrong.text);
        json_decref(json);
        fault(import, import->line, what);
        return true;
    }
    bool done;
    if (json_object_get(json, "text"))
        done = read_document(import, json, err);
    else if (review_line_is_one(json))
        done = end_document(import, err) &&
               review_import_line(import->reviews, import->input, import->line, json, err) &&
               (!import->waits || review_import_flush(import->reviews, err));
    else
        done = read_claim(import, json, err);
    json_decref(json);
    return done;
}

static bool take_line(struct import *import, struct str line, struct err *err)
{
    struct lined_claim lined;
    bool read;
    if (read_printed(line, &import->arena, &lined))
        return take_claim(import, &lined, NULL, err);
    bool done = read_printed_document(import, line, &read, err);
    return !done || read ? done : take_json(import, line, err);
}

static bool read_line(struct import *import, struct str line, struct err *err)
{
    struct str text = str_trim(line);
    import->line++;
    if (text.len > LINE_BYTES)
        fault(import, import->line, "it is too long for one document");
    else if (text.len > 0)
        return take_line(import, text, err);
    return true;
}

static bool read_lines(struct import *import, struct str bytes, struct err *err)
{
    bool done = true;
    while (done && bytes.len > 0)
        done = read_line(import, str_split(&bytes, '\n'), err);
    return done;
}

/* The rest of the input behind its first line, as one. */
static bool read_rest(struct import *import, struct buf *bytes, FILE *file, struct err *err)
{
    char room[64 * 1024];
    size_t got;
    while (bytes->len <= LIMIT_DOCUMENT_BYTES && (got = fread(room, 1, sizeof(room), file)) > 0)
        buf_add(bytes, room, got);
    if (bytes->len > LIMIT_DOCUMENT_BYTES)
        return err_set(err, ERR_INPUT, "'%s' is larger than %zu bytes", import->input, LIMIT_DOCUMENT_BYTES);
    return !ferror(file) || err_set(err, ERR_INPUT, "could not read '%s': %s", import->input, strerror(errno));
}

/* What stands at the beginning decides whether the input is lines, or one whole. */
static bool read_whole(struct import *import, struct str begins, FILE *file, bool *ret_whole, struct err *err)
{
    struct buf bytes = {0};
    enum review_input kind = review_input_of(str_from(import->input), begins);
    bool done = true;
    buf_str(&bytes, begins);
    if (kind == REVIEW_INPUT_NONE && str_starts(str_trim(begins), STR("{"))) {
        json_t *line = json_loadb(begins.ptr, begins.len, 0, NULL);
        if (!line) { /* an object over several lines, it may be */
            done = read_rest(import, &bytes, file, err);
            kind = review_input_of(str_from(import->input), buf_view(&bytes));
            *ret_whole = true;
        }
        json_decref(line);
    } else if (kind != REVIEW_INPUT_NONE) {
        done = read_rest(import, &bytes, file, err);
        *ret_whole = true;
    }
    if (done && kind != REVIEW_INPUT_NONE)
        done = review_import_all(import->reviews, kind, import->input, buf_view(&bytes), err);
    else if (done && *ret_whole)
        done = read_lines(import, buf_view(&bytes), err);
    buf_release(&bytes);
    return done;
}

static bool read_input(struct import *import, FILE *file, struct err *err)
{
    char *line = NULL;
    size_t cap = 0;
    bool done = true, whole = false;
    ssize_t len = getline(&line, &cap, file);
    if (len >= 0)
        done = read_whole(import, (struct str){line, (size_t)len}, file, &whole, err);
    for (; done && !whole && len >= 0; len = getline(&line, &cap, file))
        done = read_line(import, (struct str){line, (size_t)len}, err);
    int reason = errno;
    free(line);
    if (done && !whole && ferror(file))
        return err_set(err, ERR_INPUT, "could not read '%s': %s", import->input, strerror(reason));
    return done && end_document(import, err) && review_import_flush(import->reviews, err);
}

static bool import_address(struct import *import, const char *address, struct err *err)
{
    const struct fetch_request request = {.url = str_from(address), .allow_private = import->allow_private};
    struct fetched fetched;
    struct arena arena = {0};
    bool done = fetch(&request, &arena, &fetched, err);
    import->input = address;
    import->line = 0;
    enum review_input kind = done ? review_input_of(str_from(address), fetched.bytes) : REVIEW_INPUT_NONE;
    if (done && kind == REVIEW_INPUT_NONE)
        done = read_lines(import, fetched.bytes, err) && end_document(import, err) &&
               review_import_flush(import->reviews, err);
    else if (done)
        done = review_import_all(import->reviews, kind, address, fetched.bytes, err);
    arena_release(&arena);
    return done;
}

static bool import_path(struct import *import, const char *path, struct err *err)
{
    bool standard = strcmp(path, "-") == 0;
    if (fetch_is_address(str_from(path)))
        return import_address(import, path, err);
    FILE *file = standard ? stdin : fopen(path, "rb");
    struct stat status;
    import->input = standard ? "standard input" : path;
    import->line = 0;
    import->waits = !file || fstat(fileno(file), &status) != 0 || !S_ISREG(status.st_mode);
    if (!file)
        return err_set(err, ERR_INPUT, "could not read '%s': %s", path, strerror(errno));
    bool done = read_input(import, file, err);
    if (!standard)
        fclose(file);
    return done;
}

static bool import_all(struct import *import, struct words inputs, struct err *err)
{
    enum { SETTLE_AFTER = 100 };
    bool done = true;
    char standard_name[] = "-", *standard[] = {standard_name};
    if (inputs.count == 0)
        inputs = (struct words){standard, 1};
    for (size_t i = 0; done && i < inputs.count; i++) {
        struct err one = {0};
        done = import_path(import, inputs.word[i], &one);
        if (!done && one.code == ERR_INPUT) { /* the others come in all the same */
            say(import->run, "assay: %s", one.msg);
            import->failed++;
            done = end_document(import, &one);
        }
        if (!done)
            *err = one;
    }
    done = done && store_batch(import, err);
    return done && (import->documents < SETTLE_AFTER || store_settle(import->store, err));
}

/* Where reviews alone were read, documents with their text need no word. */
static void tell(struct import *import)
{
    bool reviewed = review_import_read(import->reviews) > 0;
    import->failed += review_import_end(import->reviews);
    if (!reviewed || import->documents + import->known > 0)
        say(import->run, "%lld document%s added with %lld claim%s, %lld there already", (long long)import->documents,
            import->documents == 1 ? "" : "s", (long long)import->claims, import->claims == 1 ? "" : "s",
            (long long)import->known);
}

bool cmd_import(struct invocation *run, const void *given, struct words inputs, struct err *err)
{
    const struct import_options *o = given;
    const struct desk *desk = NULL;
    struct import *import = mem_alloc(sizeof(*import));
    import->run = run;
    import->allow_private = o->allow_private;
    bool done = reviewer_find(run, &import->reviewer, err) && desk_find(run, o->desk, &desk, err) &&
                place_open_or_make(run, &import->store, err);
    if (done) {
        import->reviews = review_import_new(run, import->store, import->reviewer, desk);
        done = import_all(import, inputs, err);
        tell(import);
    }
    if (done && import->failed > 0) {
        err->code = ERR_INPUT; /* each has been named */
        done = false;
    }
    review_import_free(import->reviews);
    store_close(import->store);
    arena_release(&import->arena);
    arena_release(&import->reading);
    free(import);
    return done;
}
