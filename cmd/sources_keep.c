/* `assay sources keep`: keeps what `cite` did not. */
#include <stdio.h>

#include "cmd/look.h"
#include "cmd/place.h"
#include "cmd/reviewer.h"
#include "cmd/sources.h"
#include "core/report/escape.h"
#include "core/report/words.h"
#include "core/report/words_evidence.h"

struct keep_options {
    struct str file;
    struct receive_options receive;
};

static const struct option options[] = {
    {"file", 0, OPTION_PATH, offsetof(struct keep_options, file), NULL, "FILE",
     "keep this copy of it, which you saved, and fetch nothing"},
    OPTIONS_RECEIVE(offsetof(struct keep_options, receive)),
    {0},
};

static const char *const examples[] = {
    EXAMPLE("assay sources keep 3 5", "fetch and keep two sources that were cited with --no-fetch"),
    EXAMPLE("assay sources keep 3 --file saved.html", "a page that a browser saved, since its server sends us nothing"),
    NULL,
};

const struct manual manual_sources_keep = {
    .usage = "sources keep [options] N...",
    .about =
        "Fetches sources that were not kept, keeps them, and finds the quotes and figures of their citations in what "
        "came. With --file it is a copy of yours that is kept, also beside what was kept before; nothing is "
        "overwritten.",
    .options = options,
    .options_size = sizeof(struct keep_options),
    .examples = examples,
    .least = 1,
    .most = ARGUMENTS_ANY,
};

struct keeping {
    const struct keep_options *options;
    struct looker looker;
    struct str reviewer;
    size_t failed;
};

static void print_words(const struct buf *words)
{
    struct buf shown = {0};
    escape_terminal(&shown, buf_view(words));
    printf("%s\n", shown.ptr);
    buf_release(&shown);
}

/* Where each citation stands now. */
static bool tell(struct keeping *keeping, const struct source *source, struct arena *arena, struct err *err)
{
    struct source_citation *cited = NULL;
    size_t count = 0;
    struct store *store = keeping->looker.store;
    if (!store_source_citations(store, source->id, arena, &cited, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        struct evidence evidence = {0};
        struct buf words = {0};
        if (!store_evidence(store, &cited[i].citation, source, arena, &evidence, err))
            return false;
        buf_printf(&words, "  claim %lld: ", (long long)cited[i].claim);
        words_evidence(&words, &voice_plain, &evidence);
        print_words(&words);
        buf_release(&words);
    }
    return true;
}

static bool store_look(struct keeping *keeping, const struct source *source, struct look *look,
                       const struct kept_source *kept, struct arena *arena, struct err *err)
{
    struct buf words = {0};
    bool nothing = look->visit.outcome == LOOK_GONE || look->visit.outcome == LOOK_FAILED;
    look->visit.reviewer = keeping->reviewer;
    if (look->bytes.ptr && !look_find(&keeping->looker, source, kept, arena, look, err))
        return false;
    if (!store_add_look(keeping->looker.store, source->id, ACTION_KEEP, look, arena, err))
        return false;
    if (nothing) {
        keeping->failed++;
        say(keeping->looker.run, "not kept: %.*s: %.*s", STR_ARG(look->visit.name), STR_ARG(look->visit.note));
        return true;
    }
    source_words(&words, source);
    buf_printf(&words, ": %s", look_outcomes.name[look->visit.outcome]);
    if (look->visit.sha256.ptr)
        buf_str(&words, STR(", "));
    words_kept(&words, &voice_plain, &look->visit);
    print_words(&words);
    buf_release(&words);
    return tell(keeping, source, arena, err);
}

static bool keep_one(struct keeping *keeping, const char *word, struct arena *arena, struct err *err)
{
    struct source source = {0};
    struct looked_before before = {0};
    struct document described = {0};
    struct look look = {0};
    struct kept_source kept = {0};
    struct str file = keeping->options->file;
    int64_t number = 0;
    if (!source_number(word, &number, err) || !store_find_source(keeping->looker.store, number, arena, &source, err) ||
        !look_before(&keeping->looker, &source, arena, &before, err))
        return false;
    if (!file.ptr && before.kept) {
        say(keeping->looker.run, "source %lld: kept already, on %.10s; 'assay sources recheck %lld' looks again",
            (long long)number, before.visit.at.ptr, (long long)number);
        return true;
    }
    if (!file.ptr && !source.url.ptr)
        return err_set(err, ERR_USAGE, "source %lld has no address; keep a copy of it with --file FILE",
                       (long long)number);
    look_at(&keeping->looker, file.ptr ? file : source.url, &before, arena, &look, &kept, &described);
    return store_look(keeping, &source, &look, &kept, arena, err);
}

static bool keep_all(struct keeping *keeping, struct words numbers, struct err *err)
{
    for (size_t i = 0; i < numbers.count; i++) {
        struct arena arena = {0};
        bool ok = keep_one(keeping, numbers.word[i], &arena, err);
        arena_release(&arena);
        if (!ok)
            return false;
    }
    if (keeping->failed > 0)
        err->code = ERR_INPUT; /* each has been named */
    return keeping->failed == 0;
}

bool cmd_sources_keep(struct invocation *run, const void *given, struct words arguments, struct err *err)
{
    const struct keep_options *o = given;
    struct extractor *extractor = extractor_new();
    struct keeping keeping = {.options = o, .looker = {.run = run, .extractor = extractor, .options = &o->receive}};
    bool ok = receive_check(&o->receive, err) && reviewer_require(run, &keeping.reviewer, err);
    if (ok && o->file.ptr && arguments.count > 1)
        ok = err_set(err, ERR_USAGE, "--file is the copy of one source; name one");
    keeping.looker.manners = arguments.count > 1 ? manners_new(&o->receive.limits) : NULL;
    ok = ok && place_open(run, &keeping.looker.store, err) && keep_all(&keeping, arguments, err);
    store_close(keeping.looker.store);
    manners_free(keeping.looker.manners);
    extractor_free(extractor);
    return ok;
}
