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

static const char *const reason_texts[REASON_END] = {
    [REASON_ROUNDING] = "rounded too far",
    [REASON_PERCENT_FOR_POINTS] = "says percent where it is percentage points",
    [REASON_POINTS_FOR_PERCENT] = "says percentage points where it is percent",
    [REASON_SCALE] = "off by a power of a thousand: a million for a billion, or the like",
    [REASON_WRONG_YEAR] = "the figure of another year",
    [REASON_WRONG_ENTITY] = "the figure of another country or group",
    [REASON_WRONG_CURRENCY] = "the figure in another currency",
    [REASON_NOMINAL_FOR_REAL] = "the figure at current prices, told as one at constant prices",
    [REASON_REAL_FOR_NOMINAL] = "the figure at constant prices, told as one at current prices",
    [REASON_LEVEL_FOR_CHANGE] = "says that it changed by what it amounts to",
    [REASON_CHANGE_FOR_LEVEL] = "says that it amounts to what it changed by",
    [REASON_PART_FOR_WHOLE] = "the figure of a part, told as the whole",
    [REASON_WHOLE_FOR_PART] = "the figure of the whole, told as a part",
    [REASON_SIGN] = "the other way round: a rise for a fall, or a fall for a rise",
    [REASON_TREND] = "what it says of other years is not so",
    [REASON_SUM] = "the document's own figures do not add up",
    [REASON_DEFINITION] = "holds under one reference and fails under another",
    [REASON_OFF] = "another figure than the reference",
};

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

const char *reason_text(int reason)
{
    return reason > REASON_NONE && reason < REASON_END ? reason_texts[reason] : NULL;
}
