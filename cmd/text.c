/* `assay text`: the text that assay reads in a document, so that a user sees what it saw. Nothing is stored. */
#include <stdio.h>

#include "cmd/cmd.h"
#include "cmd/jsonout.h"
#include "cmd/receive.h"
#include "core/report/escape.h"

enum text_format { TEXT_AUTO, TEXT_TEXT, TEXT_JSON };
static const char *const format_names[] = {[TEXT_AUTO] = NULL, [TEXT_TEXT] = "text", [TEXT_JSON] = "json"};
static const struct names formats = {"format", format_names, 3};

struct text_options {
    struct receive_options receive;
    bool all;
    int format;
};

#define TEXT(field) offsetof(struct text_options, field)

static const struct option options[] = {
    {"all", 0, OPTION_FLAG, TEXT(all), NULL, NULL, "also what is left out, each such line marked with \"-\""},
    OPTIONS_RECEIVE(TEXT(receive)),
    {"format", 0, OPTION_NAME, TEXT(format), &formats, "FORMAT", "text or json"},
    {0},
};

static const char *const examples[] = {
    EXAMPLE("assay text page.html", "the article in a saved page, as assay reads it"),
    EXAMPLE("assay text page.html --all", "the same, with menus, comments and the like marked as left out"),
    EXAMPLE("assay text page.html --format json", "title, author, date, and each block with its place in the file"),
    NULL,
};

const struct manual manual_text = {
    .usage = "text [options] FILE|URL|-",
    .about =
        "Prints the text that extract would read figures in, without its menus, advertisements and comments. Nothing "
        "is stored. What was left out is shown with --all; where that holds the article, --whole-page takes it in.",
    .options = options,
    .options_size = sizeof(struct text_options),
    .examples = examples,
    .least = 1,
    .most = 1,
};

/* On a terminal what acts there is shown, not sent; into a file or pipe the text goes as it is. */
static void print(const struct invocation *run, struct str text)
{
    struct buf shown = {0};
    if (run->terminal.out)
        escape_terminal_block(&shown, text);
    else
        buf_str(&shown, text);
    fwrite(buf_view(&shown).ptr, 1, shown.len, stdout);
    buf_release(&shown);
}

static void print_text(const struct invocation *run, struct str text)
{
    print(run, text);
    if (text.len > 0 && text.ptr[text.len - 1] != '\n')
        putchar('\n');
}

/* Blocks of both kinds in the document's order; those left out have "- " before each line. */
static void print_all(const struct invocation *run, const struct received *received)
{
    const struct reading *reading = &received->reading;
    for (size_t i = 0; i < reading->block_count; i++) {
        const struct block *block = &reading->block[i];
        struct str rest = str_slice(block->left_out ? reading->rest : reading->text, block->start, block->end);
        if (i > 0)
            putchar('\n');
        while (rest.len > 0) {
            fputs(block->left_out ? "- " : "  ", stdout);
            print(run, str_split(&rest, '\n'));
            putchar('\n');
        }
    }
    if (reading->block_count == 0)
        print_text(run, received->text);
}

static void set(json_t *object, const char *name, struct str text)
{
    json_object_set_new(object, name, text.ptr ? json_stringn(text.ptr, text.len) : json_null());
}

static json_t *block_json(const struct reading *reading, const struct block *block)
{
    struct str text = str_slice(block->left_out ? reading->rest : reading->text, block->start, block->end);
    json_t *object =
        json_pack("{s:s, s:b, s:I, s:I}", "kind", block_kinds.name[block->kind], "left_out", block->left_out, "origin",
                  (json_int_t)block->origin, "origin_end", (json_int_t)block->origin_end);
    if (block->page > 0) {
        json_object_set_new(object, "page", json_integer(block->page));
        json_object_set_new(object, "left", json_integer(block->left));
        json_object_set_new(object, "top", json_integer(block->top));
    }
    if (block->kind == BLOCK_CUE) {
        json_object_set_new(object, "begins_ms", json_integer(block->begins_ms));
        json_object_set_new(object, "ends_ms", json_integer(block->ends_ms));
    }
    if (block->table > 0) {
        json_object_set_new(object, "table", json_integer(block->table));
        json_object_set_new(object, "row", json_integer(block->row));
    }
    set(object, "text", text);
    return object;
}

static void print_json(const struct received *received)
{
    const struct document *document = &received->document;
    json_t *object = json_object(), *blocks = json_array();
    json_object_set_new(object, "media", json_string(document_medias.name[document->media]));
    set(object, "title", document->title);
    set(object, "author", document->author);
    set(object, "publisher", document->publisher);
    set(object, "published", document->published);
    set(object, "modified", received->reading.modified);
    set(object, "language", received->reading.language);
    set(object, "url", document->url);
    set(object, "charset", received->reading.charset);
    set(object, "charset_from", received->reading.charset_from);
    set(object, "note", received->reading.note);
    set(object, "text", received->text);
    for (size_t i = 0; i < received->reading.block_count; i++)
        json_array_append_new(blocks, block_json(&received->reading, &received->reading.block[i]));
    json_object_set_new(object, "blocks", blocks);
    json_write(stdout, object, true);
    putchar('\n');
}

static void print_one(const struct invocation *run, const struct text_options *o, const struct received *received)
{
    if (o->format == TEXT_JSON)
        print_json(received);
    else if (o->all)
        print_all(run, received);
    else
        print_text(run, received->text);
}

bool cmd_text(struct invocation *run, const void *given, struct words arguments, struct err *err)
{
    const struct text_options *o = given;
    struct receive_how how = {.options = &o->receive};
    struct deliveries all;
    if (!receive_check(&o->receive, err) || !receive(run, str_from(arguments.word[0]), &how, &run->arena, &all, err))
        return false;
    page_output(run);
    for (size_t i = 0; i < all.count; i++) {
        const struct received *received = &all.delivery[i].received;
        if (i > 0 && o->format != TEXT_JSON)
            puts("\n----\n");
        if (received->reading.failure.ptr)
            say(run, "%.*s: %.*s", STR_ARG(received->document.name), STR_ARG(received->reading.failure));
        else
            print_one(run, o, received);
    }
    return true;
}
