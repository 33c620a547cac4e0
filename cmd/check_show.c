/* Shows checks: every step of the arithmetic, and where each number came from. */
#include "cmd/check_show.h"

#include "core/report/escape.h"
#include "core/report/voice.h"
#include "core/report/words.h"

/* ---- listings ---- */

enum { COLUMN_NUMBER, COLUMN_RESULT, COLUMN_FIGURE, COLUMN_REASON, COLUMN_SUGGESTED, COLUMN_WHY, COLUMN_END };

static const struct table_column columns[COLUMN_END] = {
    [COLUMN_NUMBER] = {"no", .right = true},
    [COLUMN_RESULT] = {"result"},
    [COLUMN_FIGURE] = {"figure", .least = 10, .good = 16, .most = 34},
    [COLUMN_REASON] = {"reason", .drop = 1},
    [COLUMN_SUGGESTED] = {"suggested", .drop = 2},
    [COLUMN_WHY] = {"why", .least = 20, .good = 60},
};

static enum colour colour_of_status(int status)
{
    static const enum colour colours[CHECK_STATUS_END] = {
        [CHECK_HOLDS] = COLOUR_GOOD,         [CHECK_FAILS] = COLOUR_BAD,    [CHECK_CONFLICT] = COLOUR_MIDDLING,
        [CHECK_UNDECIDED] = COLOUR_MIDDLING, [CHECK_CANNOT] = COLOUR_FAINT,
    };
    return colours[status];
}

static void checked_cells(const void *record, struct arena *arena, struct table_cell *ret_cells)
{
    const struct checked *checked = record;
    ret_cells[COLUMN_NUMBER].text = arena_printf(arena, "%lld", (long long)checked->number);
    ret_cells[COLUMN_RESULT].text = str_from(check_statuses.name[checked->status]);
    ret_cells[COLUMN_RESULT].colour = colour_of_status(checked->status);
    ret_cells[COLUMN_FIGURE].text = checked->literal;
    ret_cells[COLUMN_REASON].text = str_from(reasons.name[checked->reason]);
    ret_cells[COLUMN_SUGGESTED].text = checked->rating >= 0 ? str_from(ratings.name[checked->rating]) : STR_NULL;
    ret_cells[COLUMN_WHY].text = checked->result;
}

#define CHECKED(name, type, names)                                                                                     \
    {                                                                                                                  \
#name, type, offsetof(struct checked, name), names                                                             \
    }
static const struct field checked_field[] = {
    CHECKED(number, FIELD_NUMBER, NULL),
    CHECKED(id, FIELD_TEXT, NULL),
    CHECKED(document_number, FIELD_NUMBER, NULL),
    CHECKED(literal, FIELD_TEXT, NULL),
    CHECKED(sentence, FIELD_TEXT, NULL),
    CHECKED(status, FIELD_NAME, &check_statuses),
    CHECKED(reason, FIELD_NAME, &reasons),
    CHECKED(rating, FIELD_NAME, &ratings),
    CHECKED(interval, FIELD_TEXT, NULL),
    CHECKED(reference, FIELD_TEXT, NULL),
    CHECKED(value, FIELD_TEXT, NULL),
    CHECKED(period, FIELD_TEXT, NULL),
    CHECKED(result, FIELD_TEXT, NULL),
};
static const struct fields checked_fields = {checked_field, sizeof(checked_field) / sizeof(checked_field[0])};
static const struct listing_part parts[] = {{&checked_fields, 0}};
const struct listing_shape checked_shape = {parts, 1, columns, COLUMN_END, checked_cells};

struct checked checked_of(const struct tracked_claim *claim, const struct check *check)
{
    const struct finding *first = check->count > 0 ? &check->findings[0] : NULL;
    return (struct checked){
        .number = claim->claim.number,
        .id = claim->claim.id,
        .document_number = claim->state.document_number,
        .literal = claim->claim.literal,
        .sentence = claim->claim.sentence,
        .status = check->status,
        .reason = check_reason(check),
        .rating = check->rating,
        .interval = check->interval,
        .reference = first ? first->label : STR_NULL,
        .value = first ? first->value : STR_NULL,
        .period = first ? first->period : STR_NULL,
        .result = check_summary(check),
    };
}

/* ---- JSON ---- */

json_t *check_show_json(const struct tracked_claim *claim, const struct check *check)
{
    struct checked checked = checked_of(claim, check);
    json_t *object = record_json(&checked_fields, &checked), *whole = check_json(check);
    static const char *const kept[] = {"why", "rating_reason", "reasons", "references"};
    for (size_t i = 0; i < sizeof(kept) / sizeof(kept[0]); i++)
        json_object_set(object, kept[i], json_object_get(whole, kept[i]));
    json_decref(whole);
    return object;
}

json_t *sums_show_json(const struct document *document, const struct sum_fault *fault)
{
    json_t *object = json_object(), *claims = json_array();
    json_object_set_new(object, "document_number", json_integer(document->number));
    json_object_set_new(object, "arithmetic", json_string(sum_kinds.name[fault->kind]));
    json_object_set_new(object, "status", json_string(check_statuses.name[CHECK_FAILS]));
    json_object_set_new(object, "reason", json_string(reasons.name[fault->reason]));
    json_object_set_new(object, "result", json_stringn(fault->text.ptr, fault->text.len));
    for (size_t i = 0; i < fault->count; i++)
        json_array_append_new(claims, json_integer(fault->claims[i]->number));
    json_object_set_new(object, "claims", claims);
    json_object_set_new(object, "steps", trace_json(&fault->trace));
    return object;
}

/* ---- text ---- */

static void write_escaped(const struct buf *text)
{
    struct buf shown = {0};
    escape_terminal_block(&shown, buf_view(text));
    fwrite(shown.ptr ? shown.ptr : "", 1, shown.len, stdout);
    buf_release(&shown);
}

static void add_finding(struct buf *out, const struct finding *finding)
{
    buf_printf(out, "\n    Against %.*s", STR_ARG(finding->label));
    if (finding->period.ptr)
        buf_printf(out, ": %.*s, %.*s", STR_ARG(finding->entity), STR_ARG(finding->period));
    buf_printf(out, "\n    %s: %.*s\n", outcomes.name[finding->outcome], STR_ARG(finding->verdict));
    trace_text(&finding->trace, out, 8);
}

void check_show_text(const struct tracked_claim *claim, const struct check *check)
{
    struct buf out = {0};
    buf_printf(&out, "[%lld] %.*s: %s\n\n    ", (long long)claim->claim.number, STR_ARG(claim->claim.literal),
               check_statuses.name[check->status]);
    words_line(&out, str_trim(claim->claim.sentence));
    buf_printf(&out, "\n\n");
    if (check->interval.ptr)
        buf_printf(&out, "    As written  %.*s\n", STR_ARG(check->interval));
    if (check->why.ptr)
        buf_printf(&out, "    Why not     %.*s\n", STR_ARG(check->why));
    for (size_t i = 0; i < check->slip_count; i++)
        buf_printf(&out, "    Reason      %s: %s. %.*s\n", reasons.name[check->slips[i].reason],
                   voice_reason(&voice_plain, check->slips[i].reason), STR_ARG(check->slips[i].text));
    if (check->rating >= 0)
        buf_printf(&out, "    Suggested   %s: %.*s\n", ratings.name[check->rating], STR_ARG(check->rating_reason));
    for (size_t i = 0; i < check->count; i++)
        add_finding(&out, &check->findings[i]);
    write_escaped(&out);
    buf_release(&out);
}

void sums_show_text(const struct document *document, const struct sum_fault *faults, size_t count)
{
    struct buf out = {0};
    for (size_t i = 0; i < count; i++) {
        buf_printf(&out, "Document %lld, %s: %.*s\n", (long long)document->number, sum_kinds.name[faults[i].kind],
                   STR_ARG(faults[i].text));
        trace_text(&faults[i].trace, &out, 8);
    }
    write_escaped(&out);
    buf_release(&out);
}
