/* The finder's statements and queries for SQLite: its FTS5 (https://www.sqlite.org/fts5.html). The table is made in
 * schema.c. */
#include "storage/schema.h"

static const char *const texts[FINDER_END] = {
    [FINDER_ADD] = "INSERT INTO finder (rowid, sentence, speaker, kind, name) VALUES ($1, $2, $3, $4, $5)",
    [FINDER_KEYS] = "SELECT rowid FROM finder WHERE finder MATCH $1 AND rowid >= $2 AND rowid <= $3 "
                    "ORDER BY rowid LIMIT $4",
    [FINDER_COUNT] = "SELECT COUNT(*) FROM finder WHERE finder MATCH $1",
};

static const char *const alone[] = {SCHEMA_FINDER "PRAGMA user_version = 1;"};
const struct migrations finder_alone = {SCHEMA_APPLICATION, alone, 1};

const char *finder_sql(enum finder_statement statement)
{
    return texts[statement];
}

/*
 * A query is built of strings with their columns: sentence : "tanks" sentence : "south africa". Two that stand side by side
 * must both be there, but one without a word in it ("$") is passed over; with AND between them it finds nothing. The
 * former binds closer.
 */
struct build {
    struct buf *query;
    const char *between; /* the parts of what is wanted */
    bool whole_words, left_out;
};

static void begin_part(struct build *build)
{
    if (build->query->len > 0)
        buf_printf(build->query, "%s", build->between);
}

/* Whatever stands in a string is only words. It holds no quotation mark: those were what the text was cut at. */
static void add_string(struct build *build, const char *column, struct str words, bool prefix)
{
    buf_printf(build->query, " %s : \"", column);
    buf_str(build->query, words);
    buf_str(build->query, prefix ? STR("\" *") : STR("\""));
}

/* What has a letter or digit is a word to every tokenizer. */
static bool is_sure(struct str string)
{
    for (size_t i = 0; i < string.len; i++)
        if (is_alpha(string.ptr[i]) || is_digit(string.ptr[i]))
            return true;
    return false;
}

static void add_wanted(struct build *build, const char *column, struct str words, bool prefix)
{
    if (build->whole_words && (prefix || !is_sure(words)))
        build->left_out = true;
    else
        add_string(build, column, words, prefix);
}

static void add_words(struct build *build, const char *column, struct str words)
{
    while ((words = str_trim(words)).len > 0) {
        size_t end = 0;
        while (end < words.len && !is_space(words.ptr[end]))
            end++;
        struct str word = str_slice(words, 0, end);
        bool prefix = word.len > 1 && str_ends(word, STR("*"));
        add_wanted(build, column, prefix ? str_slice(word, 0, word.len - 1) : word, prefix);
        words = str_slice(words, end, words.len);
    }
}

/* After an odd quotation mark there are plain words. */
static void add_text(struct build *build, const char *column, struct str text)
{
    if (!text.ptr)
        return;
    size_t start = build->query->len;
    begin_part(build);
    size_t before = build->query->len;
    for (bool quoted = false; text.len > 0; quoted = !quoted) {
        bool closes = str_find(text, STR("\""), 0) < text.len;
        struct str part = str_split(&text, '"');
        if (quoted && closes)
            add_wanted(build, column, part, false);
        else
            add_words(build, column, part);
    }
    if (build->query->len == before && build->whole_words)
        build->query->len = start;
    else if (build->query->len == before)
        add_string(build, column, STR(""), false);
}

static void add_kinds(struct build *build, const struct str *kinds, size_t count)
{
    if (count == 0)
        return;
    begin_part(build);
    if (count == 1) {
        add_string(build, "kind", kinds[0], false);
        return;
    }
    buf_str(build->query, STR(" kind : ("));
    for (size_t i = 0; i < count; i++)
        buf_printf(build->query, "%s\"%.*s\"", i > 0 ? " OR " : "", STR_ARG(kinds[i]));
    buf_str(build->query, STR(")"));
}

bool finder_query(const struct finder_wanted *wanted, struct buf *ret)
{
    struct build build = {
        .query = ret, .between = wanted->wordless_pass ? "" : " AND", .whole_words = wanted->whole_words};
    buf_clear(ret);
    add_kinds(&build, wanted->kinds, wanted->kind_count);
    if (wanted->name.ptr) {
        begin_part(&build);
        add_string(&build, "name", wanted->name, true);
    }
    add_text(&build, "sentence", wanted->sentence);
    add_text(&build, "speaker", wanted->speaker);
    return build.left_out;
}
