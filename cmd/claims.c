/* The columns in which claims are listed. */
#include "cmd/claims.h"

#include "core/report/words.h"

enum { COLUMN_NUMBER, COLUMN_VERDICT, COLUMN_KIND, COLUMN_FIGURE, COLUMN_SENTENCE, COLUMN_WHO, COLUMN_END };

static const struct table_column columns[COLUMN_END] = {
    [COLUMN_NUMBER] = {"no", .right = true},
    [COLUMN_VERDICT] = {"verdict", .least = 6, .good = 8},
    [COLUMN_KIND] = {"kind", .drop = 2},
    [COLUMN_FIGURE] = {"figure", .least = 10, .good = 16, .most = 34},
    [COLUMN_SENTENCE] = {"sentence", .least = 10, .good = 30},
    [COLUMN_WHO] = {"who", .least = 14, .most = 26, .drop = 3},
};

/* The figure as written, and what it is a part of, where the literal does not say that. */
static struct str figure_text(struct arena *arena, const struct claim *claim)
{
    struct str text = claim->literal;
    if (claim->of.ptr)
        text = arena_printf(arena, "%.*s (of %.*s)", STR_ARG(text), STR_ARG(claim->of));
    if (claim->per.ptr)
        text = arena_printf(arena, "%.*s (per %.*s)", STR_ARG(text), STR_ARG(claim->per));
    return text;
}

static void claim_cells(const struct claim *claim, struct arena *arena, struct table_cell *ret_cells)
{
    if (claim->number > 0)
        ret_cells[COLUMN_NUMBER].text = arena_printf(arena, "%lld", (long long)claim->number);
    ret_cells[COLUMN_KIND].text = str_from(claim_kinds.name[claim->kind]);
    ret_cells[COLUMN_FIGURE].text = figure_text(arena, claim);
    ret_cells[COLUMN_SENTENCE].text = str_trim(claim->sentence);
    ret_cells[COLUMN_WHO].text = claim->speaker;
}

static void tracked_cells(const void *record, struct arena *arena, struct table_cell *ret_cells)
{
    const struct tracked_claim *tracked = record;
    int rating = tracked->state.rating;
    claim_cells(&tracked->claim, arena, ret_cells);
    ret_cells[COLUMN_VERDICT].text = rating >= 0 ? str_from(ratings.name[rating]) : STR("open");
    ret_cells[COLUMN_VERDICT].colour = colour_of_rating(rating);
}

static const struct listing_part tracked_parts[] = {
    {&claim_fields, offsetof(struct tracked_claim, claim)},
    {&claim_state_fields, offsetof(struct tracked_claim, state)},
};

const struct listing_shape claims_shape = {tracked_parts, 2, columns, COLUMN_END, tracked_cells};

static const struct field line_field = {"line", FIELD_INTEGER, offsetof(struct lined_claim, line), NULL};
static const struct fields line_fields = {&line_field, 1};
static const struct listing_part lined_parts[] = {
    {&line_fields, 0},
    {&claim_fields, offsetof(struct lined_claim, claim)},
};

static const struct field from_field = {"document", FIELD_TEXT, offsetof(struct lined_claim, document), NULL};
static const struct fields from_fields = {&from_field, 1};
static const struct listing_part lined_document_parts[] = {
    {&line_fields, 0},
    {&from_fields, 0},
    {&claim_fields, offsetof(struct lined_claim, claim)},
};

/* The filter knows only formats for programs, which have no columns. */
const struct listing_shape lined_claims_shape = {.parts = lined_parts, .part_count = 2};
const struct listing_shape lined_document_claims_shape = {.parts = lined_document_parts, .part_count = 3};

size_t claims_to_check(const struct claim *claims, size_t count)
{
    size_t found = 0;
    for (size_t i = 0; i < count; i++)
        found += !kind_is_background(claims[i].kind);
    return found;
}

struct str claim_name(struct arena *arena, const struct claim *claim)
{
    return arena_printf(arena, "claim %lld (%.*s)", (long long)claim->number,
                        claim->id.len < 8 ? (int)claim->id.len : 8, claim->id.ptr ? claim->id.ptr : "");
}
