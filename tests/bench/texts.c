/* Makes the benchmarks' inputs out of a few texts: articles in a folder, or lines, each a document. What it makes is the
 * same each time. Every article says something of its own, so that no two are the same text.
 *
 *   texts articles FOLDER COUNT BYTES FILE...   COUNT files of about BYTES bytes, 1,000 to a folder
 *   texts lines BYTES FILE...                   the paragraphs, a line each, over and over, BYTES in all
 *   texts line BYTES FILE...                    the same on one line
 *   texts json COUNT BYTES FILE...              COUNT articles as JSON documents, a line each
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <jansson.h>

#include "core/base/buf.h"
#include "core/base/mem.h"

struct paragraphs {
    struct str *paragraph;
    size_t count, cap;
    struct arena arena;
};

_Noreturn static void give_up(const char *what, const char *about)
{
    fprintf(stderr, "texts: %s '%s'\n", what, about);
    exit(3);
}

static void add_lines(struct paragraphs *all, struct str text)
{
    while (text.len > 0) {
        struct str line = str_trim(str_split(&text, '\n'));
        if (line.len == 0)
            continue;
        all->paragraph = mem_grow(all->paragraph, &all->cap, all->count + 1, sizeof(*all->paragraph));
        all->paragraph[all->count++] = arena_str(&all->arena, line);
    }
}

static void add_file(struct paragraphs *all, const char *path)
{
    struct buf content = {0};
    char block[65536];
    FILE *file = fopen(path, "rb");
    if (!file)
        give_up("can't read", path);
    for (size_t got; (got = fread(block, 1, sizeof(block), file)) > 0;)
        buf_add(&content, block, got);
    fclose(file);
    add_lines(all, buf_view(&content));
    buf_release(&content);
}

/* Paragraphs with figures and paragraphs without stand apart in the files; in an archive they are mixed. */
static void shuffle(struct paragraphs *all)
{
    uint64_t state = 1;
    for (size_t i = all->count - 1; i > 0; i--) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        size_t j = (size_t)(state >> 33) % (i + 1);
        struct str paragraph = all->paragraph[i];
        all->paragraph[i] = all->paragraph[j];
        all->paragraph[j] = paragraph;
    }
}

/* Article `number`: begins somewhere else in the paragraphs than its neighbours, and goes round. */
static void make_article(const struct paragraphs *all, size_t number, size_t bytes, struct buf *ret)
{
    buf_clear(ret);
    buf_printf(ret, "Report %zu of the archive, from town %zu.\n", number, number * 7919 % 10007);
    for (size_t i = number * 31; ret->len < bytes; i++) {
        buf_char(ret, '\n');
        buf_str(ret, all->paragraph[i % all->count]);
        buf_char(ret, '\n');
    }
}

static void write_articles(const struct paragraphs *all, const char *folder, size_t count, size_t bytes)
{
    struct buf text = {0}, path = {0};
    for (size_t i = 0; i < count; i++) {
        buf_clear(&path);
        buf_printf(&path, "%s/%03zu", folder, i / 1000);
        if (i % 1000 == 0)
            mkdir(path.ptr, 0777);
        buf_printf(&path, "/%06zu.txt", i);
        FILE *file = fopen(path.ptr, "wb");
        if (!file)
            give_up("can't write", path.ptr);
        make_article(all, i, bytes, &text);
        fwrite(text.ptr, 1, text.len, file);
        if (fclose(file) != 0)
            give_up("can't write", path.ptr);
    }
    buf_release(&text);
    buf_release(&path);
}

static void write_json(const struct paragraphs *all, size_t count, size_t bytes)
{
    struct buf text = {0};
    for (size_t i = 0; i < count; i++) {
        char id[32];
        make_article(all, i, bytes, &text);
        snprintf(id, sizeof(id), "a%06zu", i);
        json_t *object = json_pack("{s:s, s:s%, s:s}", "id", id, "text", text.ptr, text.len, "date", "2025-02-12");
        json_dumpf(object, stdout, JSON_COMPACT);
        putchar('\n');
        json_decref(object);
    }
    buf_release(&text);
}

static void write_lines(const struct paragraphs *all, size_t bytes, char between)
{
    size_t written = 0;
    for (size_t i = 0; written < bytes; i++) {
        struct str line = all->paragraph[i % all->count];
        fwrite(line.ptr, 1, line.len, stdout);
        putchar(between);
        written += line.len + 1;
    }
    if (between != '\n')
        putchar('\n');
}

static size_t number(const char *text)
{
    char *end;
    unsigned long long value = strtoull(text, &end, 10);
    if (*end || value == 0)
        give_up("not a number:", text);
    return (size_t)value;
}

int main(int argc, char **argv)
{
    struct paragraphs all = {0};
    const char *what = argc > 1 ? argv[1] : "";
    bool articles = strcmp(what, "articles") == 0, json = strcmp(what, "json") == 0;
    int first = articles ? 5 : json ? 4 : 3;
    if (argc <= first)
        give_up("usage: texts articles FOLDER COUNT BYTES FILE... | json COUNT BYTES FILE... | lines BYTES FILE... | "
                "line BYTES FILE..., not",
                what);
    for (int i = first; i < argc; i++)
        add_file(&all, argv[i]);
    if (all.count == 0)
        give_up("no text in", argv[first]);
    shuffle(&all);
    if (articles)
        write_articles(&all, argv[2], number(argv[3]), number(argv[4]));
    else if (json)
        write_json(&all, number(argv[2]), number(argv[3]));
    else
        write_lines(&all, number(argv[2]), strcmp(what, "line") == 0 ? ' ' : '\n');
    free(all.paragraph);
    arena_release(&all.arena);
    return fflush(stdout) == 0 ? 0 : 3;
}
