/* The wording that the reports for people share. */
#include "core/report/words.h"

#include <inttypes.h>
#include <string.h>

#include "core/base/clock.h"
#include "core/base/decimal.h"

static const char *const relation_words[RELATION_END] = {
    [RELATION_NONE] = "",
    [RELATION_EQUAL] = "",
    [RELATION_ABOUT] = "about ",
    [RELATION_ABOVE] = "more than ",
    [RELATION_LEAST] = "at least ",
    [RELATION_BELOW] = "less than ",
    [RELATION_MOST] = "at most ",
    [RELATION_NEARLY] = "nearly ",
    [RELATION_BARELY] = "just over ",
};

static const char *const direction_words[DIRECTION_END] = {
    [DIRECTION_NONE] = "",
    [DIRECTION_UP] = "a rise: ",
    [DIRECTION_DOWN] = "a fall: ",
};

static const char *const modality_words[MODALITY_END] = {
    [MODALITY_TARGET] = "a target, not a fact",
    [MODALITY_MINIMUM] = "a minimum that is called for or set, not a fact",
    [MODALITY_MAXIMUM] = "a maximum that is called for or set, not a fact",
    [MODALITY_FORECAST] = "a forecast",
    [MODALITY_PROPOSAL] = "a proposal",
    [MODALITY_HYPOTHETICAL] = "hypothetical",
    [MODALITY_DENIED] = "denied: the text says that it is not so",
};

const char *words_modality(const struct claim *claim)
{
    return claim->modality >= 0 && claim->modality < MODALITY_END ? modality_words[claim->modality] : NULL;
}

void words_number(struct buf *out, struct str value)
{
    struct decimal ignored;
    if (!decimal_parse(value, &ignored)) {
        buf_str(out, value);
        return;
    }
    size_t point = str_find(value, STR("."), 0);
    for (size_t i = 0; i < value.len; i++) {
        bool after_digit = i > 0 && is_digit(value.ptr[i - 1]);
        if (i < point && after_digit && (point - i) % 3 == 0)
            buf_char(out, ',');
        buf_char(out, value.ptr[i]);
    }
}

static const struct {
    const char *one, *many;
} irregular[] = {
    {"person", "people"}, {"child", "children"}, {"man", "men"},         {"woman", "women"},
    {"foot", "feet"},     {"inch", "inches"},    {"percent", "percent"}, {"aircraft", "aircraft"},
    {"sheep", "sheep"},   {"series", "series"},  {"species", "species"}, {"hertz", "hertz"},
    {"people", "people"}, {"police", "police"},  {"staff", "staff"},     {"personnel", "personnel"},
    {"life", "lives"},    {"wife", "wives"},     {"half", "halves"},     {"horsepower", "horsepower"},
};

/* The plural of one English word. Where it is not a plain noun the singular stays, which is what the record holds. */
static void add_plural(struct buf *out, struct str word)
{
    for (size_t i = 0; i < sizeof(irregular) / sizeof(irregular[0]); i++) {
        if (str_eq(word, str_from(irregular[i].one))) {
            buf_str(out, str_from(irregular[i].many));
            return;
        }
    }
    char last = word.len > 1 ? word.ptr[word.len - 1] : '\0', before = word.len > 1 ? word.ptr[word.len - 2] : '\0';
    bool sibilant = last == 'x' || last == 'z' || (last == 'h' && (before == 'c' || before == 's'));
    if (last == 's' && before != 's')
        buf_str(out, word);
    else if (last == 'y' && !strchr("aeiou", before))
        buf_printf(out, "%.*sies", (int)word.len - 1, word.ptr);
    else if (is_lower(last))
        buf_printf(out, "%.*s%s", STR_ARG(word), sibilant || last == 's' ? "es" : "s");
    else
        buf_str(out, word);
}

/* "kilometre per hour" → "kilometres per hour", "degree Celsius" → "degrees Celsius", "civilian job" → "civilian jobs". */
static void add_unit(struct buf *out, const struct claim *claim)
{
    struct str unit = claim->unit, rest = STR("");
    if (claim->kind == KIND_MONEY || str_eq(claim->value, STR("1"))) {
        buf_str(out, unit);
        return;
    }
    static const char *const tails[] = {" per ", " of ", " Celsius", " Fahrenheit"};
    for (size_t i = 0; i < sizeof(tails) / sizeof(tails[0]); i++) {
        size_t at = str_find(unit, str_from(tails[i]), 0);
        if (at < unit.len) {
            rest = str_slice(unit, at, unit.len);
            unit.len = at;
        }
    }
    size_t noun = unit.len;
    while (noun > 0 && unit.ptr[noun - 1] != ' ')
        noun--;
    buf_add(out, unit.ptr, noun);
    add_plural(out, str_slice(unit, noun, unit.len));
    buf_str(out, rest);
}

/* A "per" field reads "barrel", or "a year" with the article that stands for it; an "of" field "GDP". */
static void add_per(struct buf *out, struct str per)
{
    bool complete = str_starts(per, STR("per ")) || str_starts(per, STR("a ")) || str_starts(per, STR("an "));
    if (per.ptr)
        buf_printf(out, " %s%.*s", complete ? "" : "per ", STR_ARG(per));
}

static void add_of(struct buf *out, struct str of)
{
    if (of.ptr)
        buf_printf(out, " %s%.*s", str_starts(of, STR("of ")) ? "" : "of ", STR_ARG(of));
}

/* A year is a number that nobody groups: dates and ranks stay as they are. */
static void add_value(struct buf *out, const struct claim *claim, struct str value)
{
    if (kind_is_background(claim->kind))
        buf_str(out, value);
    else
        words_number(out, value);
}

void words_figure(struct buf *out, const struct claim *claim)
{
    if (claim->direction > DIRECTION_NONE && claim->direction < DIRECTION_END)
        buf_str(out, str_from(direction_words[claim->direction]));
    if (claim->relation > RELATION_NONE && claim->relation < RELATION_END)
        buf_str(out, str_from(relation_words[claim->relation]));
    if (claim->kind == KIND_SCORE)
        buf_str(out, claim->literal); /* it has no value */
    else
        add_value(out, claim, claim->value);
    if (claim->upper.ptr) {
        buf_str(out, STR(" to "));
        add_value(out, claim, claim->upper);
    }
    if (claim->unit.len > 0) {
        buf_char(out, ' ');
        add_unit(out, claim);
        if (claim->unit_assumed)
            buf_str(out, STR(" (currency assumed)"));
    }
    add_per(out, claim->per);
    add_of(out, claim->of);
}

void words_speaker(struct buf *out, const struct claim *claim)
{
    if (claim->speaker.ptr)
        buf_printf(out, "%.*s%s", STR_ARG(claim->speaker), claim->quoted ? ", in quotation marks" : "");
    else if (claim->quoted)
        buf_str(out, STR("in quotation marks; the text does not say plainly by whom"));
}

void words_about(struct buf *out, const struct claim *claim)
{
    buf_str(out, claim->subject);
    if (claim->subject.ptr && claim->concept.ptr)
        buf_str(out, STR(": "));
    buf_str(out, claim->concept);
}

void words_period(struct buf *out, const struct claim *claim)
{
    buf_str(out, claim->period);
    if (claim->period_interval.ptr && !str_eq(claim->period, claim->period_interval))
        buf_printf(out, "%s(%.*s)", claim->period.ptr ? " " : "", STR_ARG(claim->period_interval));
}

void words_time(struct buf *out, struct str timestamp)
{
    if (timestamp_valid(timestamp))
        buf_printf(out, "%.10s %.8s UTC", timestamp.ptr, timestamp.ptr + 11);
    else
        buf_str(out, timestamp);
}

void words_who(struct buf *out, struct str reviewer, struct str at)
{
    buf_str(out, reviewer);
    if (reviewer.ptr && at.ptr)
        buf_str(out, STR(", "));
    words_time(out, at);
}

void words_state(struct buf *out, int rating, bool capital)
{
    struct str name = rating < 0 ? STR("open") : str_from(ratings.name[rating]);
    for (size_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];
        buf_char(out, c == '-' ? ' ' : i == 0 && capital ? (char)(c - 'a' + 'A') : c);
    }
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

void words_source_figure(struct buf *out, const struct citation *citation)
{
    buf_str(out, citation->figure);
    if (!citation->figure_value.ptr)
        return;
    struct claim read = {
        .value = citation->figure_value, .upper = citation->figure_upper, .unit = citation->figure_unit};
    struct buf words = {0};
    words_figure(&words, &read);
    if (!str_eq(buf_view(&words), citation->figure))
        buf_printf(out, " (read as %.*s)", STR_ARG(buf_view(&words)));
    buf_release(&words);
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

bool words_method(struct buf *out, const struct report *report, size_t index)
{
    const struct report_counts *counts = &report->head.counts;
    switch (index) {
    case 0:
        buf_printf(out, "Made by %.*s on ", STR_ARG(report->head.version));
        words_time(out, report->head.generated_at);
        buf_printf(out,
                   ". Documents: %" PRId64 ". Claims: %" PRId64 ". With a verdict: %" PRId64 ". Open: %" PRId64
                   ". With a source: %" PRId64 ".",
                   counts->documents, counts->claims, counts->claims - counts->open, counts->open, counts->cited);
        return true;
    case 1:
        buf_str(out,
                STR("The program found the figures by its own fixed rules: the same text gives the same claims. Each "
                    "is quoted as written, in its sentence. The value after it is the program's reading; where the "
                    "two differ, what is written holds. Who said it is given only where the text says so. "));
        buf_str(
            out,
            report_has_numbers(report) && !report->head.selection.ptr
                ? STR("Dates, ranks and scores are found too: they are in the list of all numbers, and among the "
                      "claims "
                      "only where a reviewer dealt with them.")
                : STR("Dates, ranks and scores are found too, but are listed only where a reviewer dealt with them."));
        return true;
    case 2:
        buf_str(out,
                STR("Verdicts, rationales, quotes and sources are the reviewers' own. The program has not fetched or "
                    "compared the sources. Of several verdicts on a claim the latest counts; the earlier ones are "
                    "shown with it. An open claim has been neither confirmed nor refuted."));
        return true;
    case 3:
        buf_str(out, STR("A document's SHA-256 is that of the bytes as they were received: whoever has the file can "
                         "check that it is the same one."));
        return true;
    default:
        return false;
    }
}
