/* `assay extract --lines`: reads lines in pieces (pipeline.h) and makes claims of them, in memory that does not grow. */
#include "cmd/filter.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cmd/claims.h"
#include "cmd/listing.h"
#include "cmd/pipeline.h"
#include "cmd/texts.h"
#include "core/base/limits.h"
#include "core/base/utf8.h"
#include "core/extract/extract.h"

enum { READ_BYTES = 64 * 1024 };

/* ---- a piece's lines, in any thread ---- */

/* What all threads share, and none changes, but each its own of the jobs. */
struct filter {
    const struct filter_options *options;
    struct extractor *extractor;
    struct extracting *jobs;
    struct json_form *claims, *document_claims; /* of lines of text, and of documents in JSON */
};

/* Lines at work, one after the other. */
struct lines {
    const struct filter *filter;
    struct piece *piece;
    int64_t line; /* from 1, in its input */
    struct extracting *extracting;
};

static void reject(struct lines *lines, const char *what)
{
    piece_say(lines->piece, "assay: %s: line %lld %s; it is left out", lines->piece->input, (long long)lines->line,
              what);
    lines->piece->failed++;
}

static void reject_long(struct lines *lines)
{
    char what[96];
    snprintf(what, sizeof(what), "is longer than %zu bytes (raise that by --largest)", lines->filter->options->largest);
    reject(lines, what);
}

static bool is_text(struct lines *lines, struct str text)
{
    size_t bad;
    char what[64];
    if (!utf8_valid(text, &bad)) {
        snprintf(what, sizeof(what), "is not UTF-8 at byte %zu", bad + 1);
        reject(lines, what);
        return false;
    }
    if (memchr(text.ptr, '\0', text.len)) {
        reject(lines, "holds a NUL byte");
        return false;
    }
    return true;
}

static int64_t number_of_line(const struct lines *lines)
{
    return lines->piece->before + lines->line;
}

/* A document, whether it was a line of text or of JSON. */
struct found_in {
    struct lines *lines;
    const struct text_document *read;
    const struct json_form *form; /* of its claims */
};

static bool print_claims(void *ctx, const struct claim *claims, size_t count)
{
    const struct found_in *document = ctx;
    struct piece *piece = document->lines->piece;
    struct lined_claim lined = {.line = number_of_line(document->lines), .document = document->read->id};
    for (size_t i = 0; i < count; i++) {
        lined.claim = claims[i];
        json_form_add(document->form, &piece->out, &lined);
        buf_char(&piece->out, '\n');
        if (!piece_spill(piece))
            return false;
    }
    return true;
}

/* The document's own line says how many claims follow, so they are all found first; a store would take no more either. */
static void print_with_text(struct found_in *document, const struct extract_context *context)
{
    struct lines *lines = document->lines;
    struct piece *piece = lines->piece;
    struct claim *claims = NULL;
    size_t count = 0;
    extract_claims(lines->filter->extractor, document->read->text, context, &piece->arena, &claims, &count);
    if (count > LIMIT_DOCUMENT_CLAIMS) {
        reject(lines,
               "has more figures than a store takes of one document (100000; without --texts there is no limit)");
        return;
    }
    text_add(&piece->out, &(struct text_record){.line = number_of_line(lines),
                                                .id = document->read->id,
                                                .document = document->read->document,
                                                .claims = (int64_t)count,
                                                .text = document->read->text});
    print_claims(document, claims, count);
}

static void take_document(struct lines *lines, const struct text_document *read, const struct json_form *form)
{
    struct extract_context context = {.published = read->document.published};
    struct found_in document = {lines, read, form};
    if (lines->filter->options->texts)
        print_with_text(&document, &context);
    else
        extract_each(lines->extracting, read->text, &context, print_claims, &document);
}

/* A document is called by where it stood, where it says nothing of itself. */
static struct str name_of_line(struct lines *lines)
{
    return arena_printf(&lines->piece->arena, "line %lld", (long long)number_of_line(lines));
}

static void take_json(struct lines *lines, struct str line)
{
    struct text_document read;
    struct err err = {0};
    json_t *json;
    if (!text_read(line, &read, &json, &err)) {
        reject(lines, err.msg);
        return;
    }
    if (!read.document.name.ptr)
        read.document.name = name_of_line(lines);
    take_document(lines, &read, lines->filter->document_claims);
    json_decref(json);
}

static void take_text(struct lines *lines, struct str text)
{
    struct text_document read = {.text = text, .document = {.media = MEDIA_TEXT}};
    if (lines->filter->options->texts)
        read.document.name = name_of_line(lines);
    take_document(lines, &read, lines->filter->claims);
}

static void take_line(struct lines *lines, struct str text)
{
    lines->line++;
    if (lines->line == 1 && str_starts(text, STR("\xEF\xBB\xBF")))
        text = str_slice(text, 3, text.len);
    if (str_ends(text, STR("\r")))
        text.len--;
    if (text.len > lines->filter->options->largest || lines->piece->too_long) {
        reject_long(lines);
        return;
    }
    if (text.len == 0 || !is_text(lines, text))
        return;
    if (text_is_json(text))
        take_json(lines, text);
    else
        take_text(lines, text);
    arena_reset(&lines->piece->arena);
}

static void take_piece(void *ctx, struct piece *piece)
{
    const struct filter *filter = ctx;
    struct lines lines = {
        .filter = filter, .piece = piece, .line = piece->line, .extracting = &filter->jobs[piece->job]};
    struct str rest = buf_view(&piece->in);
    if (piece->too_long)
        take_line(&lines, STR(""));
    while (rest.len > 0)
        take_line(&lines, str_split(&rest, '\n'));
}

/* ---- reading lines into pieces, in one thread ---- */

struct reader {
    struct pipeline *pipeline;
    struct piece *piece; /* the one that is being filled */
    struct buf rest;     /* what was read behind its last line */
    const char *input;   /* as messages call it */
    int fd;
    size_t largest; /* a longer line is not kept */
    int64_t line;   /* lines given away of this input */
    int64_t before; /* lines of the inputs before it */
    bool closed;    /* standard output takes no more */
};

static int64_t count_lines(struct str bytes)
{
    int64_t count = 0;
    for (size_t at = 0; at < bytes.len; count++) {
        const char *end = memchr(bytes.ptr + at, '\n', bytes.len - at);
        at = end ? (size_t)(end - bytes.ptr) + 1 : bytes.len;
    }
    return count;
}

/* Gives the piece away; what was read behind its lines begins the next one. */
static void give_lines(struct reader *reader, int64_t lines)
{
    struct piece *piece = reader->piece;
    piece->input = reader->input;
    piece->line = reader->line;
    piece->before = reader->before;
    reader->line += lines;
    reader->closed = !pipeline_give(reader->pipeline, piece);
    reader->piece = pipeline_next(reader->pipeline);
    struct buf empty = reader->piece->in;
    reader->piece->in = reader->rest;
    reader->rest = empty;
}

/* The bytes from `start` on have just been read. */
static void take_bytes(struct reader *reader, size_t start)
{
    struct piece *piece = reader->piece;
    char *bytes = piece->in.ptr + start;
    size_t len = piece->in.len - start;
    const char *end = piece->too_long ? memchr(bytes, '\n', len) : memrchr(bytes, '\n', len);
    if (end) {
        size_t kept = (size_t)(end - bytes) + 1;
        buf_add(&reader->rest, bytes + kept, len - kept);
        piece->in.len = piece->too_long ? 0 : start + kept;
        give_lines(reader, piece->too_long ? 1 : count_lines(buf_view(&piece->in)));
        if (reader->piece->in.len > 0)
            take_bytes(reader, 0);
    } else if (piece->too_long || piece->in.len > reader->largest) {
        piece->too_long = true;
        buf_release(&piece->in);
    }
}

static bool read_lines(struct reader *reader, struct err *err)
{
    while (!reader->closed) {
        struct buf *in = &reader->piece->in;
        pipeline_make_room(reader->pipeline, in->len + READ_BYTES);
        buf_reserve(in, READ_BYTES);
        ssize_t got = read(reader->fd, in->ptr + in->len, READ_BYTES);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            buf_clear(in); /* the half of a line is none */
            reader->piece->too_long = false;
            return err_set(err, ERR_INPUT, "could not read '%s': %s", reader->input, strerror(errno));
        }
        if (got == 0)
            break;
        in->len += (size_t)got;
        take_bytes(reader, in->len - (size_t)got);
    }
    if (reader->piece->in.len > 0 || reader->piece->too_long)
        give_lines(reader, 1);
    return true;
}

static bool read_input(struct reader *reader, const char *path, struct err *err)
{
    bool standard = strcmp(path, "-") == 0;
    reader->input = standard ? "standard input" : path;
    reader->fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (reader->fd < 0)
        return err_set(err, ERR_INPUT, "could not read '%s': %s", path, strerror(errno));
    bool ok = read_lines(reader, err);
    reader->before += reader->line;
    reader->line = 0;
    if (!standard)
        close(reader->fd);
    return ok;
}

/* Reads one input after the other; returns how many could not be read. */
static int64_t read_inputs(struct reader *reader, struct invocation *run, struct words inputs)
{
    size_t count = inputs.count > 0 ? inputs.count : 1;
    int64_t failed = 0;
    struct err err = {0};
    reader->piece = pipeline_next(reader->pipeline);
    for (size_t i = 0; i < count; i++) {
        if (read_input(reader, inputs.count > 0 ? inputs.word[i] : "-", &err))
            continue;
        pipeline_drain(reader->pipeline);
        say(run, "assay: %s", err.msg);
        failed++;
    }
    return failed;
}

bool filter_lines(struct invocation *run, struct words inputs, const struct filter_options *options, struct err *err)
{
    struct filter filter = {.options = options,
                            .extractor = extractor_new(),
                            .jobs = mem_alloc(options->jobs * sizeof(*filter.jobs)),
                            .claims = listing_form(&lined_claims_shape),
                            .document_claims = listing_form(&lined_document_claims_shape)};
    struct reader reader = {.largest = options->largest};
    bool ok = false;
    for (size_t i = 0; i < options->jobs; i++)
        filter.jobs[i].extractor = filter.extractor;
    json_object_seed(0); /* jansson asks that it be done before there are threads */
    if (!pipeline_new(run, options->jobs, take_piece, &filter, &reader.pipeline, err))
        goto out;
    int64_t failed = read_inputs(&reader, run, inputs);
    failed += pipeline_end(reader.pipeline);
    if (failed > 0)
        err->code = ERR_INPUT; /* each has been named */
    ok = failed == 0;
out:
    buf_release(&reader.rest);
    for (size_t i = 0; i < options->jobs; i++)
        extracting_release(&filter.jobs[i]);
    free(filter.jobs);
    json_form_free(filter.document_claims);
    json_form_free(filter.claims);
    extractor_free(filter.extractor);
    return ok;
}
