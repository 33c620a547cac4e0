/* What reviews come in: pages, lists and feeds of JSON-LD, tables, lines of JSON. */
#include <string.h>

#include "cmd/import_reviews_parts.h"
#include "core/intake/page.h"
#include "core/series/csv.h"

static bool ends_nocase(struct str name, struct str ending)
{
    return name.len >= ending.len && str_eq_nocase(str_slice(name, name.len - ending.len, name.len), ending);
}

enum review_input review_input_of(struct str name, struct str begins)
{
    struct str text = str_trim(str_starts(begins, STR("\xEF\xBB\xBF")) ? str_slice(begins, 3, begins.len) : begins);
    struct str line = text, first = str_trim(str_split(&line, '\n'));
    if (ends_nocase(name, STR(".csv")) || ends_nocase(name, STR(".tsv")))
        return REVIEW_INPUT_TABLE;
    if (str_starts(text, STR("<")))
        return REVIEW_INPUT_PAGE;
    if (str_starts(text, STR("[")))
        return REVIEW_INPUT_LINKED;
    if (!str_starts(text, STR("{")))
        return REVIEW_INPUT_NONE;
    /* An object over several lines is one of JSON-LD; those that are a line each are told apart line by line. */
    json_t *json = json_loadb(first.ptr, first.len, 0, NULL);
    bool linked = json ? json_object_get(json, "@graph") || json_object_get(json, "dataFeedElement")
                       : line.ptr && str_trim(line).len > 0 && str_find(text, STR("\"@"), 0) < text.len;
    json_decref(json);
    return linked ? REVIEW_INPUT_LINKED : REVIEW_INPUT_NONE;
}

static bool import_linked(struct review_import *import, struct str bytes, struct err *err)
{
    json_error_t wrong;
    struct arena texts = {0};
    int64_t before = import->reviews;
    if (str_starts(bytes, STR("\xEF\xBB\xBF")))
        bytes = str_slice(bytes, 3, bytes.len);
    json_t *root = json_loadb(bytes.ptr, bytes.len, 0, &wrong);
    if (!root)
        return err_set(err, ERR_INPUT, "'%s' is no JSON in line %d: %s", import->input, wrong.line, wrong.text);
    import->what = "review";
    reviewed_from_linked(root, &texts, review_import_take, import);
    if (import->reviews == before && !reviewed_is_linked(root) && json_array_size(root) > 0)
        err_set(err, ERR_INPUT, "'%s' holds no ClaimReview", import->input);
    json_decref(root);
    arena_release(&texts);
    arena_reset(&import->arena);
    return !import->ended && err->code == ERR_NONE;
}

static bool import_page(struct review_import *import, struct str bytes, struct err *err)
{
    const struct charset_hints hints = {.page = true};
    const struct page_options options = {.linked = true};
    struct charset charset;
    struct reading reading = {0};
    struct arena texts = {0};
    int64_t before = import->reviews;
    bool done =
        charset_find(bytes, &hints, &charset, err) && page_read(bytes, &charset, &options, &texts, &reading, err);
    if (!done)
        err_wrap(err, "'%s'", import->input);
    import->what = "review";
    for (struct str rest = done ? reading.text : STR_NULL; rest.len > 0 && !import->ended;) {
        struct str line = str_split(&rest, '\n');
        json_t *root = json_loadb(line.ptr, line.len, 0, NULL);
        if (root)
            reviewed_from_linked(root, &texts, review_import_take, import);
        json_decref(root);
    }
    if (done && import->reviews == before)
        done = err_set(err, ERR_INPUT, "'%s' holds no ClaimReview", import->input);
    arena_release(&texts);
    arena_reset(&import->arena);
    return done && !import->ended;
}

/* ---- tables ---- */

struct bytes_left {
    struct str rest;
};

static bool read_bytes(void *ctx, void *room, size_t cap, size_t *ret_len, struct err *err)
{
    struct bytes_left *left = ctx;
    size_t len = left->rest.len < cap ? left->rest.len : cap;
    (void)err;
    memcpy(room, left->rest.ptr, len);
    left->rest = str_slice(left->rest, len, left->rest.len);
    *ret_len = len;
    return true;
}

/* The names of the columns, kept; at least the one that says what was claimed. */
static bool read_names(const struct csv_row *row, struct arena *arena, struct str **ret, struct err *err)
{
    struct str *names = arena_alloc(arena, (row->count + 1) * sizeof(*names));
    bool says = false;
    for (size_t i = 0; i < row->count; i++) {
        struct reviewed probe = {0};
        names[i] = arena_str(arena, row->cell[i]);
        says = says || (reviewed_set(&probe, names[i], STR("x")) && probe.statement.ptr);
    }
    if (!says)
        return err_set(err, ERR_INPUT, "no column is called 'statement' or 'sentence'; known are: %.*s",
                       STR_ARG(reviewed_names(arena)));
    *ret = names;
    return true;
}

/* A cell that was kept from being a formula comes back as it was. */
static struct str cell_text(struct str cell)
{
    bool kept = cell.len > 1 && cell.ptr[0] == '\'' && memchr("=+-@", cell.ptr[1], 4);
    return kept ? str_slice(cell, 1, cell.len) : cell;
}

static bool import_rows(struct review_import *import, struct csv *csv, struct arena *texts, struct err *err)
{
    struct str *names = NULL;
    struct csv_row row;
    size_t columns = 0;
    bool found = false;
    import->what = "line";
    while (csv_next(csv, &row, &found, err) && found && !import->ended) {
        struct reviewed reviewed = {0};
        if (!names) {
            columns = row.count;
            if (!read_names(&row, texts, &names, err))
                return false;
            continue;
        }
        for (size_t i = 0; i < row.count && i < columns; i++)
            reviewed_set(&reviewed, names[i], cell_text(row.cell[i]));
        import->at = row.line - 1;
        if (row.count > 1 || row.cell[0].len > 0)
            review_import_take(import, &reviewed);
        arena_reset(&import->arena);
    }
    return !import->ended && err->code == ERR_NONE;
}

static bool import_table(struct review_import *import, struct str bytes, struct err *err)
{
    struct bytes_left sniffed = {bytes}, left = {bytes};
    struct csv_source source = {&sniffed, read_bytes};
    struct csv csv;
    struct arena texts = {0};
    char separator;
    if (!csv_sniff(&source, &separator, err))
        return err_wrap(err, "'%s'", import->input);
    source.ctx = &left;
    csv_init(&csv, &source, separator);
    bool done = import_rows(import, &csv, &texts, err);
    if (!done && !import->ended)
        err_wrap(err, "'%s'", import->input);
    csv_release(&csv);
    arena_release(&texts);
    return done;
}

bool review_import_all(struct review_import *import, enum review_input kind, const char *input, struct str bytes,
                       struct err *err)
{
    static bool (*const readers[])(struct review_import *, struct str, struct err *) = {
        [REVIEW_INPUT_LINKED] = import_linked, [REVIEW_INPUT_PAGE] = import_page, [REVIEW_INPUT_TABLE] = import_table};
    import->input = input;
    import->at = 0;
    import->err = err;
    bool done = readers[kind](import, bytes, err);
    review_import_end_group(import);
    return done && !import->ended;
}

/* ---- lines of JSON ---- */

/* A ClaimReview, a statement, or a claim with its document as report --format ndjson has it. */
bool review_line_is_one(const json_t *json)
{
    return json_object_get(json, "@type") || json_object_get(json, "statement") ||
           json_is_object(json_object_get(json, "document"));
}

static void set_members(struct reviewed *reviewed, const json_t *object)
{
    const char *name;
    json_t *value;
    json_object_foreach ((json_t *)object, name, value)
        if (json_is_string(value))
            reviewed_set(reviewed, str_from(name), (struct str){json_string_value(value), json_string_length(value)});
}

static void set(struct reviewed *reviewed, const char *name, const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    if (json_is_string(value))
        reviewed_set(reviewed, str_from(name), (struct str){json_string_value(value), json_string_length(value)});
}

/* A claim of a report: its sources, each on its own, then its verdicts in their order. */
static void take_reported(struct review_import *import, const json_t *json)
{
    const json_t *document = json_object_get(json, "document"), *citations = json_object_get(json, "citations");
    const json_t *verdicts = json_object_get(json, "verdicts");
    struct reviewed base = {0};
    set(&base, "statement", json, "sentence");
    set(&base, "figure", json, "literal");
    set(&base, "speaker", json, "speaker");
    set(&base, "title", document, "title");
    set(&base, "publisher", document, "publisher");
    set(&base, "url", document, "url");
    set(&base, "date", document, "published");
    struct str id = {json_string_value(json_object_get(json, "id")), json_string_length(json_object_get(json, "id"))};
    base.claim = id;
    for (size_t i = 0; i < json_array_size(citations) && !import->ended; i++) {
        struct reviewed one = base;
        const json_t *citation = json_array_get(citations, i), *source = json_object_get(citation, "source");
        static const char *const same[] = {"stance", "quote", "locator", "accessed"};
        for (size_t k = 0; k < sizeof(same) / sizeof(same[0]); k++)
            set(&one, same[k], citation, same[k]);
        set(&one, "source_figure", citation, "figure");
        set(&one, "source_url", source, "url");
        set(&one, "source_title", source, "title");
        set(&one, "source_author", source, "author");
        set(&one, "source_publisher", source, "publisher");
        set(&one, "source_published", source, "published");
        set(&one, "archive_url", source, "archive_url");
        review_import_take(import, &one);
        import->at--;
    }
    for (size_t i = 0; i < json_array_size(verdicts) && !import->ended; i++) {
        struct reviewed one = base;
        set_members(&one, json_array_get(verdicts, i));
        review_import_take(import, &one);
        import->at--;
    }
    if (json_array_size(citations) + json_array_size(verdicts) == 0)
        review_import_take(import, &base);
}

bool review_import_line(struct review_import *import, const char *input, int64_t line, const json_t *json,
                        struct err *err)
{
    struct reviewed reviewed = {0};
    import->input = input;
    import->what = "line";
    import->at = line - 1;
    import->err = err;
    if (reviewed_is_linked(json)) {
        reviewed_from_linked(json, &import->arena, review_import_take, import);
    } else if (json_is_object(json_object_get(json, "document"))) {
        import->reported = true;
        take_reported(import, json);
        import->reported = false;
    } else {
        set_members(&reviewed, json);
        review_import_take(import, &reviewed);
    }
    arena_reset(&import->arena);
    return !import->ended;
}
