/* `assay extract`: takes articles in and prints the claims that it found. The pure filter (--lines) is in filter.c. */
#include "cmd/cmd.h"
#include "cmd/filter.h"
#include "cmd/intake_run.h"
#include "cmd/pipeline.h"
#include "core/base/limits.h"
#include "core/intake/intake.h"

#define EXTRACT(field) offsetof(struct extract_options, field)

static const struct option options[] = {
    {"title", 0, OPTION_TEXT, EXTRACT(title), NULL, "TEXT", "the document's title"},
    {"author", 0, OPTION_TEXT, EXTRACT(author), NULL, "NAME",
     "who wrote it, or held the speech: \"I\" and \"we\" in the text"},
    {"publisher", 0, OPTION_TEXT, EXTRACT(publisher), NULL, "NAME", "who published it"},
    {"url", 0, OPTION_URL, EXTRACT(url), NULL, "URL", "where it was published"},
    {"date", 0, OPTION_DATE, EXTRACT(published), NULL, "DATE", "when; \"last year\" in the text is counted from it"},
    {"dry-run", 0, OPTION_FLAG, EXTRACT(dry_run), NULL, NULL, "print what would be added; nothing is stored"},
    {"batch", 0, OPTION_INTEGER, EXTRACT(batch), NULL, "N",
     "store N documents at a time, which is quicker (1; at most 1000): a document is in whole or not at all"},
    {"again", 0, OPTION_FLAG, EXTRACT(receive.again), NULL, NULL, "look whether what is there already has changed"},
    {"archive-url", 0, OPTION_URL, EXTRACT(receive.archive_url), NULL, "URL",
     "where an archived copy of it is, such as https://web.archive.org/web/…"},
    {"follow", 0, OPTION_FLAG, EXTRACT(follow), NULL, NULL,
     "of a feed take in the pages that its entries link to, as robots.txt and --limit host-pause-ms allow"},
    {"files-from", 0, OPTION_PATH, EXTRACT(files_from), NULL, "FILE",
     "read what is named there, a file, folder, pattern or address a line; - is standard input"},
    OPTIONS_RECEIVE(EXTRACT(receive)),
    {"lines", 0, OPTION_FLAG, EXTRACT(lines), NULL, NULL, "filter: a document a line in, its claims out, no store"},
    {"jobs", 0, OPTION_INTEGER, EXTRACT(jobs), NULL, "N",
     "read N files, or with --lines N lines, at a time (1; at most 256); the output is the same, in the same order"},
    {"largest", 0, OPTION_INTEGER, EXTRACT(largest), NULL, "BYTES",
     "with --lines: the longest line that is taken (268435456, which is 256 MiB; at most 2147483647); a longer one is "
     "named"},
    {"texts", 0, OPTION_FLAG, EXTRACT(texts), NULL, NULL, "print each document before its claims, for assay import"},
    OPTION_FORMAT(EXTRACT(format)),
    {0},
};

static const char *const examples[] = {
    EXAMPLE("assay extract article.txt --title \"…\" --publisher \"…\" --date 2025-02-12",
            "one article, with what is known of it"),
    EXAMPLE("assay extract --batch 100 --jobs 4 archive/ > added.txt",
            "thousands of articles, four read and a hundred stored at a time"),
    EXAMPLE("find archive -name '*.pdf' -print0 | assay extract --files-from -", "files that another program names"),
    EXAMPLE("assay extract --follow https://example.org/feed.xml", "the pages that a feed's entries link to"),
    EXAMPLE("assay extract speeches/", "every document in a folder (" INTAKE_ENDINGS ")"),
    EXAMPLE("assay extract https://example.org/article", "a page from the web: fetched, kept, and its article read"),
    EXAMPLE("assay extract --again https://example.org/article", "the same some time later: what has changed?"),
    EXAMPLE("assay extract --lines --format ndjson - < speeches.txt",
            "the pure filter: an object a claim, with its line"),
    EXAMPLE("assay extract --lines --jobs 8 archive.txt > claims.ndjson", "the same on eight processors"),
    EXAMPLE("assay extract --lines --texts part.ndjson > claims.ndjson",
            "lines {\"id\":…,\"text\":…,\"date\":…,\"url\":…,\"title\":…}; what assay import takes"),
    NULL,
};

const struct manual manual_extract = {
    .usage = "extract [options] FILE|FOLDER|PATTERN|URL|-...",
    .about =
        "Reads text, Markdown, web pages (their article: see assay text), PDF, .docx and .odt, subtitles, feeds and "
        "mails, "
        "finds each figure that is stated, keeps the document with its claims, and prints the claims that it added. "
        "What "
        "is in the store already stays as it is, so that a run that was interrupted is started again as it was. The "
        "formats json, ndjson, csv and tsv print dates, ranks and scores too. A file that can't be taken in is named, "
        "the "
        "others are taken in, and the exit status is 3; a line at the end says what became of all. The store is made "
        "on "
        "first use. A PATTERN in quotes ('archive/**/*.pdf') stands for all documents that it fits. A line of --lines "
        "is "
        "plain text, or begins with {\" and is a document as JSON, with its text, and its id, date, url and title "
        "where it "
        "has them; its claims name the id.",
    .options = options,
    .options_size = sizeof(struct extract_options),
    .examples = examples,
    .most = ARGUMENTS_ANY,
};

static bool describes_one(const struct extract_options *o)
{
    return o->title.ptr || o->author.ptr || o->publisher.ptr || o->url.ptr || o->published.ptr ||
           o->receive.archive_url.ptr;
}

static bool check(const struct extract_options *o, struct words arguments, struct err *err)
{
    if (arguments.count == 0 && !o->files_from.ptr)
        return err_set(err, ERR_USAGE, "what shall be read? usage: assay %s", manual_extract.usage);
    if (o->texts && o->format != FORMAT_NDJSON)
        return err_set(err, ERR_USAGE, "--texts prints documents as ndjson; say --format ndjson");
    if (o->largest > 0)
        return err_set(err, ERR_USAGE, "--largest goes with --lines only");
    if (o->batch > BATCH_MOST)
        return err_set(err, ERR_USAGE, "--batch takes at most %d documents at a time", BATCH_MOST);
    return true;
}

static bool extract_documents(struct invocation *run, const struct extract_options *o, struct words arguments,
                              struct err *err)
{
    struct inputs inputs;
    struct limits limits = limits_of(&o->receive.limits);
    if (!check(o, arguments, err) || !inputs_open(arguments, o->files_from, &limits, &run->arena, &inputs, err))
        return false;
    if (describes_one(o) && !inputs_is_one(&inputs))
        return err_set(
            err, ERR_USAGE,
            "--title, --author, --publisher, --url, --archive-url and --date describe one document; give one file");
    return intake_run_all(run, o, &inputs, err);
}

/* Options for reading files and addresses, which the filter does not. */
static bool reads_documents(struct invocation *run, const struct extract_options *o)
{
    const struct receive_options *r = &o->receive;
    return o->files_from.ptr || o->follow || r->charset.ptr || r->whole_page || r->allow_private || r->again ||
           limits_written(&r->limits, &run->arena).ptr;
}

bool cmd_extract(struct invocation *run, const void *given, struct words arguments, struct err *err)
{
    const struct extract_options *o = given;
    if (!receive_check(&o->receive, err))
        return false;
    if (o->jobs > JOBS_MOST)
        return err_set(err, ERR_USAGE, "--jobs takes at most %d", JOBS_MOST);
    if (!o->lines)
        return extract_documents(run, o, arguments, err);
    if (describes_one(o) || o->dry_run || o->batch > 0 || reads_documents(run, o))
        return err_set(err, ERR_USAGE,
                       "--lines takes no other options than --texts, --jobs, --largest and --format ndjson");
    if (o->format != FORMAT_AUTO && o->format != FORMAT_NDJSON)
        return err_set(err, ERR_USAGE, "--lines prints ndjson only; leave --format away, or say --format ndjson");
    if (o->largest > LARGEST_MOST)
        return err_set(err, ERR_USAGE, "--largest takes at most %d bytes", LARGEST_MOST);
    struct filter_options how = {.texts = o->texts,
                                 .largest = o->largest > 0 ? (size_t)o->largest : LIMIT_DOCUMENT_BYTES,
                                 .jobs = o->jobs > 0 ? (size_t)o->jobs : 1};
    return filter_lines(run, arguments, &how, err);
}
