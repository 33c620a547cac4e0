/*
 * Measures the extractor on the project's own evaluation set, and prints one table. `make eval` builds and runs it from
 * the project's root; README.md here says what each column means.
 */
#include <glob.h>
#include <string.h>

#include "core/extract/extract.h"
#include "core/text/token.h"
#include "tests/eval/set.h"

#define NONE ((size_t)-1)

enum score { SCORE_VALUE, SCORE_UNIT, SCORE_CHANGE, SCORE_ALL, SCORE_END };

/* What the figures of a set, or of one of its files, came to. */
struct tally {
    size_t documents, sentences, gold, found, background;
    size_t right[SCORE_END];
};

/* A field compared among the claims whose value was found. */
struct judged {
    const char *name;
    bool loose; /* words that don't matter are dropped before comparing, and sharing a word is counted */
    size_t judged, same, shared;
};

struct evaluation {
    struct extractor *extractor;
    struct lexicon *lexicon;
    bool show_errors;
    struct judged *fields;
    size_t field_count;
};

/* ---- comparing ---- */

static bool same_field(json_t *gold, json_t *found, const char *name)
{
    return json_equal(json_object_get(gold, name), json_object_get(found, name));
}

static bool is_loose_word(struct str word)
{
    static const char *const dropped[] = {"the",   "a",    "an",  "this", "that", "these", "those", "its",
                                          "his",   "her",  "our", "my",   "your", "their", "each",  "every",
                                          "other", "some", "of",  "in",   "on",   "at",    "for",   "to",
                                          "and",   "or",   "by",  "from", "with", "s",     "’s"};
    for (size_t i = 0; i < sizeof(dropped) / sizeof(dropped[0]); i++)
        if (str_eq_nocase(word, str_from(dropped[i])))
            return true;
    return false;
}

static bool in_word(char c)
{
    return is_alpha(c) || is_digit(c) || (unsigned char)c >= 0x80;
}

/* The next word of *rest; empty at the end. */
static struct str next_word(struct str *rest)
{
    size_t start = 0;
    while (start < rest->len && !in_word(rest->ptr[start]))
        start++;
    size_t end = start;
    while (end < rest->len && in_word(rest->ptr[end]))
        end++;
    struct str word = str_slice(*rest, start, end);
    *rest = str_slice(*rest, end, rest->len);
    return word;
}

/* What is left of a phrase without the determiners that lead it. */
static struct str without_determiner(struct str phrase)
{
    static const char *const leading[] = {"the ", "a ",     "an ",  "this ", "that ", "these ", "those ", "its ",
                                          "his ", "their ", "our ", "my ",   "her ",  "each ",  "every "};
    for (size_t i = 0; i < sizeof(leading) / sizeof(leading[0]); i++) {
        size_t len = strlen(leading[i]);
        if (phrase.len > len && str_eq_nocase(str_slice(phrase, 0, len), str_from(leading[i])))
            return str_slice(phrase, len, phrase.len);
    }
    return phrase;
}

static bool same_phrase(struct str a, struct str b)
{
    if (!a.ptr || !b.ptr)
        return !a.ptr && !b.ptr;
    return str_eq_nocase(without_determiner(a), without_determiner(b));
}

static bool shares_word(struct str a, struct str b)
{
    if (!a.ptr || !b.ptr)
        return !a.ptr && !b.ptr;
    for (struct str words = a, word; (word = next_word(&words)).len > 0;) {
        if (is_loose_word(word))
            continue;
        for (struct str others = b, other; (other = next_word(&others)).len > 0;)
            if (str_eq_nocase(word, other))
                return true;
    }
    return same_phrase(a, b);
}

/* ---- matching ---- */

static bool same_value(json_t *gold, json_t *found)
{
    return same_field(gold, found, "value") && same_field(gold, found, "upper");
}

static bool overlap(json_t *gold, size_t gold_at, json_t *found)
{
    size_t start = (size_t)json_integer_value(json_object_get(found, "start"));
    size_t end = (size_t)json_integer_value(json_object_get(found, "end"));
    return start < gold_at + json_str(gold, "literal").len && gold_at < end;
}

/*
 * Pairs each gold claim with at most one found claim of the same value, those whose places overlap first. Since "has
 * the same value" splits both sides into groups where anything goes with anything, taking pairs greedily leaves as few
 * unmatched as any other way.
 */
static void match_claims(const struct eval_document *document, json_t *found, size_t *ret_partner, bool *taken)
{
    size_t gold_count = json_array_size(document->claims), found_count = json_array_size(found);
    for (size_t i = 0; i < gold_count; i++)
        ret_partner[i] = NONE;
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < gold_count; i++) {
            json_t *gold = json_array_get(document->claims, i);
            for (size_t j = 0; ret_partner[i] == NONE && j < found_count; j++) {
                json_t *candidate = json_array_get(found, j);
                if (taken[j] || !same_value(gold, candidate) ||
                    (pass == 0 && !overlap(gold, document->at[i], candidate)))
                    continue;
                ret_partner[i] = j;
                taken[j] = true;
            }
        }
}

/* ---- showing what went wrong ---- */

static bool is_background(json_t *record)
{
    int kind = KIND_END;
    names_find(&claim_kinds, json_str(record, "kind"), &kind);
    return kind_is_background(kind);
}

static void show_claim(const char *what, json_t *record)
{
    static const char *const shown[] = {"literal",   "kind",    "value",  "upper",    "relation",
                                        "direction", "unit",    "per",    "of",       "concept",
                                        "subject",   "speaker", "quoted", "modality", "period"};
    printf("  %s", what);
    for (size_t i = 0; i < sizeof(shown) / sizeof(shown[0]); i++) {
        json_t *value = json_object_get(record, shown[i]);
        if (!value || json_is_null(value) || json_is_false(value))
            continue;
        char *text = json_dumps(value, JSON_ENCODE_ANY);
        printf(" %s=%s", shown[i], text);
        free(text);
    }
    printf("\n");
}

static void show_difference(const char *name, json_t *gold, json_t *found)
{
    char *wanted = json_dumps(json_object_get(gold, name), JSON_ENCODE_ANY);
    char *got = json_dumps(json_object_get(found, name), JSON_ENCODE_ANY);
    printf("  %s of “%s”: %s, not %s\n", name, json_string_value(json_object_get(gold, "literal")), got, wanted);
    free(wanted);
    free(got);
}

/* ---- scoring one document ---- */

static void judge_pair(const struct evaluation *evaluation, json_t *gold, json_t *found, struct tally *tally)
{
    bool unit = same_field(gold, found, "unit") && same_field(gold, found, "per");
    bool change = same_field(gold, found, "relation") && same_field(gold, found, "direction");
    tally->right[SCORE_VALUE]++;
    tally->right[SCORE_UNIT] += unit;
    tally->right[SCORE_CHANGE] += change;
    tally->right[SCORE_ALL] += unit && change;
    static const char *const strict[] = {"unit", "per", "relation", "direction"};
    for (size_t i = 0; evaluation->show_errors && i < sizeof(strict) / sizeof(strict[0]); i++)
        if (!same_field(gold, found, strict[i]))
            show_difference(strict[i], gold, found);
    for (size_t i = 0; i < evaluation->field_count; i++) {
        struct judged *field = &evaluation->fields[i];
        if (!json_object_get(gold, field->name))
            continue;
        struct str a = json_str(gold, field->name), b = json_str(found, field->name);
        bool same = field->loose ? same_phrase(a, b) : same_field(gold, found, field->name);
        field->judged++;
        field->same += same;
        field->shared += field->loose && shares_word(a, b);
        if (!same && evaluation->show_errors)
            show_difference(field->name, gold, found);
    }
}

/* The claims found, without those of a background kind that the set does not list. */
static json_t *found_claims(const struct evaluation *evaluation, const struct eval_document *document,
                            struct tally *tally)
{
    static const struct extract_context no_context = {0};
    struct arena arena = {0};
    struct claim *claims = NULL;
    size_t count = 0;
    bool listed = false;
    json_t *found = json_array();
    for (size_t i = 0; i < json_array_size(document->claims); i++)
        listed = listed || is_background(json_array_get(document->claims, i));
    extract_claims(evaluation->extractor, document->text, &no_context, &arena, &claims, &count);
    for (size_t i = 0; i < count; i++) {
        bool left_out = kind_is_background(claims[i].kind) && !listed;
        tally->background += left_out;
        if (!left_out)
            json_array_append_new(found, record_json(&claim_fields, &claims[i]));
    }
    arena_release(&arena);
    return found;
}

static size_t sentence_count(const struct evaluation *evaluation, struct str text)
{
    struct sentence_reader reader = {.text = text, .lexicon = evaluation->lexicon, .wrapped = text_is_wrapped(text)};
    struct sentence sentence;
    size_t count = 0;
    while (sentence_next(&reader, &sentence))
        count++;
    return count;
}

static void score_document(const struct evaluation *evaluation, const struct eval_document *document,
                           struct tally *tally)
{
    json_t *found = found_claims(evaluation, document, tally);
    size_t gold_count = json_array_size(document->claims), found_count = json_array_size(found);
    size_t *partner = mem_alloc((gold_count + 1) * sizeof(*partner));
    bool *taken = mem_alloc(found_count + 1);
    tally->documents++;
    tally->sentences += sentence_count(evaluation, document->text);
    tally->gold += gold_count;
    tally->found += found_count;
    match_claims(document, found, partner, taken);
    if (evaluation->show_errors)
        printf("\n%.*s\n  “%.*s”\n", STR_ARG(document->about), STR_ARG(document->text));
    for (size_t i = 0; i < gold_count; i++) {
        json_t *gold = json_array_get(document->claims, i);
        if (partner[i] != NONE)
            judge_pair(evaluation, gold, json_array_get(found, partner[i]), tally);
        else if (evaluation->show_errors)
            show_claim("missed:", gold);
    }
    for (size_t j = 0; evaluation->show_errors && j < found_count; j++)
        if (!taken[j])
            show_claim("spurious:", json_array_get(found, j));
    free(taken);
    free(partner);
    json_decref(found);
}

/* ---- the table ---- */

static double percent(size_t part, size_t whole)
{
    return whole == 0 ? 0 : 100.0 * (double)part / (double)whole;
}

static double f1(const struct tally *tally, enum score score)
{
    return percent(2 * tally->right[score], tally->gold + tally->found);
}

static void tally_add(struct tally *to, const struct tally *from)
{
    to->documents += from->documents;
    to->sentences += from->sentences;
    to->gold += from->gold;
    to->found += from->found;
    to->background += from->background;
    for (size_t i = 0; i < SCORE_END; i++)
        to->right[i] += from->right[i];
}

static void print_row(const char *name, const struct tally *tally)
{
    printf("%-12s %9zu %9zu %6zu %6zu %8.1f %8.1f %8.1f %8.1f\n", name, tally->documents, tally->sentences, tally->gold,
           tally->found, f1(tally, SCORE_VALUE), f1(tally, SCORE_UNIT), f1(tally, SCORE_CHANGE), f1(tally, SCORE_ALL));
}

static void print_total(const struct tally *tally, const struct judged *fields, size_t field_count)
{
    static const char *const names[SCORE_END] = {"value", "value + unit", "value + change", "all three"};
    printf("\n%-16s %9s %9s %9s %9s\n", "", "right", "precision", "recall", "F1");
    for (size_t i = 0; i < SCORE_END; i++)
        printf("%-16s %9zu %9.1f %9.1f %9.1f\n", names[i], tally->right[i], percent(tally->right[i], tally->found),
               percent(tally->right[i], tally->gold), f1(tally, i));
    printf("\n%-16s %9s %9s %9s %9s\n", "of those matched", "judged", "same", "%", "a word, %");
    for (size_t i = 0; i < field_count; i++) {
        const struct judged *field = &fields[i];
        printf("%-16s %9zu %9zu %9.1f", field->name, field->judged, field->same, percent(field->same, field->judged));
        if (field->loose)
            printf(" %9.1f", percent(field->shared, field->judged));
        printf("\n");
    }
    printf("\n%zu dates, ranks and scores were found beside; the set lists none, and they are not scored.\n",
           tally->background);
}

static bool evaluate_file(const struct evaluation *evaluation, const char *path, struct tally *ret)
{
    struct eval_file file;
    bool whole = eval_file_read(path, &file);
    if (whole && evaluation->show_errors)
        printf("\n==== %s\n", path);
    for (size_t i = 0; whole && i < file.count; i++)
        score_document(evaluation, &file.documents[i], ret);
    eval_file_release(&file);
    return whole;
}

/* "tests/eval/markets.cases" → "markets" */
static const char *short_name(const char *path, struct arena *arena)
{
    const char *name = strrchr(path, '/');
    struct str base = str_from(name ? name + 1 : path);
    return arena_cstr(arena, str_slice(base, 0, str_find(base, STR("."), 0)));
}

static bool evaluate(const struct evaluation *evaluation, const glob_t *files)
{
    struct arena arena = {0};
    struct tally total = {0}, *tally = mem_alloc((files->gl_pathc + 1) * sizeof(*tally));
    bool whole = true;
    for (size_t i = 0; i < files->gl_pathc; i++) {
        whole = evaluate_file(evaluation, files->gl_pathv[i], &tally[i]) && whole;
        tally_add(&total, &tally[i]);
    }
    printf("%s%-12s %9s %9s %6s %6s %8s %8s %8s %8s\n", evaluation->show_errors ? "\n" : "", "F1 by topic", "documents",
           "sentences", "gold", "found", "value", "+unit", "+change", "all");
    for (size_t i = 0; i < files->gl_pathc; i++)
        print_row(short_name(files->gl_pathv[i], &arena), &tally[i]);
    print_row("whole set", &total);
    print_total(&total, evaluation->fields, evaluation->field_count);
    free(tally);
    arena_release(&arena);
    return whole;
}

int main(int argc, char **argv)
{
    struct judged fields[] = {{.name = "kind"},
                              {.name = "modality"},
                              {.name = "quoted"},
                              {.name = "of", .loose = true},
                              {.name = "speaker", .loose = true},
                              {.name = "period", .loose = true},
                              {.name = "subject", .loose = true},
                              {.name = "concept", .loose = true}};
    bool show_errors = argc == 2 && strcmp(argv[1], "--errors") == 0;
    glob_t files = {0};
    if (argc > 1 && !show_errors) {
        fprintf(stderr, "usage: eval [--errors]\n");
        return 2;
    }
    if (glob("tests/eval/*.cases", 0, NULL, &files) != 0) {
        fprintf(stderr, "no file matches 'tests/eval/*.cases': run it from the project's root\n");
        return 1;
    }
    struct evaluation evaluation = {.extractor = extractor_new(),
                                    .lexicon = lexicon_new(),
                                    .show_errors = show_errors,
                                    .fields = fields,
                                    .field_count = sizeof(fields) / sizeof(fields[0])};
    bool whole = evaluate(&evaluation, &files);
    lexicon_free(evaluation.lexicon);
    extractor_free(evaluation.extractor);
    globfree(&files);
    return whole ? 0 : 1;
}
