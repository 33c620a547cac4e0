/* Reads rows of cells. A line without a quotation mark, which nearly all are, is cut with memchr(); the others are gone
 * through byte by byte, and cells are put together where they stand in the buffer. */
#include "core/series/csv.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/limits.h"
#include "core/base/mem.h"
#include "core/base/utf8.h"

enum {
    CHUNK = 256 * 1024,
    SNIFFED_LINES = 20, /* a table may begin with some lines about itself */
};

void csv_init(struct csv *csv, const struct csv_source *source, char separator)
{
    *csv = (struct csv){.source = *source, .separator = separator, .line = 1};
}

void csv_release(struct csv *csv)
{
    free(csv->bytes);
    free(csv->cells);
    *csv = (struct csv){0};
}

/* Makes room at the end and reads more. */
static bool fill(struct csv *csv, struct err *err)
{
    size_t got = 0;
    if (csv->start > 0) {
        memmove(csv->bytes, csv->bytes + csv->start, csv->end - csv->start);
        csv->end -= csv->start;
        csv->start = 0;
    }
    if (csv->end > LIMIT_TABLE_ROW_BYTES)
        return err_set(err, ERR_INPUT,
                       "line %lld: the row that begins here has more than %zu bytes; is a quotation mark missing?",
                       (long long)csv->line, LIMIT_TABLE_ROW_BYTES);
    csv->bytes = mem_grow(csv->bytes, &csv->cap, csv->end + CHUNK, 1);
    if (!csv->source.read(csv->source.ctx, csv->bytes + csv->end, CHUNK, &got, err))
        return false;
    csv->end += got;
    csv->ended = got == 0;
    return true;
}

/* The first bytes say whether it is a text at all. */
static bool begin(struct csv *csv, struct err *err)
{
    while (!csv->ended && csv->end < 4)
        if (!fill(csv, err))
            return false;
    struct str text = {csv->bytes, csv->end};
    if (str_starts(text, STR("\xFF\xFE")) || str_starts(text, STR("\xFE\xFF")))
        return err_set(err, ERR_INPUT, "line 1: this is UTF-16; save the table as CSV in UTF-8");
    if (str_starts(text, STR("PK\x03\x04")) || str_starts(text, STR("\xD0\xCF\x11\xE0")))
        return err_set(err, ERR_INPUT, "line 1: this is a spreadsheet, no text; save the sheet as CSV");
    if (str_starts(text, STR("\xEF\xBB\xBF")))
        csv->start = 3;
    return true;
}

/* ---- the end of a row ---- */

/* Where the row ends that begins at `start`: after its line feed; 0 where it is not all there yet. */
static size_t quoted_row_end(const struct csv *csv)
{
    enum { FRESH, PLAIN, QUOTED, CLOSED } state = FRESH;
    for (size_t at = csv->start; at < csv->end; at++) {
        char c = csv->bytes[at];
        if (state == QUOTED)
            state = c == '"' ? CLOSED : QUOTED;
        else if (c == '\n')
            return at + 1;
        else if (c == '"' && state != PLAIN)
            state = QUOTED; /* after CLOSED, it was one of two for one */
        else
            state = c == csv->separator ? FRESH : PLAIN;
    }
    return 0;
}

/* The same; *ret_quoted says whether there is a quotation mark in it. */
static size_t row_end(const struct csv *csv, bool *ret_quoted)
{
    const char *at = csv->bytes + csv->start;
    size_t have = csv->end - csv->start;
    const char *feed = memchr(at, '\n', have);
    size_t len = feed ? (size_t)(feed + 1 - at) : have;
    *ret_quoted = memchr(at, '"', len) != NULL;
    if (*ret_quoted)
        return quoted_row_end(csv);
    return feed ? csv->start + len : 0;
}

/* ---- cells ---- */

static bool check_text(const struct csv *csv, struct str row, bool quoted, struct err *err)
{
    size_t bad;
    long long line = (long long)csv->line;
    if (memchr(row.ptr, '\0', row.len))
        return err_set(err, ERR_INPUT, "line %lld: a NUL byte; this is no table of text", line);
    if (!quoted && memchr(row.ptr, '\r', row.len))
        return err_set(err, ERR_INPUT,
                       "line %lld: it ends with a carriage return alone; save the table with other line ends", line);
    if (!utf8_valid(row, &bad))
        return err_set(err, ERR_INPUT, "line %lld: not UTF-8 at byte %zu of the line; save the table as CSV in UTF-8",
                       line, bad + 1);
    return true;
}

static void add_cell(struct csv *csv, size_t count, struct str cell)
{
    csv->cells = mem_grow(csv->cells, &csv->cell_cap, count + 1, sizeof(*csv->cells));
    csv->cells[count] = cell;
}

static size_t cut_plain(struct csv *csv, struct str row)
{
    size_t count = 0;
    for (;;) {
        const char *at = memchr(row.ptr, csv->separator, row.len);
        size_t len = at ? (size_t)(at - row.ptr) : row.len;
        add_cell(csv, count++, (struct str){row.ptr, len});
        if (!at)
            return count;
        row = (struct str){at + 1, row.len - len - 1};
    }
}

/* The text of the quoted cell that begins at `at` is put together in place; *ret_next is the byte after the cell. */
static bool unquote(struct csv *csv, size_t at, size_t end, struct str *ret, size_t *ret_next, struct err *err)
{
    char *bytes = csv->bytes;
    size_t out = at, in = at + 1;
    for (; in < end && !(bytes[in] == '"' && (in + 1 >= end || bytes[in + 1] != '"')); in++) {
        in += bytes[in] == '"';
        bytes[out++] = bytes[in];
    }
    if (in >= end)
        return err_set(err, ERR_INPUT, "line %lld: a quotation mark is opened in this row and never closed",
                       (long long)csv->line);
    if (++in < end && bytes[in] != csv->separator)
        return err_set(err, ERR_INPUT,
                       "line %lld: something stands after a closing quotation mark; double those inside a cell",
                       (long long)csv->line);
    *ret = (struct str){bytes + at, out - at};
    *ret_next = in;
    return true;
}

static bool cut_quoted(struct csv *csv, size_t end, size_t *ret_count, struct err *err)
{
    size_t count = 0;
    for (size_t at = csv->start;; at++) {
        struct str cell = STR_NULL;
        if (at < end && csv->bytes[at] == '"') {
            if (!unquote(csv, at, end, &cell, &at, err))
                return false;
        } else {
            size_t first = at;
            while (at < end && csv->bytes[at] != csv->separator)
                at++;
            cell = (struct str){csv->bytes + first, at - first};
        }
        add_cell(csv, count++, cell);
        if (at >= end)
            break;
    }
    *ret_count = count;
    return true;
}

static int64_t count_feeds(struct str text)
{
    int64_t count = 0;
    for (const char *at = text.ptr; (at = memchr(at, '\n', text.len - (size_t)(at - text.ptr))); at++)
        count++;
    return count;
}

bool csv_next(struct csv *csv, struct csv_row *ret, bool *ret_found, struct err *err)
{
    size_t next, end, count = 0;
    bool quoted = false;
    if (!csv->bytes && !begin(csv, err))
        return false;
    while ((next = row_end(csv, &quoted)) == 0 && !csv->ended)
        if (!fill(csv, err))
            return false;
    *ret_found = csv->start < csv->end;
    if (!*ret_found)
        return true;
    if (next == 0)
        next = csv->end; /* the last line has no end */
    int64_t feeds = count_feeds((struct str){csv->bytes + csv->start, next - csv->start});
    end = next - (csv->bytes[next - 1] == '\n');
    end -= end > csv->start && csv->bytes[end - 1] == '\r';
    struct str row = {csv->bytes + csv->start, end - csv->start};
    if (!check_text(csv, row, quoted, err))
        return false;
    if (!quoted)
        count = cut_plain(csv, row);
    else if (!cut_quoted(csv, end, &count, err))
        return false;
    *ret = (struct csv_row){csv->line, csv->cells, count};
    csv->line += feeds;
    csv->start = next;
    return true;
}

/* How many of the first lines have as many of this separator as most of them have; those without any don't count. */
static size_t agreement(struct str text, char separator, size_t *ret_each)
{
    size_t each[SNIFFED_LINES + 1] = {0}, lines = 0, best = 0;
    bool quoted = false;
    for (size_t at = 0; at < text.len && lines < SNIFFED_LINES; at++) {
        quoted ^= text.ptr[at] == '"';
        lines += text.ptr[at] == '\n' && !quoted;
        each[lines] += text.ptr[at] == separator && !quoted;
    }
    *ret_each = 0;
    for (size_t i = 0; i <= lines; i++) {
        size_t same = 0;
        for (size_t j = 0; j <= lines; j++)
            same += each[j] == each[i] && each[i] > 0;
        if (same > best || (same == best && each[i] > *ret_each)) {
            best = same;
            *ret_each = each[i];
        }
    }
    return best;
}

bool csv_sniff(const struct csv_source *source, char *ret_separator, struct err *err)
{
    static const char separators[] = "\t;|,"; /* a comma last: it stands in numbers, too */
    size_t best = 0, best_each = 0;
    struct csv csv;
    csv_init(&csv, source, ',');
    *ret_separator = ',';
    bool done = begin(&csv, err);
    for (const char *separator = separators; done && csv.bytes && *separator; separator++) {
        size_t each;
        size_t same = agreement((struct str){csv.bytes + csv.start, csv.end - csv.start}, *separator, &each);
        if (same > best || (same == best && each > best_each)) {
            best = same;
            best_each = each;
            *ret_separator = *separator;
        }
    }
    csv_release(&csv);
    return done;
}
