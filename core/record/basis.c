/* The basis of a verdict: its fields, and the names of reasons and of how checks come out. */
#include "core/record/basis.h"

static const char *const reason_names[REASON_END] = {
    [REASON_ROUNDING] = "rounding",
    [REASON_PERCENT_FOR_POINTS] = "percent-for-points",
    [REASON_POINTS_FOR_PERCENT] = "points-for-percent",
    [REASON_SCALE] = "scale",
    [REASON_WRONG_YEAR] = "wrong-year",
    [REASON_WRONG_ENTITY] = "wrong-entity",
    [REASON_WRONG_CURRENCY] = "wrong-currency",
    [REASON_NOMINAL_FOR_REAL] = "nominal-for-real",
    [REASON_REAL_FOR_NOMINAL] = "real-for-nominal",
    [REASON_LEVEL_FOR_CHANGE] = "level-for-change",
    [REASON_CHANGE_FOR_LEVEL] = "change-for-level",
    [REASON_PART_FOR_WHOLE] = "part-for-whole",
    [REASON_WHOLE_FOR_PART] = "whole-for-part",
    [REASON_SIGN] = "sign",
    [REASON_TREND] = "trend",
    [REASON_SUM] = "sum",
    [REASON_DEFINITION] = "definition",
    [REASON_OFF] = "off",
};
const struct names reasons = {"reason", reason_names, REASON_END};

static const char *const status_names[CHECK_STATUS_END] = {
    [CHECK_HOLDS] = "holds",         [CHECK_FAILS] = "fails",           [CHECK_CONFLICT] = "conflict",
    [CHECK_UNDECIDED] = "undecided", [CHECK_CANNOT] = "cannot compare",
};
const struct names check_statuses = {"result of a check", status_names, CHECK_STATUS_END};

#define BASIS(name, type, names)                                                                                       \
    {                                                                                                                  \
#name, type, offsetof(struct basis, name), names                                                               \
    }

static const struct field basis_field[] = {
    BASIS(verdict_id, FIELD_TEXT, NULL),        BASIS(reason, FIELD_NAME, &reasons),
    BASIS(status, FIELD_NAME, &check_statuses), BASIS(suggested, FIELD_TEXT, NULL),
    BASIS(arithmetic, FIELD_TEXT, NULL),
};
const struct fields basis_fields = {basis_field, sizeof(basis_field) / sizeof(basis_field[0])};
