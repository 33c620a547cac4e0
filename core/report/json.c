/*
 * The report as one JSON object, written record by record: a line each, so that two reports can be compared by diff. And as
 * NDJSON: a claim a line, with its document. tests/schema/report.schema.json has both.
 */
#include "core/report/dump.h"
#include "core/report/format.h"
#include "core/report/words.h"

static json_t *summary(const struct report_counts *counts)
{
    json_t *object = json_object(), *by_rating = json_object();
    json_object_set_new(object, "documents", json_integer(counts->documents));
    json_object_set_new(object, "claims", json_integer(counts->claims));
    json_object_set_new(object, "open", json_integer(counts->open));
    json_object_set_new(object, "cited", json_integer(counts->cited));
    for (int i = 0; i < RATING_END; i++)
        json_object_set_new(by_rating, ratings.name[i], json_integer(counts->by_rating[i]));
    json_object_set_new(object, "by_rating", by_rating);
    return object;
}

static void json_begin(struct report *report)
{
    json_t *assay = json_object();
    json_object_set_new(assay, "version", dump_text(report->head.version));
    json_object_set_new(assay, "generated_at", dump_text(report->head.generated_at));
    if (report->head.selection.ptr)
        json_object_set_new(assay, "selection", dump_text(report->head.selection));
    fputs("{\"assay\":", report->out);
    dump_value(report, assay, false);
    fputs(",\n\"summary\":", report->out);
    dump_value(report, summary(&report->head.counts), false);
    fputs(",\n\"documents\":[", report->out);
}

static void json_document(struct report *report, const struct document *document)
{
    if (report->documents > 1)
        fputs("\n]},", report->out);
    json_t *object = record_json(&document_fields, document);
    json_object_del(object, "claims");
    json_object_set_new(object, "claims_found", json_integer(document->claims));
    fputs("\n{", report->out);
    dump_value(report, object, true);
    fputs(",\"claims\":[", report->out);
}

static json_t *citations(const struct report_claim *claim)
{
    json_t *list = json_array();
    for (size_t i = 0; i < claim->citation_count; i++) {
        json_t *object = record_json(&citation_fields, claim->citations[i].citation);
        json_object_set_new(object, "source", record_json(&source_fields, claim->citations[i].source));
        json_object_set_new(object, "evidence", evidence_json(claim->citations[i].evidence));
        json_array_append_new(list, object);
    }
    return list;
}

static json_t *verdicts(const struct report_claim *claim)
{
    json_t *list = json_array();
    for (size_t i = 0; i < claim->verdict_count; i++)
        json_array_append_new(list, record_json(&verdict_fields, &claim->verdicts[i]));
    return list;
}

/* The arithmetic as JSON, not as a text that holds some. */
static json_t *basis_json(const struct basis *basis)
{
    json_t *object = record_json(&basis_fields, basis);
    json_t *steps = basis->arithmetic.ptr ? json_loadb(basis->arithmetic.ptr, basis->arithmetic.len, 0, NULL) : NULL;
    if (steps)
        json_object_set_new(object, "arithmetic", steps);
    return object;
}

static json_t *claim_with_review(const struct report_claim *claim)
{
    json_t *object = record_json(&claim_fields, claim->claim);
    const struct verdict *last = claim->verdict_count > 0 ? &claim->verdicts[claim->verdict_count - 1] : NULL;
    json_object_set_new(object, "rating", last ? json_string(ratings.name[last->rating]) : json_null());
    json_object_set_new(object, "citations", citations(claim));
    json_object_set_new(object, "verdicts", verdicts(claim));
    json_object_set_new(object, "basis", claim->basis ? basis_json(claim->basis) : json_null());
    return object;
}

static void json_claim(struct report *report, const struct document *document, const struct report_claim *claim)
{
    (void)document;
    json_t *object = claim_with_review(claim);
    fputs(report->document_claims > 1 ? ",\n" : "\n", report->out);
    dump_value(report, object, false);
}

static json_t *corrections(const struct report_corrections *all)
{
    json_t *list = json_array();
    for (size_t i = 0; i < all->count; i++) {
        const struct report_correction *correction = &all->correction[i];
        json_t *object = json_object();
        json_object_set_new(object, "claim", json_integer(correction->claim));
        json_object_set_new(object, "figure", dump_text(correction->figure));
        json_object_set_new(object, "from", json_string(ratings.name[correction->from]));
        json_object_set_new(object, "to", json_string(ratings.name[correction->to]));
        json_object_set_new(object, "reviewer", dump_text(correction->reviewer));
        json_object_set_new(object, "at", dump_text(correction->at));
        json_array_append_new(list, object);
    }
    return list;
}

static json_t *reviewers(const struct report_reviewers *all)
{
    json_t *list = json_array();
    for (size_t i = 0; i < all->count; i++) {
        json_t *object = json_object();
        json_object_set_new(object, "name", dump_text(all->reviewer[i].name));
        json_object_set_new(object, "verdicts", json_integer(all->reviewer[i].verdicts));
        json_object_set_new(object, "citations", json_integer(all->reviewer[i].citations));
        json_array_append_new(list, object);
    }
    return list;
}

static void json_end(struct report *report)
{
    json_t *method = json_array();
    struct buf paragraph = {0};
    for (size_t i = 0; words_method(&paragraph, report, i); i++) {
        json_array_append_new(method, dump_text(buf_view(&paragraph)));
        buf_clear(&paragraph);
    }
    buf_release(&paragraph);
    json_t *corrected = corrections(&report->corrections), *people = reviewers(&report->reviewers);
    fputs(report->documents > 0 ? "\n]}\n],\n\"method\":" : "],\n\"method\":", report->out);
    dump_value(report, method, false);
    fputs(",\n\"corrections\":", report->out);
    dump_value(report, corrected, false);
    fputs(",\n\"reviewers\":", report->out);
    dump_value(report, people, false);
    fputs("}\n", report->out);
}

const struct report_format report_json = {"json", json_begin, json_document, json_claim, json_end};

/* ---- a claim a line ---- */

static void ndjson_nothing(struct report *report)
{
    (void)report;
}

static void ndjson_document(struct report *report, const struct document *document)
{
    (void)report, (void)document;
}

static void ndjson_claim(struct report *report, const struct document *document, const struct report_claim *claim)
{
    json_t *object = claim_with_review(claim), *where = record_json(&document_fields, document);
    json_object_del(where, "claims");
    json_object_set_new(where, "claims_found", json_integer(document->claims));
    json_object_set_new(object, "document", where);
    dump_value(report, object, false);
    fputc('\n', report->out);
}

const struct report_format report_ndjson = {"ndjson", ndjson_nothing, ndjson_document, ndjson_claim, ndjson_nothing};
