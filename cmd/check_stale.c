/* Holds verdicts that rest on a check against the series as they are today. */
#include "cmd/check_stale.h"

#include <stdlib.h>

#include "cmd/listing.h"
#include "core/report/escape.h"

/* A verdict that wants another look. */
struct stale {
    int64_t number;
    struct str id, literal;
    int was, now; /* enum check_status */
    struct str suggested_was, suggested_now;
    struct str result; /* how it comes out now, in one line */
};

#define STALE(name, type, names)                                                                                       \
    {                                                                                                                  \
#name, type, offsetof(struct stale, name), names                                                               \
    }
static const struct field stale_field[] = {
    STALE(number, FIELD_NUMBER, NULL),       STALE(id, FIELD_TEXT, NULL),
    STALE(literal, FIELD_TEXT, NULL),        STALE(was, FIELD_NAME, &check_statuses),
    STALE(now, FIELD_NAME, &check_statuses), STALE(suggested_was, FIELD_TEXT, NULL),
    STALE(suggested_now, FIELD_TEXT, NULL),  STALE(result, FIELD_TEXT, NULL),
};
static const struct fields stale_fields = {stale_field, sizeof(stale_field) / sizeof(stale_field[0])};

enum { COLUMN_NUMBER, COLUMN_FIGURE, COLUMN_WAS, COLUMN_NOW, COLUMN_SUGGESTED, COLUMN_WHY, COLUMN_END };

static const struct table_column columns[COLUMN_END] = {
    [COLUMN_NUMBER] = {"no", .right = true},
    [COLUMN_FIGURE] = {"figure", .least = 10, .good = 16, .most = 34},
    [COLUMN_WAS] = {"was"},
    [COLUMN_NOW] = {"is now"},
    [COLUMN_SUGGESTED] = {"suggested", .drop = 1},
    [COLUMN_WHY] = {"why", .least = 20, .good = 60},
};

static void stale_cells(const void *record, struct arena *arena, struct table_cell *ret_cells)
{
    const struct stale *stale = record;
    ret_cells[COLUMN_NUMBER].text = arena_printf(arena, "%lld", (long long)stale->number);
    ret_cells[COLUMN_FIGURE].text = stale->literal;
    ret_cells[COLUMN_WAS].text = str_from(check_statuses.name[stale->was]);
    ret_cells[COLUMN_NOW].text = str_from(check_statuses.name[stale->now]);
    ret_cells[COLUMN_SUGGESTED].text = stale->suggested_now;
    ret_cells[COLUMN_WHY].text = stale->result;
}

static const struct listing_part parts[] = {{&stale_fields, 0}};
static const struct listing_shape shape = {parts, 1, columns, COLUMN_END, stale_cells};

static struct str suggested(const struct check *check)
{
    return check->rating >= 0 ? str_from(ratings.name[check->rating]) : STR_NULL;
}

struct basis basis_of_check(const struct check *check, const struct examiner_settings *settings, struct arena *arena)
{
    json_t *whole = check_json(check);
    if (settings->series.ptr)
        json_object_set_new(whole, "given_series", json_stringn(settings->series.ptr, settings->series.len));
    if (settings->entity.ptr)
        json_object_set_new(whole, "given_entity", json_stringn(settings->entity.ptr, settings->entity.len));
    char *text = json_dumps(whole, JSON_COMPACT | JSON_SORT_KEYS);
    struct basis basis = {.reason = check_reason(check),
                          .status = check->status,
                          .suggested = suggested(check),
                          .arithmetic = arena_str(arena, str_from(text))};
    free(text);
    json_decref(whole);
    return basis;
}

/* ---- the walk ---- */

struct kept_basis {
    int64_t claim;
    struct basis basis;
};

struct stales {
    struct invocation *run;
    struct store *store;
    struct examiner_settings settings;
    struct kept_basis *bases;
    size_t count, cap;
    const struct kept_basis *at; /* the one that is being looked at */
    struct listing listing;
};

static bool keep(void *ctx, int64_t claim, const struct basis *basis)
{
    struct stales *stales = ctx;
    stales->bases = mem_grow(stales->bases, &stales->cap, stales->count + 1, sizeof(*stales->bases));
    struct kept_basis *kept = &stales->bases[stales->count++];
    *kept = (struct kept_basis){claim, *basis};
    record_keep(&basis_fields, &kept->basis, &stales->run->arena);
    return true;
}

static bool compare(void *ctx, const struct tracked_claim *claim, const struct check *check)
{
    struct stales *stales = ctx;
    const struct basis *basis = &stales->at->basis;
    if ((int)check->status == basis->status && str_eq(suggested(check), basis->suggested))
        return true;
    struct stale stale = {
        .number = claim->claim.number,
        .id = claim->claim.id,
        .literal = claim->claim.literal,
        .was = basis->status,
        .now = (int)check->status,
        .suggested_was = basis->suggested,
        .suggested_now = suggested(check),
        .result = check_summary(check),
    };
    listing_add(&stales->listing, &stale);
    return !output_closed();
}

/* What the reviewer settled at the time is settled again. */
static struct examiner_settings settings_of(struct stales *stales, const struct basis *basis)
{
    struct examiner_settings settings = stales->settings;
    struct arena *arena = &stales->run->arena;
    json_t *whole = json_loadb(basis->arithmetic.ptr ? basis->arithmetic.ptr : "", basis->arithmetic.len, 0, NULL);
    const char *series = json_string_value(json_object_get(whole, "given_series"));
    const char *entity = json_string_value(json_object_get(whole, "given_entity"));
    settings.series = arena_str(arena, str_from(series));
    settings.entity = arena_str(arena, str_from(entity));
    json_decref(whole);
    return settings;
}

static bool look_at(struct stales *stales, struct examiner *examiner, struct err *err)
{
    struct arena *arena = &stales->run->arena;
    struct tracked_claim claim;
    struct document document;
    struct str name = arena_printf(arena, "%lld", (long long)stales->at->claim);
    const struct examiner_job job = {&stales->at->claim, 1, compare, NULL, stales};
    return store_find_claim(stales->store, name, arena, &claim, err) &&
           store_find_document(stales->store, claim.state.document_number, arena, &document, err) &&
           examiner_document(examiner, &document, &job, err);
}

static bool look_at_all(struct stales *stales, struct err *err)
{
    struct examiner *examiner = NULL;
    bool done = examiner_open(stales->store, &stales->settings, &examiner, err);
    for (size_t i = 0; done && i < stales->count && !output_closed(); i++) {
        stales->at = &stales->bases[i];
        struct examiner_settings own = settings_of(stales, &stales->at->basis);
        struct examiner *given = NULL;
        if (own.series.ptr || own.entity.ptr)
            done = examiner_open(stales->store, &own, &given, err);
        if (done)
            done = look_at(stales, given ? given : examiner, err);
        examiner_close(given);
    }
    examiner_close(examiner);
    return done;
}

bool check_stale(struct invocation *run, struct store *store, const struct examiner_settings *settings, int format,
                 struct err *err)
{
    struct stales stales = {.run = run, .store = store, .settings = *settings};
    bool done = store_bases(store, keep, &stales, err);
    page_output(run);
    listing_begin(&stales.listing, run, &shape, format);
    done = done && look_at_all(&stales, err);
    int64_t found = stales.listing.count;
    listing_end(&stales.listing);
    free(stales.bases);
    if (!done)
        return false;
    say(run, "%zu verdicts rest on a check; %lld of them would come out otherwise", stales.count, (long long)found);
    if (found > 0)
        err->code = ERR_ABSENT; /* the answer is no; all has been said */
    return found == 0;
}
