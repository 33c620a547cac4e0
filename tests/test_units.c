/* The table of units: every form in it can be found again, and belongs to one unit. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "core/extract/unit.h"

enum { FORMS = 4096, FORM_BYTES = 64 };

struct form {
    char text[FORM_BYTES];
    const struct unit *unit;
    bool symbol;
};

struct forms {
    struct form at[FORMS];
    size_t count;
};

/* Every form as the table has it, without the plurals that are understood. */
static void list_forms(struct forms *forms, const struct unit *unit, const char *list, bool symbol)
{
    struct str rest = str_from(list);
    while (rest.len > 0) {
        struct str form = str_split(&rest, '|');
        assert_true(form.len > 0 && form.len < FORM_BYTES && forms->count < FORMS);
        struct form *one = &forms->at[forms->count++];
        *one = (struct form){.unit = unit, .symbol = symbol};
        memcpy(one->text, form.ptr, form.len);
    }
}

static struct forms *all_forms(void)
{
    struct forms *forms = test_calloc(1, sizeof(*forms));
    for (const struct unit *unit = unit_table; unit->name; unit++) {
        list_forms(forms, unit, unit->words, false);
        list_forms(forms, unit, unit->symbols, true);
    }
    return forms;
}

static void test_units_no_form_stands_twice(void **state)
{
    (void)state;
    struct forms *forms = all_forms();
    size_t twice = 0;
    for (size_t a = 0; a < forms->count; a++) {
        for (size_t b = a + 1; b < forms->count; b++) {
            const struct form *one = &forms->at[a], *other = &forms->at[b];
            if (one->symbol != other->symbol || strcmp(one->text, other->text) != 0)
                continue;
            fprintf(stderr, "'%s' is a form of '%s' and of '%s'\n", one->text, one->unit->name, other->unit->name);
            twice++;
        }
    }
    test_free(forms);
    assert_int_equal(twice, 0);
}

static bool has_capital(const char *text)
{
    for (; *text; text++)
        if (is_upper(*text))
            return true;
    return false;
}

/* The unit that "7 <form>" is read as, where all of the form is read. */
static const struct unit *unit_of(const struct lexicon *lexicon, const struct units *units, const struct form *form)
{
    char text[FORM_BYTES + 8];
    int len = snprintf(text, sizeof(text), "7 %s", form->text);
    struct str document = {text, (size_t)len};
    struct arena scratch = {0};
    size_t end;
    struct tokens tokens = tokenise(document, (struct sentence){.end = document.len}, lexicon, &scratch, &end);
    struct unit_match match = {0};
    bool found = unit_find(units, &tokens, 1, true, &match) && match.end == tokens.count;
    arena_release(&scratch);
    return found ? match.unit : NULL;
}

static void test_units_every_form_is_found(void **state)
{
    (void)state;
    struct lexicon *lexicon = lexicon_new();
    struct units *units = units_new();
    struct forms *forms = all_forms();
    size_t lost = 0;
    for (size_t i = 0; i < forms->count; i++) {
        const struct form *form = &forms->at[i];
        bool lower = form->symbol || !has_capital(form->text); /* words are looked up in small letters */
        if (lower && unit_of(lexicon, units, form) == form->unit)
            continue;
        fprintf(stderr, "'%s' of '%s' is not found\n", form->text, form->unit->name);
        lost++;
    }
    test_free(forms);
    units_free(units);
    lexicon_free(lexicon);
    assert_int_equal(lost, 0);
}

static void test_units_every_currency_prefix_is_a_unit(void **state)
{
    (void)state;
    for (const struct currency_prefix *prefix = currency_prefixes; prefix->prefix; prefix++) {
        const struct unit *unit = unit_named(prefix->code);
        assert_non_null(unit);
        assert_int_equal(unit->kind, KIND_MONEY);
        for (const struct currency_prefix *other = prefix + 1; other->prefix; other++)
            assert_string_not_equal(prefix->prefix, other->prefix);
    }
}

/* Glued to a number, as "$5,000" and "Rp5,000" are, every prefix is found for what it is. */
static void test_units_every_currency_prefix_is_found(void **state)
{
    (void)state;
    struct lexicon *lexicon = lexicon_new();
    struct arena scratch = {0};
    for (const struct currency_prefix *prefix = currency_prefixes; prefix->prefix; prefix++) {
        struct str text = arena_printf(&scratch, "%s5,000", prefix->prefix);
        const struct currency_prefix *found = NULL;
        size_t end, first = 1;
        struct tokens tokens = tokenise(text, (struct sentence){.end = text.len}, lexicon, &scratch, &end);
        assert_true(currency_before(&tokens, tokens.count - 1, &first, &found));
        assert_ptr_equal(found, prefix);
        assert_int_equal(first, 0);
    }
    arena_release(&scratch);
    lexicon_free(lexicon);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_units_no_form_stands_twice),
        cmocka_unit_test(test_units_every_form_is_found),
        cmocka_unit_test(test_units_every_currency_prefix_is_a_unit),
        cmocka_unit_test(test_units_every_currency_prefix_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
