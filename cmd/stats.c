/* `assay stats`: how claims came out, by speaker, document, topic, month or rating; or one figure beside its sources. */
#include <inttypes.h>
#include <stdio.h>

#include "cmd/cmd.h"
#include "cmd/desk.h"
#include "cmd/listing.h"
#include "cmd/outfile.h"
#include "cmd/place.h"
#include "cmd/report_walk.h"
#include "cmd/tty/colour.h"
#include "core/base/utf8.h"
#include "core/report/escape.h"
#include "core/report/stats.h"
#include "core/report/svg.h"
#include "core/report/topic.h"
#include "core/report/words.h"
#include "core/report/wrap.h"

enum { BY_SPEAKER, BY_DOCUMENT, BY_TOPIC, BY_MONTH, BY_RATING, BY_END };

static const char *const by_names[BY_END] = {"speaker", "document", "topic", "month", "rating"};
static const struct names bys = {"grouping", by_names, BY_END};

struct stats_options {
    struct report_selection selection;
    int by, format;
    int64_t limit;
    struct str claim, output, desk;
};

#define STATS(field) offsetof(struct stats_options, field)

static const struct option options[] = {
    {"by", 0, OPTION_NAME, STATS(by), &bys, "WHAT", "speaker (where it is not said), document, topic, month or rating"},
    {"claim", 0, OPTION_TEXT, STATS(claim), NULL, "N", "instead, this claim's figure beside those of its sources"},
    {"document", 'd', OPTION_INTEGER, STATS(selection.document), NULL, "N", "only claims of this document"},
    {"since", 0, OPTION_DATE, STATS(selection.since), NULL, "DATE",
     "only those taken in, rated or given a source on that day or later"},
    {"speaker", 0, OPTION_TEXT, STATS(selection.speaker), NULL, "NAME", "only those whose speaker has these words"},
    {"topic", 0, OPTION_TEXT, STATS(selection.topic), NULL, "TOPIC", "only those about it"},
    {"reviewer", 0, OPTION_TEXT, STATS(selection.reviewer), NULL, "NAME",
     "only those that they rated or gave a source"},
    {"limit", 'n', OPTION_INTEGER, STATS(limit), NULL, "N", "name so many; the others come together (20)"},
    OPTION_FORMAT(STATS(format)),
    OPTION_DESK(STATS(desk)),
    {"output", 'o', OPTION_PATH, STATS(output), NULL, "FILE.svg", "write it there as a picture"},
    {0},
};

static const char *const examples[] = {
    EXAMPLE("assay stats", "who said what holds, and what does not"),
    EXAMPLE("assay stats --by month -o months.svg", "as a picture, for a page"),
    EXAMPLE("assay stats --by topic --since 2025 --format csv", "for a spreadsheet"),
    EXAMPLE("assay stats --claim 2", "one figure and what its sources give, on one axis"),
    NULL,
};

const struct manual manual_stats = {
    .usage = "stats [options]",
    .about =
        "Counts how claims came out, in bars: what held, what held in part, what did not, what is open. Months are "
        "those in which the documents were published. A claim may have several topics, and counts for each.",
    .options = options,
    .options_size = sizeof(struct stats_options),
    .examples = examples,
};

enum { GROUPS = 20, CHART_WIDTH = 100, NAME_WIDTH = 28 };

/* ---- counting ---- */

struct counting {
    const struct stats_options *options;
    const struct desk *desk;
    struct stats stats;
};

static void count_topics(struct counting *counting, const struct claim *claim, int rating)
{
    bool any = false;
    for (size_t i = 0; i < topic_count(counting->desk); i++) {
        struct topic topic = topic_at(counting->desk, i);
        if (!topic_holds(topic.words, claim))
            continue;
        stats_add(&counting->stats, topic.name, rating);
        any = true;
    }
    if (!any)
        stats_add(&counting->stats, STR("(none of them)"), rating);
}

static bool count(void *ctx, const struct document *document, const struct tracked_claim *claim,
                  const struct report_claim *told)
{
    struct counting *counting = ctx;
    int rating = claim->state.rating;
    struct str name;
    (void)told;
    switch (counting->options->by) {
    case BY_SPEAKER:
        name = claim->claim.speaker;
        break;
    case BY_DOCUMENT:
        name = words_document(document);
        break;
    case BY_TOPIC:
        count_topics(counting, &claim->claim, rating);
        return true;
    case BY_MONTH:
        name = document->published.len >= 7 ? str_slice(document->published, 0, 7) : document->published;
        break;
    default:
        name = rating < 0 ? STR("open") : str_from(ratings.name[rating]);
        break;
    }
    stats_add(&counting->stats, name.len > 0 ? name : STR("(nobody said)"), rating);
    return true;
}

static void put_in_order(struct counting *counting)
{
    const struct stats_options *o = counting->options;
    size_t most = o->limit > 0 ? (size_t)o->limit : GROUPS;
    struct buf others = {0};
    stats_sort(&counting->stats, o->by == BY_MONTH);
    if (!format_is_data(o->format) && counting->stats.count > most)
        buf_printf(&others, "(%zu more)", counting->stats.count - most);
    if (o->limit > 0 || !format_is_data(o->format))
        stats_fold(&counting->stats, most, others.len > 0 ? buf_view(&others) : STR("(more)"));
    buf_release(&others);
}

/* ---- printing ---- */

static const struct {
    const char *sign, *words;
    enum colour colour;
} outcomes[OUTCOME_END] = {
    [OUTCOME_HELD] = {"█", "held", COLOUR_GOOD},          [OUTCOME_PARTLY] = {"▓", "in part", COLOUR_MIDDLING},
    [OUTCOME_FAILED] = {"▒", "did not hold", COLOUR_BAD}, [OUTCOME_NEITHER] = {"░", "not checkable", COLOUR_FAINT},
    [OUTCOME_OPEN] = {"·", "open", COLOUR_FAINT},
};

static void in_colour(const struct invocation *run, enum colour colour, const char *words, int64_t times)
{
    fputs(colour_on(&run->terminal, colour), stdout);
    while (times-- > 0)
        fputs(words, stdout);
    fputs(colour_off(&run->terminal, colour), stdout);
}

static void print_name(struct str name, int width)
{
    struct buf shown = {0};
    size_t end = 0;
    escape_terminal(&shown, name);
    struct str all = buf_view(&shown);
    while (end < all.len && wrap_columns(str_slice(all, 0, utf8_forward(all, end, 1))) <= width)
        end = utf8_forward(all, end, 1);
    struct str cut = str_slice(all, 0, end);
    printf("%.*s%*s", STR_ARG(cut), width - wrap_columns(cut), "");
    buf_release(&shown);
}

static void print_bars(const struct invocation *run, const struct stats *stats)
{
    int width = run->terminal.out && run->terminal.width < CHART_WIDTH ? run->terminal.width : CHART_WIDTH;
    int64_t most = 1, room = width > NAME_WIDTH + 20 ? width - NAME_WIDTH - 10 : 10;
    for (size_t i = 0; i < stats->count; i++)
        most = stats->group[i].claims > most ? stats->group[i].claims : most;
    for (size_t i = 0; i < stats->count; i++) {
        const struct stats_group *group = &stats->group[i];
        int64_t before = 0;
        print_name(group->name, NAME_WIDTH);
        printf(" %6" PRId64 "  ", group->claims);
        for (int outcome = 0; outcome < OUTCOME_END; outcome++) {
            int64_t from = before * room / most;
            before += stats_of_outcome(group, (enum stats_outcome)outcome);
            in_colour(run, outcomes[outcome].colour, outcomes[outcome].sign, before * room / most - from);
        }
        putchar('\n');
    }
    for (int outcome = 0; outcome < OUTCOME_END; outcome++)
        printf("%s%s %s", outcome > 0 ? "   " : "\n", outcomes[outcome].sign, outcomes[outcome].words);
    putchar('\n');
}

static void group_cells(const void *record, struct arena *arena, struct table_cell *ret_cells)
{
    const struct stats_group *group = record;
    ret_cells[0].text = group->name;
    ret_cells[1].text = arena_printf(arena, "%" PRId64, group->claims);
    for (int outcome = 0; outcome < OUTCOME_END; outcome++)
        ret_cells[2 + outcome].text =
            arena_printf(arena, "%" PRId64, stats_of_outcome(group, (enum stats_outcome)outcome));
}

static const struct table_column columns[] = {
    {"name", .least = 12},      {"claims", .right = true},       {"held", .right = true},
    {"in part", .right = true}, {"did not hold", .right = true}, {"not checkable", .right = true},
    {"open", .right = true},
};
static const struct listing_part parts[] = {{&stats_fields, 0}};
static const struct listing_shape shape = {parts, 1, columns, 2 + OUTCOME_END, group_cells};

static void print_list(struct invocation *run, const struct stats *stats, int format)
{
    struct listing listing;
    listing_begin(&listing, run, &shape, format);
    for (size_t i = 0; i < stats->count; i++)
        listing_add(&listing, &stats->group[i]);
    listing_end(&listing);
}

static struct voice voice_of(const struct desk *desk)
{
    struct voice voice = voice_plain;
    for (int rating = 0; desk && rating < RATING_END; rating++)
        voice.ratings[rating] = desk->ratings[rating];
    return voice;
}

static bool open_picture(struct invocation *run, struct str path, struct outfile *file, struct err *err)
{
    struct str store;
    if (!str_ends(path, STR(".svg")))
        return err_set(err, ERR_USAGE, "'%.*s' is to be a picture; name it .svg", STR_ARG(path));
    return place_find(run, &store, err) && outfile_open(file, path.ptr, store.ptr, err);
}

static bool print_stats(struct invocation *run, const struct counting *counting, struct err *err)
{
    const struct stats_options *o = counting->options;
    struct outfile file = {0};
    struct voice voice = voice_of(counting->desk);
    struct str title = arena_printf(&run->arena, "Claims by %s", by_names[o->by]);
    if (o->output.ptr) {
        if (!open_picture(run, o->output, &file, err))
            return false;
        stats_svg(file.stream, &counting->stats, &voice, title);
        return outfile_keep(&file, err);
    }
    if (o->format != FORMAT_AUTO)
        print_list(run, &counting->stats, o->format);
    else
        print_bars(run, &counting->stats);
    return true;
}

/* ---- one claim ---- */

/* On a line of that many columns: what was claimed a thick line, a source's figure a sign. */
static void print_row(const struct invocation *run, const struct chart *chart, const struct chart_row *row, int room)
{
    static const char *const signs[STANCE_END] = {"●", "×", "○"};
    static const enum colour colours[STANCE_END] = {COLOUR_GOOD, COLOUR_BAD, COLOUR_FAINT};
    int64_t from = row->open_low ? 0 : chart_place(chart, row->low) * (room - 1) / 10000;
    int64_t to = row->open_high ? room - 1 : chart_place(chart, row->high) * (room - 1) / 10000;
    for (int64_t at = 0; at < room; at++) {
        bool inside = at >= from && at <= to, end = at == from || at == to;
        if (!row->citation)
            fputs(inside ? "━" : "·", stdout);
        else if (end)
            in_colour(run, colours[row->citation->stance], signs[row->citation->stance], 1);
        else
            fputs(inside ? "─" : "·", stdout);
    }
    putchar('\n');
}

static void print_chart(const struct invocation *run, const struct chart *chart)
{
    int width = run->terminal.out && run->terminal.width < CHART_WIDTH ? run->terminal.width : CHART_WIDTH;
    int label = width * 2 / 5, room = width - label - 2;
    struct buf words = {0}, low = {0}, high = {0};
    for (size_t i = 0; i < chart->count; i++) {
        chart_label(&words, &voice_plain, &chart->row[i]);
        print_name(buf_view(&words), label);
        fputs("  ", stdout);
        print_row(run, chart, &chart->row[i], room);
        buf_clear(&words);
    }
    voice_number(&low, &voice_plain, chart->tick[0]);
    voice_number(&high, &voice_plain, chart->tick[chart->tick_count - 1]);
    chart_unit(&words, &voice_plain, chart);
    print_name(buf_view(&words), label);
    printf("  %s%*s\n", low.ptr, room - (int)low.len, high.ptr);
    buf_release(&words);
    buf_release(&low);
    buf_release(&high);
}

static bool claim_chart(struct invocation *run, struct store *store, const struct stats_options *o, struct chart *ret,
                        struct tracked_claim *ret_claim, struct err *err)
{
    struct cited *cited = NULL;
    struct report_claim told = {.claim = &ret_claim->claim};
    if (!store_find_claim(store, o->claim, &run->arena, ret_claim, err) ||
        !store_citations(store, ret_claim, &run->arena, &cited, &told.citation_count, err))
        return false;
    struct report_citation *citations = arena_alloc(&run->arena, (told.citation_count + 1) * sizeof(*citations));
    for (size_t i = 0; i < told.citation_count; i++)
        citations[i] = (struct report_citation){&cited[i].citation, &cited[i].source};
    told.citations = citations;
    return chart_make(&told, &run->arena, ret) ||
           err_set(err, ERR_ABSENT, "no source of claim %.*s gives a figure in its unit; cite one with --figure",
                   STR_ARG(o->claim));
}

static bool show_claim(struct invocation *run, struct store *store, const struct stats_options *o, struct err *err)
{
    struct chart chart;
    struct tracked_claim claim;
    struct outfile file = {0};
    if (!claim_chart(run, store, o, &chart, &claim, err))
        return false;
    if (!o->output.ptr) {
        print_chart(run, &chart);
        return true;
    }
    if (!open_picture(run, o->output, &file, err))
        return false;
    svg_chart(file.stream, &voice_plain, &chart, claim.claim.literal);
    return outfile_keep(&file, err);
}

static bool show_groups(struct invocation *run, struct store *store, const struct stats_options *o, struct err *err)
{
    struct counting counting = {.options = o};
    const struct report_walker walker = {.selection = &o->selection, .ctx = &counting, .claim = count};
    bool ok = desk_find(run, o->desk, &counting.desk, err) && store_begin_reading(store, err);
    if (ok) {
        ok = report_walk(store, &walker, err);
        store_end_reading(store);
    }
    put_in_order(&counting);
    if (ok && counting.stats.count == 0)
        ok = err_set(err, ERR_ABSENT, "there is no claim to count");
    ok = ok && print_stats(run, &counting, err);
    stats_release(&counting.stats);
    return ok;
}

bool cmd_stats(struct invocation *run, const void *given, struct words arguments, struct err *err)
{
    struct stats_options o = *(const struct stats_options *)given;
    const struct desk *desk = NULL;
    struct store *store = NULL;
    struct topic topic = {0};
    (void)arguments;
    if (o.output.ptr && o.format != FORMAT_AUTO)
        return err_set(err, ERR_USAGE, "'-o' writes a picture; leave --format out");
    if (o.selection.topic.ptr &&
        (!desk_find(run, o.desk, &desk, err) || !topic_named(desk, o.selection.topic, &topic, err)))
        return false;
    o.selection.topic_words = topic.words;
    bool ok = place_open(run, &store, err) &&
              (o.claim.ptr ? show_claim(run, store, &o, err) : show_groups(run, store, &o, err));
    store_close(store);
    return ok;
}
