/* The wording that the reports for people share. */
#include "core/report/words.h"

#include <string.h>

#include "core/base/clock.h"

const char *words_modality(const struct voice *voice, const struct claim *claim)
{
    bool told = claim->modality > MODALITY_STATED && claim->modality < MODALITY_END;
    return told ? voice_phrase(voice, PHRASE_PUT_STATED + claim->modality) : NULL;
}

/* Without the article or the word that it may come with: "per barrel", "a year". */
static struct str bare(struct str per)
{
    static const char *const before[] = {"per ", "a ", "an "};
    for (size_t i = 0; i < sizeof(before) / sizeof(before[0]); i++)
        if (str_starts(per, str_from(before[i])))
            return str_slice(per, strlen(before[i]), per.len);
    return per;
}

/* A "per" field reads "barrel", or "a year" with the article that stands for it, which English keeps; an "of" field "GDP". */
static void add_per(struct buf *out, const struct voice *voice, struct str per)
{
    struct buf unit = {0};
    if (!per.ptr)
        return;
    buf_char(out, ' ');
    if (voice->language == LANGUAGE_ENGLISH && bare(per).len < per.len) {
        buf_str(out, per);
        return;
    }
    voice_unit(&unit, voice, bare(per), true);
    VOICE_FILL(out, voice, PHRASE_PER, buf_view(&unit));
    buf_release(&unit);
}

static void add_of(struct buf *out, const struct voice *voice, struct str of)
{
    if (!of.ptr)
        return;
    buf_char(out, ' ');
    VOICE_FILL(out, voice, PHRASE_OF, str_starts(of, STR("of ")) ? str_slice(of, 3, of.len) : of);
}

/* A third has no end as a decimal: of one with so many digits behind the point so many are shown, and that there are more. */
enum { ENDLESS = 12, SHOWN = 3 };

/* A year is a number that nobody groups: dates and ranks stay as they are. */
static void add_value(struct buf *out, const struct voice *voice, const struct claim *claim, struct str value)
{
    size_t point = str_find(value, STR("."), 0), digits = value.len - (point < value.len ? point + 1 : point);
    bool endless = point < value.len && digits >= ENDLESS;
    if (kind_is_background(claim->kind))
        buf_str(out, value);
    else
        voice_number(out, voice, endless ? str_slice(value, 0, point + 1 + SHOWN) : value);
    buf_str(out, endless ? STR("…") : STR(""));
}

/* "180,000,000,000", "5 to 10"; a score has no value, its literal says it. */
static void add_values(struct buf *out, const struct voice *voice, const struct claim *claim)
{
    struct buf from = {0}, to = {0};
    add_value(&from, voice, claim, claim->kind == KIND_SCORE ? claim->literal : claim->value);
    add_value(&to, voice, claim, claim->upper);
    if (claim->upper.ptr)
        VOICE_FILL(out, voice, PHRASE_RANGE, buf_view(&from), buf_view(&to));
    else
        buf_str(out, buf_view(&from));
    buf_release(&from);
    buf_release(&to);
}

/* "USD": an ISO 4217 code stays as it is. */
static bool is_code(struct str unit)
{
    return unit.len == 3 && is_upper(unit.ptr[0]) && is_upper(unit.ptr[1]) && is_upper(unit.ptr[2]);
}

static void add_unit(struct buf *out, const struct voice *voice, const struct claim *claim)
{
    if (claim->unit.len == 0 || str_eq(claim->unit, STR("fraction"))) /* "0.5 of voters" says it */
        return;
    buf_char(out, ' ');
    if (is_code(claim->unit))
        buf_str(out, claim->unit);
    else
        voice_unit(out, voice, claim->unit, str_eq(claim->value, STR("1")) && !claim->upper.ptr);
}

/* What has been written so far, from `start` on, becomes {1} of the phrase. */
static void wrap_in(struct buf *out, size_t start, const struct voice *voice, int phrase)
{
    struct buf inside = {0};
    buf_add(&inside, out->ptr + start, out->len - start);
    out->len = start;
    VOICE_FILL(out, voice, phrase, buf_view(&inside));
    buf_release(&inside);
}

void words_figure(struct buf *out, const struct voice *voice, const struct claim *claim)
{
    size_t start = out->len;
    add_values(out, voice, claim);
    if (claim->relation > RELATION_NONE && claim->relation < RELATION_END && out->len > start)
        wrap_in(out, start, voice, PHRASE_RELATED_NONE + claim->relation);
    if (claim->direction > DIRECTION_NONE && claim->direction < DIRECTION_END && out->len > start)
        wrap_in(out, start, voice, PHRASE_GOES_NOWHERE + claim->direction);
    add_unit(out, voice, claim);
    if (claim->unit_assumed && claim->unit.len > 0)
        wrap_in(out, start, voice, PHRASE_CURRENCY_ASSUMED);
    add_per(out, voice, claim->per);
    add_of(out, voice, claim->of);
}

void words_speaker(struct buf *out, const struct voice *voice, const struct claim *claim)
{
    if (claim->speaker.ptr && claim->quoted)
        VOICE_FILL(out, voice, PHRASE_IN_QUOTATION_MARKS, claim->speaker);
    else if (claim->quoted)
        buf_str(out, str_from(voice_phrase(voice, PHRASE_QUOTED_BY_NOBODY)));
    else
        buf_str(out, claim->speaker);
}

void words_about(struct buf *out, const struct claim *claim)
{
    buf_str(out, claim->subject);
    if (claim->subject.ptr && claim->concept.ptr && str_eq_nocase(claim->subject, claim->concept))
        return;
    if (claim->subject.ptr && claim->concept.ptr)
        buf_str(out, STR(": "));
    buf_str(out, claim->concept);
}

static int two_digits(struct str iso, size_t at)
{
    return (iso.ptr[at] - '0') * 10 + iso.ptr[at + 1] - '0';
}

/* A day, a month or a year where the interval is a whole one; else its two ends. */
static void add_interval(struct buf *out, const struct voice *voice, struct str interval)
{
    struct str end = interval, start = str_split(&end, '/');
    struct buf from = {0}, to = {0};
    if (start.len != 10 || end.len != 10 || !date_valid(start) || !date_valid(end)) {
        buf_str(out, interval);
        return;
    }
    bool year = str_eq(str_slice(start, 0, 4), str_slice(end, 0, 4));
    bool month = year && str_eq(str_slice(start, 0, 7), str_slice(end, 0, 7));
    int last = days_in_month(two_digits(start, 0) * 100 + two_digits(start, 2), two_digits(start, 5));
    if (str_eq(start, end))
        voice_date(out, voice, start);
    else if (month && str_ends(start, STR("-01")) && two_digits(end, 8) == last)
        voice_date(out, voice, str_slice(start, 0, 7));
    else if (year && str_ends(start, STR("-01-01")) && str_ends(end, STR("-12-31")))
        voice_date(out, voice, str_slice(start, 0, 4));
    else {
        voice_date(&from, voice, start);
        voice_date(&to, voice, end);
        VOICE_FILL(out, voice, PHRASE_DATE_SPAN, buf_view(&from), buf_view(&to));
    }
    buf_release(&from);
    buf_release(&to);
}

void words_period(struct buf *out, const struct voice *voice, const struct claim *claim)
{
    struct buf interval = {0};
    add_interval(&interval, voice, claim->period_interval);
    bool more = interval.len > 0 && !str_eq(claim->period, buf_view(&interval));
    buf_str(out, claim->period);
    if (more && claim->period.ptr)
        buf_printf(out, " (%.*s)", STR_ARG(buf_view(&interval)));
    else if (more)
        buf_str(out, buf_view(&interval));
    buf_release(&interval);
}

void words_since(struct buf *out, const struct voice *voice, const struct report_claim *told)
{
    const struct report_since *since = &told->since;
    struct buf document = {0}, claim = {0}, words = {0};
    if (since->document == 0)
        return;
    voice_integer(&document, voice, since->document);
    voice_integer(&claim, voice, since->claim);
    struct str where = buf_view(&document), which = buf_view(&claim);
    switch (since->fate) {
    case FATE_UNCHANGED:
        VOICE_FILL(&words, voice, PHRASE_SINCE_UNCHANGED, where, which);
        break;
    case FATE_MOVED:
        VOICE_FILL(&words, voice, PHRASE_SINCE_MOVED, where, which);
        break;
    case FATE_CHANGED:
        VOICE_FILL(&words, voice, PHRASE_SINCE_CHANGED, since->literal, where, which);
        break;
    default:
        VOICE_FILL(&words, voice, PHRASE_SINCE_GONE, where);
    }
    bool stale = told->verdict_count > 0 && (since->fate == FATE_CHANGED || since->fate == FATE_GONE);
    if (stale)
        VOICE_FILL(out, voice, PHRASE_SINCE_STALE, buf_view(&words));
    else
        buf_str(out, buf_view(&words));
    buf_release(&document);
    buf_release(&claim);
    buf_release(&words);
}

void words_time(struct buf *out, struct str timestamp)
{
    if (timestamp_valid(timestamp))
        buf_printf(out, "%.10s %.8s UTC", timestamp.ptr, timestamp.ptr + 11);
    else if (timestamp.ptr)
        buf_str(out, timestamp);
}

void words_who(struct buf *out, struct str reviewer, struct str at)
{
    buf_str(out, reviewer);
    if (reviewer.ptr && at.ptr)
        buf_str(out, STR(", "));
    words_time(out, at);
}

void words_line(struct buf *out, struct str text)
{
    text = str_trim(text);
    for (size_t i = 0; i < text.len; i++) {
        if (!is_space(text.ptr[i]))
            buf_char(out, text.ptr[i]);
        else if (!is_space(text.ptr[i - 1]))
            buf_char(out, ' ');
    }
}

struct str words_name(struct str reviewer)
{
    struct str name = reviewer;
    name.len = str_find(reviewer, STR("<"), 0);
    name = str_trim(name);
    return name.len > 0 ? name : reviewer;
}

struct str words_address(struct str reviewer)
{
    size_t open = str_find(reviewer, STR(" <"), 0);
    if (open == reviewer.len || !str_ends(reviewer, STR(">")))
        return STR_NULL;
    struct str address = str_slice(reviewer, open + 2, reviewer.len - 1);
    return str_starts(address, STR("https://")) || str_starts(address, STR("http://")) ? address : STR_NULL;
}

/* The parts stand in the order of a reference: who, what, where, when. */
void words_source(struct buf *out, const struct source *source)
{
    struct str title = source->title.len > 0 ? source->title : source->url;
    const struct str part[] = {source->author, title, source->publisher, source->published};
    size_t before = out->len;
    for (size_t i = 0; i < sizeof(part) / sizeof(part[0]); i++) {
        if (!part[i].ptr || part[i].len == 0)
            continue;
        if (out->len > before)
            buf_str(out, i == 1 ? STR(": ") : STR(", "));
        buf_str(out, part[i]);
    }
    if (out->len == before)
        buf_str(out, source->id);
}

void words_source_figure(struct buf *out, const struct voice *voice, const struct citation *citation)
{
    struct claim read = {.kind = KIND_COUNT,
                         .value = citation->figure_value,
                         .upper = citation->figure_upper,
                         .unit = citation->figure_unit};
    struct buf words = {0};
    if (citation->figure_value.ptr)
        words_figure(&words, voice, &read);
    if (words.len > 0 && !str_eq(buf_view(&words), citation->figure))
        VOICE_FILL(out, voice, PHRASE_READ_AS_FIGURE, citation->figure, buf_view(&words));
    else
        buf_str(out, citation->figure);
    buf_release(&words);
}

void words_change(struct buf *out, const struct voice *voice, const struct report_correction *correction)
{
    struct buf from = {0}, to = {0};
    voice_state(&from, voice, correction->from, false);
    voice_state(&to, voice, correction->to, false);
    if (correction->from == correction->to)
        VOICE_FILL(out, voice, PHRASE_CORRECTED_REASON, buf_view(&from));
    else
        VOICE_FILL(out, voice, PHRASE_CORRECTED, buf_view(&from), buf_view(&to));
    buf_release(&from);
    buf_release(&to);
}

void words_correction(struct buf *out, const struct report *report, const struct report_correction *correction)
{
    const struct voice *voice = &report->style.voice;
    struct buf number = {0}, claim = {0}, change = {0}, who = {0};
    buf_printf(&number, "%lld", (long long)correction->claim);
    VOICE_FILL(&claim, voice, PHRASE_CLAIM_NUMBER, buf_view(&number));
    words_change(&change, voice, correction);
    words_who(&who, correction->reviewer, correction->at);
    VOICE_FILL(out, voice, PHRASE_CORRECTION, buf_view(&claim), correction->figure, buf_view(&change), buf_view(&who));
    struct buf *const used[] = {&number, &claim, &change, &who};
    for (size_t i = 0; i < sizeof(used) / sizeof(used[0]); i++)
        buf_release(used[i]);
}

void words_reviewer(struct buf *out, const struct report *report, const struct report_reviewer *reviewer)
{
    const struct voice *voice = &report->style.voice;
    struct buf verdicts = {0}, sources = {0};
    voice_count(&verdicts, voice, PHRASE_COUNT_VERDICTS, reviewer->verdicts);
    voice_count(&sources, voice, PHRASE_COUNT_SOURCES, reviewer->citations);
    VOICE_FILL(out, voice, PHRASE_REVIEWER, reviewer->name, buf_view(&verdicts), buf_view(&sources));
    buf_release(&verdicts);
    buf_release(&sources);
}

struct str words_document(const struct document *document)
{
    return document->title.ptr && document->title.len > 0 ? document->title : document->name;
}

bool words_place(const struct claim *claim, size_t *ret_start, size_t *ret_end)
{
    int64_t start = claim->start - claim->sentence_start;
    if (start < 0 || (uint64_t)start > claim->sentence.len || claim->literal.len > claim->sentence.len - (size_t)start)
        return false;
    size_t from = (size_t)start, to = from + claim->literal.len;
    if (claim->literal.len == 0 || !str_eq(str_slice(claim->sentence, from, to), claim->literal))
        return false;
    *ret_start = from;
    *ret_end = to;
    return true;
}

static void add_made(struct buf *out, const struct report *report)
{
    const struct voice *voice = &report->style.voice;
    const struct report_counts *counts = &report->head.counts;
    const int64_t number[] = {counts->documents, counts->claims, counts->claims - counts->open, counts->open,
                              counts->cited};
    enum { BEFORE = 2, COUNTS = sizeof(number) / sizeof(number[0]) };
    struct buf time = {0}, digits[COUNTS] = {0};
    struct str part[BEFORE + COUNTS] = {report->head.version};
    words_time(&time, report->head.generated_at);
    part[1] = buf_view(&time);
    for (size_t i = 0; i < COUNTS; i++) {
        voice_integer(&digits[i], voice, number[i]);
        part[BEFORE + i] = buf_view(&digits[i]);
    }
    voice_fill(out, voice, PHRASE_METHOD_MADE, part, BEFORE + COUNTS);
    buf_release(&time);
    for (size_t i = 0; i < COUNTS; i++)
        buf_release(&digits[i]);
}

bool words_method(struct buf *out, const struct report *report, size_t index)
{
    const struct voice *voice = &report->style.voice;
    bool in_list = report_has_numbers(report) && !report->head.selection.ptr;
    switch (index) {
    case 0:
        add_made(out, report);
        return true;
    case 1:
        buf_str(out, str_from(voice_phrase(voice, PHRASE_METHOD_FOUND)));
        buf_str(out, str_from(voice_phrase(voice, in_list ? PHRASE_METHOD_IN_LIST : PHRASE_METHOD_IN_CLAIMS)));
        return true;
    case 2:
        buf_str(out, str_from(voice_phrase(voice, PHRASE_METHOD_VERDICTS)));
        return true;
    case 3:
        buf_str(out, str_from(voice_phrase(voice, PHRASE_METHOD_DIGEST)));
        return true;
    default:
        return false;
    }
}
