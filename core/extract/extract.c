/* The driver: sentence by sentence, from tokens to quantities to claims. */
#include "core/extract/extract.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/limits.h"
#include "core/base/utf8.h"
#include "core/extract/candidate.h"
#include "core/extract/dateline.h"
#include "core/extract/reading.h"
#include "core/extract/recall.h"
#include "core/extract/score.h"
#include "core/text/tag.h"

enum { CONTEXT_CHARACTERS = 32 }; /* of prefix and suffix; Hypothesis and the W3C's examples use as many */

struct extractor {
    struct lexicon *lexicon;
    struct units *units;
    struct candidates *candidates;
    bool thorough; /* every sentence is read, candidates or not: for tests, and for whoever distrusts short cuts */
};

/* One document as it is read. */
struct gathering {
    const struct extractor *extractor;
    struct str text;
    struct str published;
    struct recall *recall;
    struct arena *perm, *scratch; /* what claims point to; a sentence's own */
    struct claim *claims;         /* of one sentence, in the scratch arena */
    size_t count;
    struct sentence first;               /* the document's first sentence */
    bool placed;                         /* whether `country` is known, or known to be unknown */
    const char *country;                 /* of the dateline, which the first sentence has */
    size_t bytes_counted, chars_counted; /* code points up to a byte: figures come in order, so this only moves on */
};

struct extractor *extractor_new(void)
{
    struct extractor *extractor = mem_alloc(sizeof(*extractor));
    extractor->lexicon = lexicon_new();
    extractor->units = units_new();
    extractor->candidates = candidates_new();
    extractor->thorough = getenv("ASSAY_THOROUGH") != NULL;
    return extractor;
}

void extractor_free(struct extractor *extractor)
{
    if (!extractor)
        return;
    lexicon_free(extractor->lexicon);
    units_free(extractor->units);
    candidates_free(extractor->candidates);
    free(extractor);
}

static int64_t chars_before(struct gathering *gathering, size_t at)
{
    if (at < gathering->bytes_counted)
        return (int64_t)utf8_count(str_slice(gathering->text, 0, at));
    gathering->chars_counted += utf8_count(str_slice(gathering->text, gathering->bytes_counted, at));
    gathering->bytes_counted = at;
    return (int64_t)gathering->chars_counted;
}

static void fill_place(struct gathering *gathering, struct claim *claim, struct sentence sentence, size_t start,
                       size_t end)
{
    struct str text = gathering->text;
    claim->literal = str_slice(text, start, end);
    claim->start = (int64_t)start;
    claim->end = (int64_t)end;
    claim->start_char = chars_before(gathering, start);
    claim->end_char = claim->start_char + (int64_t)utf8_count(claim->literal);
    claim->sentence = str_slice(text, sentence.start, sentence.end);
    claim->sentence_start = (int64_t)sentence.start;
    claim->prefix = str_slice(text, utf8_back(text, start, CONTEXT_CHARACTERS), start);
    claim->suffix = str_slice(text, end, utf8_forward(text, end, CONTEXT_CHARACTERS));
}

static void fill_value(struct gathering *gathering, struct claim *claim, const struct quantity *quantity)
{
    struct arena *perm = gathering->perm;
    if (quantity->kind == KIND_SCORE)
        return; /* two numbers, and neither is the figure */
    if (quantity->kind == KIND_DATE) {
        claim->value = date_iso(&quantity->date, perm);
        return;
    }
    claim->value = decimal_print(perm, quantity->number.value);
    if (quantity->ranged)
        claim->upper = decimal_print(perm, quantity->number.upper);
    if (quantity->kind == KIND_RANK)
        return;
    if (quantity->number.precise && !quantity->number.ranged)
        claim->precision = quantity->number.place == 0
                               ? STR("1")
                               : decimal_print(perm, decimal_scale(decimal_from(1), quantity->number.place));
}

static void fill_meaning(struct claim *claim, const struct quantity *quantity)
{
    claim->kind = quantity->kind;
    claim->relation = quantity->relation;
    claim->direction = quantity->direction;
    claim->unit = quantity->unit;
    claim->unit_assumed = quantity->unit_assumed;
    claim->per = quantity->per;
    claim->of = quantity->of;
    claim->concept = quantity->concept;
    claim->subject = quantity->subject;
    claim->modality = quantity->modality;
    claim->period = quantity->period;
    claim->period_interval = quantity->period_interval;
}

/* The country of the dateline: the first sentence is read for it when the first one with a figure is. */
static const char *country_of(struct gathering *gathering, struct sentence sentence, const struct tokens *tokens)
{
    if (gathering->placed)
        return gathering->country;
    gathering->placed = true;
    if (sentence.start == gathering->first.start) {
        gathering->country = dateline_country(tokens);
    } else {
        size_t end;
        struct tokens first =
            tokenise(gathering->text, gathering->first, gathering->extractor->lexicon, gathering->scratch, &end);
        gathering->country = dateline_country(&first);
    }
    return gathering->country;
}

/* All that a sentence's figures are besides their quantities, but for who says them. */
static void read_figures(struct reading *reading)
{
    currencies_place(reading);
    modifiers_read(reading);
    context_read(reading);
    periods_read(reading);
    modality_read(reading);
}

static void fill_claims(struct gathering *gathering, struct sentence sentence, const struct reading *reading,
                        const struct str *said_by, struct str quoted)
{
    struct theme theme = {0};
    gathering->claims = arena_alloc(gathering->scratch, reading->count * sizeof(*gathering->claims));
    for (size_t k = 0; k < reading->count; k++) {
        const struct quantity *quantity = &reading->at[k];
        struct claim *claim = &gathering->claims[gathering->count++];
        const struct token *first = &reading->tokens.at[quantity->first],
                           *last = &reading->tokens.at[quantity->end - 1];
        fill_place(gathering, claim, sentence, first->start, last->end);
        fill_value(gathering, claim, quantity);
        fill_meaning(claim, quantity);
        claim->quoted = reading->quoted[quantity->first];
        struct str who = said_by[quantity->first];
        claim->speaker = who.ptr || !claim->quoted ? who : quoted;
        claim->score = score_of(reading, quantity, &theme, claim->speaker.ptr != NULL);
    }
}

/* One sentence's claims; returns where in the text its tokens ended. `before` is the reader that is about to find it. */
static size_t read_sentence(struct gathering *gathering, const struct sentence_reader *before, struct sentence sentence)
{
    const struct extractor *extractor = gathering->extractor;
    size_t end;
    struct reading reading = {
        .tokens = tokenise(gathering->text, sentence, extractor->lexicon, gathering->scratch, &end),
        .units = extractor->units,
        .perm = gathering->perm,
        .scratch = gathering->scratch,
        .paragraph_start = sentence.paragraph_start,
        .published = gathering->published,
    };
    if (end < sentence.end)
        sentence.end = end; /* what is longer than any sentence is read, and shown, in pieces */
    if (!figure_may_be(&reading.tokens)) {
        recall_pass(gathering->recall, before, sentence);
        return end;
    }
    struct speaker *speaker = recall_begin(gathering->recall, before, &reading);
    reading.country = country_of(gathering, sentence, &reading.tokens);
    tags_read(&reading.tokens, extractor->lexicon);
    quantities_read(&reading);
    if (reading.count == 0) {
        recall_pass_read(gathering->recall, speaker, sentence, &reading);
        return end;
    }
    read_figures(&reading);
    struct str quoted;
    const struct str *said_by = recall_end(gathering->recall, speaker, sentence, &reading, &quoted);
    fill_claims(gathering, sentence, &reading, said_by, quoted);
    return end;
}

/* Begins a text; whoever does not want what claims point to in extracting->perm says where else. */
static struct gathering begin_text(struct extracting *extracting, struct str text,
                                   const struct extract_context *context)
{
    const struct extractor *extractor = extracting->extractor;
    assert(text.len <= UINT32_MAX); /* a token's place: no document may be as long, nor a line with --largest */
    if (!extracting->recall)
        extracting->recall = mem_alloc(sizeof(*extracting->recall));
    recall_begin_text(extracting->recall, extractor->lexicon, extractor->thorough,
                      context ? context->author : STR_NULL);
    return (struct gathering){
        .extractor = extractor,
        .text = text,
        .published = context && context->published.len >= 4 ? context->published : STR_NULL,
        .recall = extracting->recall,
        .perm = &extracting->perm,
        .scratch = &extracting->scratch,
    };
}

/* Reads the text; what each sentence's claims point to is in `perm`, which is reset after it where `forget` says so. */
static void read_text(struct gathering *gathering, bool forget, claims_fn *found, void *ctx)
{
    const struct extractor *extractor = gathering->extractor;
    struct str text = gathering->text;
    size_t candidate = extractor->thorough ? 0 : candidate_next(extractor->candidates, text, 0);
    struct sentence_reader reader = {.text = text, .lexicon = extractor->lexicon};
    reader.wrapped = candidate < text.len && text_is_wrapped(text);
    struct sentence sentence;
    bool more = true;
    while (more && candidate < text.len) {
        struct sentence_reader before = reader;
        if (!sentence_next(&reader, &sentence))
            break;
        if (gathering->first.end == 0)
            gathering->first = sentence;
        if (!extractor->thorough && candidate < sentence.start)
            candidate = candidate_next(extractor->candidates, text, sentence.start);
        if (candidate >= sentence.end) {
            recall_pass(gathering->recall, &before, sentence);
            continue;
        }
        gathering->count = 0;
        reader.at = read_sentence(gathering, &before, sentence);
        more = gathering->count == 0 || found(ctx, gathering->claims, gathering->count);
        arena_reset(gathering->scratch);
        if (forget)
            arena_reset(gathering->perm); /* what is remembered from sentence to sentence is all in the text */
    }
}

void extract_each(struct extracting *extracting, struct str text, const struct extract_context *context,
                  claims_fn *found, void *ctx)
{
    struct gathering gathering = begin_text(extracting, text, context);
    read_text(&gathering, true, found, ctx);
}

void extracting_release(struct extracting *extracting)
{
    if (extracting->recall)
        recall_release(extracting->recall);
    free(extracting->recall);
    arena_release(&extracting->perm);
    arena_release(&extracting->scratch);
}

/* All claims of one document. */
struct collection {
    struct arena *arena;
    struct claim *claims;
    size_t count, cap;
};

static bool collect(void *ctx, const struct claim *claims, size_t count)
{
    struct collection *all = ctx;
    if (all->count + count > all->cap) {
        size_t cap = all->cap * 2 > all->count + count ? all->cap * 2 : all->count + count + 16;
        struct claim *bigger = arena_take(all->arena, cap * sizeof(*bigger));
        if (all->count > 0)
            memcpy(bigger, all->claims, all->count * sizeof(*bigger));
        all->claims = bigger;
        all->cap = cap;
    }
    memcpy(all->claims + all->count, claims, count * sizeof(*claims));
    all->count += count;
    return all->count <= LIMIT_DOCUMENT_CLAIMS;
}

void extract_claims(const struct extractor *extractor, struct str text, const struct extract_context *context,
                    struct arena *arena, struct claim **ret_claims, size_t *ret_count)
{
    struct collection all = {.arena = arena};
    struct extracting extracting = {.extractor = extractor};
    struct gathering gathering = begin_text(&extracting, text, context);
    gathering.perm = arena;
    read_text(&gathering, false, collect, &all);
    extracting_release(&extracting);
    *ret_claims = all.claims;
    *ret_count = all.count;
}

bool extract_figure(const struct extractor *extractor, struct str text, struct arena *arena, struct claim *ret_claim)
{
    struct claim *claims;
    size_t count;
    extract_claims(extractor, text, NULL, arena, &claims, &count);
    if (count != 1 || kind_is_background(claims[0].kind))
        return false;
    *ret_claim = claims[0];
    return true;
}
