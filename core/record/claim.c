/* The claim record: its fields and the names of its enumerations. */
#include "core/record/claim.h"

static const char *const kind_names[KIND_END] = {
    [KIND_MONEY] = "money", [KIND_PERCENT] = "percent", [KIND_COUNT] = "count", [KIND_MEASURE] = "measure",
    [KIND_RATIO] = "ratio", [KIND_RANK] = "rank",       [KIND_DATE] = "date",   [KIND_DURATION] = "duration",
    [KIND_AGE] = "age",     [KIND_INDEX] = "index",     [KIND_SCORE] = "score",
};

static const char *const relation_names[RELATION_END] = {
    [RELATION_EQUAL] = "=", [RELATION_ABOUT] = "~", [RELATION_ABOVE] = ">",   [RELATION_LEAST] = ">=",
    [RELATION_BELOW] = "<", [RELATION_MOST] = "<=", [RELATION_NEARLY] = "~<", [RELATION_BARELY] = "~>",
};

static const char *const direction_names[DIRECTION_END] = {[DIRECTION_UP] = "up", [DIRECTION_DOWN] = "down"};

static const char *const modality_names[MODALITY_END] = {
    [MODALITY_STATED] = "stated",
    [MODALITY_TARGET] = "target",
    [MODALITY_MINIMUM] = "minimum",
    [MODALITY_MAXIMUM] = "maximum",
    [MODALITY_FORECAST] = "forecast",
    [MODALITY_PROPOSAL] = "proposal",
    [MODALITY_HYPOTHETICAL] = "hypothetical",
    [MODALITY_DENIED] = "denied",
};

const struct names claim_kinds = {"kind", kind_names, KIND_END};
const struct names claim_relations = {"relation", relation_names, RELATION_END};
const struct names claim_directions = {"direction", direction_names, DIRECTION_END};
const struct names claim_modalities = {"modality", modality_names, MODALITY_END};

#define CLAIM(name, type)                                                                                              \
    {                                                                                                                  \
#name, type, offsetof(struct claim, name), NULL                                                                \
    }
#define CLAIM_NAME(name, names)                                                                                        \
    {                                                                                                                  \
#name, FIELD_NAME, offsetof(struct claim, name), names                                                         \
    }

static const struct field claim_field[] = {
    CLAIM(number, FIELD_NUMBER),
    CLAIM(id, FIELD_TEXT),
    CLAIM(literal, FIELD_TEXT),
    CLAIM(start, FIELD_INTEGER),
    CLAIM(end, FIELD_INTEGER),
    CLAIM(start_char, FIELD_INTEGER),
    CLAIM(end_char, FIELD_INTEGER),
    CLAIM(sentence, FIELD_TEXT),
    CLAIM(sentence_start, FIELD_INTEGER),
    CLAIM(prefix, FIELD_TEXT),
    CLAIM(suffix, FIELD_TEXT),
    CLAIM_NAME(kind, &claim_kinds),
    CLAIM(value, FIELD_TEXT),
    CLAIM(upper, FIELD_TEXT),
    CLAIM(precision, FIELD_TEXT),
    CLAIM_NAME(relation, &claim_relations),
    CLAIM_NAME(direction, &claim_directions),
    CLAIM(unit, FIELD_TEXT),
    CLAIM(unit_assumed, FIELD_FLAG),
    CLAIM(per, FIELD_TEXT),
    CLAIM(of, FIELD_TEXT),
    CLAIM(concept, FIELD_TEXT),
    CLAIM(subject, FIELD_TEXT),
    CLAIM(speaker, FIELD_TEXT),
    CLAIM(quoted, FIELD_FLAG),
    CLAIM_NAME(modality, &claim_modalities),
    CLAIM(period, FIELD_TEXT),
    CLAIM(period_interval, FIELD_TEXT),
    CLAIM(score, FIELD_SCORE),
};

const struct fields claim_fields = {claim_field, sizeof(claim_field) / sizeof(claim_field[0])};

struct digest claim_identity(const struct digest *text, const struct claim *claim)
{
    struct hasher hasher;
    char hex[DIGEST_HEX];
    digest_print(text, hex);
    hash_init(&hasher);
    hash_field(&hasher, (struct str){hex, sizeof(hex)});
    hash_number(&hasher, claim->start);
    hash_number(&hasher, claim->end);
    hash_field(&hasher, claim->literal);
    return hash_end(&hasher);
}

struct digest claim_digest(const struct claim *claim)
{
    struct claim found = *claim;
    found.number = 0;
    return record_digest(&claim_fields, &found);
}
