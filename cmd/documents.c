/* `assay documents`: what was taken in. */
#include "cmd/cmd.h"
#include "cmd/listing.h"
#include "cmd/place.h"
#include "core/report/words.h"

struct documents_options {
    int64_t limit;
    int format;
};

static const struct option options[] = {
    {"limit", 'n', OPTION_INTEGER, offsetof(struct documents_options, limit), NULL, "N", "at most so many"},
    OPTION_FORMAT(offsetof(struct documents_options, format)),
    {0},
};

static const char *const examples[] = {
    EXAMPLE("assay documents", "each document with its number, date and how many claims were found in it"),
    EXAMPLE("assay documents --format json", "the same with every field"),
    NULL,
};

const struct manual manual_documents = {
    .usage = "documents [options]",
    .about = "Lists the documents in the order in which they were taken in. The number of claims counts dates, ranks "
             "and scores too.",
    .options = options,
    .options_size = sizeof(struct documents_options),
    .examples = examples,
};

enum {
    COLUMN_NUMBER,
    COLUMN_DATE,
    COLUMN_CLAIMS,
    COLUMN_TITLE,
    COLUMN_AUTHOR,
    COLUMN_PUBLISHER,
    COLUMN_BYTES,
    COLUMN_ADDED,
    COLUMN_END
};

static const struct table_column columns[COLUMN_END] = {
    [COLUMN_NUMBER] = {"no", .right = true},
    [COLUMN_DATE] = {"published", .drop = 2},
    [COLUMN_CLAIMS] = {"claims", .right = true},
    [COLUMN_BYTES] = {"bytes", .right = true, .drop = 5},
    [COLUMN_TITLE] = {"title or file", .least = 16},
    [COLUMN_AUTHOR] = {"author", .least = 10, .most = 24, .drop = 4},
    [COLUMN_PUBLISHER] = {"publisher", .least = 10, .most = 24, .drop = 3},
    [COLUMN_ADDED] = {"added", .drop = 1},
};

/* Statements of one speech share its title: what tells them apart is who said what. */
static struct str document_title(const struct document *document)
{
    return document->media == MEDIA_STATEMENT ? document->name : words_document(document);
}

static void document_cells(const void *record, struct arena *arena, struct table_cell *ret_cells)
{
    const struct document *document = record;
    ret_cells[COLUMN_NUMBER].text = arena_printf(arena, "%lld", (long long)document->number);
    ret_cells[COLUMN_DATE].text = document->published;
    ret_cells[COLUMN_CLAIMS].text = arena_printf(arena, "%lld", (long long)document->claims);
    ret_cells[COLUMN_BYTES].text = arena_printf(arena, "%lld", (long long)document->bytes);
    ret_cells[COLUMN_AUTHOR].text = document->author;
    ret_cells[COLUMN_TITLE].text = document_title(document);
    ret_cells[COLUMN_PUBLISHER].text = document->publisher;
    ret_cells[COLUMN_ADDED].text =
        document->added_at.len > 10 ? str_slice(document->added_at, 0, 10) : document->added_at;
}

static const struct listing_part parts[] = {{&document_fields, 0}};
static const struct listing_shape shape = {parts, 1, columns, COLUMN_END, document_cells};

struct documents_listing {
    struct listing listing;
    int64_t limit; /* 0 for none */
};

static bool list_document(void *ctx, const struct document *document)
{
    struct documents_listing *documents = ctx;
    listing_add(&documents->listing, document);
    return !output_closed() && documents->listing.count != documents->limit;
}

bool cmd_documents(struct invocation *run, const void *given, struct words arguments, struct err *err)
{
    (void)arguments;
    const struct documents_options *o = given;
    struct store *store = NULL;
    struct documents_listing documents = {.limit = o->limit};
    if (!place_open(run, &store, err))
        return false;
    page_output(run);
    listing_begin(&documents.listing, run, &shape, o->format);
    bool ok = store_documents(store, list_document, &documents, err);
    listing_end(&documents.listing);
    if (ok && documents.listing.count == 0)
        ok = err_set(err, ERR_ABSENT, "the store has no documents yet; 'assay extract FILE' takes one in");
    store_close(store);
    return ok;
}
