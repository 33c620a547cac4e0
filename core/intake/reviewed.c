/* Reads claims that were reviewed elsewhere out of JSON-LD and rows. */
#include "core/intake/reviewed.h"

#include <string.h>

#include "core/base/clock.h"
#include "core/base/decimal.h"

/* A list in a graph in a feed's element, and some room. */
enum { DEPTH = 8 };

static struct str text_of(const json_t *value, struct arena *arena)
{
    struct str text = {json_string_value(value), json_string_length(value)};
    if (json_is_integer(value))
        return arena_printf(arena, "%lld", (long long)json_integer_value(value));
    if (json_is_real(value))
        return arena_printf(arena, "%.4f", json_real_value(value));
    text = text.ptr ? str_trim(text) : STR_NULL;
    return text.len > 0 && !memchr(text.ptr, '\0', text.len) ? text : STR_NULL;
}

/* The member, or the first of a list of them. */
static const json_t *first(const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    return json_is_array(value) ? json_array_get(value, 0) : value;
}

static struct str member(const json_t *object, const char *key, struct arena *arena)
{
    const json_t *value = first(object, key);
    if (json_is_object(value)) /* {"@value": "…"}, {"@id": "https://…"} */
        value = json_object_get(value, json_object_get(value, "@value") ? "@value" : "@id");
    return text_of(value, arena);
}

/* A name, whether it stands alone or in an object. */
static struct str name_of(const json_t *object, const char *key, struct arena *arena)
{
    const json_t *value = first(object, key);
    return json_is_object(value) ? member(value, "name", arena) : text_of(value, arena);
}

static bool is_address(struct str text)
{
    return str_starts(text, STR("https://")) || str_starts(text, STR("http://"));
}

static struct str address_of(const json_t *object, struct arena *arena)
{
    struct str url = member(object, "url", arena);
    if (!is_address(url))
        url = member(object, "@id", arena);
    return is_address(url) ? url : STR_NULL;
}

/* The day of a date or a time; null for what is none. */
static struct str day_of(const json_t *object, const char *key, struct arena *arena)
{
    struct str text = member(object, key, arena);
    text = str_slice(text, 0, text.len < 10 ? text.len : 10);
    return text.ptr && date_valid(text) ? text : STR_NULL;
}

static bool is_of_type(const json_t *object, const char *name)
{
    const json_t *type = json_object_get(object, "@type");
    if (json_is_string(type))
        return str_ends(str_from(json_string_value(type)), str_from(name));
    for (size_t i = 0; i < json_array_size(type); i++)
        if (json_is_string(json_array_get(type, i)) &&
            str_ends(str_from(json_string_value(json_array_get(type, i))), str_from(name)))
            return true;
    return false;
}

/* ---- ClaimReview ---- */

/* Where it was said: what is reviewed names its appearance, or its first one, or has an address of its own. */
static void read_claim(const json_t *item, struct arena *arena, struct reviewed *reviewed)
{
    static const char *const places[] = {"appearance", "firstAppearance"};
    const json_t *place = NULL;
    for (size_t i = 0; i < sizeof(places) / sizeof(places[0]) && !json_is_object(place); i++)
        place = first(item, places[i]);
    reviewed->speaker = name_of(item, "author", arena);
    reviewed->date = day_of(item, "datePublished", arena);
    reviewed->url = json_is_object(place) ? address_of(place, arena) : STR_NULL;
    reviewed->title = json_is_object(place) ? member(place, "headline", arena) : STR_NULL;
    reviewed->publisher = json_is_object(place) ? name_of(place, "publisher", arena) : STR_NULL;
    if (!reviewed->url.ptr)
        reviewed->url = address_of(item, arena);
    if (!reviewed->date.ptr && json_is_object(place))
        reviewed->date = day_of(place, "datePublished", arena);
    struct str id = member(item, "identifier", arena);
    if (str_starts(id, STR("urn:assay:claim:")))
        reviewed->claim = str_slice(id, 16, id.len);
}

static void read_rating(const json_t *review, struct arena *arena, struct reviewed *reviewed)
{
    const json_t *rating = first(review, "reviewRating");
    reviewed->rating = member(rating, "alternateName", arena);
    if (!reviewed->rating.ptr)
        reviewed->rating = member(rating, "name", arena);
    reviewed->value = member(rating, "ratingValue", arena);
    reviewed->best = member(rating, "bestRating", arena);
    reviewed->worst = member(rating, "worstRating", arena);
}

static void read_reviewer(const json_t *review, struct arena *arena, struct reviewed *reviewed)
{
    struct str name = name_of(review, "author", arena), url = address_of(review, arena);
    if (!name.ptr)
        name = name_of(review, "publisher", arena);
    reviewed->source = (struct source){.url = url,
                                       .publisher = name,
                                       .title = member(review, "headline", arena),
                                       .published = day_of(review, "datePublished", arena)};
    if (!reviewed->source.title.ptr)
        reviewed->source.title = member(review, "name", arena);
    reviewed->reviewed = reviewed->source.published;
    if (name.ptr)
        reviewed->reviewer = url.ptr ? arena_printf(arena, "%.*s <%.*s>", STR_ARG(name), STR_ARG(url)) : name;
}

static bool read_review(const json_t *review, struct arena *arena, reviewed_fn *fn, void *ctx)
{
    struct reviewed reviewed = {.statement = member(review, "claimReviewed", arena)};
    const json_t *item = first(review, "itemReviewed");
    if (json_is_object(item)) {
        read_claim(item, arena, &reviewed);
        if (!reviewed.statement.ptr)
            reviewed.statement = member(item, "name", arena);
    }
    read_rating(review, arena, &reviewed);
    read_reviewer(review, arena, &reviewed);
    reviewed.rationale = member(review, "reviewBody", arena);
    return fn(ctx, &reviewed);
}

/* A list, or an object that may hold some: the members in which feeds and pages put them. */
static bool walk(const json_t *value, struct arena *arena, int depth, reviewed_fn *fn, void *ctx)
{
    static const char *const holders[] = {"@graph",     "dataFeedElement", "item",  "itemListElement",
                                          "mainEntity", "hasPart",         "review"};
    if (depth == 0)
        return true;
    for (size_t i = 0; i < json_array_size(value); i++)
        if (!walk(json_array_get(value, i), arena, depth - 1, fn, ctx))
            return false;
    if (is_of_type(value, "ClaimReview"))
        return read_review(value, arena, fn, ctx);
    for (size_t i = 0; json_is_object(value) && i < sizeof(holders) / sizeof(holders[0]); i++)
        if (!walk(json_object_get(value, holders[i]), arena, depth - 1, fn, ctx))
            return false;
    return true;
}

bool reviewed_from_linked(const json_t *root, struct arena *arena, reviewed_fn *fn, void *ctx)
{
    return walk(root, arena, DEPTH, fn, ctx);
}

static bool stop(void *ctx, const struct reviewed *reviewed)
{
    (void)ctx, (void)reviewed;
    return false;
}

bool reviewed_is_linked(const json_t *root)
{
    struct arena scratch = {0};
    bool found = !walk(root, &scratch, DEPTH, stop, NULL);
    arena_release(&scratch);
    return found || is_of_type(root, "DataFeed") || json_object_get(root, "@graph");
}

/* ---- rows ---- */

/* Names of columns and members, and the field that each is: those of report --format csv are among them. */
static const struct {
    const char *name;
    size_t offset;
} columns[] = {
#define COLUMN(name, field)                                                                                            \
    {                                                                                                                  \
        name, offsetof(struct reviewed, field)                                                                         \
    }
    COLUMN("statement", statement),
    COLUMN("sentence", statement),
    COLUMN("figure", figure),
    COLUMN("literal", figure),
    COLUMN("speaker", speaker),
    COLUMN("title", title),
    COLUMN("document", title),
    COLUMN("publisher", publisher),
    COLUMN("url", url),
    COLUMN("date", date),
    COLUMN("published", date),
    COLUMN("rating", rating),
    COLUMN("rationale", rationale),
    COLUMN("reviewer", reviewer),
    COLUMN("stance", stance),
    COLUMN("source", source.url),
    COLUMN("source_url", source.url),
    COLUMN("source_title", source.title),
    COLUMN("source_author", source.author),
    COLUMN("source_publisher", source.publisher),
    COLUMN("source_published", source.published),
    COLUMN("archive_url", source.archive_url),
    COLUMN("quote", quote),
    COLUMN("locator", locator),
    COLUMN("source_figure", source_figure),
    COLUMN("accessed", accessed),
#undef COLUMN
};

bool reviewed_set(struct reviewed *reviewed, struct str name, struct str value)
{
    struct str text = value.ptr ? str_trim(value) : STR_NULL;
    for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++) {
        if (!str_eq_nocase(str_from(columns[i].name), str_trim(name)))
            continue;
        if (text.len > 0)
            *(struct str *)((char *)reviewed + columns[i].offset) = text;
        return true;
    }
    return false;
}

struct str reviewed_names(struct arena *arena)
{
    struct str list = STR("");
    for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++)
        list = arena_printf(arena, "%.*s%s%s", STR_ARG(list), i > 0 ? ", " : "", columns[i].name);
    return list;
}

/* ---- ratings ---- */

static struct str bare(struct str name)
{
    while (name.len > 0 && strchr("!.? \t", name.ptr[name.len - 1]))
        name.len--;
    return name;
}

/* From 0 for the worst to 4 for the best: five grades on whatever scale, which may run either way. */
static bool grade(const struct reviewed *reviewed, int *ret_grade)
{
    struct decimal value, best, worst, minus = decimal_from(1), part, whole, share;
    minus.negative = true;
    if (!reviewed->value.ptr || !reviewed->best.ptr || !reviewed->worst.ptr ||
        !decimal_parse(reviewed->value, &value) || !decimal_parse(reviewed->best, &best) ||
        !decimal_parse(reviewed->worst, &worst) || !decimal_multiply(worst, minus, &worst) ||
        !decimal_add(value, worst, &part) || !decimal_add(best, worst, &whole) || decimal_is_zero(whole) ||
        !decimal_divide(part, whole, 6, &share) || decimal_compare(share, decimal_from(0)) < 0 ||
        decimal_compare(share, decimal_from(1)) > 0)
        return false;
    int steps = 0; /* eighths, rounded: 1/8 and more is the second grade */
    for (uint64_t eighth = 1; eighth <= 7; eighth += 2) {
        struct decimal eight = decimal_from(8), product;
        if (decimal_multiply(share, eight, &product) && decimal_compare(product, decimal_from(eighth)) >= 0)
            steps++;
    }
    *ret_grade = steps;
    return true;
}

bool reviewed_rating(const struct reviewed *reviewed, int *ret_rating)
{
    static const struct {
        const char *name;
        int rating;
    } known[] = {
#define KNOWN(name, rating) {name, rating},
#include "core/intake/ratings.def"
#undef KNOWN
    };
    static const int by_grade[] = {RATING_INACCURATE, RATING_MISLEADING, RATING_PARTLY, RATING_MOSTLY_ACCURATE,
                                   RATING_ACCURATE};
    struct str name = bare(reviewed->rating);
    int place;
    for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
        if (str_eq_nocase(str_from(known[i].name), name)) {
            *ret_rating = known[i].rating;
            return true;
        }
    }
    if (!grade(reviewed, &place))
        return false;
    *ret_rating = by_grade[place];
    return true;
}
