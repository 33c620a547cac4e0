/* Finding claims: by number and by the start of an id, and listing them by every filter in both orders. */
#include "tests/store_fixture.h"

/* ---- by name ---- */

static void assert_not_found(struct fixture *fixture, const char *name, enum err_code code, const char *message)
{
    struct tracked_claim claim = {.claim = {.number = 77}};
    struct err err = {0};
    assert_false(store_find_claim(fixture->store, str_from(name), &fixture->arena, &claim, &err));
    assert_int_equal(claim.claim.number, 77);
    assert_int_equal(err.code, code);
    assert_string_equal(err.msg, message);
}

static void test_store_finds_a_claim_by_its_number(void **state)
{
    struct fixture *fixture = *state;
    add_article(fixture);
    struct tracked_claim claim = find_claim(fixture, "2");
    assert_text(claim.claim.literal, "5 percent");
    assert_text(claim.claim.of, "GDP");
    assert_int_equal(claim.claim.modality, MODALITY_TARGET);
    assert_int_equal(claim.state.document_number, 1);
    assert_text(claim.state.document_name, "An article");
    assert_int_equal(claim.state.citations, 0);
    assert_int_equal(claim.state.rating, -1);
    assert_int_equal(find_claim(fixture, "002").claim.number, 2);
}

static void test_store_finds_a_claim_by_the_start_of_its_id(void **state)
{
    struct fixture *fixture = *state;
    char prefix[DIGEST_HEX + 1] = "";
    add_article(fixture);
    struct tracked_claim claim = find_claim(fixture, "2");
    for (size_t len = 4; len <= DIGEST_HEX; len += 20) {
        memcpy(prefix, claim.claim.id.ptr, len);
        assert_int_equal(find_claim(fixture, prefix).claim.number, 2);
    }
    for (char *c = prefix; *c; c++)
        if (is_lower(*c))
            *c = (char)(*c - 'a' + 'A');
    assert_int_equal(find_claim(fixture, prefix).claim.number, 2);
}

static void test_store_says_when_a_name_names_nothing(void **state)
{
    struct fixture *fixture = *state;
    add_article(fixture);
    assert_not_found(fixture, "99", ERR_ABSENT, "there is no claim '99'; assay list shows those that there are");
    assert_not_found(fixture, "0", ERR_ABSENT, "there is no claim '0'; assay list shows those that there are");
    assert_not_found(fixture, "99999999999999999999", ERR_ABSENT,
                     "there is no claim '99999999999999999999'; assay list shows those that there are");
    assert_not_found(fixture, "ffffffffffffffff", ERR_ABSENT,
                     "there is no claim 'ffffffffffffffff'; assay list shows those that there are");
    assert_not_found(fixture, "abc", ERR_USAGE, "'abc' is neither a claim's number nor 4 or more digits of its id");
    assert_not_found(fixture, "", ERR_USAGE, "'' is neither a claim's number nor 4 or more digits of its id");
    assert_not_found(fixture, "-1", ERR_USAGE, "'-1' is neither a claim's number nor 4 or more digits of its id");
    assert_not_found(fixture, "abcg", ERR_USAGE, "'abcg' is neither a claim's number nor 4 or more digits of its id");
}

static void test_store_says_when_a_name_names_several(void **state)
{
    struct fixture *fixture = *state;
    add_article(fixture);
    tamper(fixture->path, "UPDATE claim SET id = 'abcdef' || substr(id, 7) WHERE number IN (2, 4);"
                          "UPDATE claim SET id = 'abcde0' || substr(id, 7) WHERE number = 1;"
                          "INSERT INTO finder (rowid, name) VALUES (1, 'qvwxz0'), (2, 'qvwxzk'), (4, 'qvwxzk')");
    struct tracked_claim claim;
    struct err err = {0};
    assert_false(store_find_claim(fixture->store, STR("abcdef"), &fixture->arena, &claim, &err));
    assert_int_equal(err.code, ERR_USAGE);
    assert_holds(err.msg, "'abcdef' is the start of several ids, those of claims ");
    assert_holds(err.msg, "; give more digits, or the number");
    assert_int_equal(find_claim(fixture, "abcde0").claim.number, 1);
}

/* ---- listings ---- */

struct seen {
    struct buf numbers;
    int64_t stop_after; /* 0 for never */
};

static bool note_claim(void *ctx, const struct tracked_claim *claim)
{
    struct seen *seen = ctx;
    buf_printf(&seen->numbers, "%lld ", (long long)claim->claim.number);
    return seen->stop_after == 0 || --seen->stop_after > 0;
}

static void assert_listed(struct fixture *fixture, struct claim_filter filter, const char *by_number,
                          const char *by_score)
{
    struct err err = {0};
    for (int order = ORDER_NUMBER; order <= ORDER_SCORE; order++) {
        struct seen seen = {0};
        filter.order = (enum claim_order)order;
        if (!store_claims(fixture->store, &filter, note_claim, &seen, &err))
            fail_msg("%s", err.msg);
        assert_text(buf_view(&seen.numbers), order == ORDER_NUMBER ? by_number : by_score);
        buf_release(&seen.numbers);
    }
}

/* Claims 1 to 5 of the article, 6 and 7 of another document; 1 is rated, 1 and 3 are cited. */
static void add_two_documents(struct fixture *fixture)
{
    struct str text = STR("Bo Example counted 300 boats and the year 1999.");
    struct claim claims[2];
    struct err err = {0};
    bool added = false;
    add_article(fixture);
    claims[0] = claim_on(text, "300", KIND_COUNT, 80);
    claims[0].speaker = STR("Bo Example");
    claims[1] = claim_on(text, "1999", KIND_DATE, 1);
    assert_true(add_text(fixture, text, claims, 2, &added, &err));
    add_citation(fixture, "1", "https://example.org/a");
    add_citation(fixture, "3", "https://example.org/a");
    add_verdict(fixture, "1", RATING_PARTLY);
    add_verdict(fixture, "1", RATING_ACCURATE);
}

static void test_store_lists_all_but_background_kinds(void **state)
{
    struct fixture *fixture = *state;
    add_two_documents(fixture);
    assert_listed(fixture, (struct claim_filter){0}, "1 2 3 4 6 ", "1 6 4 2 3 ");
    assert_listed(fixture, (struct claim_filter){.limit = 2}, "1 2 ", "1 6 ");
}

static void test_store_lists_by_kind(void **state)
{
    struct fixture *fixture = *state;
    add_two_documents(fixture);
    assert_listed(fixture, (struct claim_filter){.kinds = 1U << KIND_DATE}, "5 7 ", "5 7 ");
    assert_listed(fixture, (struct claim_filter){.kinds = 1U << KIND_PERCENT | 1U << KIND_MONEY}, "1 2 3 ", "1 2 3 ");
    assert_listed(fixture, (struct claim_filter){.kinds = 1U << KIND_AGE}, "", "");
}

static void test_store_lists_by_state(void **state)
{
    struct fixture *fixture = *state;
    add_two_documents(fixture);
    assert_listed(fixture, (struct claim_filter){.open = true}, "2 3 4 6 ", "6 4 2 3 ");
    assert_listed(fixture, (struct claim_filter){.uncited = true}, "2 4 6 ", "6 4 2 ");
    assert_listed(fixture, (struct claim_filter){.ratings = 1U << RATING_ACCURATE}, "1 ", "1 ");
    /* Only the last verdict counts. */
    assert_listed(fixture, (struct claim_filter){.ratings = 1U << RATING_PARTLY}, "", "");
    assert_listed(fixture, (struct claim_filter){.ratings = 1U << RATING_ACCURATE, .open = true}, "", "");
}

static void test_store_lists_by_document(void **state)
{
    struct fixture *fixture = *state;
    add_two_documents(fixture);
    assert_listed(fixture, (struct claim_filter){.document = 1}, "1 2 3 4 ", "1 4 2 3 ");
    assert_listed(fixture, (struct claim_filter){.document = 2, .kinds = ~0U}, "6 7 ", "6 7 ");
    assert_listed(fixture, (struct claim_filter){.document = 1, .open = true, .uncited = true}, "2 4 ", "4 2 ");
    assert_listed(fixture, (struct claim_filter){.document = 1, .ratings = 1U << RATING_ACCURATE}, "1 ", "1 ");
    assert_listed(fixture, (struct claim_filter){.document = 9}, "", "");
}

static void test_store_lists_by_words_speaker_and_score(void **state)
{
    struct fixture *fixture = *state;
    add_two_documents(fixture);
    assert_listed(fixture, (struct claim_filter){.speaker = STR("example bo")}, "6 ", "6 ");
    assert_listed(fixture, (struct claim_filter){.speaker = STR("EXAMPLE")}, "1 6 ", "1 6 ");
    assert_listed(fixture, (struct claim_filter){.speaker = STR("Ex%")}, "", ""); /* no patterns */
    assert_listed(fixture, (struct claim_filter){.words = STR("BOATS")}, "6 ", "6 ");
    assert_listed(fixture, (struct claim_filter){.words = STR("gdp, up"), .limit = 1}, "1 ", "1 ");
    assert_listed(fixture, (struct claim_filter){.words = STR("boats"), .speaker = STR("Bo")}, "6 ", "6 ");
    assert_listed(fixture, (struct claim_filter){.words = STR("boats"), .speaker = STR("Ann")}, "", "");
    assert_listed(fixture, (struct claim_filter){.words = STR("year"), .kinds = 1U << KIND_DATE}, "7 ", "7 ");
    assert_listed(fixture, (struct claim_filter){.words = STR("war"), .document = 1, .open = true}, "2 3 4 ", "4 2 3 ");
    assert_listed(fixture, (struct claim_filter){.words = STR("war"), .document = 2}, "", "");
    assert_listed(fixture, (struct claim_filter){.words = STR("war"), .open = true, .uncited = true}, "2 4 ", "4 2 ");
    assert_listed(fixture, (struct claim_filter){.minimum_score = 75}, "1 4 6 ", "1 6 4 ");
    assert_listed(fixture, (struct claim_filter){.minimum_score = 75, .document = 1}, "1 4 ", "1 4 ");
}

/* Words are found in any order and with other endings; in quotation marks they stand as they are typed. */
static void test_store_finds_words_as_people_type_them(void **state)
{
    static const struct {
        const char *words, *found;
    } searches[] = {
        {"boat", "6 "},
        {"BOATS count", "6 "},
        {"\"counted 300 boats\"", "6 "},
        {"\"boats counted\"", ""},
        {"boa*", "6 "},
        {"oats", ""},
        {"year \"300 boats\"", "6 "},
        {"12,000", "1 2 3 4 "},
        {"12,001", ""},
        {"180 $", "1 2 3 4 "},
        {"$", ""},
        {"*", ""},
        {"\"", ""},
        {"\"boats", "6 "},
        {"boats\" \"", "6 "},
        {"boats OR war", ""}, /* words, no operators */
        {"NEAR(boats", ""},
        {"sentence:boats", ""},
        {"a'b)(*^-", ""},
    };
    struct fixture *fixture = *state;
    add_two_documents(fixture);
    for (size_t i = 0; i < sizeof(searches) / sizeof(searches[0]); i++) {
        struct claim_filter filter = {.words = str_from(searches[i].words)};
        struct seen seen = {0};
        struct err err = {0};
        if (!store_claims(fixture->store, &filter, note_claim, &seen, &err))
            fail_msg("%s: %s", searches[i].words, err.msg);
        if (strcmp(buf_view(&seen.numbers).ptr, searches[i].found) != 0)
            fail_msg("%s: found '%s'", searches[i].words, buf_view(&seen.numbers).ptr);
        buf_release(&seen.numbers);
    }
}

static void test_store_stops_listing_when_told_to(void **state)
{
    struct fixture *fixture = *state;
    struct seen seen = {.stop_after = 2};
    struct err err = {0};
    add_two_documents(fixture);
    assert_true(store_claims(fixture->store, &(struct claim_filter){0}, note_claim, &seen, &err));
    assert_text(buf_view(&seen.numbers), "1 2 ");
    buf_release(&seen.numbers);
}

/* More claims than one batch of keys holds, of several kinds and scores, against the same worked out by hand. */
static void test_store_lists_many_claims_in_order(void **state)
{
    enum { MANY = 500 };
    struct fixture *fixture = *state;
    struct claim *claims = mem_alloc(MANY * sizeof(*claims));
    struct buf text = {0}, by_number = {0}, by_score = {0};
    struct err err = {0};
    bool added = false;
    for (int i = 0; i < MANY; i++)
        buf_printf(&text, "%04d ", i);
    for (int i = 0; i < MANY; i++) {
        char literal[16];
        snprintf(literal, sizeof(literal), "%04d", i);
        claims[i] = claim_on(buf_view(&text), literal, (enum claim_kind)(i % 3), i * 7 % 11);
        claims[i].sentence = STR("");
        buf_printf(&by_number, "%d ", i + 1);
    }
    for (int score = 10; score >= 0; score--)
        for (int i = 0; i < MANY; i++)
            if (i * 7 % 11 == score)
                buf_printf(&by_score, "%d ", i + 1);
    assert_true(add_text(fixture, buf_view(&text), claims, MANY, &added, &err));
    assert_listed(fixture, (struct claim_filter){0}, by_number.ptr, by_score.ptr);
    assert_listed(fixture, (struct claim_filter){.document = 1}, by_number.ptr, by_score.ptr);
    buf_release(&text);
    buf_release(&by_number);
    buf_release(&by_score);
    free(claims);
}

struct judging {
    struct fixture *fixture;
    struct buf numbers;
};

/* Rates each claim that it is shown, so that it stands elsewhere from then on; and asks the store other things. */
static bool judge(void *ctx, const struct tracked_claim *claim)
{
    struct judging *judging = ctx;
    struct seen nested = {0};
    struct err err = {0};
    char name[24];
    snprintf(name, sizeof(name), "%lld", (long long)claim->claim.number);
    add_verdict(judging->fixture, name, RATING_UNSUPPORTED);
    assert_true(store_claims(judging->fixture->store, &(struct claim_filter){.limit = 1}, note_claim, &nested, &err));
    assert_text(buf_view(&nested.numbers), "1 ");
    buf_release(&nested.numbers);
    buf_printf(&judging->numbers, "%s ", name);
    return true;
}

static void test_store_may_be_used_while_it_lists(void **state)
{
    struct fixture *fixture = *state;
    struct judging judging = {.fixture = fixture};
    struct err err = {0};
    add_two_documents(fixture);
    assert_true(store_claims(fixture->store, &(struct claim_filter){.order = ORDER_SCORE}, judge, &judging, &err));
    assert_text(buf_view(&judging.numbers), "1 6 4 2 3 ");
    buf_release(&judging.numbers);
    assert_listed(fixture, (struct claim_filter){.open = true}, "", "");
    assert_text(faults_of(fixture), "");
}

/* A document listing inside a document listing: the same statement, in use twice. */
struct nesting {
    struct fixture *fixture;
    struct buf told;
    int depth;
};

static bool nest_document(void *ctx, const struct document *document)
{
    struct nesting *nesting = ctx;
    struct err err = {0};
    buf_printf(&nesting->told, "%d.%lld ", nesting->depth, (long long)document->number);
    if (nesting->depth == 1) {
        nesting->depth++;
        assert_true(store_documents(nesting->fixture->store, nest_document, nesting, &err));
        nesting->depth--;
    }
    return true;
}

static void test_store_listings_nest(void **state)
{
    struct fixture *fixture = *state;
    struct nesting nesting = {.fixture = fixture, .depth = 1};
    struct err err = {0};
    add_two_documents(fixture);
    assert_true(store_documents(fixture->store, nest_document, &nesting, &err));
    assert_text(buf_view(&nesting.told), "1.1 2.1 2.2 1.2 2.1 2.2 ");
    buf_release(&nesting.told);
}

/* A report counts first and prints then: somebody who writes in between changes neither, and does not wait. */
static void test_store_reads_one_moment_while_others_write(void **state)
{
    struct fixture *fixture = *state, other = *fixture;
    struct err err = {0};
    other.arena = (struct arena){0};
    add_article(fixture);
    assert_true(store_open(fixture->path, false, &other.store, &err));
    assert_true(store_begin_reading(fixture->store, &err));
    assert_int_equal(find_claim(fixture, "1").state.rating, -1);
    add_verdict(&other, "1", RATING_UNSUPPORTED);
    assert_int_equal(find_claim(fixture, "1").state.rating, -1);
    store_end_reading(fixture->store);
    assert_int_equal(find_claim(fixture, "1").state.rating, RATING_UNSUPPORTED);
    store_close(other.store);
    arena_release(&other.arena);
}

int main(void)
{
#define LISTING_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        LISTING_TEST(test_store_finds_a_claim_by_its_number),
        LISTING_TEST(test_store_finds_a_claim_by_the_start_of_its_id),
        LISTING_TEST(test_store_says_when_a_name_names_nothing),
        LISTING_TEST(test_store_says_when_a_name_names_several),
        LISTING_TEST(test_store_lists_all_but_background_kinds),
        LISTING_TEST(test_store_lists_by_kind),
        LISTING_TEST(test_store_reads_one_moment_while_others_write),
        LISTING_TEST(test_store_lists_by_state),
        LISTING_TEST(test_store_lists_by_document),
        LISTING_TEST(test_store_lists_by_words_speaker_and_score),
        LISTING_TEST(test_store_finds_words_as_people_type_them),
        LISTING_TEST(test_store_stops_listing_when_told_to),
        LISTING_TEST(test_store_lists_many_claims_in_order),
        LISTING_TEST(test_store_may_be_used_while_it_lists),
        LISTING_TEST(test_store_listings_nest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
