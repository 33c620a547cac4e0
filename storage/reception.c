/* How documents came in: adding a reception with its bytes and layout, and finding receptions again. */
#include "storage/reception.h"
#include "core/base/clock.h"
#include "storage/body.h"
#include "storage/event.h"
#include "storage/pack.h"
#include "storage/record_sql.h"

static void describe(struct reception_arrival *arrival, struct str document)
{
    struct reception *reception = &arrival->reception;
    struct digest bytes = digest_of(arrival->note->bytes), layout = digest_of(arrival->note->layout);
    *reception = *arrival->note->reception;
    reception->number = 0;
    reception->document = document;
    reception->sha256 = digest_hex(arrival->arena, &bytes);
    reception->bytes = (int64_t)arrival->note->bytes.len;
    reception->layout = arrival->note->layout.ptr ? digest_hex(arrival->arena, &layout) : STR_NULL;
    reception->at = reception->at.ptr ? reception->at : clock_now(arrival->arena);
}

bool reception_prepare(struct reception_arrival *arrival, struct str document, struct str own, struct err *err)
{
    describe(arrival, document);
    return record_check(&reception_fields, &arrival->reception, "reception", err) &&
           (str_eq(own, arrival->reception.sha256) ||
            pack(&arrival->store->packer, arrival->note->bytes, &arrival->received, err)) &&
           (!arrival->note->layout.ptr || pack(&arrival->store->packer, arrival->note->layout, &arrival->layout, err));
}

void reception_release(struct reception_arrival *arrival)
{
    buf_release(&arrival->received);
    buf_release(&arrival->layout);
}

static bool insert_body(struct reception_arrival *arrival, struct str form, const struct buf *packed, struct err *err)
{
    struct query query;
    if (packed->len == 0)
        return true;
    if (!query_open(arrival->store, SQL_RECEPTION_BODY_INSERT, &query, err))
        return false;
    statement_bind_integer(query.statement, 1, arrival->reception.number);
    statement_bind_text(query.statement, 2, form);
    statement_bind_bytes(query.statement, 3, buf_view(packed));
    return query_run(&query, err);
}

static bool insert_row(struct reception_arrival *arrival, struct str digest, struct err *err)
{
    struct query query;
    if (!query_open(arrival->store, SQL_RECEPTION_INSERT, &query, err))
        return false;
    int at = record_bind(query.statement, 1, &reception_fields, &arrival->reception);
    statement_bind_text(query.statement, at, digest);
    statement_bind_integer(query.statement, at + 1, arrival->event);
    return query_run(&query, err);
}

bool reception_write(struct reception_arrival *arrival, struct err *err)
{
    struct reception *reception = &arrival->reception;
    if (!query_integer(arrival->store, SQL_RECEPTION_NEXT_NUMBER, &reception->number, err))
        return false;
    struct digest digest = reception_digest(reception);
    struct str hex = digest_hex(arrival->arena, &digest);
    json_t *content = event_content();
    event_content_row(content, "reception", &reception_fields, reception, hex);
    struct event event = {.at = clock_now(arrival->arena),
                          .reviewer = reception->reviewer,
                          .action = ACTION_RECEIVE,
                          .document = reception->document};
    if (!event_add(arrival->store, &event, content, arrival->arena, err))
        return false;
    arrival->event = event.number;
    return insert_row(arrival, hex, err) && insert_body(arrival, STR("received"), &arrival->received, err) &&
           insert_body(arrival, STR("layout"), &arrival->layout, err);
}

static bool write_alone(struct reception_arrival *arrival, struct err *err)
{
    struct driver *driver = arrival->store->driver;
    if (!driver_begin(driver, true, err))
        return false;
    bool done = reception_write(arrival, err) && driver_commit(driver, err);
    driver_rollback(driver);
    return done;
}

bool store_add_reception(struct store *store, struct str document, const struct arrival_note *note, int64_t *ret_number,
                         struct err *err)
{
    struct arena arena = {0};
    struct document known = {0};
    struct reception_arrival arrival = {.store = store, .note = note, .arena = &arena};
    bool done = store_find_document_by_id(store, document, &arena, &known, err) &&
                reception_prepare(&arrival, known.id, known.sha256, err) && write_alone(&arrival, err);
    if (done)
        *ret_number = arrival.reception.number;
    reception_release(&arrival);
    arena_release(&arena);
    return done;
}

/* ---- finding ---- */

static bool read_all(struct query *query, struct arena *arena, struct reception **ret, size_t *ret_count,
                     struct err *err)
{
    struct reception *all = NULL;
    size_t count = 0, cap = 0;
    bool row = false, done = true;
    while (done && (done = query_next(query, &row, err)) && row) {
        struct reception one = {0};
        done = record_read(query->statement, 0, &reception_fields, arena, &one, err);
        all = records_grow(arena, all, &cap, count + 1, sizeof(*all));
        all[count++] = one;
    }
    query_close(query);
    if (done) {
        *ret = all;
        *ret_count = count;
    }
    return done;
}

bool store_receptions(struct store *store, struct str document, struct arena *arena, struct reception **ret,
                      size_t *ret_count, struct err *err)
{
    struct query query;
    if (!query_open(store, SQL_RECEPTION_OF_DOCUMENT, &query, err))
        return false;
    statement_bind_text(query.statement, 1, document);
    return read_all(&query, arena, ret, ret_count, err);
}

static bool find_one(struct store *store, enum statement_name name, struct str key, struct arena *arena,
                     struct reception *ret, bool *ret_found, struct err *err)
{
    struct query query;
    struct reception *all = NULL;
    size_t count = 0;
    if (!query_open(store, name, &query, err))
        return false;
    statement_bind_text(query.statement, 1, key);
    if (!read_all(&query, arena, &all, &count, err))
        return false;
    *ret_found = count > 0;
    if (count > 0)
        *ret = all[0];
    return true;
}

bool store_find_reception(struct store *store, struct str name, struct arena *arena, struct reception *ret,
                          bool *ret_found, struct err *err)
{
    return find_one(store, SQL_RECEPTION_BY_NAME, name, arena, ret, ret_found, err);
}

/* Entries are named "FEED, entry 3" (core/intake/intake.c): all names from there to the one after them. */
bool store_find_feed(struct store *store, struct str feed, struct str url, struct arena *arena, struct reception *ret,
                     bool *ret_found, struct err *err)
{
    struct query query;
    struct reception *all = NULL;
    size_t count = 0;
    if (!query_open(store, url.ptr ? SQL_RECEPTION_OF_ENTRY : SQL_RECEPTION_OF_FEED, &query, err))
        return false;
    statement_bind_text(query.statement, 1, arena_printf(arena, "%.*s, entry ", STR_ARG(feed)));
    statement_bind_text(query.statement, 2, arena_printf(arena, "%.*s, entry!", STR_ARG(feed)));
    if (url.ptr)
        statement_bind_text(query.statement, 3, url);
    if (!read_all(&query, arena, &all, &count, err))
        return false;
    *ret_found = count > 0;
    if (count > 0)
        *ret = all[0];
    return true;
}

bool store_find_successor(struct store *store, struct str document, struct arena *arena, struct reception *ret,
                          bool *ret_found, struct err *err)
{
    return find_one(store, SQL_RECEPTION_BY_PREVIOUS, document, arena, ret, ret_found, err);
}

bool store_find_document_by_id(struct store *store, struct str id, struct arena *arena, struct document *ret,
                               struct err *err)
{
    bool found = false;
    int64_t number = 0;
    if (!store_find_text(store, id, &number, &found, err))
        return false;
    if (!found)
        return err_set(err, ERR_ABSENT, "there is no document '%.*s' in the store", STR_ARG(id));
    return store_find_document(store, number, arena, ret, err);
}

bool reception_body_read(struct store *store, int64_t reception, struct str form, struct str digest,
                         struct arena *arena, struct str *ret, struct err *err)
{
    struct query query;
    if (!query_open(store, SQL_RECEPTION_BODY, &query, err))
        return false;
    statement_bind_integer(query.statement, 1, reception);
    statement_bind_text(query.statement, 2, form);
    return body_take(&query, digest, arena, ret, err);
}

bool store_reception_layout(struct store *store, const struct reception *reception, struct arena *arena,
                            struct str *ret, struct err *err)
{
    *ret = STR_NULL;
    if (!reception->layout.ptr)
        return true;
    return reception_body_read(store, reception->number, STR("layout"), reception->layout, arena, ret, err) ||
           err_wrap(err, "the layout of reception %lld can't be used; run: assay doctor", (long long)reception->number);
}
