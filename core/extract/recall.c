/* Passing sentences over, and hearing as much of them as somebody asks for. */
#include "core/extract/recall.h"

#include <string.h>

#include "core/text/tag.h"

enum {
    TOLD_MAX = 4096,       /* sentences that are remembered unheard; more are heard, so that memory is flat */
    KEPT_MAX = 20000,      /* tokens of theirs that are kept; those of more sentences are cut again */
    LOOK_MAX = 256 * 1024, /* bytes that are looked through for a question */
    LOOK_COST = 32,        /* bytes that are looked through at the cost of one that is read */
    LOOK_FREE = 4096,      /* bytes that are read for questions, however little there is to hear */
};

struct figure {
    size_t first, end; /* tokens */
    int kind;
};

struct told {
    const struct told *next;
    size_t start, end;    /* of the sentence */
    struct tokens tokens; /* with their parts of speech; none where they are not kept */
    size_t count;
    struct figure figures[];
};

static void have_heard_all(struct recall *recall)
{
    if (recall->first)
        arena_reset(&recall->kept);
    recall->first = recall->last = NULL;
    recall->told_count = recall->kept_count = 0;
    recall->looked = 0;
    recall->quoting_is_next = false;
    recall->behind = false;
}

void recall_begin_text(struct recall *recall, const struct lexicon *lexicon, bool at_once, struct str author)
{
    recall->lexicon = lexicon;
    recall->at_once = at_once;
    recall->memory.name_count = recall->memory.office_count = 0;
    recall->speaker = (struct speaker){.memory = &recall->memory, .author = author};
    recall->in_quotation = false;
    recall->mark = 0;
    have_heard_all(recall);
}

void recall_release(struct recall *recall)
{
    arena_release(&recall->kept);
    arena_release(&recall->scratch);
}

static void fall_behind(struct recall *recall, const struct sentence_reader *before)
{
    if (recall->quoting_is_next) {
        recall->quoting.reader = *before;
        recall->quoting.told = recall->last;
        recall->quoting_is_next = false;
    }
    if (recall->behind)
        return;
    recall->behind = true;
    recall->reader = *before;
    recall->in_quotation = recall->speaker.in_quotation;
    recall->quoting =
        (struct quoting){.reader = *before, .in_quotation = recall->in_quotation, .who = recall->speaker.quoted};
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

/* Returns where in the text its tokens ended. */
static size_t hear_sentence(struct recall *recall, struct speaker *speaker, struct str text, struct sentence sentence,
                            const struct told *told)
{
    struct reading reading = {.scratch = &recall->scratch, .paragraph_start = sentence.paragraph_start};
    size_t end;
    if (told && told->tokens.count > 0) {
        reading.tokens = told->tokens;
        end = told->end;
    } else {
        reading.tokens = tokenise(text, sentence, recall->lexicon, &recall->scratch, &end);
        if (told || may_attribute(&reading.tokens))
            tags_read(&reading.tokens, recall->lexicon);
    }
    quotations_read(speaker, &reading);
    if (told)
        restore_figures(&reading, told);
    speaker_read(speaker, &reading);
    arena_reset(&recall->scratch);
    return end;
}

/* The speaker hears the next sentence; *told is the last one before it that was told, or NULL. */
static void hear_next(struct recall *recall, struct speaker *speaker, struct sentence_reader *reader,
                      struct sentence sentence, const struct told **told)
{
    const struct told *next = *told ? (*told)->next : recall->first;
    if (next && next->start != sentence.start)
        next = NULL;
    reader->at = hear_sentence(recall, speaker, reader->text, sentence, next);
    *told = next ? next : *told;
}

/* Hears what was passed over, up to the sentence that begins at `end`. */
static void catch_up(struct recall *recall, size_t end)
{
    struct sentence sentence;
    const struct told *told = NULL;
    while (sentence_next(&recall->reader, &sentence) && sentence.start < end)
        hear_next(recall, &recall->speaker, &recall->reader, sentence, &told);
    have_heard_all(recall);
}

/* ---- answering questions ---- */

/* Whether the text up to `end` may name somebody of whom the question is, going by the sentences that could. */
static bool may_be_told(struct recall *recall, const struct question *question, size_t end)
{
    struct sentence_reader reader = recall->reader;
    struct str text = str_slice(reader.text, 0, end);
    struct sentence sentence = {0};
    for (size_t at = reader.at; at < end; at = sentence.end) {
        at = question_next(question, recall->lexicon, text, at);
        if (at >= end)
            break;
        while (sentence.end <= at)
            if (!sentence_next(&reader, &sentence))
                return true;
        struct tokens tokens = tokenise(reader.text, sentence, recall->lexicon, &recall->scratch, &sentence.end);
        bool told = sentence.end > at && question_is_told(question, recall->lexicon, &tokens, &recall->scratch);
        reader.at = sentence.end;
        recall->looked += sentence.end - sentence.start;
        arena_reset(&recall->scratch);
        if (told)
            return true;
    }
    return false;
}

/*
 * Whether it is certain that the text up to `end` names nobody of whom the question is. The work is to grow with the text:
 * where twice as much has been read for questions as there is to hear, all is heard, and the next ones have less to look
 * through.
 */
static bool nobody_holds(struct recall *recall, const struct question *question, size_t end)
{
    struct speaker *speaker = &recall->speaker;
    size_t unheard = end - recall->reader.at;
    recall->looked += unheard / LOOK_COST;
    if (question->kind == ASKS_PRONOUN || unheard > LOOK_MAX || recall->looked > unheard / 2 + LOOK_FREE)
        return false;
    if (memchr(recall->reader.text.ptr + recall->reader.at, '\x1B', unheard))
        return false; /* a terminal's control sequences, which are no text, may have letters in them */
    bool known = question->kind == ASKS_NAME ? speaker_full_name(speaker, question->what).ptr != question->what.ptr
                                             : speaker_in_office(speaker, question->what).ptr != NULL;
    return !known && !may_be_told(recall, question, end);
}

/* What is known now: who it was in the sentence that ends at `end`. */
static void note_quoting(struct quoting *quoting, struct str who, const struct questions *questions, size_t end)
{
    const struct question *open = who.ptr ? question_behind(questions, who) : NULL;
    quoting->who = who;
    quoting->open = open ? *open : (struct question){0};
    if (who.ptr && questions->more)
        quoting->open = (struct question){ASKS_PRONOUN, who};
    quoting->end = end;
}

/* Finds out whose quotation is open where the sentence begins that does so at `start`; false where that is not clear. */
static bool find_quoting(struct recall *recall, size_t start)
{
    struct quoting *quoting = &recall->quoting;
    struct sentence_reader reader = quoting->reader;
    struct questions questions;
    struct speaker newcomer = {.questions = &questions, .in_quotation = quoting->in_quotation, .quoted = quoting->who};
    struct sentence sentence;
    while (sentence_next(&reader, &sentence) && sentence.start < start) {
        struct str who = newcomer.quoted;
        questions_clear(&questions);
        hear_next(recall, &newcomer, &reader, sentence, &quoting->told);
        if (newcomer.quoted.ptr != who.ptr)
            note_quoting(quoting, newcomer.quoted, &questions, reader.at);
        quoting->reader = reader;
    }
    quoting->in_quotation = newcomer.in_quotation;
    if (quoting->open.what.ptr && !nobody_holds(recall, &quoting->open, quoting->end))
        return false;
    quoting->open = (struct question){0};
    return true;
}

/* Whether what the newcomer says of the figures is what it would say if it had heard everything. */
static bool is_answered(struct recall *recall, const struct speaker *newcomer, struct sentence sentence,
                        const struct reading *reading, const struct str *said_by, struct str *ret_quoted)
{
    const struct question *question, *answered = NULL;
    bool asks_who_is_quoted = false;
    if (recall->told_count == TOLD_MAX || recall->questions.more)
        return false;
    for (size_t k = 0; k < reading->count; k++) {
        size_t first = reading->at[k].first;
        if (first >= recall->questions.doubtful)
            return false;
        asks_who_is_quoted |= reading->quoted[first] && !said_by[first].ptr;
        question = said_by[first].ptr ? question_behind(&recall->questions, said_by[first]) : NULL;
        if (question && question != answered && !nobody_holds(recall, question, sentence.end))
            return false;
        answered = question ? question : answered;
    }
    *ret_quoted = newcomer->quoted;
    if (!asks_who_is_quoted)
        return true;
    if (newcomer->quoted.ptr) {
        question = question_behind(&recall->questions, newcomer->quoted);
        return !question || question == answered || nobody_holds(recall, question, sentence.end);
    }
    if (!find_quoting(recall, sentence.start))
        return false;
    *ret_quoted = recall->quoting.who;
    return true;
}

/* ---- passing over ---- */

/* The quotation that was open, if any, does not go on in the paragraph that begins here. */
static void end_quotation(struct recall *recall, const struct sentence_reader *before)
{
    recall->quoting = (struct quoting){.reader = *before, .told = recall->last, .in_quotation = recall->in_quotation};
}

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
        hear_sentence(recall, &recall->speaker, before->text, sentence, NULL);
        return;
    }
    fall_behind(recall, before);
    if (sentence.paragraph_start && !recall->in_quotation)
        end_quotation(recall, before);
    if (sentence.paragraph_start)
        recall->in_quotation = false;
    if (recall->mark <= sentence.start)
        recall->mark = quotation_next(before->text, sentence.start);
    if (recall->mark < sentence.end)
        follow_quotations(recall, before->text, sentence);
}

/* What was read by a newcomer only. Its tokens are kept, for they cost as much as all the rest of hearing it. */
static void remember_told(struct recall *recall, struct sentence sentence, const struct reading *reading)
{
    const struct tokens *tokens = &reading->tokens;
    if (sentence.end == tokens->text.len)
        return; /* nobody will ask */
    struct told *told = arena_take(&recall->kept, sizeof(*told) + reading->count * sizeof(told->figures[0]));
    told->next = NULL;
    told->start = sentence.start;
    told->end = sentence.end;
    told->tokens.count = 0;
    told->count = reading->count;
    for (size_t k = 0; k < reading->count; k++)
        told->figures[k] = (struct figure){reading->at[k].first, reading->at[k].end, reading->at[k].kind};
    if (recall->kept_count + tokens->count <= KEPT_MAX) {
        recall->kept_count += tokens->count;
        told->tokens = *tokens;
        told->tokens.at = arena_take(&recall->kept, tokens->count * sizeof(*tokens->at));
        memcpy(told->tokens.at, tokens->at, tokens->count * sizeof(*tokens->at));
    }
    if (recall->last)
        recall->last->next = told;
    else
        recall->first = told;
    recall->last = told;
    recall->told_count++;
}

/* ---- a sentence with figures ---- */

struct speaker *recall_begin(struct recall *recall, const struct sentence_reader *before, struct reading *reading)
{
    struct speaker *speaker = &recall->speaker;
    if (!recall->at_once) {
        fall_behind(recall, before);
        if (reading->paragraph_start && !(recall->in_quotation && token_flag(&reading->tokens, 0, TOKEN_OPEN)))
            end_quotation(recall, before);
        questions_clear(&recall->questions);
        recall->newcomer = (struct speaker){
            .questions = &recall->questions, .author = recall->speaker.author, .in_quotation = recall->in_quotation};
        speaker = &recall->newcomer;
    }
    quotations_read(speaker, reading);
    return speaker;
}

void recall_pass_read(struct recall *recall, struct speaker *speaker, struct sentence sentence, struct reading *reading)
{
    if (recall->at_once || recall->told_count == TOLD_MAX) {
        figures_take(reading);
        struct str ignored;
        recall_end(recall, speaker, sentence, reading, &ignored);
        return;
    }
    recall->in_quotation = speaker->in_quotation;
    remember_told(recall, sentence, reading);
}

const struct str *recall_end(struct recall *recall, struct speaker *speaker, struct sentence sentence,
                             struct reading *reading, struct str *ret_quoted)
{
    const struct str *said_by = speaker_read(speaker, reading);
    if (speaker->memory) {
        *ret_quoted = speaker->quoted;
        return said_by;
    }
    if (is_answered(recall, speaker, sentence, reading, said_by, ret_quoted)) {
        recall->in_quotation = speaker->in_quotation;
        remember_told(recall, sentence, reading);
        if (speaker->quoted.ptr) {
            note_quoting(&recall->quoting, speaker->quoted, &recall->questions, sentence.end);
            recall->quoting.in_quotation = speaker->in_quotation;
            recall->quoting_is_next = true;
        }
        return said_by;
    }
    catch_up(recall, sentence.start);
    quotations_read(&recall->speaker, reading);
    said_by = speaker_read(&recall->speaker, reading);
    *ret_quoted = recall->speaker.quoted;
    return said_by;
}
