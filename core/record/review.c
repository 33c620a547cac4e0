/* Sources, citations, verdicts and events: their fields and the names of their enumerations. */
#include "core/record/review.h"

static const char *const stance_names[STANCE_END] = {
    [STANCE_SUPPORTS] = "supports",
    [STANCE_REFUTES] = "refutes",
    [STANCE_CONTEXT] = "context",
};

static const char *const rating_names[RATING_END] = {
    [RATING_ACCURATE] = "accurate",       [RATING_MOSTLY_ACCURATE] = "mostly-accurate", [RATING_PARTLY] = "partly",
    [RATING_MISLEADING] = "misleading",   [RATING_INACCURATE] = "inaccurate",           [RATING_OUTDATED] = "outdated",
    [RATING_UNSUPPORTED] = "unsupported", [RATING_NOT_CHECKABLE] = "not-checkable",
};

static const char *const action_names[ACTION_END] = {
    [ACTION_EXTRACT] = "extract",
    [ACTION_LOG] = "log",
    [ACTION_CITE] = "cite",
    [ACTION_DESCRIBE] = "describe",
    [ACTION_VERDICT] = "verdict",
    [ACTION_IMPORT] = "import",
    [ACTION_RECEIVE] = "receive",
    [ACTION_SERIES_ADD] = "series-add",
    [ACTION_SERIES_DROP] = "series-drop",
    [ACTION_SERIES_RESTORE] = "series-restore",
    [ACTION_KEEP] = "keep",
    [ACTION_RECHECK] = "recheck",
};

static const char *const kind_names[SOURCE_KIND_END] = {
    [SOURCE_PRIMARY] = "primary", [SOURCE_SECONDARY] = "secondary", [SOURCE_OFFICIAL] = "official-statistics",
    [SOURCE_PRESS] = "press",     [SOURCE_PERSON] = "person",
};

const struct names stances = {"stance", stance_names, STANCE_END};
const struct names ratings = {"rating", rating_names, RATING_END};
const struct names source_kinds = {"kind of source", kind_names, SOURCE_KIND_END};
const struct names actions = {"action", action_names, ACTION_END};

#define FIELDS(table)                                                                                                  \
    {                                                                                                                  \
        table, sizeof(table) / sizeof((table)[0])                                                                      \
    }
#define SOURCE(name, type)                                                                                             \
    {                                                                                                                  \
#name, type, offsetof(struct source, name), NULL                                                               \
    }
#define SOURCE_LATER(name)                                                                                             \
    {                                                                                                                  \
#name, FIELD_TEXT, offsetof(struct source, name), NULL, true                                                   \
    }
#define CITATION(name, type)                                                                                           \
    {                                                                                                                  \
#name, type, offsetof(struct citation, name), NULL                                                             \
    }
#define VERDICT(name, type)                                                                                            \
    {                                                                                                                  \
#name, type, offsetof(struct verdict, name), NULL                                                              \
    }
#define EVENT(name, type)                                                                                              \
    {                                                                                                                  \
#name, type, offsetof(struct event, name), NULL                                                                \
    }

static const struct field source_field[] = {
    SOURCE(number, FIELD_NUMBER),
    SOURCE(id, FIELD_TEXT),
    SOURCE(type, FIELD_TEXT),
    SOURCE(title, FIELD_TEXT),
    SOURCE(author, FIELD_TEXT),
    SOURCE(publisher, FIELD_TEXT),
    SOURCE(url, FIELD_TEXT),
    SOURCE(archive_url, FIELD_TEXT),
    SOURCE(published, FIELD_TEXT),
    SOURCE_LATER(accessed),
    {"kind", FIELD_NAME, offsetof(struct source, kind), &source_kinds, true},
    SOURCE_LATER(reliability),
    SOURCE_LATER(csl),
    SOURCE_LATER(merged),
};

static const struct field citation_field[] = {
    CITATION(id, FIELD_TEXT),
    CITATION(source, FIELD_TEXT),
    {"stance", FIELD_NAME, offsetof(struct citation, stance), &stances},
    CITATION(quote, FIELD_TEXT),
    CITATION(locator, FIELD_TEXT),
    CITATION(figure, FIELD_TEXT),
    CITATION(figure_value, FIELD_TEXT),
    CITATION(figure_upper, FIELD_TEXT),
    CITATION(figure_unit, FIELD_TEXT),
    CITATION(accessed, FIELD_TEXT),
    CITATION(reviewer, FIELD_TEXT),
    CITATION(at, FIELD_TEXT),
};

static const struct field verdict_field[] = {
    VERDICT(id, FIELD_TEXT),        {"rating", FIELD_NAME, offsetof(struct verdict, rating), &ratings},
    VERDICT(rationale, FIELD_TEXT), VERDICT(reviewer, FIELD_TEXT),
    VERDICT(at, FIELD_TEXT),
};

static const struct field event_field[] = {
    EVENT(number, FIELD_NUMBER),
    EVENT(id, FIELD_TEXT),
    EVENT(at, FIELD_TEXT),
    EVENT(reviewer, FIELD_TEXT),
    {"action", FIELD_NAME, offsetof(struct event, action), &actions},
    EVENT(document, FIELD_TEXT),
    EVENT(claim, FIELD_TEXT),
    EVENT(content, FIELD_TEXT),
    EVENT(previous, FIELD_TEXT),
    EVENT(hash, FIELD_TEXT),
};

const struct fields source_fields = FIELDS(source_field);
const struct fields citation_fields = FIELDS(citation_field);
const struct fields verdict_fields = FIELDS(verdict_field);
const struct fields event_fields = FIELDS(event_field);

struct digest event_hash(const struct event *event)
{
    struct event covered = *event;
    covered.hash = STR_NULL;
    return record_digest(&event_fields, &covered);
}
