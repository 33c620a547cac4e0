/*
 * The report as CSV or TSV: a row a claim, for a spreadsheet. What says how it was made stands in the last two columns,
 * since a table has no other place for it.
 */
#include "core/report/escape.h"
#include "core/report/format.h"
#include "core/report/words.h"
#include "core/report/words_evidence.h"

static const char *const claim_columns[] = {
    "number",   "figure",    "kind",     "value",   "upper",   "unit",   "unit_assumed", "per",      "of",
    "relation", "direction", "modality", "subject", "concept", "period", "speaker",      "sentence",
};

/* The record's field for a column; only "figure" has a plainer name in the table than in the record. */
static struct str claim_cell(const char *column, const struct claim *claim, struct arena *arena)
{
    struct str name = str_from(column);
    const struct field *field = fields_find(&claim_fields, str_eq(name, STR("figure")) ? STR("literal") : name);
    return record_text(field, claim, arena);
}

/* A row that is being written, through the door of its format. */
struct row {
    struct report *report;
    struct buf text;
};

static bool is_tsv(const struct report *report)
{
    return report->format == &report_tsv;
}

/* Each cell is followed by a separator; write_row() makes the last one a line feed. */
static void cell(struct row *row, struct str text)
{
    bool tsv = is_tsv(row->report);
    (tsv ? escape_tsv : escape_csv)(&row->text, text);
    buf_char(&row->text, tsv ? '\t' : ',');
}

static void write_row(struct row *row)
{
    row->text.ptr[row->text.len - 1] = '\n';
    fwrite(row->text.ptr, 1, row->text.len, row->report->out);
    buf_release(&row->text);
}

static void csv_begin(struct report *report)
{
    struct row row = {.report = report};
    cell(&row, STR("document"));
    cell(&row, STR("url"));
    cell(&row, STR("published"));
    for (size_t i = 0; i < sizeof(claim_columns) / sizeof(claim_columns[0]); i++)
        cell(&row, str_from(claim_columns[i]));
    static const char *const rest[] = {"rating", "rationale", "reviewer",  "at",     "sources",
                                       "quotes", "reason",    "report_at", "program"};
    for (size_t i = 0; i < sizeof(rest) / sizeof(rest[0]); i++)
        cell(&row, str_from(rest[i]));
    write_row(&row);
}

static void csv_document(struct report *report, const struct document *document)
{
    (void)report;
    (void)document;
}

/* One source: its stance, what it is, its address, where in it, the figure that it gives, and when it was read. */
static void add_source(struct buf *out, const struct report_citation *cited)
{
    const struct citation *citation = cited->citation;
    buf_printf(out, "%s: ", stances.name[citation->stance]);
    words_source(out, cited->source);
    if (cited->source->url.ptr && cited->source->title.len > 0)
        buf_printf(out, " <%.*s>", STR_ARG(cited->source->url));
    if (citation->locator.ptr)
        buf_printf(out, " (%.*s)", STR_ARG(citation->locator));
    if (citation->figure.ptr) {
        buf_str(out, STR(", its figure "));
        words_source_figure(out, &voice_plain, citation);
    }
    if (citation->accessed.ptr)
        buf_printf(out, ", accessed %.*s", STR_ARG(citation->accessed));
    if (cited->evidence && cited->evidence->looked)
        buf_str(out, STR(", "));
    words_evidence(out, &voice_plain, cited->evidence);
}

static void sources_cell(struct row *row, const struct report_claim *claim)
{
    struct buf joined = {0};
    for (size_t i = 0; i < claim->citation_count; i++) {
        if (i > 0)
            buf_str(&joined, STR("; "));
        add_source(&joined, &claim->citations[i]);
    }
    cell(row, buf_view(&joined));
    buf_release(&joined);
}

/* One for each source, in their order, so that the two cells line up: a source without a quote has an empty one. */
static void quotes_cell(struct row *row, const struct report_claim *claim)
{
    struct buf joined = {0};
    for (size_t i = 0; i < claim->citation_count; i++) {
        struct str quote = claim->citations[i].citation->quote;
        buf_printf(&joined, "%s\"%.*s\"", i > 0 ? "; " : "", STR_ARG(quote));
    }
    cell(row, buf_view(&joined));
    buf_release(&joined);
}

static void csv_claim(struct report *report, const struct document *document, const struct report_claim *claim)
{
    struct arena arena = {0};
    struct row row = {.report = report};
    const struct verdict *last = claim->verdict_count > 0 ? &claim->verdicts[claim->verdict_count - 1] : NULL;
    cell(&row, words_document(document));
    cell(&row, document->url);
    cell(&row, document->published);
    for (size_t i = 0; i < sizeof(claim_columns) / sizeof(claim_columns[0]); i++)
        cell(&row, claim_cell(claim_columns[i], claim->claim, &arena));
    cell(&row, last ? str_from(ratings.name[last->rating]) : STR("open"));
    cell(&row, last ? last->rationale : STR_NULL);
    cell(&row, last ? last->reviewer : STR_NULL);
    cell(&row, last ? last->at : STR_NULL);
    sources_cell(&row, claim);
    quotes_cell(&row, claim);
    cell(&row, claim->basis ? str_from(reasons.name[claim->basis->reason]) : STR_NULL);
    cell(&row, report->head.generated_at);
    cell(&row, report->head.version);
    write_row(&row);
    arena_release(&arena);
}

static void csv_end(struct report *report)
{
    (void)report;
}

const struct report_format report_csv = {"csv", csv_begin, csv_document, csv_claim, csv_end};
const struct report_format report_tsv = {"tsv", csv_begin, csv_document, csv_claim, csv_end};
