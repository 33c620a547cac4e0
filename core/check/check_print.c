/* A check as JSON, and in one line. */
#include "core/check/check.h"

#include <stdlib.h>

static json_t *text_json(struct str s)
{
    return s.ptr ? json_stringn(s.ptr, s.len) : json_null();
}

static json_t *number_json(struct arena *arena, struct rational number)
{
    return text_json(rational_print(arena, number, 24, NULL));
}

static json_t *series_json(const struct series *series)
{
    json_t *object = json_object();
    json_object_set_new(object, "id", text_json(series->id));
    json_object_set_new(object, "name", text_json(series->name));
    json_object_set_new(object, "vintage", text_json(series->vintage));
    return object;
}

static json_t *finding_json(const struct finding *finding)
{
    struct arena *arena = finding->trace.arena;
    json_t *object = json_object(), *series = json_array();
    json_object_set_new(object, "reference", text_json(finding->label));
    json_object_set_new(object, "about", json_string(finding->trend ? "trend" : "figure"));
    json_object_set_new(object, "entity", text_json(finding->entity));
    json_object_set_new(object, "period", text_json(finding->period));
    json_object_set_new(object, "value", text_json(finding->value));
    json_object_set_new(object, "outcome", json_string(outcomes.name[finding->outcome]));
    json_object_set_new(object, "verdict", text_json(finding->verdict));
    if (finding->outcome == OUTCOME_OUTSIDE && !finding->trend) {
        json_object_set_new(object, "off", number_json(arena, finding->comparison.off));
        json_object_set_new(object, "off_percent", number_json(arena, finding->comparison.percent));
        json_object_set_new(object, "off_units", number_json(arena, finding->comparison.units));
    }
    for (size_t i = 0; i < finding->series_count; i++)
        json_array_append_new(series, series_json(finding->series[i]));
    json_object_set_new(object, "series", series);
    json_object_set_new(object, "steps", trace_json(&finding->trace));
    return object;
}

json_t *check_json(const struct check *check)
{
    json_t *object = json_object(), *references = json_array(), *slips = json_array();
    json_object_set_new(object, "status", json_string(check_statuses.name[check->status]));
    json_object_set_new(object, "interval", text_json(check->interval));
    json_object_set_new(object, "why", text_json(check->why));
    json_object_set_new(object, "rating", check->rating >= 0 ? json_string(ratings.name[check->rating]) : json_null());
    json_object_set_new(object, "rating_reason", text_json(check->rating_reason));
    for (size_t i = 0; i < check->slip_count; i++) {
        json_t *slip = json_object();
        json_object_set_new(slip, "reason", json_string(reasons.name[check->slips[i].reason]));
        json_object_set_new(slip, "text", text_json(check->slips[i].text));
        json_array_append_new(slips, slip);
    }
    for (size_t i = 0; i < check->count; i++)
        json_array_append_new(references, finding_json(&check->findings[i]));
    json_object_set_new(object, "reasons", slips);
    json_object_set_new(object, "references", references);
    return object;
}

struct str check_references(const struct check *check, struct arena *arena)
{
    json_t *references = json_array();
    for (size_t i = 0; i < check->count; i++) {
        const struct finding *finding = &check->findings[i];
        json_t *object = json_object(), *series = json_array();
        for (size_t j = 0; j < finding->series_count; j++)
            json_array_append_new(series, series_json(finding->series[j]));
        json_object_set_new(object, "label", text_json(finding->label));
        json_object_set_new(object, "period", text_json(finding->period));
        json_object_set_new(object, "value", text_json(finding->value));
        json_object_set_new(object, "outcome", json_string(outcomes.name[finding->outcome]));
        json_object_set_new(object, "series", series);
        json_array_append_new(references, object);
    }
    char *text = json_dumps(references, JSON_COMPACT | JSON_SORT_KEYS);
    struct str kept = arena_str(arena, str_from(text));
    free(text);
    json_decref(references);
    return kept;
}

struct str check_summary(const struct check *check)
{
    if (check->why.ptr)
        return check->why;
    if (check->rating_reason.ptr)
        return check->rating_reason;
    if (check->count > 0)
        return check->findings[0].verdict;
    return STR_NULL;
}
