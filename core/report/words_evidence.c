/* The words for where a citation stands. */
#include "core/report/words_evidence.h"

#include <inttypes.h>

static void between(struct buf *out, size_t before)
{
    if (out->len > before)
        buf_str(out, STR("; "));
}

static struct str day(struct str at)
{
    return str_slice(at, 0, at.len < 10 ? at.len : 10);
}

/* ": page 4, paragraph 3, bytes 120 to 160, and in 2 other places" */
static void add_place(struct buf *out, const struct voice *voice, const struct sighting *sighting)
{
    struct arena scratch = {0};
    const char *separator = ": ";
    if (sighting->place.len > 0) {
        buf_printf(out, "%s%.*s", separator, STR_ARG(sighting->place));
        separator = ", ";
    }
    if (sighting->origin_end > 0) {
        buf_str(out, str_from(separator));
        VOICE_FILL(out, voice, PHRASE_PLACE_BYTES, arena_printf(&scratch, "%" PRId64, sighting->origin),
                   arena_printf(&scratch, "%" PRId64, sighting->origin_end));
    }
    if (sighting->places > 1) {
        buf_str(out, STR(", "));
        voice_count(out, voice, PHRASE_PLACE_OTHERS, sighting->places - 1);
    }
    arena_release(&scratch);
}

static void add_quote(struct buf *out, const struct voice *voice, const struct evidence *evidence)
{
    static const int phrases[PRESENCE_END] = {
        [PRESENCE_STANDS] = PHRASE_QUOTE_STANDS,
        [PRESENCE_PARTS] = PHRASE_QUOTE_IN_PARTS,
        [PRESENCE_ABSENT] = PHRASE_QUOTE_ABSENT,
        [PRESENCE_UNKNOWN] = PHRASE_QUOTE_UNKNOWN,
    };
    const struct sighting *sighting = &evidence->sighting;
    struct str kept = day(evidence->visit.at);
    bool figure_says = sighting->figure == PRESENCE_STANDS || sighting->figure == PRESENCE_ABSENT;
    if (sighting->quote != PRESENCE_NONE)
        VOICE_FILL(out, voice, phrases[sighting->quote], kept);
    else if (!figure_says)
        VOICE_FILL(out, voice, PHRASE_KEPT, kept);
    if (sighting->quote == PRESENCE_STANDS || sighting->quote == PRESENCE_PARTS)
        add_place(out, voice, sighting);
}

static void add_figure(struct buf *out, const struct voice *voice, const struct evidence *evidence)
{
    const struct sighting *sighting = &evidence->sighting;
    struct str kept = day(evidence->visit.at);
    bool quoted = sighting->quote != PRESENCE_NONE;
    if (sighting->figure == PRESENCE_STANDS && quoted)
        VOICE_FILL(out, voice, PHRASE_FIGURE_IN_QUOTE, sighting->figure_literal);
    else if (sighting->figure == PRESENCE_STANDS)
        VOICE_FILL(out, voice, PHRASE_FIGURE_STANDS, kept, sighting->figure_literal);
    else if (sighting->figure == PRESENCE_ABSENT)
        VOICE_FILL(out, voice, quoted ? PHRASE_FIGURE_NOT_IN_QUOTE : PHRASE_FIGURE_ABSENT, kept);
    else
        VOICE_FILL(out, voice, PHRASE_FIGURE_UNKNOWN, kept);
    if (sighting->figure == PRESENCE_STANDS && sighting->figure_place.len > 0)
        buf_printf(out, ": %.*s", STR_ARG(sighting->figure_place));
}

void words_evidence(struct buf *out, const struct voice *voice, const struct evidence *evidence)
{
    size_t before = out->len;
    if (!evidence || !evidence->looked)
        return;
    if (!evidence->found) {
        VOICE_FILL(out, voice, PHRASE_NOT_KEPT, evidence->last.note);
        return;
    }
    add_quote(out, voice, evidence);
    if (evidence->sighting.figure != PRESENCE_NONE) {
        between(out, before);
        add_figure(out, voice, evidence);
    }
    if (!evidence->visit.text.ptr && evidence->visit.note.len > 0)
        buf_printf(out, " (%.*s)", STR_ARG(evidence->visit.note));
}

void words_kept(struct buf *out, const struct voice *voice, const struct visit *visit)
{
    struct buf bytes = {0};
    if (!visit->sha256.ptr)
        return;
    voice_integer(&bytes, voice, visit->bytes);
    VOICE_FILL(out, voice, PHRASE_KEPT_BYTES, buf_view(&bytes), visit->sha256);
    buf_release(&bytes);
}

/* Of three phrases that follow one another: it is there, it is not, nobody knows. */
static int still(int first, int presence)
{
    bool there = presence == PRESENCE_STANDS || presence == PRESENCE_PARTS;
    return there ? first : presence == PRESENCE_ABSENT ? first + 1 : first + 2;
}

void words_still(struct buf *out, const struct voice *voice, const struct sighting *sighting)
{
    if (sighting->quote != PRESENCE_NONE) /* a figure in it stands and falls with it */
        buf_str(out, str_from(voice_phrase(voice, still(PHRASE_STILL_QUOTE, sighting->quote))));
    else if (sighting->figure != PRESENCE_NONE)
        buf_str(out, str_from(voice_phrase(voice, still(PHRASE_STILL_FIGURE, sighting->figure))));
}

/* What the last look came to, where it brought no text of its own. */
static void add_last(struct buf *out, const struct voice *voice, const struct visit *last)
{
    static const int phrases[LOOK_END] = {
        [LOOK_KEPT] = PHRASE_SOURCE_UNCHANGED,    [LOOK_UNCHANGED] = PHRASE_SOURCE_UNCHANGED,
        [LOOK_CHANGED] = PHRASE_SOURCE_UNCHANGED, [LOOK_MOVED] = PHRASE_SOURCE_MOVED,
        [LOOK_GONE] = PHRASE_SOURCE_GONE,         [LOOK_FAILED] = PHRASE_SOURCE_FAILED,
    };
    VOICE_FILL(out, voice, phrases[last->outcome], day(last->at), last->outcome == LOOK_MOVED ? last->url : last->note);
}

void words_source_since(struct buf *out, const struct voice *voice, const struct evidence *evidence)
{
    size_t before = out->len;
    if (!evidence || !evidence->looked || !evidence->found)
        return;
    const struct sighting *last = &evidence->sighting_last;
    int64_t told = evidence->found_last ? evidence->visit_last.number : evidence->visit.number;
    if (evidence->found_last) {
        VOICE_FILL(out, voice, PHRASE_SOURCE_ANOTHER_TEXT, day(evidence->visit_last.at));
        if (last->quote != PRESENCE_NONE || last->figure != PRESENCE_NONE)
            buf_str(out, STR(": "));
        words_still(out, voice, last);
    }
    if (evidence->last.number <= told)
        return;
    between(out, before);
    add_last(out, voice, &evidence->last);
}

bool evidence_dead(const struct evidence *evidence)
{
    return evidence && evidence->looked && evidence->last.outcome == LOOK_GONE;
}

bool evidence_absent(const struct evidence *evidence)
{
    if (!evidence || !evidence->found)
        return false;
    const struct sighting *sighting = &evidence->sighting;
    return (sighting->quote != PRESENCE_NONE ? sighting->quote : sighting->figure) == PRESENCE_ABSENT;
}
