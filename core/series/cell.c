/* Reads figures out of cells. */
#include "core/series/cell.h"

#include "core/base/decimal.h"
#include "core/base/limits.h"
#include "core/base/utf8.h"

/* How tables write that there is no figure. */
static const char *const empty_cells[] = {"",     "..",   "...",  ". .",  "-",  "--", "–",    "—",   "…",
                                          "n/a",  "N/A",  "n.a.", "N.A.", "na", "NA", "nan",  "NaN", "NAN",
                                          "null", "NULL", "None", "xxx",  ":",  "x",  "#N/A", "."};

/* The parts of a number as it is written. */
struct written {
    bool negative, percent;
    struct str digits;   /* with what groups them and marks decimals */
    struct str exponent; /* "+06"; null for none */
};

static bool is_empty(struct str cell)
{
    for (size_t i = 0; i < sizeof(empty_cells) / sizeof(empty_cells[0]); i++)
        if (str_eq(cell, str_from(empty_cells[i])))
            return true;
    return false;
}

/* The length of a space or apostrophe at `at` that may group digits; 0 for anything else. */
static size_t group_space(struct str s, size_t at)
{
    uint32_t point;
    size_t len = utf8_decode(s, at, &point);
    bool groups =
        point == ' ' || point == 0xA0 || point == 0x202F || point == 0x2009 || point == '\'' || point == 0x2019;
    return groups ? len : 0;
}

static struct str trim(struct str cell)
{
    cell = str_trim(cell);
    while (str_starts(cell, STR("\xC2\xA0")))
        cell = str_trim(str_slice(cell, 2, cell.len));
    while (str_ends(cell, STR("\xC2\xA0")))
        cell = str_trim(str_slice(cell, 0, cell.len - 2));
    return cell;
}

/* Takes sign, percent sign and exponent off. */
static bool take_apart(struct str cell, struct written *ret)
{
    static const struct str minus = {"\xE2\x88\x92", 3}; /* U+2212 */
    struct written w = {.digits = trim(cell)};
    struct str *s = &w.digits;
    if (str_ends(*s, STR("%"))) {
        w.percent = true;
        *s = trim(str_slice(*s, 0, s->len - 1));
    }
    if (str_starts(*s, minus)) {
        w.negative = true;
        *s = str_slice(*s, minus.len, s->len);
    } else if (s->len > 0 && (s->ptr[0] == '-' || s->ptr[0] == '+')) {
        w.negative = s->ptr[0] == '-';
        *s = str_slice(*s, 1, s->len);
    }
    for (size_t i = 1; i + 1 < s->len; i++) {
        if (s->ptr[i] == 'e' || s->ptr[i] == 'E') {
            w.exponent = str_slice(*s, i + 1, s->len);
            *s = str_slice(*s, 0, i);
        }
    }
    *ret = w;
    return s->len > 0;
}

/* Runs of digits, and what stands between them. */
struct runs {
    size_t points, commas, spaces;
    char last;                  /* the last mark: '.', ',' or ' ' */
    size_t first_run, last_run; /* digits before the first mark and after the last */
    bool uneven;                /* a run between two marks, or the last after a space, is not of three digits */
    bool zero;                  /* it begins with a zero, so that what follows is no group */
};

static bool look_at_runs(struct str digits, struct runs *ret)
{
    struct runs r = {.zero = digits.len > 0 && digits.ptr[0] == '0'};
    size_t run = 0, marks = 0, total = 0;
    for (size_t at = 0; at < digits.len;) {
        char c = digits.ptr[at];
        size_t space = group_space(digits, at);
        if (is_digit(c)) {
            run++;
            total++;
            at++;
            continue;
        }
        if (c != '.' && c != ',' && space == 0)
            return false;
        r.points += c == '.';
        r.commas += c == ',';
        r.spaces += space > 0;
        if (marks++ == 0)
            r.first_run = run;
        else
            r.uneven = r.uneven || run != 3;
        r.last = space > 0 ? ' ' : c;
        run = 0;
        at += space > 0 ? space : 1;
    }
    r.last_run = run;
    if (marks == 0)
        r.first_run = run;
    *ret = r;
    return total > 0;
}

static bool groups_well(const struct runs *r)
{
    return !r->uneven && r->first_run >= 1 && r->first_run <= 3 && !r->zero;
}

/* With one kind of mark, or none. */
static enum cell_kind look_at_one_kind(const struct runs *r)
{
    size_t marks = r->points + r->commas;
    bool point = r->points > 0;
    if (marks == 0)
        return r->spaces == 0 || (groups_well(r) && r->last_run == 3) ? CELL_PLAIN : CELL_NO_NUMBER;
    if (marks > 1) /* only groups come more than once */
        return !groups_well(r) || r->last_run != 3 || r->spaces > 0 ? CELL_NO_NUMBER : point ? CELL_COMMA : CELL_POINT;
    if (r->spaces > 0 && (r->last == ' ' || !groups_well(r)))
        return CELL_NO_NUMBER;
    bool group = r->last_run == 3 && groups_well(r) && r->spaces == 0;
    if (group)
        return point ? CELL_EITHER_DOT : CELL_EITHER_COMMA;
    return point ? CELL_POINT : CELL_COMMA;
}

static enum cell_kind look_at_digits(struct str digits)
{
    struct runs r;
    if (!look_at_runs(digits, &r))
        return CELL_NO_NUMBER;
    if (r.points == 0 || r.commas == 0)
        return look_at_one_kind(&r);
    /* Both: the last one, which may come once, marks decimals; the others group. */
    bool comma_last = r.last == ',';
    if (r.spaces > 0 || r.last == ' ' || !groups_well(&r) || (comma_last ? r.commas : r.points) != 1)
        return CELL_NO_NUMBER;
    return comma_last ? CELL_COMMA : CELL_POINT;
}

static bool read_exponent(struct str text, int *ret)
{
    size_t at = text.len > 0 && (text.ptr[0] == '-' || text.ptr[0] == '+');
    int value = 0;
    if (at == text.len || text.len - at > 2)
        return false;
    for (size_t i = at; i < text.len; i++) {
        if (!is_digit(text.ptr[i]))
            return false;
        value = value * 10 + (text.ptr[i] - '0');
    }
    *ret = text.ptr[0] == '-' ? -value : value;
    return true;
}

/* Most cells are a decimal as it stands, and need no more than a look for its point. */
static bool look_at_decimal(struct str cell, enum cell_kind *ret)
{
    struct decimal value;
    if (!decimal_parse(cell, &value))
        return false;
    size_t from = !is_digit(cell.ptr[0]), point = str_find(cell, STR("."), 0);
    bool group = cell.len - point == 4 && point - from <= 3 && cell.ptr[from] != '0';
    *ret = point == cell.len ? CELL_PLAIN : group ? CELL_EITHER_DOT : CELL_POINT;
    return true;
}

enum cell_kind cell_look(struct str cell)
{
    struct written w;
    int exponent;
    enum cell_kind decimal;
    if (cell.len > LIMIT_TABLE_FIGURE_BYTES && trim(cell).len > LIMIT_TABLE_FIGURE_BYTES)
        return CELL_NO_NUMBER;
    if (look_at_decimal(cell, &decimal))
        return decimal;
    if (is_empty(trim(cell)))
        return CELL_EMPTY;
    if (!take_apart(cell, &w) || (w.exponent.ptr && !read_exponent(w.exponent, &exponent)))
        return CELL_NO_NUMBER;
    enum cell_kind kind = look_at_digits(w.digits);
    /* A mantissa has no groups. */
    if (w.exponent.ptr && (kind == CELL_EITHER_DOT || kind == CELL_EITHER_COMMA))
        return kind == CELL_EITHER_DOT ? CELL_POINT : CELL_COMMA;
    return kind;
}

bool cell_is_percent(struct str cell)
{
    return str_ends(trim(cell), STR("%"));
}

static bool fits(enum cell_kind kind, char mark)
{
    return kind == CELL_PLAIN || kind == CELL_EITHER_DOT || kind == CELL_EITHER_COMMA ||
           kind == (mark == '.' ? CELL_POINT : CELL_COMMA);
}

/* Digits with a point before the decimals, and nothing else. */
static struct str plain_digits(const struct written *w, char mark, struct arena *arena)
{
    char *text = arena_alloc(arena, w->digits.len + 4);
    size_t len = 0;
    if (w->negative)
        text[len++] = '-';
    if (w->digits.ptr[0] == mark)
        text[len++] = '0';
    for (size_t i = 0; i < w->digits.len; i++) {
        if (is_digit(w->digits.ptr[i]))
            text[len++] = w->digits.ptr[i];
        else if (w->digits.ptr[i] == mark && i + 1 < w->digits.len)
            text[len++] = '.';
    }
    return (struct str){text, len};
}

bool cell_read(struct str cell, char mark, struct arena *arena, struct str *ret)
{
    struct written w;
    struct decimal value;
    int exponent = 0;
    if (!fits(cell_look(cell), mark))
        return false;
    if (decimal_parse(cell, &value) && cell.ptr[0] != '+' && (mark == '.' || str_find(cell, STR("."), 0) == cell.len)) {
        *ret = cell;
        return true;
    }
    if (!take_apart(cell, &w))
        return false;
    struct str plain = plain_digits(&w, mark, arena);
    if (!decimal_parse(plain, &value) || (w.exponent.ptr && !read_exponent(w.exponent, &exponent)))
        return false;
    if (w.exponent.ptr)
        plain = decimal_print(arena, decimal_scale(value, exponent));
    if (!decimal_parse(plain, &value)) /* more digits than it may have */
        return false;
    *ret = plain;
    return true;
}
