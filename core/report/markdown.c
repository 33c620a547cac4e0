/* The report as Markdown (CommonMark, with GitHub's tables for the summary). */
#include <inttypes.h>

#include "core/report/escape.h"
#include "core/report/format.h"
#include "core/report/markdown.h"
#include "core/report/words.h"
#include "core/report/words_evidence.h"

static void put(struct report *report, const char *words)
{
    fputs(words, report->out);
}

/* Raw text through its door. */
static void put_raw(struct report *report, struct str raw)
{
    struct buf safe = {0};
    escape_markdown(&safe, str_trim(raw));
    fwrite(safe.len > 0 ? safe.ptr : "", 1, safe.len, report->out);
    buf_release(&safe);
}

static const char *say(const struct report *report, int phrase)
{
    return voice_phrase(&report->style.voice, phrase);
}

/* "- **Label:** text": nothing where there is no text. */
static void point(struct report *report, int label, struct str raw)
{
    if (raw.len == 0)
        return;
    fprintf(report->out, "- **%s:** ", say(report, label));
    put_raw(report, raw);
    put(report, "\n");
}

static void put_address(struct report *report, struct str url)
{
    if (escape_links_to(url))
        fprintf(report->out, "<%.*s>", STR_ARG(url));
    else
        put_raw(report, url);
}

static void address(struct report *report, const char *before, int label, struct str url)
{
    if (url.len == 0)
        return;
    fprintf(report->out, "%s- **%s:** ", before, say(report, label));
    put_address(report, url);
    put(report, "\n");
}

static void count_row(struct report *report, const char *before, struct str name, int64_t count, const char *after)
{
    struct buf digits = {0};
    voice_integer(&digits, &report->style.voice, count);
    fprintf(report->out, "| %s", before);
    put_raw(report, name);
    fprintf(report->out, "%s | %s%s%s |\n", after, before, digits.ptr, after);
    buf_release(&digits);
}

static void state_row(struct report *report, int state, int64_t count)
{
    const char *strong = state == STATE_OPEN ? "**" : "";
    struct buf name = {0};
    voice_state(&name, &report->style.voice, state, false);
    count_row(report, strong, buf_view(&name), count, strong);
    buf_release(&name);
}

static void summary(struct report *report)
{
    const struct report_counts *counts = &report->head.counts;
    fprintf(report->out, "## %s\n\n| | |\n| --- | ---: |\n", say(report, PHRASE_SUMMARY));
    count_row(report, "", str_from(say(report, PHRASE_COUNT_DOCUMENTS)), counts->documents, "");
    count_row(report, "", str_from(say(report, PHRASE_COUNT_CLAIMS)), counts->claims, "");
    count_row(report, "", str_from(say(report, PHRASE_COUNT_CITED)), counts->cited, "");
    for (int i = 0; i < RATING_END; i++)
        if (counts->by_rating[i] > 0)
            state_row(report, i, counts->by_rating[i]);
    state_row(report, STATE_OPEN, counts->open);
}

void markdown_begin(struct report *report, int title)
{
    const struct voice *voice = &report->style.voice;
    struct buf line = {0};
    words_time(&line, report->head.generated_at);
    VOICE_FILL(&line, voice, PHRASE_MADE_BY, report->head.version);
    fprintf(report->out, "# %s\n\n", say(report, title));
    put_raw(report, buf_view(&line));
    if (report->head.selection.ptr) {
        buf_clear(&line);
        VOICE_FILL(&line, voice, PHRASE_THIS_REPORT_HOLDS, report->head.selection);
        put(report, "\n\n");
        put_raw(report, buf_view(&line));
    }
    put(report, "\n\n");
    summary(report);
    buf_release(&line);
}

static void report_page(struct report *report)
{
    markdown_begin(report, PHRASE_TITLE);
}

static void empty_document(struct report *report)
{
    if (report->documents > 0 && report->document_claims == 0)
        fprintf(report->out, "\n%s\n", say(report, PHRASE_NO_CLAIM_HERE));
}

static void markdown_document(struct report *report, const struct document *document)
{
    const struct voice *voice = &report->style.voice;
    struct buf words = {0}, number = {0};
    if (report->documents > 1)
        empty_document(report);
    voice_integer(&number, voice, report->documents);
    VOICE_FILL(&words, voice, PHRASE_DOCUMENT_NUMBER, buf_view(&number));
    fprintf(report->out, "\n## %s", words.ptr);
    put_raw(report, words_document(document));
    put(report, "\n\n");
    point(report, PHRASE_AUTHOR, document->author);
    point(report, PHRASE_PUBLISHER, document->publisher);
    point(report, PHRASE_PUBLISHED, document->published);
    address(report, "", PHRASE_ADDRESS, document->url);
    point(report, document->media == MEDIA_STATEMENT ? PHRASE_STATEMENT : PHRASE_FILE, document->name);
    buf_clear(&words);
    voice_count(&words, voice, PHRASE_BYTES, document->bytes);
    point(report, PHRASE_SIZE, buf_view(&words));
    point(report, PHRASE_SHA_256, document->sha256);
    buf_clear(&words);
    words_who(&words, document->added_by, document->added_at);
    point(report, PHRASE_TAKEN_IN, buf_view(&words));
    buf_release(&words);
    buf_release(&number);
}

/*
 * "**" opens and closes only where CommonMark's flanking rules let it: not between a letter and punctuation, as in
 * "rose5%of". `outer` is the character outside the stars, `inner` the one inside.
 */
static bool stars_work(char outer, char inner)
{
    bool outer_word = is_alpha(outer) || is_digit(outer) || (unsigned char)outer >= 0x80;
    bool inner_word = is_alpha(inner) || is_digit(inner);
    return inner_word || !outer_word;
}

void markdown_strong(struct buf *out, struct str text, size_t start, size_t end)
{
    char before = start > 0 ? text.ptr[start - 1] : ' ', after = end < text.len ? text.ptr[end] : ' ';
    bool stars = end > start && stars_work(before, text.ptr[start]) && stars_work(after, text.ptr[end - 1]);
    buf_str(out, stars ? STR("**") : STR("<strong>"));
    escape_markdown(out, str_slice(text, start, end));
    buf_str(out, stars ? STR("**") : STR("</strong>"));
}

static void sentence(struct report *report, const struct claim *claim)
{
    size_t start = 0, end = 0;
    struct str text = claim->sentence;
    struct buf safe = {0};
    buf_str(&safe, STR("> "));
    if (words_place(claim, &start, &end)) {
        escape_markdown(&safe, str_slice(text, 0, start));
        markdown_strong(&safe, text, start, end);
        escape_markdown(&safe, str_slice(text, end, text.len));
    } else {
        escape_markdown(&safe, text);
    }
    fprintf(report->out, "%s\n\n", safe.ptr);
    buf_release(&safe);
}

static void figure(struct report *report, const struct claim *claim)
{
    struct buf line = {0};
    words_figure(&line, &report->style.voice, claim);
    buf_printf(&line, " (%s)", say(report, PHRASE_IS_MONEY + claim->kind));
    point(report, PHRASE_FIGURE, buf_view(&line));
    buf_release(&line);
}

/* A point below a point. */
static void sub_point(struct report *report, int label, struct str raw)
{
    if (raw.len == 0)
        return;
    put(report, "  ");
    point(report, label, raw);
}

static void verdict(struct report *report, int label, const struct verdict *verdict, const struct basis *basis)
{
    struct buf words = {0};
    voice_state(&words, &report->style.voice, verdict->rating, false);
    point(report, label, buf_view(&words));
    buf_clear(&words);
    sub_point(report, PHRASE_BECAUSE, verdict->rationale);
    if (basis)
        sub_point(report, PHRASE_REASON, str_from(voice_reason(&report->style.voice, basis->reason)));
    words_who(&words, verdict->reviewer, verdict->at);
    sub_point(report, PHRASE_BY, buf_view(&words));
    buf_release(&words);
}

static void no_verdict(struct report *report, const struct report_claim *told)
{
    const char *why = say(report, told->citation_count > 0 ? PHRASE_OPEN_CITED : PHRASE_OPEN_UNCITED);
    struct buf words = {0};
    VOICE_FILL(&words, &report->style.voice, PHRASE_OPEN_BECAUSE, str_from(why));
    point(report, PHRASE_VERDICT, buf_view(&words));
    buf_release(&words);
}

static void citation(struct report *report, size_t index, const struct report_citation *cited)
{
    const struct citation *citation = cited->citation;
    const struct voice *voice = &report->style.voice;
    struct buf line = {0}, number = {0};
    voice_integer(&number, voice, (int64_t)index + 1);
    VOICE_FILL(&line, voice, PHRASE_SOURCE_STANCE, buf_view(&number),
               str_from(say(report, PHRASE_STANDS_SUPPORTS + citation->stance)));
    fprintf(report->out, "- **%s:** ", line.ptr);
    buf_clear(&line);
    words_source(&line, cited->source);
    bool only_address = str_eq(buf_view(&line), cited->source->url);
    if (only_address)
        put_address(report, cited->source->url);
    else
        put_raw(report, buf_view(&line));
    put(report, "\n");
    if (!only_address)
        address(report, "  ", PHRASE_ADDRESS, cited->source->url);
    address(report, "  ", PHRASE_ARCHIVED, cited->source->archive_url);
    sub_point(report, PHRASE_WHERE, citation->locator);
    buf_clear(&line);
    if (citation->quote.ptr)
        VOICE_FILL(&line, voice, PHRASE_QUOTE, str_trim(citation->quote));
    sub_point(report, PHRASE_QUOTED, buf_view(&line));
    buf_clear(&line);
    words_source_figure(&line, voice, citation);
    sub_point(report, PHRASE_ITS_FIGURE, buf_view(&line));
    sub_point(report, PHRASE_ACCESSED, citation->accessed);
    buf_clear(&line);
    words_evidence(&line, voice, cited->evidence);
    sub_point(report, PHRASE_LOOKED_FOR, buf_view(&line));
    buf_clear(&line);
    words_source_since(&line, voice, cited->evidence);
    sub_point(report, PHRASE_SINCE_THEN, buf_view(&line));
    buf_clear(&line);
    words_who(&line, citation->reviewer, citation->at);
    sub_point(report, PHRASE_ADDED_BY, buf_view(&line));
    buf_release(&line);
    buf_release(&number);
}

/* "### Claim 2: more than $180 billion — accurate" */
static void claim_heading(struct report *report, const struct report_claim *told)
{
    const struct verdict *last = told->verdict_count > 0 ? &told->verdicts[told->verdict_count - 1] : NULL;
    struct buf words = {0}, number = {0};
    put(report, "\n### ");
    if (told->claim->number > 0) {
        buf_printf(&number, "%" PRId64, told->claim->number);
        VOICE_FILL(&words, &report->style.voice, PHRASE_CLAIM_NUMBER, buf_view(&number));
        fprintf(report->out, "%s: ", words.ptr);
    }
    put_raw(report, told->claim->literal);
    put(report, " — ");
    buf_clear(&words);
    voice_state(&words, &report->style.voice, last ? last->rating : STATE_OPEN, false);
    put_raw(report, buf_view(&words));
    put(report, "\n\n");
    buf_release(&words);
    buf_release(&number);
}

static void facts(struct report *report, const struct report_claim *told)
{
    const struct claim *claim = told->claim;
    const struct voice *voice = &report->style.voice;
    struct buf words = {0};
    figure(report, claim);
    point(report, PHRASE_PUT_AS, str_from(words_modality(voice, claim)));
    words_speaker(&words, voice, claim);
    point(report, PHRASE_SAID_BY, buf_view(&words));
    buf_clear(&words);
    words_about(&words, claim);
    point(report, PHRASE_ABOUT, buf_view(&words));
    buf_clear(&words);
    words_period(&words, voice, claim);
    point(report, PHRASE_TIME, buf_view(&words));
    buf_clear(&words);
    words_since(&words, voice, told);
    point(report, PHRASE_SINCE, buf_view(&words));
    buf_release(&words);
}

static void markdown_claim(struct report *report, const struct document *document, const struct report_claim *told)
{
    (void)document;
    claim_heading(report, told);
    sentence(report, told->claim);
    facts(report, told);
    if (told->verdict_count > 0)
        verdict(report, PHRASE_VERDICT, &told->verdicts[told->verdict_count - 1], told->basis);
    else
        no_verdict(report, told);
    for (size_t i = 0; i < told->citation_count; i++)
        citation(report, i, &told->citations[i]);
    for (size_t i = told->verdict_count; i > 1; i--)
        verdict(report, PHRASE_EARLIER_VERDICT, &told->verdicts[i - 2], NULL);
}

static void item(struct report *report, struct buf *words)
{
    put(report, "- ");
    put_raw(report, buf_view(words));
    put(report, "\n");
    buf_clear(words);
}

static void corrections(struct report *report)
{
    struct buf words = {0};
    if (report->corrections.count > 0)
        fprintf(report->out, "\n## %s\n\n", say(report, PHRASE_CORRECTIONS));
    for (size_t i = 0; i < report->corrections.count; i++) {
        words_correction(&words, report, &report->corrections.correction[i]);
        item(report, &words);
    }
    buf_release(&words);
}

static void reviewers(struct report *report)
{
    struct buf words = {0};
    if (report->reviewers.count > 0)
        fprintf(report->out, "\n## %s\n\n", say(report, PHRASE_REVIEWERS));
    for (size_t i = 0; i < report->reviewers.count; i++) {
        words_reviewer(&words, report, &report->reviewers.reviewer[i]);
        item(report, &words);
    }
    buf_release(&words);
}

static void markdown_end(struct report *report)
{
    struct buf paragraph = {0};
    empty_document(report);
    corrections(report);
    fprintf(report->out, "\n## %s\n", say(report, PHRASE_HOW_MADE));
    for (size_t i = 0; words_method(&paragraph, report, i); i++) {
        put(report, "\n");
        put_raw(report, buf_view(&paragraph));
        put(report, "\n");
        buf_clear(&paragraph);
    }
    reviewers(report);
    buf_release(&paragraph);
}

const struct report_format report_markdown = {"markdown", report_page, markdown_document, markdown_claim, markdown_end};
