/*
 * Subtitles: SubRip (.srt) and WebVTT (.vtt). Cues that follow one another are one paragraph, since sentences run over
 * them; a new one begins where somebody else speaks or nobody does for three seconds. Each cue is a block with its time
 * code, and with its speaker where it says who: "<v Ada Example>", "ADA EXAMPLE: ", ">> Ada Example: ".
 */
#ifndef CORE_INTAKE_SUBTITLES_H
#define CORE_INTAKE_SUBTITLES_H

#include "core/intake/reader.h"

void subtitles_parse(struct str bytes, const struct limits *limits, struct arena *arena,
                     struct reading *ret); /* bytes in UTF-8 */

/* Whether bytes begin as subtitles do. */
bool subtitles_are(struct str bytes);

#endif
