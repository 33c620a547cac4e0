/* `assay history`: who did what, and when. */
#include "cmd/claims.h"
#include "cmd/cmd.h"
#include "cmd/listing.h"
#include "cmd/place.h"
#include "core/base/clock.h"

struct history_options {
    int64_t limit;
    int format;
};

static const struct option options[] = {
    {"limit", 'n', OPTION_INTEGER, offsetof(struct history_options, limit), NULL, "N", "only the last N"},
    OPTION_FORMAT(offsetof(struct history_options, format)),
    {0},
};

static const char *const examples[] = {
    EXAMPLE("assay history 2", "all that was done about claim 2, its intake among it"),
    EXAMPLE("assay history -n 20", "what was done last"),
    EXAMPLE("assay history --format ndjson", "the whole store's events with their hashes, for safe keeping elsewhere"),
    NULL,
};

const struct manual manual_history = {
    .usage = "history [options] [ID]",
    .about =
        "Lists the events that concern a claim, or all of them, in their order. Each event carries the hash of the one "
        "before it; 'assay doctor' recomputes that chain.",
    .options = options,
    .options_size = sizeof(struct history_options),
    .examples = examples,
    .most = 1,
};

enum { COLUMN_NUMBER, COLUMN_AT, COLUMN_WHO, COLUMN_ACTION, COLUMN_CLAIM, COLUMN_CONTENT, COLUMN_END };

static const struct table_column columns[COLUMN_END] = {
    [COLUMN_NUMBER] = {"no", .right = true, .drop = 3},
    [COLUMN_AT] = {"when (UTC)"},
    [COLUMN_WHO] = {"who", .least = 8, .good = 12, .most = 30},
    [COLUMN_ACTION] = {"did"},
    [COLUMN_CLAIM] = {"to", .drop = 2},
    [COLUMN_CONTENT] = {"what", .least = 12, .good = 20, .drop = 1},
};

enum { SHORT_ID = 8 };

static struct str short_id(struct str id)
{
    return id.len > SHORT_ID ? str_slice(id, 0, SHORT_ID) : id;
}

/* The first of two members of a row that is there, after `before` where something stands already. */
static void add_member(struct buf *words, const json_t *content, const char *row, const char *member, const char *other,
                       const char *before)
{
    const json_t *object = json_object_get(content, row), *value = json_object_get(object, member);
    if (!json_is_string(value))
        value = json_object_get(object, other);
    if (json_is_string(value))
        buf_printf(words, "%s%s", words->len > 0 ? before : "", json_string_value(value));
}

/* An event's content is JSON that holds the rows it added, by name; this is the gist of it. */
static struct str gist(const struct event *event, struct arena *arena)
{
    struct buf words = {0};
    json_t *content = json_loadb(event->content.ptr ? event->content.ptr : "", event->content.len, 0, NULL);
    add_member(&words, content, "verdict", "rating", "", "");
    add_member(&words, content, "verdict", "rationale", "", ": ");
    add_member(&words, content, "citation", "stance", "", "");
    add_member(&words, content, "citation", "quote", "figure", ": ");
    add_member(&words, content, "source", "title", "url", ", ");
    if (event->action == ACTION_KEEP || event->action == ACTION_RECHECK) {
        add_member(&words, content, "visit", "outcome", "", "");
        add_member(&words, content, "visit", "name", "", ": ");
    }
    if (json_is_string(json_object_get(json_object_get(content, "source"), "merged")))
        buf_str(&words, STR(", merged into another"));
    bool logged = event->action == ACTION_LOG; /* a statement's name says more than its title */
    add_member(&words, content, "document", logged ? "name" : "title", "name", "");
    add_member(&words, content, "series", "name", "", "");
    add_member(&words, content, "series", "vintage", "", ", ");
    add_member(&words, content, "series_drop", "reason", "", ": ");
    json_decref(content);
    struct str text = arena_str(arena, buf_view(&words));
    buf_release(&words);
    return text.len > 0 ? text : event->content;
}

/* "2025-02-12 14:03:09" */
static struct str plain_time(struct str at, struct arena *arena)
{
    if (!timestamp_valid(at))
        return at;
    return arena_printf(arena, "%.10s %.8s", at.ptr, at.ptr + 11);
}

static void event_cells(const void *record, struct arena *arena, struct table_cell *ret_cells)
{
    const struct event *event = record;
    ret_cells[COLUMN_NUMBER].text = arena_printf(arena, "%lld", (long long)event->number);
    ret_cells[COLUMN_AT].text = plain_time(event->at, arena);
    ret_cells[COLUMN_WHO].text = event->reviewer;
    ret_cells[COLUMN_ACTION].text = str_from(actions.name[event->action]);
    ret_cells[COLUMN_CLAIM].text = short_id(event->claim.ptr ? event->claim : event->document);
    ret_cells[COLUMN_CONTENT].text = gist(event, arena);
}

static const struct listing_part parts[] = {{&event_fields, 0}};
static const struct listing_shape shape = {parts, 1, columns, COLUMN_END, event_cells};

static bool list_event(void *ctx, const struct event *event)
{
    listing_add(ctx, event);
    return !output_closed();
}

bool cmd_history(struct invocation *run, const void *given, struct words arguments, struct err *err)
{
    const struct history_options *o = given;
    const struct tracked_claim *only = NULL;
    struct tracked_claim claim;
    struct store *store = NULL;
    struct listing listing;
    bool ok = place_open(run, &store, err);
    if (ok && arguments.count > 0) {
        ok = store_find_claim(store, str_from(arguments.word[0]), &run->arena, &claim, err);
        only = &claim;
    }
    if (ok) {
        page_output(run);
        listing_begin(&listing, run, &shape, o->format);
        ok = store_events(store, only, o->limit, list_event, &listing, err);
        listing_end(&listing);
        if (ok && listing.count == 0)
            ok = err_set(err, ERR_ABSENT, "nothing has been done in this store yet");
    }
    store_close(store);
    return ok;
}
