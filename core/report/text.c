/* The report as plain text, for a terminal or a file: what a desk reads and hands on. */
#include <inttypes.h>
#include <utf8proc.h>

#include "core/base/utf8.h"
#include "core/report/escape.h"
#include "core/report/format.h"
#include "core/report/words.h"
#include "core/report/words_evidence.h"
#include "core/report/wrap.h"

enum { WIDTH = 80, WIDTH_MIN = 40, INDENT = 4, LABEL = 12, STATE = 19, COUNT = 6, BAR = 24, BEFORE_BAR = 30 };

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

static const char *say(const struct report *report, int phrase)
{
    return voice_phrase(&report->style.voice, phrase);
}

static void heading(struct report *report, int phrase)
{
    const char *words = say(report, phrase);
    fputc('\n', report->out);
    styled(report, BOLD, words);
    fputc('\n', report->out);
    for (int i = wrap_columns(str_from(words)); i > 0; i--)
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
    fprintf(report->out, "%*s%s%*s", INDENT, "", words, LABEL - wrap_columns(str_from(words)), "");
}

/* "    Label       text": nothing where there is no text. */
static void field(struct report *report, int phrase, struct str raw)
{
    if (raw.len == 0)
        return;
    label(report, say(report, phrase));
    set(report, INDENT + LABEL, raw);
}

/* One more line below a field, in a phrase. */
static void below(struct report *report, int phrase, struct str raw)
{
    if (raw.len == 0)
        return;
    struct buf line = {0};
    VOICE_FILL(&line, &report->style.voice, phrase, str_trim(raw));
    fprintf(report->out, "%*s", INDENT + LABEL, "");
    set(report, INDENT + LABEL, buf_view(&line));
    buf_release(&line);
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

/* Right-aligned in its column. */
static void number(struct report *report, int64_t count)
{
    struct buf digits = {0};
    voice_integer(&digits, &report->style.voice, count);
    fprintf(report->out, " %*s", COUNT, digits.ptr);
    buf_release(&digits);
}

static void count_line(struct report *report, int phrase, int64_t count)
{
    const char *name = say(report, phrase);
    fprintf(report->out, "  %s%*s", name, STATE - wrap_columns(str_from(name)), "");
    number(report, count);
    fputc('\n', report->out);
}

/* The state's name; in capitals where that is to catch the eye. */
static void add_state(struct buf *out, const struct report *report, int state, bool capitals)
{
    struct buf name = {0};
    voice_state(&name, &report->style.voice, state, false);
    for (struct str rest = buf_view(&name); rest.len > 0;) {
        uint32_t point;
        utf8proc_uint8_t bytes[4];
        size_t len = utf8_decode(rest, 0, &point);
        utf8proc_ssize_t upper = utf8proc_encode_char(utf8proc_toupper((utf8proc_int32_t)point), bytes);
        buf_add(out, capitals && upper > 0 ? (const char *)bytes : rest.ptr,
                capitals && upper > 0 ? (size_t)upper : len);
        rest = str_slice(rest, len, rest.len);
    }
    buf_release(&name);
}

static void summary_line(struct report *report, int state, const char *colour, int64_t count, int64_t most)
{
    struct buf raw = {0}, name = {0};
    add_state(&raw, report, state, state == STATE_OPEN && count > 0);
    escape_terminal(&name, buf_view(&raw)); /* a desk's own, it may be */
    fputs("  ", report->out);
    styled(report, colour, name.ptr);
    fprintf(report->out, "%*s", STATE - wrap_columns(buf_view(&name)), "");
    number(report, count);
    fputs("  ", report->out);
    bar(report, count, most);
    fputc('\n', report->out);
    buf_release(&raw);
    buf_release(&name);
}

static void summary(struct report *report)
{
    const struct report_counts *counts = &report->head.counts;
    int64_t most = counts->open;
    for (int i = 0; i < RATING_END; i++)
        most = counts->by_rating[i] > most ? counts->by_rating[i] : most;
    heading(report, PHRASE_SUMMARY);
    count_line(report, PHRASE_COUNT_DOCUMENTS, counts->documents);
    count_line(report, PHRASE_COUNT_CLAIMS, counts->claims);
    count_line(report, PHRASE_COUNT_CITED, counts->cited);
    fputc('\n', report->out);
    for (int i = 0; i < RATING_END; i++)
        if (counts->by_rating[i] > 0)
            summary_line(report, i, rating_colours[i], counts->by_rating[i], most);
    summary_line(report, STATE_OPEN, counts->open > 0 ? CYAN : PLAIN, counts->open, most);
}

static void text_begin(struct report *report)
{
    struct buf line = {0};
    styled(report, BOLD, say(report, PHRASE_TITLE_CAPITALS));
    fputc('\n', report->out);
    rule(report, '=');
    words_time(&line, report->head.generated_at);
    VOICE_FILL(&line, &report->style.voice, PHRASE_MADE_BY, report->head.version);
    set(report, 0, buf_view(&line));
    if (report->head.selection.ptr) {
        buf_clear(&line);
        VOICE_FILL(&line, &report->style.voice, PHRASE_THIS_REPORT_HOLDS, report->head.selection);
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
    set(report, INDENT, str_from(say(report, PHRASE_NO_CLAIM_HERE)));
}

static void text_document(struct report *report, const struct document *document)
{
    const struct voice *voice = &report->style.voice;
    struct buf line = {0}, digits = {0};
    if (report->documents > 1)
        empty_document(report);
    fputc('\n', report->out);
    rule(report, '=');
    fputs(report->style.colour ? BOLD : "", report->out);
    voice_integer(&digits, voice, report->documents);
    VOICE_FILL(&line, voice, PHRASE_DOCUMENT_NUMBER, buf_view(&digits));
    fputs(line.ptr, report->out);
    set_from(report, wrap_columns(buf_view(&line)), INDENT, words_document(document));
    buf_clear(&line);
    fputs(report->style.colour ? "\033[0m" : "", report->out);
    rule(report, '=');
    field(report, PHRASE_AUTHOR, document->author);
    field(report, PHRASE_PUBLISHER, document->publisher);
    field(report, PHRASE_PUBLISHED, document->published);
    field(report, PHRASE_ADDRESS, document->url);
    field(report, document->media == MEDIA_STATEMENT ? PHRASE_STATEMENT : PHRASE_FILE, document->name);
    voice_count(&line, voice, PHRASE_BYTES, document->bytes);
    field(report, PHRASE_SIZE, buf_view(&line));
    field(report, PHRASE_SHA_256, document->sha256);
    buf_clear(&line);
    words_who(&line, document->added_by, document->added_at);
    field(report, PHRASE_TAKEN_IN, buf_view(&line));
    buf_release(&digits);
    buf_release(&line);
}

/* ---- claims ---- */

/* "[2] more than $180 billion", with the rating at the right edge, or below where there is no room. */
static void claim_heading(struct report *report, const struct claim *claim, struct str state, const char *colour)
{
    struct buf name = {0}, safe = {0}, rating = {0};
    escape_terminal(&rating, state);
    if (claim->number > 0)
        buf_printf(&name, "[%" PRId64 "] ", claim->number);
    buf_str(&name, claim->literal);
    escape_terminal(&safe, buf_view(&name));
    int room = width(report) - wrap_columns(buf_view(&safe)) - wrap_columns(buf_view(&rating));
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
    styled(report, colour, rating.ptr);
    fputs("\n\n", report->out);
    buf_release(&name);
    buf_release(&safe);
    buf_release(&rating);
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
    words_figure(&line, &report->style.voice, claim);
    buf_printf(&line, " [%s]", say(report, PHRASE_IS_MONEY + claim->kind));
    field(report, PHRASE_FIGURE, buf_view(&line));
    buf_release(&line);
}

static void citation(struct report *report, size_t index, const struct report_citation *cited)
{
    const struct citation *citation = cited->citation;
    const struct source *source = cited->source;
    const struct voice *voice = &report->style.voice;
    struct buf line = {0}, number = {0};
    voice_integer(&line, voice, (int64_t)index + 1);
    VOICE_FILL(&number, voice, PHRASE_SOURCE_NUMBER, buf_view(&line));
    label(report, number.ptr);
    set(report, INDENT + LABEL, str_from(say(report, PHRASE_STANDS_SUPPORTS + citation->stance)));
    buf_clear(&line);
    words_source(&line, source);
    below(report, PHRASE_LINE, buf_view(&line));
    if (source->title.len > 0) /* else it is named by its address */
        below(report, PHRASE_LINE, source->url);
    below(report, PHRASE_LINE_ARCHIVED, source->archive_url);
    below(report, PHRASE_LINE_WHERE, citation->locator);
    below(report, PHRASE_LINE_QUOTE, citation->quote);
    buf_clear(&line);
    words_source_figure(&line, voice, citation);
    below(report, PHRASE_LINE_FIGURE, buf_view(&line));
    below(report, PHRASE_LINE_ACCESSED, citation->accessed);
    buf_clear(&line);
    words_evidence(&line, voice, cited->evidence);
    below(report, PHRASE_LINE_CHECKED, buf_view(&line));
    buf_clear(&line);
    words_source_since(&line, voice, cited->evidence);
    below(report, PHRASE_LINE_SINCE_THEN, buf_view(&line));
    buf_clear(&line);
    words_who(&line, citation->reviewer, citation->at);
    below(report, PHRASE_LINE_ADDED_BY, buf_view(&line));
    buf_release(&line);
    buf_release(&number);
}

/* `basis` is NULL in one that a later verdict has followed. */
static void verdict(struct report *report, int phrase, const struct verdict *verdict, const struct basis *basis,
                    bool later)
{
    struct buf line = {0}, name = {0};
    voice_state(&name, &report->style.voice, verdict->rating, false);
    if (later)
        VOICE_FILL(&line, &report->style.voice, PHRASE_A_LATER_COUNTS, buf_view(&name));
    field(report, phrase, later ? buf_view(&line) : buf_view(&name));
    below(report, PHRASE_LINE, verdict->rationale);
    if (basis)
        below(report, PHRASE_REASON_IS, str_from(voice_reason(&report->style.voice, basis->reason)));
    buf_clear(&line);
    words_who(&line, verdict->reviewer, verdict->at);
    below(report, PHRASE_BY_WHOM, buf_view(&line));
    buf_release(&line);
    buf_release(&name);
}

/* "Open: no source and no verdict yet." */
static void no_verdict(struct report *report, const struct report_claim *told)
{
    const char *why = say(report, told->citation_count > 0 ? PHRASE_OPEN_CITED : PHRASE_OPEN_UNCITED);
    struct buf line = {0};
    VOICE_FILL(&line, &report->style.voice, PHRASE_OPEN_BECAUSE, str_from(why));
    field(report, PHRASE_VERDICT, buf_view(&line));
    buf_release(&line);
}

static void facts(struct report *report, const struct report_claim *told)
{
    const struct claim *claim = told->claim;
    const struct voice *voice = &report->style.voice;
    struct buf line = {0};
    figure(report, claim);
    field(report, PHRASE_PUT_AS, str_from(words_modality(voice, claim)));
    words_speaker(&line, voice, claim);
    field(report, PHRASE_SAID_BY, buf_view(&line));
    buf_clear(&line);
    words_about(&line, claim);
    field(report, PHRASE_ABOUT, buf_view(&line));
    buf_clear(&line);
    words_period(&line, voice, claim);
    field(report, PHRASE_TIME, buf_view(&line));
    buf_clear(&line);
    words_since(&line, voice, told);
    field(report, PHRASE_SINCE, buf_view(&line));
    buf_release(&line);
}

static void text_claim(struct report *report, const struct document *document, const struct report_claim *told)
{
    const struct verdict *last = told->verdict_count > 0 ? &told->verdicts[told->verdict_count - 1] : NULL;
    struct buf rating = {0};
    (void)document;
    add_state(&rating, report, last ? last->rating : STATE_OPEN, true);
    claim_heading(report, told->claim, buf_view(&rating), last ? rating_colours[last->rating] : CYAN);
    sentence(report, told->claim);
    facts(report, told);
    fputc('\n', report->out);
    if (last)
        verdict(report, PHRASE_VERDICT, last, told->basis, false);
    else
        no_verdict(report, told);
    for (size_t i = 0; i < told->citation_count; i++)
        citation(report, i, &told->citations[i]);
    for (size_t i = told->verdict_count; i > 1; i--)
        verdict(report, PHRASE_EARLIER, &told->verdicts[i - 2], NULL, true);
    buf_release(&rating);
}

static void corrections(struct report *report)
{
    struct buf line = {0};
    if (report->corrections.count == 0)
        return;
    heading(report, PHRASE_CORRECTIONS);
    for (size_t i = 0; i < report->corrections.count; i++) {
        words_correction(&line, report, &report->corrections.correction[i]);
        set(report, 0, buf_view(&line));
        buf_clear(&line);
    }
    buf_release(&line);
}

static void reviewers(struct report *report)
{
    const struct report_reviewers *all = &report->reviewers;
    struct buf line = {0};
    if (all->count == 0)
        return;
    heading(report, PHRASE_REVIEWERS);
    for (size_t i = 0; i < all->count; i++) {
        words_reviewer(&line, report, &all->reviewer[i]);
        set(report, 0, buf_view(&line));
        buf_clear(&line);
    }
    buf_release(&line);
}

static void text_end(struct report *report)
{
    struct buf paragraph = {0};
    empty_document(report);
    fputc('\n', report->out);
    rule(report, '=');
    corrections(report);
    heading(report, PHRASE_HOW_MADE);
    for (size_t i = 0; words_method(&paragraph, report, i); i++) {
        if (i > 0)
            fputc('\n', report->out);
        set(report, 0, buf_view(&paragraph));
        buf_clear(&paragraph);
    }
    reviewers(report);
    buf_release(&paragraph);
}

const struct report_format report_text = {"text", text_begin, text_document, text_claim, text_end};
