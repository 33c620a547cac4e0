/* Passing sentences over, and reading them after all. */
#include "core/extract/recall.h"

#include <stdlib.h>

#include "core/text/tag.h"

enum {
    TOLD_MAX = 4096
}; /* sentences with figures that are remembered unheard; more are heard, so that memory is flat */

struct figure {
    size_t first, end; /* tokens */
    int kind;
};

struct told {
    size_t start; /* of the sentence */
    size_t count;
    struct figure *figures;
};

void recall_release(struct recall *recall)
{
    for (size_t i = 0; i < recall->told_count; i++)
        free(recall->told[i].figures);
    free(recall->told);
    arena_release(&recall->scratch);
}

static void fall_behind(struct recall *recall, const struct sentence_reader *before)
{
    if (recall->behind)
        return;
    recall->behind = true;
    recall->reader = *before;
    recall->in_quotation = recall->speaker.in_quotation;
}

/* ---- hearing it after all ---- */

/* As far as attribution asks: where the figures of the sentence are, and what kind they are of. */
static void restore_figures(struct reading *reading, const struct told *told)
{
    for (size_t k = 0; k < told->count; k++) {
        struct quantity *quantity = reading_add(reading);
        quantity->first = told->figures[k].first;
        quantity->end = told->figures[k].end;
        quantity->kind = told->figures[k].kind;
    }
    figures_take(reading);
}

static size_t hear_sentence(struct recall *recall, struct sentence sentence, const struct told *told)
{
    size_t end;
    struct reading reading = {
        .tokens = tokenise(recall->reader.text, sentence, recall->lexicon, &recall->scratch, &end),
        .scratch = &recall->scratch,
        .paragraph_start = sentence.paragraph_start,
    };
    quotations_read(&recall->speaker, &reading);
    if (told || may_attribute(&reading.tokens))
        tags_read(&reading.tokens, recall->lexicon);
    if (told)
        restore_figures(&reading, told);
    speaker_read(&recall->speaker, &reading);
    arena_reset(&recall->scratch);
    return end;
}

/* Hears what was passed over, up to the sentence that begins at `end`. */
static void catch_up(struct recall *recall, size_t end)
{
    struct sentence sentence;
    size_t next = 0;
    while (sentence_next(&recall->reader, &sentence) && sentence.start < end) {
        const struct told *told = next < recall->told_count ? &recall->told[next] : NULL;
        told = told && told->start == sentence.start ? told : NULL;
        recall->reader.at = hear_sentence(recall, sentence, told);
        next += told != NULL;
    }
    for (size_t i = 0; i < recall->told_count; i++)
        free(recall->told[i].figures);
    recall->told_count = 0;
    recall->behind = false;
}

/* ---- passing over ---- */

/* One whole sentence, which may be in several pieces: what it leaves of quotations. */
static void follow_quotations(struct recall *recall, struct str text, struct sentence sentence)
{
    struct speaker quoting = {.in_quotation = recall->in_quotation};
    while (sentence.start < sentence.end) {
        struct reading reading = {.scratch = &recall->scratch, .paragraph_start = sentence.paragraph_start};
        size_t end;
        reading.tokens = tokenise(text, sentence, recall->lexicon, &recall->scratch, &end);
        quotations_read(&quoting, &reading);
        sentence = (struct sentence){end, sentence.end, false};
        arena_reset(&recall->scratch);
    }
    recall->in_quotation = quoting.in_quotation;
}

void recall_pass(struct recall *recall, const struct sentence_reader *before, struct sentence sentence)
{
    if (recall->at_once) {
        recall->reader = *before;
        hear_sentence(recall, sentence, NULL);
        return;
    }
    fall_behind(recall, before);
    if (sentence.paragraph_start)
        recall->in_quotation = false;
    if (quotation_may_be(str_slice(before->text, sentence.start, sentence.end)))
        follow_quotations(recall, before->text, sentence);
}

static void remember_figures(struct recall *recall, struct sentence sentence, const struct reading *reading)
{
    recall->told = mem_grow(recall->told, &recall->told_cap, recall->told_count + 1, sizeof(*recall->told));
    struct told *told = &recall->told[recall->told_count++];
    *told = (struct told){.start = sentence.start, .count = reading->count};
    told->figures = mem_alloc(reading->count * sizeof(*told->figures));
    for (size_t k = 0; k < reading->count; k++)
        told->figures[k] = (struct figure){reading->at[k].first, reading->at[k].end, reading->at[k].kind};
}

/* ---- a sentence with figures ---- */

struct speaker *recall_begin(struct recall *recall, struct reading *reading, struct speaker *unheard)
{
    struct speaker *speaker = &recall->speaker;
    recall->was_in_quotation = speaker->in_quotation;
    recall->was_quoted = speaker->quoted;
    if (recall->behind) {
        const struct tokens *tokens = &reading->tokens;
        *unheard = (struct speaker){.author = recall->speaker.author,
                                    .in_quotation = recall->in_quotation,
                                    .ignorant = true,
                                    .unheard = {tokens->text.ptr, tokens->at[tokens->count - 1].end}};
        speaker = unheard;
    }
    quotations_read(speaker, reading);
    return speaker;
}

void recall_pass_read(struct recall *recall, const struct sentence_reader *before, struct sentence sentence,
                      struct speaker *speaker, struct reading *reading)
{
    if (recall->at_once || recall->told_count == TOLD_MAX) {
        figures_take(reading);
        struct str ignored;
        recall_end(recall, speaker, sentence, reading, &ignored);
        return;
    }
    bool in_quotation = speaker->in_quotation;
    if (!recall->behind) { /* it will be heard again from its beginning */
        recall->speaker.in_quotation = recall->was_in_quotation;
        recall->speaker.quoted = recall->was_quoted;
    }
    fall_behind(recall, before);
    recall->in_quotation = in_quotation;
    remember_figures(recall, sentence, reading);
}

/* A quotation with a figure in it, of which the sentence itself does not say whose it is. */
static bool asks_who_is_quoted(const struct reading *reading, const struct str *said_by)
{
    for (size_t k = 0; k < reading->count; k++)
        if (reading->quoted[reading->at[k].first] && !said_by[reading->at[k].first].ptr)
            return true;
    return false;
}

const struct str *recall_end(struct recall *recall, struct speaker *speaker, struct sentence sentence,
                             struct reading *reading, struct str *ret_quoted)
{
    const struct str *said_by = speaker_read(speaker, reading);
    *ret_quoted = speaker->quoted;
    if (!speaker->ignorant)
        return said_by;
    if (!speaker->asked && !asks_who_is_quoted(reading, said_by) && recall->told_count < TOLD_MAX) {
        recall->in_quotation = speaker->in_quotation;
        remember_figures(recall, sentence, reading);
        return said_by;
    }
    catch_up(recall, sentence.start);
    quotations_read(&recall->speaker, reading);
    said_by = speaker_read(&recall->speaker, reading);
    *ret_quoted = recall->speaker.quoted;
    return said_by;
}
