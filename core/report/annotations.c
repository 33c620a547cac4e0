/*
 * The report as a list of W3C Web Annotations (JSON-LD), which annotation tools show on the page itself: one for the
 * verdict that counts of each claim that has one, on the figure's place in the text.
 *
 * The text is what the document was read as, which need not be a page's own, character by character: the quote with what
 * stands before and after it finds the place there, the position finds it in the text that the store keeps.
 */
#include <inttypes.h>
#include <nettle/base64.h>

#include "core/base/hash.h"
#include "core/report/dump.h"
#include "core/report/format.h"
#include "core/report/words.h"

static json_t *typed(const char *type)
{
    json_t *object = json_object();
    json_object_set_new(object, "type", json_string(type));
    return object;
}

static json_t *body(struct str value, const char *purpose)
{
    json_t *object = typed("TextualBody");
    json_object_set_new(object, "purpose", json_string(purpose));
    json_object_set_new(object, "format", json_string("text/plain"));
    json_object_set_new(object, "value", dump_text(value));
    return object;
}

/* "Accurate: 182.8 is more than 180." and a line for each source. */
static void add_comment(struct buf *out, const struct voice *voice, const struct report_claim *told,
                        const struct verdict *verdict)
{
    voice_state(out, voice, verdict->rating, true);
    buf_printf(out, ": %.*s", STR_ARG(str_trim(verdict->rationale)));
    for (size_t i = 0; i < told->citation_count; i++) {
        const struct report_citation *cited = &told->citations[i];
        buf_char(out, '\n');
        VOICE_FILL(out, voice, PHRASE_SOURCE_IN_NOTE,
                   str_from(voice_phrase(voice, PHRASE_STANDS_SUPPORTS + cited->citation->stance)));
        words_source(out, cited->source);
        if (cited->source->url.len > 0 && cited->source->title.len > 0)
            buf_printf(out, " <%.*s>", STR_ARG(cited->source->url));
    }
}

static json_t *bodies(const struct voice *voice, const struct report_claim *told, const struct verdict *verdict)
{
    json_t *list = json_array();
    struct buf comment = {0};
    add_comment(&comment, voice, told, verdict);
    json_array_append_new(list, body(buf_view(&comment), "commenting"));
    json_array_append_new(list, body(str_from(ratings.name[verdict->rating]), "tagging"));
    buf_release(&comment);
    return list;
}

/*
 * The document's address; where it has none, the name that RFC 6920 gives to bytes by their SHA-256:
 * "ni:///sha-256;<base64url without padding>".
 */
static void set_source(json_t *target, const struct document *document)
{
    struct digest digest;
    struct buf name = {0};
    char encoded[BASE64_ENCODE_RAW_LENGTH(DIGEST_SIZE) + 1] = {0};
    if (document->url.len > 0) {
        dump_set(target, "source", document->url);
        return;
    }
    if (!digest_parse(document->sha256, &digest))
        return;
    base64_encode_raw(encoded, DIGEST_SIZE, digest.bytes);
    buf_str(&name, STR("ni:///sha-256;"));
    for (size_t i = 0; encoded[i] && encoded[i] != '='; i++)
        buf_char(&name, encoded[i] == '+' ? '-' : encoded[i] == '/' ? '_' : encoded[i]);
    dump_set(target, "source", buf_view(&name));
    buf_release(&name);
}

static json_t *target(const struct document *document, const struct claim *claim)
{
    json_t *object = json_object(), *quote = typed("TextQuoteSelector"), *position = typed("TextPositionSelector");
    json_t *selectors = json_array();
    json_object_set_new(quote, "exact", dump_text(claim->literal));
    dump_set(quote, "prefix", claim->prefix);
    dump_set(quote, "suffix", claim->suffix);
    json_object_set_new(position, "start", json_integer(claim->start_char));
    json_object_set_new(position, "end", json_integer(claim->end_char));
    json_array_append_new(selectors, quote);
    json_array_append_new(selectors, position);
    set_source(object, document);
    json_object_set_new(object, "selector", selectors);
    return object;
}

/* The verdict's own id is a UUID, and so is the annotation's: the same in every report of it (RFC 9562, "urn:uuid:"). */
static void set_id(json_t *object, const struct verdict *verdict)
{
    struct buf id = {0};
    buf_printf(&id, "urn:uuid:%.*s", STR_ARG(verdict->id));
    dump_set(object, "id", buf_view(&id));
    buf_release(&id);
}

static void annotations_begin(struct report *report)
{
    dump_list_begin(report);
}

static void annotations_document(struct report *report, const struct document *document)
{
    (void)report;
    (void)document;
}

static json_t *named(const char *type, struct str name)
{
    json_t *object = typed(type);
    dump_set(object, "name", name);
    return object;
}

static void annotations_claim(struct report *report, const struct document *document, const struct report_claim *told)
{
    const struct verdict *last = told->verdict_count > 0 ? &told->verdicts[told->verdict_count - 1] : NULL;
    if (!last)
        return;
    json_t *object = json_object();
    json_object_set_new(object, "@context", json_string("http://www.w3.org/ns/anno.jsonld"));
    set_id(object, last);
    json_object_set_new(object, "type", json_string("Annotation"));
    json_object_set_new(object, "motivation", json_string("assessing"));
    if (last->reviewer.len > 0)
        json_object_set_new(object, "creator", named("Person", words_name(last->reviewer)));
    dump_set(object, "created", last->at);
    json_object_set_new(object, "generator", named("Software", report->head.version));
    json_object_set_new(object, "body", bodies(&report->style.voice, told, last));
    json_object_set_new(object, "target", target(document, told->claim));
    dump_list_member(report, object);
}

static void annotations_end(struct report *report)
{
    dump_list_end(report);
}

const struct report_format report_annotations = {
    .name = "annotations",
    .begin = annotations_begin,
    .document = annotations_document,
    .claim = annotations_claim,
    .end = annotations_end,
};
