/* `assay status`: how far the work has come, in counts. */
#include <inttypes.h>
#include <stdio.h>

#include "cmd/claims.h"
#include "cmd/cmd.h"
#include "cmd/jsonout.h"
#include "cmd/place.h"
#include "cmd/tty/colour.h"

struct status_options {
    int format;
};

static const struct option options[] = {OPTION_RECORD_FORMAT(offsetof(struct status_options, format)), {0}};

static const char *const examples[] = {
    EXAMPLE("assay status", "documents, claims, what is open, cited and rated how"),
    EXAMPLE("assay status --format json", "one object, with \"by_rating\""),
    NULL,
};

const struct manual manual_status = {
    .usage = "status [--format FORMAT]",
    .about = "Counts what is in the store. Claims are counted without dates, ranks and scores.",
    .options = options,
    .options_size = sizeof(struct status_options),
    .examples = examples,
};

static void line(const char *what, int64_t count)
{
    printf("%-16s %6" PRId64 "\n", what, count);
}

static void print_text(const struct invocation *run, const struct store_counts *counts)
{
    line("documents", counts->documents);
    line("claims", counts->claims);
    line("dates and so on", counts->background);
    line("open", counts->open);
    line("cited", counts->cited);
    for (int rating = 0; rating < RATING_END; rating++) {
        if (counts->by_rating[rating] == 0)
            continue;
        enum colour colour = colour_of_rating(rating);
        printf("%s%-16s%s %6" PRId64 "\n", colour_on(&run->terminal, colour), ratings.name[rating],
               colour_off(&run->terminal, colour), counts->by_rating[rating]);
    }
    line("sources", counts->sources);
    line("citations", counts->citations);
    line("verdicts", counts->verdicts);
    line("series", counts->series);
    line("events", counts->events);
}

static json_t *counts_json(const struct store_counts *counts)
{
    json_t *by_rating = json_object();
    for (int rating = 0; rating < RATING_END; rating++)
        json_object_set_new(by_rating, ratings.name[rating], json_integer(counts->by_rating[rating]));
    return json_pack("{s:I, s:I, s:I, s:I, s:I, s:o, s:I, s:I, s:I, s:I, s:I}", "documents",
                     (json_int_t)counts->documents, "claims", (json_int_t)counts->claims, "background",
                     (json_int_t)counts->background, "open", (json_int_t)counts->open, "cited",
                     (json_int_t)counts->cited, "by_rating", by_rating, "sources", (json_int_t)counts->sources,
                     "citations", (json_int_t)counts->citations, "verdicts", (json_int_t)counts->verdicts, "series",
                     (json_int_t)counts->series, "events", (json_int_t)counts->events);
}

bool cmd_status(struct invocation *run, const void *given, struct words arguments, struct err *err)
{
    (void)arguments;
    const struct status_options *o = given;
    struct store *store = NULL;
    struct store_counts counts;
    bool ok = place_open(run, &store, err) && store_count(store, &counts, err);
    if (ok && (o->format == RECORD_AUTO || o->format == RECORD_TEXT)) {
        print_text(run, &counts);
    } else if (ok) {
        json_write(stdout, counts_json(&counts), o->format == RECORD_JSON);
        putchar('\n');
    }
    store_close(store);
    return ok;
}
