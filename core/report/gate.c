/* What keeps a claim from being handed over, told from its verdicts and citations alone. */
#include "core/report/gate.h"

#include <inttypes.h>

#include "core/report/words.h"
#include "core/report/words_evidence.h"

/* Begins a further reason. */
static void reason(struct buf *out, size_t before)
{
    if (out->len > before)
        buf_str(out, STR(", "));
}

/* Citations of sources that were merged are of one source. */
static struct str source_of(const struct report_citation *cited)
{
    return cited->source ? cited->source->id : cited->citation->source;
}

static int64_t different_sources(const struct report_claim *told)
{
    int64_t count = 0;
    for (size_t i = 0; i < told->citation_count; i++) {
        bool again = false;
        for (size_t j = 0; j < i && !again; j++)
            again = str_eq(source_of(&told->citations[i]), source_of(&told->citations[j]));
        count += !again;
    }
    return count;
}

/* Timestamps are in one form, so that they compare as text. Those of one second may be in either order. */
static bool has_newer_source(const struct report_claim *told, const struct verdict *verdict)
{
    for (size_t i = 0; i < told->citation_count; i++)
        if (str_cmp(told->citations[i].citation->at, verdict->at) > 0)
            return true;
    return false;
}

static bool any_citation(const struct report_claim *told, bool (*is)(const struct evidence *evidence))
{
    for (size_t i = 0; i < told->citation_count; i++)
        if (is(told->citations[i].evidence))
            return true;
    return false;
}

static bool is_last_of_reviewer(const struct report_claim *told, size_t index)
{
    for (size_t i = index + 1; i < told->verdict_count; i++)
        if (str_eq(told->verdicts[i].reviewer, told->verdicts[index].reviewer))
            return false;
    return true;
}

static bool reviewers_disagree(const struct report_claim *told, const struct verdict *last)
{
    for (size_t i = 0; i < told->verdict_count; i++)
        if (told->verdicts[i].rating != last->rating && is_last_of_reviewer(told, i))
            return true;
    return false;
}

/* "reviewers disagree (Jane Doe: partly, John Roe: accurate)" */
static void add_disagreement(struct buf *out, const struct report_claim *told)
{
    const char *between = "";
    buf_str(out, STR("reviewers disagree ("));
    for (size_t i = 0; i < told->verdict_count; i++) {
        if (!is_last_of_reviewer(told, i))
            continue;
        struct str name = words_name(told->verdicts[i].reviewer);
        buf_printf(out, "%s%.*s: %s", between, STR_ARG(name), ratings.name[told->verdicts[i].rating]);
        between = ", ";
    }
    buf_char(out, ')');
}

bool gate_reasons(struct buf *out, const struct gate *gate, const struct report_claim *told)
{
    const struct verdict *last = told->verdict_count > 0 ? &told->verdicts[told->verdict_count - 1] : NULL;
    size_t before = out->len;
    int64_t sources = different_sources(told);
    if (!last) {
        buf_str(out, sources > 0 ? STR("open") : STR("open, no source"));
        return true;
    }
    if (rating_needs_citation(last->rating) && sources < gate->sources)
        buf_printf(out, "%" PRId64 " source%s where %" PRId64 " are asked for", sources, sources == 1 ? "" : "s",
                   gate->sources);
    if (has_newer_source(told, last)) {
        reason(out, before);
        buf_str(out, STR("a source is newer than the verdict"));
    }
    if (any_citation(told, evidence_dead)) {
        reason(out, before);
        buf_str(out, STR("dead source"));
    }
    if (any_citation(told, evidence_absent)) {
        reason(out, before);
        buf_str(out, STR("a quote is not in its source"));
    }
    if (reviewers_disagree(told, last)) {
        reason(out, before);
        add_disagreement(out, told);
    }
    return out->len > before;
}
