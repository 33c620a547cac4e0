/* Visits and sightings: their fields and the names of their enumerations. */
#include "core/record/visit.h"

static const char *const outcome_names[LOOK_END] = {
    [LOOK_KEPT] = "kept",   [LOOK_UNCHANGED] = "unchanged", [LOOK_CHANGED] = "changed",
    [LOOK_MOVED] = "moved", [LOOK_GONE] = "gone",           [LOOK_FAILED] = "not-reached",
};

static const char *const presence_names[PRESENCE_END] = {
    [PRESENCE_STANDS] = "stands",
    [PRESENCE_PARTS] = "in-parts",
    [PRESENCE_ABSENT] = "absent",
    [PRESENCE_UNKNOWN] = "unknown",
};

const struct names look_outcomes = {"outcome", outcome_names, LOOK_END};
const struct names presences = {"presence", presence_names, PRESENCE_END};

#define VISIT(name, type)                                                                                              \
    {                                                                                                                  \
#name, type, offsetof(struct visit, name), NULL                                                                \
    }
#define SIGHTING(name, type)                                                                                           \
    {                                                                                                                  \
#name, type, offsetof(struct sighting, name), NULL                                                             \
    }

static const struct field visit_field[] = {
    VISIT(number, FIELD_NUMBER),      VISIT(id, FIELD_TEXT),
    VISIT(source, FIELD_TEXT),        {"outcome", FIELD_NAME, offsetof(struct visit, outcome), &look_outcomes},
    VISIT(name, FIELD_TEXT),          VISIT(url, FIELD_TEXT),
    VISIT(status, FIELD_NUMBER),      VISIT(etag, FIELD_TEXT),
    VISIT(last_modified, FIELD_TEXT), VISIT(media, FIELD_TEXT),
    VISIT(charset, FIELD_TEXT),       VISIT(charset_from, FIELD_TEXT),
    VISIT(sha256, FIELD_TEXT),        VISIT(bytes, FIELD_INTEGER),
    VISIT(text, FIELD_TEXT),          VISIT(layout, FIELD_TEXT),
    VISIT(note, FIELD_TEXT),          VISIT(at, FIELD_TEXT),
    VISIT(reviewer, FIELD_TEXT),
};

static const struct field sighting_field[] = {
    SIGHTING(visit, FIELD_TEXT),
    SIGHTING(citation, FIELD_TEXT),
    {"quote", FIELD_NAME, offsetof(struct sighting, quote), &presences},
    SIGHTING(start, FIELD_INTEGER),
    SIGHTING(end, FIELD_INTEGER),
    SIGHTING(origin, FIELD_INTEGER),
    SIGHTING(origin_end, FIELD_INTEGER),
    SIGHTING(places, FIELD_INTEGER),
    SIGHTING(place, FIELD_TEXT),
    {"figure", FIELD_NAME, offsetof(struct sighting, figure), &presences},
    SIGHTING(figure_literal, FIELD_TEXT),
    SIGHTING(figure_place, FIELD_TEXT),
};

const struct fields visit_fields = {visit_field, sizeof(visit_field) / sizeof(visit_field[0])};
const struct fields sighting_fields = {sighting_field, sizeof(sighting_field) / sizeof(sighting_field[0])};

struct digest visit_digest(const struct visit *visit)
{
    struct visit kept = *visit;
    kept.number = 0;
    return record_digest(&visit_fields, &kept);
}

json_t *evidence_json(const struct evidence *evidence)
{
    if (!evidence || !evidence->looked)
        return json_null();
    json_t *object = json_object();
    bool found = evidence->found;
    json_object_set_new(object, "kept", found ? record_json(&visit_fields, &evidence->visit) : json_null());
    json_object_set_new(object, "sighting", found ? record_json(&sighting_fields, &evidence->sighting) : json_null());
    json_object_set_new(object, "last", record_json(&visit_fields, &evidence->last));
    json_object_set_new(object, "kept_last",
                        evidence->found_last ? record_json(&visit_fields, &evidence->visit_last) : json_null());
    json_object_set_new(object, "sighting_last",
                        evidence->found_last ? record_json(&sighting_fields, &evidence->sighting_last) : json_null());
    return object;
}
