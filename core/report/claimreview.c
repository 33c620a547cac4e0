/*
 * The report as schema.org's ClaimReview (JSON-LD), which search engines read: a list, a review a line. Open claims have
 * no review, and neither have those that can't be checked.
 *
 * What the record does not know is left out. Whether a speaker is a person or a body only the name tells, and where it does
 * not ("critics"), it is a Thing, which is true of all.
 */
#include <inttypes.h>

#include "core/base/clock.h"
#include "core/base/hash.h"
#include "core/report/claimreview.h"
#include "core/report/dump.h"
#include "core/report/format.h"
#include "core/report/words.h"

/* The ratings that lie on a scale of truth, 5 the best; the others have a name and no number. */
static const int grades[RATING_END] = {
    [RATING_ACCURATE] = 5,   [RATING_MOSTLY_ACCURATE] = 4, [RATING_PARTLY] = 3,
    [RATING_MISLEADING] = 2, [RATING_INACCURATE] = 1,
};

static json_t *typed(const char *type)
{
    json_t *object = json_object();
    json_object_set_new(object, "@type", json_string(type));
    return object;
}

static json_t *named(const char *type, struct str name)
{
    json_t *object = typed(type);
    dump_set(object, "name", name);
    return object;
}

/* Words that names of bodies have and names of people have not. */
static const char *const bodies[] = {
    "Academy",    "Administration", "Agency",     "Alliance",   "Army",       "Assembly",     "Association",
    "Authority",  "Bank",           "Board",      "Bureau",     "Centre",     "Center",       "Chamber",
    "Church",     "City",           "Club",       "Commission", "Committee",  "Company",      "Congress",
    "Corp",       "Council",        "Court",      "Courier",    "Department", "Federation",   "Foundation",
    "Fund",       "Gazette",        "Government", "Group",      "Hospital",   "House",        "Inc",
    "Industries", "Institute",      "Journal",    "League",     "Ltd",        "Ministry",     "Museum",
    "NATO",       "Nations",        "Network",    "News",       "Office",     "Organisation", "Organization",
    "Parliament", "Party",          "Police",     "Post",       "Press",      "Research",     "School",
    "Senate",     "Service",        "Society",    "Statistics", "Times",      "Treasury",     "Tribune",
    "Trust",      "Union",          "University", "Watch",
};

static bool is_body_word(struct str word)
{
    for (size_t i = 0; i < sizeof(bodies) / sizeof(bodies[0]); i++)
        if (str_eq(word, str_from(bodies[i])))
            return true;
    return false;
}

/* "Pete Hegseth": two to four words, each with a capital; "NATO", "IMF": capitals alone. */
static const char *type_of(struct str name)
{
    size_t words = 0, capitals = 0, letters = 0, upper = 0;
    for (struct str rest = name; rest.len > 0;) {
        struct str word = str_split(&rest, ' ');
        if (word.len == 0)
            continue;
        if (is_body_word(word))
            return "Organization";
        words++;
        capitals += is_upper(word.ptr[0]) || (unsigned char)word.ptr[0] >= 0x80;
    }
    for (size_t i = 0; i < name.len; i++) {
        letters += is_alpha(name.ptr[i]);
        upper += is_upper(name.ptr[i]);
    }
    if (words == 1 && letters >= 2 && letters == name.len && upper == letters)
        return "Organization";
    return words >= 2 && words <= 4 && capitals == words ? "Person" : "Thing";
}

static json_t *somebody(struct str name)
{
    return named(type_of(name), name);
}

static json_t *rating(const struct report *report, const struct verdict *verdict)
{
    json_t *object = typed("Rating");
    struct buf name = {0};
    voice_state(&name, &report->style.voice, verdict->rating, true);
    dump_set(object, "alternateName", buf_view(&name));
    if (grades[verdict->rating] > 0) {
        json_object_set_new(object, "ratingValue", json_integer(grades[verdict->rating]));
        json_object_set_new(object, "bestRating", json_integer(grades[RATING_ACCURATE]));
        json_object_set_new(object, "worstRating", json_integer(grades[RATING_INACCURATE]));
    }
    buf_release(&name);
    return object;
}

/* The document, as the place where the claim was made. */
static json_t *appearance(const struct document *document)
{
    json_t *object = typed("CreativeWork");
    dump_set(object, "url", document->url);
    dump_set(object, "headline", document->title); /* never the file's name, which is the desk's own */
    dump_set(object, "datePublished", document->published);
    if (document->author.len > 0)
        json_object_set_new(object, "author", somebody(document->author));
    if (document->publisher.len > 0)
        json_object_set_new(object, "publisher", named("Organization", document->publisher));
    return object;
}

static json_t *reviewed(const struct document *document, const struct claim *claim)
{
    json_t *object = typed("Claim");
    struct digest id;
    struct buf name = {0};
    if (digest_parse(claim->id, &id)) { /* so that import knows what came from here */
        buf_printf(&name, "urn:assay:claim:%.*s", STR_ARG(claim->id));
        dump_set(object, "identifier", buf_view(&name));
    }
    buf_release(&name);
    if (claim->speaker.len > 0)
        json_object_set_new(object, "author", somebody(claim->speaker));
    dump_set(object, "datePublished", document->published);
    json_object_set_new(object, "appearance", appearance(document));
    return object;
}

/*
 * "https://desk.example/report.html#claim-2": the claim's card in the HTML report. A review that somebody else published
 * stays at its own address.
 */
static void set_url(json_t *object, const struct report *report, const struct claim *claim,
                    const struct verdict *verdict)
{
    struct str page = report->head.url, own = words_address(verdict->reviewer);
    struct buf url = {0};
    dump_set(object, "url", own);
    if (!page.ptr || own.ptr)
        return;
    buf_str(&url, page);
    if (str_find(page, STR("#"), 0) == page.len)
        buf_printf(&url, "#claim-%" PRId64, report_claim_id(report, claim));
    dump_set(object, "url", buf_view(&url));
    buf_release(&url);
}

static void set_author(json_t *object, const struct report *report, const struct verdict *verdict)
{
    if (words_address(verdict->reviewer).ptr)
        json_object_set_new(object, "author", named("Organization", words_name(verdict->reviewer)));
    else if (report->head.publisher.len > 0)
        json_object_set_new(object, "author", named("Organization", report->head.publisher));
    else if (verdict->reviewer.len > 0)
        json_object_set_new(object, "author", named("Person", words_name(verdict->reviewer)));
}

/* The addresses of its sources, once each in their order. */
static void set_citations(json_t *object, const struct report_claim *told)
{
    json_t *list = json_array();
    for (size_t i = 0; i < told->citation_count; i++) {
        struct str url = told->citations[i].source->url;
        bool again = url.len == 0;
        for (size_t j = 0; j < i && !again; j++)
            again = str_eq(told->citations[j].source->url, url);
        if (!again)
            json_array_append_new(list, dump_text(url));
    }
    if (json_array_size(list) > 0)
        json_object_set(object, "citation", list);
    json_decref(list);
}

/* The day of the verdict; of a review that somebody else published the day that its source has. */
static void set_date(json_t *object, const struct report_claim *told, const struct verdict *verdict)
{
    struct str own = words_address(verdict->reviewer);
    struct str day = timestamp_valid(verdict->at) ? str_slice(verdict->at, 0, 10) : STR_NULL;
    for (size_t i = 0; own.ptr && i < told->citation_count; i++)
        if (str_eq(told->citations[i].source->url, own))
            day = told->citations[i].source->published;
    dump_set(object, "datePublished", day);
}

/* A sentence may run over lines. */
static void set_claim(json_t *object, const struct claim *claim)
{
    struct buf line = {0};
    words_line(&line, claim->sentence);
    dump_set(object, "claimReviewed", buf_view(&line));
    buf_release(&line);
}

static void claimreview_begin(struct report *report)
{
    dump_list_begin(report);
}

static void claimreview_document(struct report *report, const struct document *document)
{
    (void)report;
    (void)document;
}

/* Not there to be published while it is open, or can't be checked. */
static json_t *review(const struct report *report, const struct document *document, const struct report_claim *told)
{
    const struct verdict *last = told->verdict_count > 0 ? &told->verdicts[told->verdict_count - 1] : NULL;
    if (!last || last->rating == RATING_NOT_CHECKABLE)
        return NULL;
    json_t *object = json_object();
    json_object_set_new(object, "@context", json_string("https://schema.org"));
    json_object_set_new(object, "@type", json_string("ClaimReview"));
    set_url(object, report, told->claim, last);
    set_claim(object, told->claim);
    json_object_set_new(object, "reviewRating", rating(report, last));
    dump_set(object, "reviewBody", last->rationale);
    set_author(object, report, last);
    set_date(object, told, last);
    json_object_set_new(object, "itemReviewed", reviewed(document, told->claim));
    set_citations(object, told);
    return object;
}

static void claimreview_claim(struct report *report, const struct document *document, const struct report_claim *told)
{
    json_t *object = review(report, document, told);
    if (object)
        dump_list_member(report, object);
}

void claimreview_embed(struct report *report, const struct document *document, const struct report_claim *told)
{
    json_t *object = review(report, document, told);
    if (!object)
        return;
    fputs("<script type=\"application/ld+json\">", report->out);
    dump_page_value(report, object);
    fputs("</script>\n", report->out);
}

static void claimreview_end(struct report *report)
{
    dump_list_end(report);
}

const struct report_format report_claimreview = {
    .name = "claimreview",
    .begin = claimreview_begin,
    .document = claimreview_document,
    .claim = claimreview_claim,
    .end = claimreview_end,
};
