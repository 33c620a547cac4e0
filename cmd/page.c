/* One claim in full: `show` and `next` print it, for people or as JSON. */
#include <stdio.h>

#include "cmd/claims.h"
#include "cmd/jsonout.h"
#include "cmd/versions.h"
#include "core/intake/layout.h"
#include "core/report/escape.h"
#include "core/report/words.h"
#include "core/report/words_evidence.h"
#include "core/report/wrap.h"
#include "storage/sources.h"

enum { LABEL_INDENT = 2, LABEL_COLUMN = 14, PAGE_WIDTH = 100 };

static const char *const record_format_names[] = {
    [RECORD_AUTO] = NULL,
    [RECORD_TEXT] = "text",
    [RECORD_JSON] = "json",
    [RECORD_NDJSON] = "ndjson",
};
const struct names record_formats = {"format", record_format_names, 4};

/* What is known of a claim beside itself. */
struct review {
    struct document document;
    struct str layout_place;  /* page, time code or cell; empty where there is none */
    struct str bytes_place;   /* in the bytes as received */
    struct str since;         /* what became of it in a later version; null for none */
    struct str *other_places; /* addresses where the same text was found, or an archived copy of it */
    size_t other_count;
    struct cited *cited;
    struct evidence *evidence; /* of each */
    size_t cited_count;
    struct verdict *verdicts;
    struct basis *bases; /* of each verdict; without a verdict_id where nothing is kept */
    size_t verdict_count;
};

static void add_place(struct review *review, struct str url)
{
    bool known = !url.ptr || str_eq(url, review->document.url);
    for (size_t i = 0; i < review->other_count && !known; i++)
        known = str_eq(review->other_places[i], url);
    if (!known)
        review->other_places[review->other_count++] = url;
}

static void load_other_places(const struct reception *reception, size_t count, struct arena *arena, struct review *ret)
{
    ret->other_places = arena_alloc(arena, 2 * count * sizeof(*ret->other_places));
    ret->other_count = 0;
    for (size_t i = 0; i < count; i++) {
        add_place(ret, reception[i].url);
        add_place(ret, reception[i].archive_url);
    }
}

/* Where it stands in what was received, by the layout of the first reception that has one. */
static bool place_load(struct store *store, const struct tracked_claim *claim, struct arena *arena, struct review *ret,
                       struct err *err)
{
    struct reception *reception = NULL;
    struct reading reading;
    struct str layout = STR_NULL, text;
    size_t count = 0, start = 0, end = 0;
    ret->layout_place = ret->bytes_place = STR_NULL;
    if (!store_receptions(store, claim->state.document, arena, &reception, &count, err))
        return false;
    load_other_places(reception, count, arena, ret);
    if (count == 0 || !reception[0].layout.ptr)
        return true;
    if (!store_reception_layout(store, &reception[0], arena, &layout, err) ||
        !store_document_text(store, claim->state.document, arena, &text, err) ||
        !layout_read(layout, text, (size_t)reception[0].bytes, arena, &reading, err))
        return false;
    ret->layout_place = layout_place(&reading, (size_t)claim->claim.start, arena);
    if (reading_origin(&reading, (size_t)claim->claim.start, (size_t)claim->claim.end, &start, &end))
        ret->bytes_place = arena_printf(arena, "bytes %zu to %zu of what was received", start, end);
    return true;
}

static bool evidence_load(struct store *store, struct arena *arena, struct review *ret, struct err *err)
{
    ret->evidence = arena_alloc(arena, ret->cited_count * sizeof(*ret->evidence));
    for (size_t i = 0; i < ret->cited_count; i++)
        if (!store_evidence(store, &ret->cited[i].citation, &ret->cited[i].source, arena, &ret->evidence[i], err))
            return false;
    return true;
}

static bool bases_load(struct store *store, struct arena *arena, struct review *review, struct err *err)
{
    review->bases = arena_alloc(arena, (review->verdict_count + 1) * sizeof(*review->bases));
    for (size_t i = 0; i < review->verdict_count; i++) {
        bool found = false;
        if (!store_basis(store, review->verdicts[i].id, arena, &review->bases[i], &found, err))
            return false;
    }
    return true;
}

static bool review_load(struct store *store, const struct tracked_claim *claim, struct arena *arena, struct review *ret,
                        struct err *err)
{
    return store_find_document(store, claim->state.document_number, arena, &ret->document, err) &&
           place_load(store, claim, arena, ret, err) && versions_of_claim(store, claim, arena, &ret->since, err) &&
           store_citations(store, claim, arena, &ret->cited, &ret->cited_count, err) &&
           evidence_load(store, arena, ret, err) &&
           store_verdicts(store, claim, arena, &ret->verdicts, &ret->verdict_count, err) &&
           bases_load(store, arena, ret, err);
}

/* ---- for people ---- */

static int page_width(const struct invocation *run)
{
    if (!run->terminal.out)
        return PAGE_WIDTH;
    return run->terminal.width < PAGE_WIDTH ? run->terminal.width : PAGE_WIDTH;
}

/* "  label       text", wrapped; nothing where there is no text. */
static void line(const struct invocation *run, const char *label, struct str text)
{
    struct buf shown = {0};
    if (!text.ptr || text.len == 0)
        return;
    escape_terminal(&shown, text);
    printf("%*s%s%-*s%s", LABEL_INDENT, "", colour_on(&run->terminal, COLOUR_FAINT), LABEL_COLUMN - LABEL_INDENT, label,
           colour_off(&run->terminal, COLOUR_FAINT));
    struct wrap wrap = {.out = stdout, .width = page_width(run), .indent = LABEL_COLUMN};
    wrap_text(&wrap, buf_view(&shown));
    buf_release(&shown);
}

static void line_words(const struct invocation *run, const char *label, struct buf *words)
{
    line(run, label, buf_view(words));
    buf_clear(words);
}

/* The sentence, with the figure marked in it. */
static void print_sentence(const struct invocation *run, const struct claim *claim)
{
    struct buf shown = {0};
    struct wrap wrap = {.out = stdout, .width = page_width(run), .indent = LABEL_INDENT};
    size_t start = 0, end = 0;
    if (run->terminal.colour)
        wrap.mark_style = colour_on(&run->terminal, COLOUR_FIGURE);
    if (words_place(claim, &start, &end)) {
        escape_terminal(&shown, str_slice(claim->sentence, 0, start));
        wrap.mark = shown.len;
        escape_terminal(&shown, str_slice(claim->sentence, start, end));
        wrap.mark_end = shown.len;
    }
    escape_terminal(&shown, str_slice(claim->sentence, end, claim->sentence.len));
    printf("%*s", LABEL_INDENT, "");
    wrap_text(&wrap, buf_view(&shown));
    buf_release(&shown);
    putchar('\n');
}

static void print_heading(const struct invocation *run, const struct tracked_claim *claim)
{
    struct arena scratch = {0};
    int rating = claim->state.rating;
    enum colour colour = colour_of_rating(rating);
    printf("%s%.*s%s  %s%s%s\n\n", colour_on(&run->terminal, COLOUR_HEADING),
           STR_ARG(claim_name(&scratch, &claim->claim)), colour_off(&run->terminal, COLOUR_HEADING),
           colour_on(&run->terminal, colour), rating >= 0 ? ratings.name[rating] : "open",
           colour_off(&run->terminal, colour));
    arena_release(&scratch);
}

static void print_figure(const struct invocation *run, const struct claim *claim)
{
    struct buf words = {0};
    line(run, "figure", claim->literal);
    words_figure(&words, &voice_plain, claim);
    line_words(run, "read as", &words);
    line(run, "kind", str_from(claim_kinds.name[claim->kind]));
    line(run, "put as", str_from(words_modality(&voice_plain, claim)));
    line(run, "subject", claim->subject);
    line(run, "about", claim->concept);
    words_speaker(&words, &voice_plain, claim);
    line_words(run, "said by", &words);
    words_period(&words, &voice_plain, claim);
    line_words(run, "time", &words);
    if (claim->precision.ptr) {
        buf_str(&words, STR("to the nearest "));
        voice_number(&words, &voice_plain, claim->precision);
        line_words(run, "written", &words);
    }
    buf_printf(&words, "%lld.%02lld", (long long)claim->score / 100, (long long)claim->score % 100);
    line_words(run, "score", &words);
    buf_release(&words);
}

static void add_part(struct buf *words, struct str part)
{
    if (!part.ptr)
        return;
    if (words->len > 0)
        buf_str(words, STR(", "));
    buf_str(words, part);
}

static void print_document(const struct invocation *run, const struct review *review, const struct claim *claim)
{
    const struct document *document = &review->document;
    struct buf words = {0};
    buf_printf(&words, "%lld: %.*s", (long long)document->number, STR_ARG(words_document(document)));
    add_part(&words, document->author);
    add_part(&words, document->publisher);
    add_part(&words, document->published);
    line_words(run, "document", &words);
    line(run, "", document->url);
    for (size_t i = 0; i < review->other_count; i++)
        line(run, i == 0 ? "also at" : "", review->other_places[i]);
    if (review->layout_place.len > 0)
        buf_printf(&words, "%.*s; ", STR_ARG(review->layout_place));
    buf_printf(&words, "characters %lld to %lld", (long long)claim->start_char, (long long)claim->end_char);
    line_words(run, "place", &words);
    line(run, "", review->bytes_place);
    line(run, "since then", review->since);
    buf_release(&words);
}

static void print_citation(const struct invocation *run, const struct cited *cited, const struct evidence *evidence)
{
    struct buf words = {0};
    const struct citation *citation = &cited->citation;
    putchar('\n');
    words_source(&words, &cited->source);
    line_words(run, stances.name[citation->stance], &words);
    if (cited->source.title.len > 0) /* else it is named by its address */
        line(run, "", cited->source.url);
    line(run, "", cited->source.archive_url);
    if (citation->quote.ptr) {
        buf_printf(&words, "“%.*s”", STR_ARG(citation->quote));
        line_words(run, "quote", &words);
    }
    line(run, "place", citation->locator);
    words_source_figure(&words, &voice_plain, citation);
    line_words(run, "its figure", &words);
    line(run, "accessed", citation->accessed);
    words_evidence(&words, &voice_plain, evidence);
    line_words(run, "checked", &words);
    if (evidence->found)
        words_kept(&words, &voice_plain, &evidence->visit);
    line_words(run, "", &words);
    words_source_since(&words, &voice_plain, evidence);
    line_words(run, "since then", &words);
    words_who(&words, citation->reviewer, citation->at);
    line_words(run, "cited by", &words);
    buf_release(&words);
}

/* What a check found is shown by `check` itself; here, that it was one, and how it came out. */
static void print_basis(const struct invocation *run, const struct basis *basis)
{
    line(run, "reason", str_from(voice_reason(&voice_plain, basis->reason)));
    line(run, "by check", str_from(check_statuses.name[basis->status]));
}

static void print_verdict(const struct invocation *run, const struct verdict *verdict, const struct basis *basis,
                          bool counts)
{
    struct buf words = {0};
    putchar('\n');
    line(run, counts ? "verdict" : "earlier", str_from(ratings.name[verdict->rating]));
    line(run, "because", verdict->rationale);
    if (basis->verdict_id.ptr)
        print_basis(run, basis);
    words_who(&words, verdict->reviewer, verdict->at);
    line_words(run, "rated by", &words);
    buf_release(&words);
}

bool claim_show_text(struct invocation *run, struct store *store, const struct tracked_claim *claim, struct err *err)
{
    struct arena arena = {0};
    struct review review;
    bool ok = review_load(store, claim, &arena, &review, err);
    if (ok) {
        print_heading(run, claim);
        print_sentence(run, &claim->claim);
        print_figure(run, &claim->claim);
        print_document(run, &review, &claim->claim);
        for (size_t i = 0; i < review.cited_count; i++)
            print_citation(run, &review.cited[i], &review.evidence[i]);
        for (size_t i = 0; i < review.verdict_count; i++)
            print_verdict(run, &review.verdicts[i], &review.bases[i], i + 1 == review.verdict_count);
    }
    arena_release(&arena);
    return ok;
}

/* ---- for programs ---- */

static json_t *text_json(struct str text)
{
    return text.len > 0 ? json_stringn(text.ptr, text.len) : json_null();
}

static json_t *citation_json(const struct cited *cited, const struct evidence *evidence)
{
    json_t *object = record_json(&citation_fields, &cited->citation);
    json_object_set_new(object, "source", record_json(&source_fields, &cited->source));
    json_object_set_new(object, "evidence", evidence_json(evidence));
    return object;
}

static json_t *verdict_json(const struct verdict *verdict, const struct basis *basis)
{
    json_t *object = record_json(&verdict_fields, verdict);
    if (basis->verdict_id.ptr)
        json_object_set_new(object, "basis", record_json(&basis_fields, basis));
    return object;
}

bool claim_show_json(struct store *store, const struct tracked_claim *claim, bool pretty, struct err *err)
{
    struct arena arena = {0};
    struct review review;
    bool ok = review_load(store, claim, &arena, &review, err);
    if (ok) {
        json_t *object = record_json(&claim_fields, &claim->claim);
        json_t *citations = json_array(), *verdicts = json_array(), *places = json_array();
        record_json_into(&claim_state_fields, &claim->state, object);
        json_object_set_new(object, "place", text_json(review.layout_place));
        json_object_set_new(object, "since", text_json(review.since));
        for (size_t i = 0; i < review.other_count; i++)
            json_array_append_new(places, text_json(review.other_places[i]));
        json_object_set_new(object, "also_at", places);
        for (size_t i = 0; i < review.cited_count; i++)
            json_array_append_new(citations, citation_json(&review.cited[i], &review.evidence[i]));
        for (size_t i = 0; i < review.verdict_count; i++)
            json_array_append_new(verdicts, verdict_json(&review.verdicts[i], &review.bases[i]));
        json_object_set_new(object, "citations", citations);
        json_object_set_new(object, "verdicts", verdicts);
        json_write(stdout, object, pretty);
    }
    arena_release(&arena);
    return ok;
}
