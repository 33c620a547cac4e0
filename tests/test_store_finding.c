/* Listing what is common, what is rare, and what stands only at the end, among more claims than are looked at one by one:
 * against the same worked out by hand. */
#include "tests/store_fixture.h"

enum { CLAIMS = 6000, DOCUMENTS = 3, OF_DOCUMENT = CLAIMS / DOCUMENTS };

/* What a sentence has of these words. */
enum { COMMON = 1, SOME = 2, RARE = 4, LATE = 8, ABSENT = 16 };
static const struct {
    const char *word;
    unsigned bit;
} words[] = {{"common", COMMON}, {"somewhat", SOME}, {"rarely", RARE}, {"lately", LATE}};

struct model {
    unsigned words;
    bool spoken, rated, cited;
    int kind;
    int64_t score, number;
};

static struct model model_of(size_t i, uint64_t *random)
{
    struct model model = {.number = (int64_t)i + 1};
    *random = *random * 6364136223846793005U + 1442695040888963407U;
    unsigned chance = (unsigned)(*random >> 33);
    model.words = (chance % 2 ? COMMON : 0) | (chance / 2 % 20 == 0 ? SOME : 0) | (chance / 40 % 300 == 0 ? RARE : 0);
    if (i > CLAIMS - CLAIMS / 4)
        model.words |= LATE;
    model.spoken = chance / 7 % 5 == 0;
    model.kind = chance / 11 % 50 == 0 ? KIND_AGE : chance / 11 % 3 == 0 ? KIND_DATE : KIND_MONEY;
    model.score = chance / 13 % 12 * 9;
    model.rated = chance / 17 % 70 == 0;
    model.cited = chance / 19 % 2 == 0;
    return model;
}

static void add_document(struct fixture *fixture, const struct model *models)
{
    struct buf text = {0};
    struct claim *claims = mem_alloc(OF_DOCUMENT * sizeof(*claims));
    struct err err = {0};
    bool added = false;
    for (size_t i = 0; i < OF_DOCUMENT; i++)
        buf_printf(&text, "%06lld ", (long long)models[i].number);
    for (size_t i = 0; i < OF_DOCUMENT; i++) {
        size_t at = i * 7;
        struct buf sentence = {0};
        for (size_t word = 0; word < sizeof(words) / sizeof(words[0]); word++)
            if (models[i].words & words[word].bit)
                buf_printf(&sentence, "%s ", words[word].word);
        claims[i] = (struct claim){.literal = str_slice(buf_view(&text), at, at + 6),
                                   .start = (int64_t)at,
                                   .end = (int64_t)at + 6,
                                   .sentence = arena_str(&fixture->arena, buf_view(&sentence)),
                                   .kind = models[i].kind,
                                   .relation = RELATION_EQUAL,
                                   .score = models[i].score};
        if (models[i].spoken)
            claims[i].speaker = STR("Ann Commoner");
        buf_release(&sentence);
    }
    assert_true(add_text(fixture, buf_view(&text), claims, OF_DOCUMENT, &added, &err));
    buf_release(&text);
    free(claims);
}

static void add_all(struct fixture *fixture, struct model models[CLAIMS])
{
    struct err err = {0};
    uint64_t random = 3;
    for (size_t i = 0; i < CLAIMS; i++)
        models[i] = model_of(i, &random);
    for (size_t i = 0; i < CLAIMS; i += OF_DOCUMENT)
        add_document(fixture, &models[i]);
    assert_true(store_begin_group(fixture->store, &err));
    for (size_t i = 0; i < CLAIMS; i++) {
        char name[24];
        snprintf(name, sizeof(name), "%zu", i + 1);
        models[i].cited = models[i].cited && models[i].rated;
        if (models[i].cited)
            add_citation(fixture, name, "https://example.org/a");
        if (models[i].rated)
            add_verdict(fixture, name, RATING_UNSUPPORTED);
    }
    assert_true(store_end_group(fixture->store, &err));
}

struct search {
    struct claim_filter filter;
    unsigned words;
    bool spoken;
};

static bool is_wanted(const struct model *model, const struct search *search)
{
    const struct claim_filter *filter = &search->filter;
    unsigned kinds = filter->kinds ? filter->kinds : 1U << KIND_AGE | 1U << KIND_MONEY;
    return (kinds & 1U << model->kind) != 0 && (model->words & search->words) == search->words &&
           (!search->spoken || model->spoken) && !(filter->open && model->rated) &&
           !(filter->uncited && model->cited) && (filter->ratings == 0 || model->rated) &&
           model->score >= filter->minimum_score &&
           (filter->document == 0 || (model->number - 1) / OF_DOCUMENT == filter->document - 1);
}

struct expected {
    int64_t number[CLAIMS];
    int64_t count, seen;
    bool differs;
};

static void expect(const struct model models[CLAIMS], const struct search *search, struct expected *ret)
{
    int64_t limit = search->filter.limit;
    *ret = (struct expected){0};
    for (int64_t score = 100; score >= 0; score--) {
        for (size_t i = 0; i < CLAIMS && (limit == 0 || ret->count < limit); i++)
            if ((search->filter.order == ORDER_NUMBER || models[i].score == score) && is_wanted(&models[i], search))
                ret->number[ret->count++] = models[i].number;
        if (search->filter.order == ORDER_NUMBER)
            return;
    }
}

static bool compare(void *ctx, const struct tracked_claim *claim)
{
    struct expected *expected = ctx;
    expected->differs = expected->differs || expected->seen >= expected->count ||
                        expected->number[expected->seen] != claim->claim.number;
    expected->seen++;
    return true;
}

static void check(struct fixture *fixture, const struct model models[CLAIMS], const struct search *search)
{
    struct expected *expected = mem_alloc(sizeof(*expected));
    struct err err = {0};
    expect(models, search, expected);
    if (!store_claims(fixture->store, &search->filter, compare, expected, &err))
        fail_msg("%s", err.msg);
    if (expected->differs || expected->seen != expected->count)
        fail_msg("'%.*s' by '%.*s', kinds %x, order %d, limit %lld: %lld claims instead of %lld, or others",
                 STR_ARG(search->filter.words), STR_ARG(search->filter.speaker), search->filter.kinds,
                 (int)search->filter.order, (long long)search->filter.limit, (long long)expected->seen,
                 (long long)expected->count);
    free(expected);
}

/* Every search with every state, in both orders, one page of it and all. */
static void check_search(struct fixture *fixture, const struct model models[CLAIMS], struct search search)
{
    static const struct claim_filter states[] = {{.open = false},
                                                 {.open = true},
                                                 {.ratings = 1U << RATING_UNSUPPORTED},
                                                 {.uncited = true, .minimum_score = 60},
                                                 {.document = 2},
                                                 {.document = 3, .ratings = 1U << RATING_UNSUPPORTED}};
    for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++) {
        for (int order = ORDER_NUMBER; order <= ORDER_SCORE; order++) {
            struct search one = {.filter = states[i], .words = search.words, .spoken = search.spoken};
            one.filter.words = search.filter.words;
            one.filter.speaker = search.filter.speaker;
            one.filter.kinds = search.filter.kinds;
            one.filter.order = (enum claim_order)order;
            for (one.filter.limit = 0; one.filter.limit <= 40; one.filter.limit += 40)
                check(fixture, models, &one);
        }
    }
}

static void test_store_finds_what_is_common_rare_and_late(void **state)
{
    static const struct {
        const char *words, *speaker;
        unsigned bits;
        bool spoken;
    } searches[] = {
        {"common", NULL, COMMON, false},
        {"somewhat", NULL, SOME, false},
        {"rarely", NULL, RARE, false},
        {"lately", NULL, LATE, false},
        {"absent", NULL, ABSENT, false},
        {"comm*", NULL, COMMON, false},
        {"late*", NULL, LATE, false},
        {"rare*", NULL, RARE, false},
        {"abs*", NULL, ABSENT, false},
        {"common rarely", NULL, COMMON | RARE, false},
        {"comm* somewhat", NULL, COMMON | SOME, false},
        {"late* common", NULL, COMMON | LATE, false},
        {"c* absent", NULL, ABSENT, false},
        {"c* $", NULL, COMMON, false},
        {"$ common", NULL, COMMON, false},
        {"\"common somewhat\"", NULL, COMMON | SOME, false},
        {"somewhat", "ann", SOME, true},
        {"late*", "ann commoner", LATE, true},
        {"somewhat", "comm*", SOME, true},
        {"common", "nobody", ABSENT, false},
        {"lately*", "nobody", ABSENT, false},
        {NULL, "ann", 0, true},
        {NULL, "comm*", 0, true},
        {NULL, NULL, 0, false},
    };
    static const unsigned kinds[] = {0, 1U << KIND_AGE, 1U << KIND_DATE | 1U << KIND_MONEY};
    struct fixture *fixture = *state;
    struct model *models = mem_alloc(CLAIMS * sizeof(*models));
    add_all(fixture, models);
    for (size_t i = 0; i < sizeof(searches) / sizeof(searches[0]); i++) {
        struct search search = {
            .filter = {.words = str_from(searches[i].words), .speaker = str_from(searches[i].speaker)},
            .words = searches[i].bits,
            .spoken = searches[i].spoken};
        for (size_t kind = 0; kind < sizeof(kinds) / sizeof(kinds[0]); kind++) {
            search.filter.kinds = kinds[kind];
            check_search(fixture, models, search);
        }
    }
    free(models);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_store_finds_what_is_common_rare_and_late, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
