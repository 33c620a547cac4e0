/* The series record and its points: their fields, and the digests that say whether two are the same. */
#include "core/record/series.h"

static const char *const frequency_names[FREQUENCY_END] = {
    [FREQUENCY_YEAR] = "year",   [FREQUENCY_HALF] = "half-year", [FREQUENCY_QUARTER] = "quarter",
    [FREQUENCY_MONTH] = "month", [FREQUENCY_WEEK] = "week",      [FREQUENCY_DAY] = "day",
    [FREQUENCY_MIXED] = "mixed",
};
const struct names series_frequencies = {"frequency", frequency_names, FREQUENCY_END};

static const char *const basis_names[BASIS_END] = {
    [BASIS_NONE] = NULL,
    [BASIS_NOMINAL] = "nominal",
    [BASIS_REAL] = "real",
};
const struct names series_bases = {"basis", basis_names, BASIS_END};

static const char *const form_names[FORM_END] = {
    [FORM_LEVEL] = "level",
    [FORM_CHANGE] = "change",
    [FORM_INDEX] = "index",
};
const struct names series_forms = {"form", form_names, FORM_END};

#define SERIES(name, type)                                                                                             \
    {                                                                                                                  \
#name, type, offsetof(struct series, name), NULL                                                               \
    }
#define SERIES_NAME(name, names)                                                                                       \
    {                                                                                                                  \
#name, FIELD_NAME, offsetof(struct series, name), names                                                        \
    }

static const struct field series_field[] = {
    SERIES(number, FIELD_NUMBER),     SERIES(id, FIELD_TEXT),
    SERIES(name, FIELD_TEXT),         SERIES(measure, FIELD_TEXT),
    SERIES_NAME(form, &series_forms), SERIES(unit, FIELD_TEXT),
    SERIES(scale, FIELD_INTEGER),     SERIES(per, FIELD_TEXT),
    SERIES(of, FIELD_TEXT),           SERIES_NAME(basis, &series_bases),
    SERIES(base, FIELD_TEXT),         SERIES_NAME(frequency, &series_frequencies),
    SERIES(first, FIELD_TEXT),        SERIES(last, FIELD_TEXT),
    SERIES(source, FIELD_TEXT),       SERIES(url, FIELD_TEXT),
    SERIES(vintage, FIELD_TEXT),      SERIES(retrieved, FIELD_TEXT),
    SERIES(note, FIELD_TEXT),         SERIES(table, FIELD_TEXT),
    SERIES(sha256, FIELD_TEXT),       SERIES(bytes, FIELD_INTEGER),
    SERIES(column, FIELD_TEXT),       SERIES(points, FIELD_INTEGER),
    SERIES(entities, FIELD_INTEGER),  SERIES(points_digest, FIELD_TEXT),
    SERIES(added_at, FIELD_TEXT),     SERIES(added_by, FIELD_TEXT),
    SERIES(dropped, FIELD_FLAG),
};
const struct fields series_fields = {series_field, sizeof(series_field) / sizeof(series_field[0])};

#define POINT(name, type)                                                                                              \
    {                                                                                                                  \
#name, type, offsetof(struct series_point, name), NULL                                                         \
    }

static const struct field point_field[] = {
    POINT(key, FIELD_TEXT),     POINT(first, FIELD_TEXT),       POINT(row, FIELD_INTEGER), POINT(last, FIELD_TEXT),
    POINT(entity, FIELD_TEXT),  POINT(entity_name, FIELD_TEXT), POINT(period, FIELD_TEXT), POINT(value, FIELD_TEXT),
    POINT(written, FIELD_TEXT), POINT(column, FIELD_TEXT),
};
const struct fields series_point_fields = {point_field, sizeof(point_field) / sizeof(point_field[0])};

#define DROP(name, type)                                                                                               \
    {                                                                                                                  \
#name, type, offsetof(struct series_drop, name), NULL                                                          \
    }

static const struct field drop_field[] = {
    DROP(series, FIELD_TEXT),   DROP(dropped, FIELD_FLAG), DROP(reason, FIELD_TEXT),
    DROP(reviewer, FIELD_TEXT), DROP(at, FIELD_TEXT),
};
const struct fields series_drop_fields = {drop_field, sizeof(drop_field) / sizeof(drop_field[0])};

struct digest series_identity(const struct series *series)
{
    struct series kept = *series;
    kept.number = 0;
    kept.id = kept.table = kept.retrieved = kept.added_at = kept.added_by = STR_NULL;
    kept.dropped = false;
    return record_digest(&series_fields, &kept);
}

struct digest series_digest(const struct series *series)
{
    struct series kept = *series;
    kept.number = 0;
    kept.dropped = false;
    return record_digest(&series_fields, &kept);
}

void series_point_hash(struct hasher *hasher, const struct series_point *point)
{
    struct arena none = {0};
    for (size_t i = 0; i < series_point_fields.count; i++)
        hash_field(hasher, record_text(&series_point_fields.field[i], point, &none));
    arena_release(&none);
}

bool series_value(const struct series *series, const struct series_point *point, struct decimal *ret)
{
    struct decimal value;
    if (!decimal_parse(point->value, &value))
        return false;
    *ret = decimal_scale(value, (int)series->scale);
    return true;
}
