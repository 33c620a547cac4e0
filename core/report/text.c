/* The report as plain text, for a terminal or a file: what a desk reads and hands on. */
#include <inttypes.h>
#include <string.h>

#include "core/report/escape.h"
#include "core/report/format.h"
#include "core/report/words.h"
#include "core/report/wrap.h"

enum { WIDTH = 80, WIDTH_MIN = 40, INDENT = 4, LABEL = 12, BAR = 24, BEFORE_BAR = 27 };

#define PLAIN ""
#define BOLD "\033[1m"
#define DIM "\033[2m"
#define GREEN "\033[1;32m"
#define YELLOW "\033[1;33m"
#define RED "\033[1;31m"
#define CYAN "\033[1;36m"

static const char *const rating_colours[RATING_END] = {
    [RATING_ACCURATE] = GREEN,  [RATING_MOSTLY_ACCURATE] = GREEN, [RATING_PARTLY] = YELLOW,
    [RATING_MISLEADING] = RED,  [RATING_INACCURATE] = RED,        [RATING_OUTDATED] = YELLOW,
    [RATING_UNSUPPORTED] = RED, [RATING_NOT_CHECKABLE] = DIM,
};

static int width(const struct report *report)
{
    int wanted = report->style.width > 0 ? report->style.width : WIDTH;
    return wanted > WIDTH_MIN ? wanted : WIDTH_MIN;
}

/* Program's own words in a style; article text goes through paragraph() and its kin. */
static void styled(struct report *report, const char *style, const char *words)
{
    bool colour = report->style.colour && style[0] != '\0';
    fprintf(report->out, "%s%s%s", colour ? style : "", words, colour ? "\033[0m" : "");
}

static void rule(struct report *report, char c)
{
    for (int i = width(report); i > 0; i--)
        fputc(c, report->out);
    fputc('\n', report->out);
}

static void heading(struct report *report, const char *words)
{
    fputc('\n', report->out);
    styled(report, BOLD, words);
    fputc('\n', report->out);
    for (size_t i = strlen(words); i > 0; i--)
        fputc('-', report->out);
    fputc('\n', report->out);
}

/* Raw text, begun at `column` where the caller stands, its further lines at `indent`. Its own line ends are kept. */
static void set_from(struct report *report, int column, int indent, struct str raw)
{
    struct buf safe = {0};
    escape_terminal_block(&safe, str_trim(raw));
    struct wrap wrap = {.out = report->out, .width = width(report), .indent = indent, .hang = column - indent};
    wrap_text(&wrap, buf_view(&safe));
    buf_release(&safe);
}

static void set(struct report *report, int indent, struct str raw)
{
    set_from(report, indent, indent, raw);
}

static void label(struct report *report, const char *words)
{
    fprintf(report->out, "%*s%s%*s", INDENT, "", words, LABEL - (int)strlen(words), "");
}

/* "    Label       text": nothing where there is no text. */
static void field(struct report *report, const char *words, struct str raw)
{
    if (raw.len == 0)
        return;
    label(report, words);
    set(report, INDENT + LABEL, raw);
}

/* One more line below a field, with words of its own before the text. */
static void below(struct report *report, const char *before, struct str raw, const char *after)
{
    if (raw.len == 0)
        return;
    struct buf line = {0};
    buf_printf(&line, "%s%.*s%s", before, STR_ARG(str_trim(raw)), after);
    fprintf(report->out, "%*s", INDENT + LABEL, "");
    set(report, INDENT + LABEL, buf_view(&line));
    buf_release(&line);
}

/* A field whose text words.h makes of a claim. */
static void field_of(struct report *report, const char *words, void (*make)(struct buf *, const struct claim *),
                     const struct claim *claim)
{
    struct buf raw = {0};
    make(&raw, claim);
    field(report, words, buf_view(&raw));
    buf_release(&raw);
}

/* ---- the summary ---- */

/* A bar of block characters, to an eighth of a column; what there is at all shows. */
static void bar(struct report *report, int64_t count, int64_t most)
{
    static const char *const eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    int room = width(report) - BEFORE_BAR < BAR ? width(report) - BEFORE_BAR : BAR;
    int64_t length = most > 0 ? count * room * 8 / most : 0;
    if (count > 0 && length == 0)
        length = 1;
    for (int64_t i = 0; i < length / 8; i++)
        fputs("█", report->out);
    fputs(eighths[length % 8], report->out);
}

static void summary_line(struct report *report, const char *name, const char *colour, int64_t count, int64_t most)
{
    fputs("  ", report->out);
    styled(report, colour, name);
    fprintf(report->out, "%*s %6" PRId64 "  ", 16 - (int)strlen(name), "", count);
    bar(report, count, most);
    fputc('\n', report->out);
}

static void summary(struct report *report)
{
    const struct report_counts *counts = &report->head.counts;
    int64_t most = counts->open;
    for (int i = 0; i < RATING_END; i++)
        most = counts->by_rating[i] > most ? counts->by_rating[i] : most;
    heading(report, "Summary");
    fprintf(report->out, "  %-16s %6" PRId64 "\n", "documents", counts->documents);
    fprintf(report->out, "  %-16s %6" PRId64 "\n", "claims", counts->claims);
    fprintf(report->out, "  %-16s %6" PRId64 "\n\n", "with a source", counts->cited);
    for (int i = 0; i < RATING_END; i++)
        if (counts->by_rating[i] > 0)
            summary_line(report, ratings.name[i], rating_colours[i], counts->by_rating[i], most);
    summary_line(report, counts->open > 0 ? "OPEN" : "open", counts->open > 0 ? CYAN : PLAIN, counts->open, most);
}

static void text_begin(struct report *report)
{
    struct buf line = {0};
    styled(report, BOLD, "VERIFICATION REPORT");
    fputc('\n', report->out);
    rule(report, '=');
    words_time(&line, report->head.generated_at);
    buf_printf(&line, ", made by %.*s", STR_ARG(report->head.version));
    set(report, 0, buf_view(&line));
    if (report->head.selection.ptr) {
        buf_clear(&line);
        buf_printf(&line, "This report holds %.*s.", STR_ARG(report->head.selection));
        set(report, 0, buf_view(&line));
    }
    buf_release(&line);
    summary(report);
}

/* ---- documents ---- */

static void empty_document(struct report *report)
{
    if (report->documents == 0 || report->document_claims > 0)
        return;
    fprintf(report->out, "\n%*s", INDENT, "");
    set(report, INDENT, STR("No claim of this document is in this report."));
}

static void text_document(struct report *report, const struct document *document)
{
    struct buf line = {0};
    struct arena scratch = {0};
    if (report->documents > 1)
        empty_document(report);
    fputc('\n', report->out);
    rule(report, '=');
    fputs(report->style.colour ? BOLD : "", report->out);
    int column = fprintf(report->out, "Document %" PRId64 ": ", report->documents);
    set_from(report, column, INDENT, words_document(document));
    fputs(report->style.colour ? "\033[0m" : "", report->out);
    rule(report, '=');
    field(report, "Author", document->author);
    field(report, "Publisher", document->publisher);
    field(report, "Published", document->published);
    field(report, "Address", document->url);
    field(report, document->media == MEDIA_STATEMENT ? "Statement" : "File", document->name);
    words_number(&line, arena_printf(&scratch, "%" PRId64, document->bytes));
    buf_str(&line, STR(" bytes"));
    field(report, "Size", buf_view(&line));
    field(report, "SHA-256", document->sha256);
    buf_clear(&line);
    words_who(&line, document->added_by, document->added_at);
    field(report, "Taken in", buf_view(&line));
    arena_release(&scratch);
    buf_release(&line);
}

/* ---- claims ---- */

/* "[2] more than $180 billion", with the rating at the right edge, or below where there is no room. */
static void claim_heading(struct report *report, const struct claim *claim, const char *rating, const char *colour)
{
    struct buf name = {0}, safe = {0};
    if (claim->number > 0)
        buf_printf(&name, "[%" PRId64 "] ", claim->number);
    buf_str(&name, claim->literal);
    escape_terminal(&safe, buf_view(&name));
    int room = width(report) - wrap_columns(buf_view(&safe)) - (int)strlen(rating);
    fputc('\n', report->out);
    rule(report, '-');
    if (report->style.colour)
        fputs(BOLD, report->out);
    if (room >= 2) {
        fprintf(report->out, "%s%s%*s", safe.ptr, report->style.colour ? "\033[0m" : "", room, "");
    } else {
        set_from(report, 0, INDENT, buf_view(&name));
        fprintf(report->out, "%s%*s", report->style.colour ? "\033[0m" : "", INDENT, "");
    }
    styled(report, colour, rating);
    fputs("\n\n", report->out);
    buf_release(&name);
    buf_release(&safe);
}

static void sentence(struct report *report, const struct claim *claim)
{
    size_t start = 0, end = 0;
    struct buf safe = {0};
    struct wrap wrap = {.out = report->out, .width = width(report), .indent = INDENT};
    wrap.mark_style = report->style.colour ? BOLD : NULL;
    if (words_place(claim, &start, &end)) {
        escape_terminal(&safe, str_slice(claim->sentence, 0, start));
        wrap.mark = safe.len;
        escape_terminal(&safe, claim->literal);
        wrap.mark_end = safe.len;
        escape_terminal(&safe, str_slice(claim->sentence, end, claim->sentence.len));
    } else {
        escape_terminal(&safe, claim->sentence);
    }
    fprintf(report->out, "%*s", INDENT, "");
    wrap_text(&wrap, buf_view(&safe));
    fputc('\n', report->out);
    buf_release(&safe);
}

static void figure(struct report *report, const struct claim *claim)
{
    struct buf line = {0};
    words_figure(&line, claim);
    if (claim->kind >= 0 && claim->kind < KIND_END)
        buf_printf(&line, " [%s]", claim_kinds.name[claim->kind]);
    field(report, "Figure", buf_view(&line));
    buf_release(&line);
}

static void citation(struct report *report, size_t index, const struct report_citation *cited)
{
    const struct citation *citation = cited->citation;
    const struct source *source = cited->source;
    struct buf line = {0};
    buf_printf(&line, "Source %zu", index + 1);
    label(report, line.ptr);
    set(report, INDENT + LABEL, str_from(stances.name[citation->stance]));
    buf_clear(&line);
    words_source(&line, source);
    below(report, "", buf_view(&line), "");
    if (source->title.len > 0) /* else it is named by its address */
        below(report, "", source->url, "");
    below(report, "archived: ", source->archive_url, "");
    below(report, "where: ", citation->locator, "");
    below(report, "quote: \"", citation->quote, "\"");
    buf_clear(&line);
    words_source_figure(&line, citation);
    below(report, "its figure: ", buf_view(&line), "");
    below(report, "accessed ", citation->accessed, "");
    buf_clear(&line);
    words_who(&line, citation->reviewer, citation->at);
    below(report, "added by ", buf_view(&line), "");
    buf_release(&line);
}

static void verdict(struct report *report, const char *words, const struct verdict *verdict, bool later)
{
    struct buf line = {0};
    buf_printf(&line, "%s%s", ratings.name[verdict->rating], later ? " (a later verdict counts)" : "");
    field(report, words, buf_view(&line));
    below(report, "", verdict->rationale, "");
    buf_clear(&line);
    words_who(&line, verdict->reviewer, verdict->at);
    below(report, "by ", buf_view(&line), "");
    buf_release(&line);
}

static void upper_case(char *out, size_t size, const char *name)
{
    size_t i = 0;
    for (; name[i] && i + 1 < size; i++)
        out[i] = is_lower(name[i]) ? (char)(name[i] - 'a' + 'A') : name[i];
    out[i] = '\0';
}

static void text_claim(struct report *report, const struct document *document, const struct report_claim *told)
{
    (void)document;
    const struct claim *claim = told->claim;
    const struct verdict *last = told->verdict_count > 0 ? &told->verdicts[told->verdict_count - 1] : NULL;
    char rating[32] = "OPEN";
    if (last)
        upper_case(rating, sizeof(rating), ratings.name[last->rating]);
    claim_heading(report, claim, rating, last ? rating_colours[last->rating] : CYAN);
    sentence(report, claim);
    figure(report, claim);
    field(report, "Put as", str_from(words_modality(claim)));
    field_of(report, "Said by", words_speaker, claim);
    field_of(report, "About", words_about, claim);
    field_of(report, "Time", words_period, claim);
    fputc('\n', report->out);
    if (last)
        verdict(report, "Verdict", last, false);
    else
        field(report, "Verdict",
              told->citation_count > 0 ? STR("OPEN: it has a source, but no verdict yet")
                                       : STR("OPEN: no source and no verdict yet"));
    for (size_t i = 0; i < told->citation_count; i++)
        citation(report, i, &told->citations[i]);
    for (size_t i = told->verdict_count; i > 1; i--)
        verdict(report, "Earlier", &told->verdicts[i - 2], true);
}

static void text_end(struct report *report)
{
    struct buf paragraph = {0};
    empty_document(report);
    fputc('\n', report->out);
    rule(report, '=');
    heading(report, "How this report was made");
    for (size_t i = 0; words_method(&paragraph, report, i); i++) {
        if (i > 0)
            fputc('\n', report->out);
        set(report, 0, buf_view(&paragraph));
        buf_clear(&paragraph);
    }
    buf_release(&paragraph);
}

const struct report_format report_text = {"text", text_begin, text_document, text_claim, text_end};
