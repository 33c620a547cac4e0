/* `assay sources import` and `assay sources export`: CSL-JSON and BibTeX. */
#include <stdio.h>

#include "cmd/outfile.h"
#include "cmd/place.h"
#include "cmd/reviewer.h"
#include "cmd/sources.h"
#include "core/base/limits.h"
#include "core/evidence/bibtex.h"
#include "core/evidence/csl.h"
#include "core/intake/intake.h"
#include "core/report/escape.h"
#include "storage/sources.h"

enum file_format { FILE_AUTO, FILE_CSL, FILE_BIBTEX };
enum { FILE_MOST = 64 * 1024 * 1024 };

static const char *const format_names[] = {[FILE_AUTO] = NULL, [FILE_CSL] = "csl-json", [FILE_BIBTEX] = "bibtex"};
static const struct names formats = {"format", format_names, 3};

struct file_options {
    struct str output;
    int format;
};

#define OPTION_FILE_FORMAT                                                                                             \
    {                                                                                                                  \
        "format", 0, OPTION_NAME, offsetof(struct file_options, format), &formats, "FORMAT",                           \
            "csl-json or bibtex; where it is not said, by the file"                                                    \
    }

/* ---- import ---- */

static const struct option import_options[] = {OPTION_FILE_FORMAT, {0}};

static const char *const import_examples[] = {
    EXAMPLE("assay sources import library.json", "what Zotero's 'CSL JSON' exports"),
    EXAMPLE("assay sources import references.bib", "BibTeX or biblatex"),
    NULL,
};

const struct manual manual_sources_import = {
    .usage = "sources import [options] FILE",
    .about = "Takes sources in, all of a file or none. One that is there already (the same address, or without one the "
             "same title, author, date and type) is filled in; where the file contradicts it, it stays as it is, and "
             "that is said. What a source has no field for is kept, and goes out again with export.",
    .options = import_options,
    .options_size = sizeof(struct file_options),
    .examples = import_examples,
    .least = 1,
    .most = 1,
};

struct importing {
    struct source *sources, *result;
    enum import_fate *fates;
    size_t count, left_out;
};

static bool is_bibtex(const struct file_options *o, struct str name, struct str bytes)
{
    if (o->format != FILE_AUTO)
        return o->format == FILE_BIBTEX;
    struct str text = str_trim(bytes);
    if (text.len > 0 && (text.ptr[0] == '[' || text.ptr[0] == '{'))
        return false;
    return text.len == 0 || text.ptr[0] == '@' || text.ptr[0] == '%' || str_ends(name, STR(".bib"));
}

static bool read_file(struct invocation *run, const struct file_options *o, const char *path, struct importing *ret,
                      struct err *err)
{
    struct str bytes = STR_NULL, mark = STR("\xEF\xBB\xBF");
    if (!intake_files.read(intake_files.ctx, path, FILE_MOST, &run->arena, &bytes, err))
        return false;
    if (str_starts(bytes, mark))
        bytes = str_slice(bytes, mark.len, bytes.len);
    bool ok = is_bibtex(o, str_from(path), bytes)
                  ? bibtex_read(bytes, &run->arena, &ret->sources, &ret->count, &ret->left_out, err)
                  : csl_read(bytes, &run->arena, &ret->sources, &ret->count, err);
    return ok || err_wrap(err, "'%s'", path);
}

/* How many became what, and which differ. */
static void tell(struct invocation *run, const struct importing *import)
{
    size_t counts[IMPORT_DIFFERS + 1] = {0};
    for (size_t i = 0; i < import->count; i++) {
        counts[import->fates[i]]++;
        if (import->fates[i] == IMPORT_DIFFERS)
            say(run, "entry %zu: source %lld says otherwise, and stays as it is; 'assay sources edit' changes it",
                i + 1, (long long)import->result[i].number);
    }
    if (import->left_out > 0)
        say(run, "%zu field%s that CSL has no variable for %s left out", import->left_out,
            import->left_out == 1 ? "" : "s", import->left_out == 1 ? "was" : "were");
    printf("%zu new, %zu filled in, %zu known already\n", counts[IMPORT_NEW], counts[IMPORT_FILLED],
           counts[IMPORT_KNOWN] + counts[IMPORT_DIFFERS]);
}

bool cmd_sources_import(struct invocation *run, const void *given, struct words arguments, struct err *err)
{
    struct importing import = {0};
    struct store *store = NULL;
    struct str reviewer = STR_NULL;
    if (!read_file(run, given, arguments.word[0], &import, err))
        return false;
    import.result = arena_alloc(&run->arena, import.count * sizeof(*import.result));
    import.fates = arena_alloc(&run->arena, import.count * sizeof(*import.fates));
    bool ok = reviewer_require(run, &reviewer, err) && place_open_or_make(run, &store, err);
    if (ok)
        ok = store_import_sources(store, import.sources, import.count, reviewer, &run->arena, import.result,
                                  import.fates, err) ||
             err_wrap(err, "'%s'", arguments.word[0]);
    if (ok)
        tell(run, &import);
    store_close(store);
    return ok;
}

/* ---- export ---- */

static const struct option export_options[] = {
    OPTION_FILE_FORMAT,
    {"output", 'o', OPTION_PATH, offsetof(struct file_options, output), NULL, "FILE",
     "write it there, as a whole or not at all"},
    {0},
};

static const char *const export_examples[] = {
    EXAMPLE("assay sources export -o sources.json", "all sources, for Zotero and others"),
    EXAMPLE("assay sources export --format bibtex 3 5 > two.bib", "two of them, for LaTeX"),
    NULL,
};

const struct manual manual_sources_export = {
    .usage = "sources export [options] [N...]",
    .about = "Writes sources as CSL-JSON or BibTeX: those named, or all. What an import brought and a source has no "
             "field for goes out with it.",
    .options = export_options,
    .options_size = sizeof(struct file_options),
    .examples = export_examples,
    .most = ARGUMENTS_ANY,
};

struct exporting {
    struct store *store;
    json_t *items;
    struct arena arena;
    struct err *err;
    bool ok;
};

/* When it was read last, where the source itself does not say. */
static bool add_source(struct exporting *exporting, const struct source *source)
{
    struct source shown = *source;
    struct source_citation *cited = NULL;
    size_t count = 0;
    exporting->ok = shown.accessed.ptr || store_source_citations(exporting->store, source->id, &exporting->arena,
                                                                 &cited, &count, exporting->err);
    for (size_t i = 0; i < count; i++)
        if (str_cmp(cited[i].citation.accessed, shown.accessed) > 0)
            shown.accessed = cited[i].citation.accessed;
    json_array_append_new(exporting->items, csl_item(&shown));
    arena_reset(&exporting->arena);
    return exporting->ok;
}

static bool add_listed(void *ctx, const struct listed_source *listed)
{
    return add_source(ctx, &listed->source);
}

static bool add_named(struct invocation *run, struct exporting *exporting, struct words numbers, struct err *err)
{
    for (size_t i = 0; i < numbers.count; i++) {
        struct source source = {0};
        int64_t number = 0;
        if (!source_number(numbers.word[i], &number, err) ||
            !store_find_source(exporting->store, number, &run->arena, &source, err) || !add_source(exporting, &source))
            return false;
    }
    return true;
}

static bool write_out(struct invocation *run, const struct file_options *o, struct str text, struct err *err)
{
    struct outfile file;
    struct str store_path;
    if (!o->output.ptr || str_eq(o->output, STR("-"))) {
        FILE *out = outfile_terminal(run, false);
        fwrite(text.ptr, 1, text.len, out);
        if (out != stdout)
            fclose(out);
        return true;
    }
    if (!place_find(run, &store_path, err) || !outfile_open(&file, o->output.ptr, store_path.ptr, err))
        return false;
    fwrite(text.ptr, 1, text.len, file.stream);
    return outfile_keep(&file, err);
}

bool cmd_sources_export(struct invocation *run, const void *given, struct words arguments, struct err *err)
{
    const struct file_options *o = given;
    struct exporting exporting = {.items = json_array(), .err = err, .ok = true};
    struct buf text = {0};
    bool bibtex =
        o->format == FILE_BIBTEX || (o->format == FILE_AUTO && o->output.ptr && str_ends(o->output, STR(".bib")));
    bool ok = place_open(run, &exporting.store, err);
    if (ok)
        ok = arguments.count > 0 ? add_named(run, &exporting, arguments, err)
                                 : store_sources(exporting.store, add_listed, &exporting, err) && exporting.ok;
    if (ok && json_array_size(exporting.items) == 0)
        ok = err_set(err, ERR_ABSENT, "the store has no sources yet; 'assay cite' adds one");
    if (ok)
        (bibtex ? bibtex_write : csl_write)(&text, exporting.items);
    else
        json_decref(exporting.items);
    ok = ok && write_out(run, o, buf_view(&text), err);
    buf_release(&text);
    arena_release(&exporting.arena);
    store_close(exporting.store);
    return ok;
}
