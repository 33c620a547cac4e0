/* Looking for a source's figure in a text, sentence by sentence. */
#include "core/evidence/figure.h"

#include "core/base/decimal.h"

static bool same_value(struct str a, struct str b)
{
    struct decimal left, right;
    if (decimal_parse(a, &left) && decimal_parse(b, &right))
        return decimal_compare(left, right) == 0;
    return a.ptr && str_eq(a, b);
}

static bool same_unit(const struct claim *claim, const struct citation *citation)
{
    bool named = claim->kind == KIND_MONEY || claim->kind == KIND_PERCENT || claim->kind == KIND_MEASURE;
    return !named || claim->unit_assumed || !claim->unit.ptr || !citation->figure_unit.ptr ||
           str_eq(claim->unit, citation->figure_unit);
}

static bool is_figure(const struct claim *claim, const struct citation *citation)
{
    bool value = same_value(claim->value, citation->figure_value);
    if (!same_unit(claim, citation))
        return false;
    if (citation->figure_upper.ptr)
        return value && same_value(claim->upper, citation->figure_upper);
    return value || same_value(claim->upper, citation->figure_value);
}

struct looking {
    const struct citation *citation;
    struct arena *arena;
    struct figure_found found;
};

static bool look(void *ctx, const struct claim *claims, size_t count)
{
    struct looking *looking = ctx;
    for (size_t i = 0; i < count && !looking->found.found; i++)
        if (is_figure(&claims[i], looking->citation))
            looking->found = (struct figure_found){true, arena_str(looking->arena, claims[i].literal),
                                                   (size_t)claims[i].start, (size_t)claims[i].end};
    return !looking->found.found;
}

struct figure_found figure_find(const struct extractor *extractor, struct str text, const struct citation *citation,
                                struct arena *arena)
{
    const struct extract_context context = {0};
    struct looking looking = {.citation = citation, .arena = arena};
    struct extracting extracting = {.extractor = extractor};
    extract_each(&extracting, text, &context, look, &looking);
    extracting_release(&extracting);
    return looking.found;
}
