/*
 * The check sheet as Markdown: each document's text, every number in it followed by the sign of its state, and, where a
 * reviewer dealt with it, a footnote (GitHub's form) below the paragraph with the verdict, the reason and the sources.
 */
#include <inttypes.h>

#include "core/report/escape.h"
#include "core/report/format.h"
#include "core/report/markdown.h"
#include "core/report/words.h"

static const char *const signs[RATING_END] = {
    [RATING_ACCURATE] = "✓",   [RATING_MOSTLY_ACCURATE] = "≈", [RATING_PARTLY] = "◐",      [RATING_MISLEADING] = "△",
    [RATING_INACCURATE] = "✗", [RATING_OUTDATED] = "◷",        [RATING_UNSUPPORTED] = "◇", [RATING_NOT_CHECKABLE] = "⊖",
};
static const char open_sign[] = "◌", no_claim_sign[] = "·";

static const char *sign_of(int state)
{
    return state == STATE_OPEN ? open_sign : state == STATE_NO_CLAIM ? no_claim_sign : signs[state];
}

static void sheet_begin(struct report *report)
{
    const struct voice *voice = &report->style.voice;
    struct buf list = {0}, words = {0}, safe = {0};
    markdown_begin(report, PHRASE_SHEET_TITLE);
    for (int state = 0; state <= STATE_NO_CLAIM; state++) {
        buf_printf(&list, "%s%s ", state > 0 ? ", " : "", sign_of(state));
        voice_state(&list, voice, state, false);
    }
    VOICE_FILL(&words, voice, PHRASE_SIGNS, buf_view(&list));
    escape_markdown(&safe, buf_view(&words));
    fprintf(report->out, "\n%s\n", safe.ptr);
    buf_release(&list);
    buf_release(&words);
    buf_release(&safe);
}

static void flush(struct report *report)
{
    struct str notes = buf_view(&report->notes);
    fwrite(notes.ptr, 1, notes.len, report->out);
    buf_clear(&report->notes);
}

/* A line or a part of one, its white space at either end one space, or none at the line's beginning. */
static void add_line(struct buf *out, struct str line, bool begins)
{
    struct str words = str_trim(line);
    if (line.len > 0 && is_space(line.ptr[0]) && !begins)
        buf_char(out, ' ');
    escape_markdown(out, words);
    if (words.len > 0 && is_space(line.ptr[line.len - 1]))
        buf_char(out, ' ');
}

/* Lines stay lines; the notes of a paragraph follow it. Space at a line's beginning could make it code. */
static void text(struct report *report, size_t to)
{
    struct str rest = str_slice(report->text, report->text_at, to);
    bool last = to == report->text.len;
    struct buf safe = {0};
    while (rest.len > 0) {
        size_t end = str_find(rest, STR("\n"), 0);
        bool begins = report->text_at == 0 || report->text.ptr[report->text_at - 1] == '\n';
        struct str line = str_slice(rest, 0, end);
        add_line(&safe, line, begins);
        if (end == rest.len)
            break;
        size_t next = end;
        while (next < rest.len && is_space(rest.ptr[next]))
            next++;
        struct str gap = str_slice(rest, end + 1, next);
        bool paragraph = str_find(gap, STR("\n"), 0) < gap.len;
        if (!last || next < rest.len)
            buf_str(&safe, paragraph ? STR("\n\n") : STR("\\\n"));
        fwrite(safe.ptr ? safe.ptr : "", 1, safe.len, report->out);
        buf_clear(&safe);
        if (paragraph)
            flush(report);
        report->text_at += next;
        rest = str_slice(rest, next, rest.len);
    }
    fwrite(safe.ptr ? safe.ptr : "", 1, safe.len, report->out);
    buf_release(&safe);
    report->text_at = to;
}

static void sheet_numbers(struct report *report, const struct document *document)
{
    struct buf title = {0};
    escape_markdown(&title, words_document(document));
    fprintf(report->out, "\n## %s\n\n", title.ptr ? title.ptr : "");
    buf_release(&title);
}

static void add_note(struct buf *out, const struct voice *voice, const struct report_claim *told)
{
    const struct verdict *last = told->verdict_count > 0 ? &told->verdicts[told->verdict_count - 1] : NULL;
    struct buf line = {0}, raw = {0}, number = {0};
    /* Two words come first: plain CommonMark would take one, and a quotation after it, for a link's address and title. */
    buf_printf(&number, "%" PRId64, told->claim->number);
    VOICE_FILL(&raw, voice, PHRASE_CLAIM_NUMBER, buf_view(&number));
    buf_str(&raw, STR(", "));
    voice_state(&raw, voice, last ? last->rating : STATE_OPEN, false);
    if (last)
        buf_printf(&raw, ": %.*s", STR_ARG(last->rationale));
    for (size_t i = 0; i < told->citation_count; i++) {
        const struct report_citation *cited = &told->citations[i];
        buf_char(&raw, ' ');
        VOICE_FILL(&raw, voice, PHRASE_SOURCE_IN_NOTE,
                   str_from(voice_phrase(voice, PHRASE_STANDS_SUPPORTS + cited->citation->stance)));
        words_source(&raw, cited->source);
        if (cited->citation->locator.len > 0)
            buf_printf(&raw, ", %.*s", STR_ARG(cited->citation->locator));
        if (cited->source->url.len > 0 && cited->source->title.len > 0)
            buf_printf(&raw, ", %.*s", STR_ARG(cited->source->url));
        buf_char(&raw, '.');
    }
    words_line(&line, buf_view(&raw));
    buf_printf(out, "[^%" PRId64 "]: ", told->claim->number);
    escape_markdown(out, buf_view(&line));
    buf_str(out, STR("\n\n"));
    buf_release(&line);
    buf_release(&raw);
    buf_release(&number);
}

static void sheet_number(struct report *report, const struct report_number *number)
{
    const struct claim *claim = number->claim;
    bool noted = number->told && (number->told->verdict_count > 0 || number->told->citation_count > 0);
    if (!report_place(report, claim))
        return;
    struct buf mark = {0};
    text(report, (size_t)claim->start);
    if (number->no_claim)
        escape_markdown(&mark, claim->literal);
    else
        markdown_strong(&mark, report->text, (size_t)claim->start, (size_t)claim->end);
    buf_printf(&mark, " %s",
               sign_of(number->no_claim     ? STATE_NO_CLAIM
                       : number->rating < 0 ? STATE_OPEN
                                            : number->rating));
    if (noted) {
        buf_printf(&mark, "[^%" PRId64 "]", claim->number);
        add_note(&report->notes, &report->style.voice, number->told);
    }
    fwrite(mark.ptr, 1, mark.len, report->out);
    report->text_at = (size_t)claim->end;
    buf_release(&mark);
}

static void sheet_numbers_end(struct report *report)
{
    const struct report_coverage *seen = &report->coverage;
    text(report, report->text.len);
    fputs("\n\n", report->out);
    flush(report);
    const struct voice *voice = &report->style.voice;
    const int64_t count[] = {seen->checked + seen->open + seen->no_claim, seen->checked, seen->open, seen->no_claim};
    enum { COUNTS = sizeof(count) / sizeof(count[0]) };
    struct buf digits[COUNTS] = {0}, words = {0};
    struct str part[COUNTS];
    for (size_t i = 0; i < COUNTS; i++) {
        voice_integer(&digits[i], voice, count[i]);
        part[i] = buf_view(&digits[i]);
    }
    voice_fill(&words, voice, PHRASE_COVERAGE_COUNTS, part, COUNTS);
    fprintf(report->out, "*%s*\n", words.ptr);
    for (size_t i = 0; i < COUNTS; i++)
        buf_release(&digits[i]);
    buf_release(&words);
}

static void sheet_end(struct report *report)
{
    (void)report;
}

const struct report_format report_sheet_markdown = {
    .name = "markdown",
    .begin = sheet_begin,
    .end = sheet_end,
    .numbers = sheet_numbers,
    .number = sheet_number,
    .numbers_end = sheet_numbers_end,
    .takes_text = true,
};
