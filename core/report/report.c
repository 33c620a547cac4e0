/* The report: its formats by name, and the counting that every renderer shares. */
#include "core/report/report.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "core/report/format.h"

/* The order of this list is that of report_formats. */
#define FORMATS(FORMAT)                                                                                                \
    FORMAT(text)                                                                                                       \
    FORMAT(markdown)                                                                                                   \
    FORMAT(json) FORMAT(csv) FORMAT(html) FORMAT(claimreview) FORMAT(annotations) FORMAT(ndjson) FORMAT(tsv)

#define FORMAT_NAME(name) #name,
#define FORMAT_ADDRESS(name) &report_##name,

static const char *const format_names[] = {FORMATS(FORMAT_NAME)};
static const struct report_format *const formats[] = {FORMATS(FORMAT_ADDRESS)};

enum { FORMAT_END = sizeof(formats) / sizeof(formats[0]) };

const struct names report_formats = {"format", format_names, FORMAT_END};

const struct report_format *report_format(int index)
{
    assert(index >= 0 && index < FORMAT_END);
    return formats[index];
}

const struct report_format *report_sheet(struct str name)
{
    static const struct report_format *const sheets[] = {&report_sheet_html, &report_sheet_markdown};
    for (size_t i = 0; i < sizeof(sheets) / sizeof(sheets[0]); i++)
        if (str_eq(str_from(sheets[i]->name), name))
            return sheets[i];
    return NULL;
}

void report_begin(struct report *report)
{
    report_release(report);
    report->numbered = 0;
    report->documents = report->claims = report->document_claims = 0;
    report->format->begin(report);
}

void report_document(struct report *report, const struct document *document)
{
    report->documents++;
    report->format->document(report, document);
    report->document_claims = 0;
}

/* Where in the order of names it is, or would be. */
static size_t place_of(const struct report_reviewers *all, struct str name)
{
    size_t from = 0, to = all->count;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (str_cmp(all->reviewer[middle].name, name) < 0)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

static struct report_reviewer *reviewer(struct report *report, struct str name)
{
    struct report_reviewers *all = &report->reviewers;
    size_t at = place_of(all, name);
    if (at == all->count || !str_eq(all->reviewer[at].name, name)) {
        all->reviewer = mem_grow(all->reviewer, &all->cap, all->count + 1, sizeof(*all->reviewer));
        memmove(&all->reviewer[at + 1], &all->reviewer[at], (all->count - at) * sizeof(*all->reviewer));
        all->reviewer[at] = (struct report_reviewer){.name = arena_str(&all->names, name)};
        all->count++;
    }
    return &all->reviewer[at];
}

static void count_reviewers(struct report *report, const struct report_claim *claim)
{
    for (size_t i = 0; i < claim->verdict_count; i++)
        if (claim->verdicts[i].reviewer.ptr)
            reviewer(report, claim->verdicts[i].reviewer)->verdicts++;
    for (size_t i = 0; i < claim->citation_count; i++)
        if (claim->citations[i].citation->reviewer.ptr)
            reviewer(report, claim->citations[i].citation->reviewer)->citations++;
}

/* Each verdict that another one follows. */
static void keep_corrections(struct report *report, const struct report_claim *told)
{
    struct report_corrections *all = &report->corrections;
    for (size_t i = 1; i < told->verdict_count; i++) {
        const struct verdict *before = &told->verdicts[i - 1], *after = &told->verdicts[i];
        all->correction = mem_grow(all->correction, &all->cap, all->count + 1, sizeof(*all->correction));
        all->correction[all->count++] =
            (struct report_correction){.claim = report_claim_id(report, told->claim),
                                       .figure = arena_str(&all->texts, told->claim->literal),
                                       .at = arena_str(&all->texts, after->at),
                                       .reviewer = arena_str(&all->texts, after->reviewer),
                                       .from = before->rating,
                                       .to = after->rating};
    }
}

void report_claim(struct report *report, const struct document *document, const struct report_claim *claim)
{
    report->claims++;
    report->document_claims++;
    count_reviewers(report, claim);
    keep_corrections(report, claim);
    report->format->claim(report, document, claim);
}

void report_end(struct report *report)
{
    report->format->end(report);
    report_release(report);
}

int64_t report_claim_id(const struct report *report, const struct claim *claim)
{
    return claim->number > 0 ? claim->number : report->claims;
}

bool report_has_numbers(const struct report *report)
{
    return report->format->numbers != NULL;
}

void report_numbers(struct report *report, const struct document *document, struct str text)
{
    report->numbered++;
    report->coverage = (struct report_coverage){0};
    report->text = text;
    report->text_at = 0;
    report->format->numbers(report, document);
}

void report_numbers_end(struct report *report)
{
    report->format->numbers_end(report);
    report->text = STR_NULL;
}

bool report_place(const struct report *report, const struct claim *claim)
{
    if (claim->start < (int64_t)report->text_at || claim->end < claim->start || claim->end > (int64_t)report->text.len)
        return false;
    return str_eq(str_slice(report->text, (size_t)claim->start, (size_t)claim->end), claim->literal);
}

void report_number(struct report *report, const struct report_number *number)
{
    report->coverage.no_claim += number->no_claim;
    report->coverage.open += !number->no_claim && number->rating < 0;
    report->coverage.checked += number->rating >= 0;
    report->format->number(report, number);
}

void report_release(struct report *report)
{
    free(report->reviewers.reviewer);
    arena_release(&report->reviewers.names);
    free(report->corrections.correction);
    arena_release(&report->corrections.texts);
    buf_release(&report->notes);
    report->reviewers = (struct report_reviewers){0};
    report->corrections = (struct report_corrections){0};
}
