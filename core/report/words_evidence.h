/* Where a citation stands, in words: raw, as in words.h. */
#ifndef CORE_REPORT_WORDS_EVIDENCE_H
#define CORE_REPORT_WORDS_EVIDENCE_H

#include "core/base/buf.h"
#include "core/record/review.h"
#include "core/record/visit.h"
#include "core/report/voice.h"

/*
 * "the quote stands in what was kept 2025-02-12: page 4, paragraph 3, bytes 120 to 160; the figure stands in the quote as
 * '$182.8 billion'"; "the quote is NOT in what was kept …"; "not kept: …". Nothing where nobody looked, or for NULL.
 */
void words_evidence(struct buf *out, const struct voice *voice, const struct evidence *evidence);

/* The bytes that were kept: "1,234 bytes, SHA-256 ab12…"; nothing where there are none. */
void words_kept(struct buf *out, const struct voice *voice, const struct visit *visit);

/* What the last look found, where there was one after that: "gone on 2025-03-01 (status 404)". */
void words_source_since(struct buf *out, const struct voice *voice, const struct evidence *evidence);

/* "the quote is still there, the figure is NOT"; nothing where nothing was looked for. */
void words_still(struct buf *out, const struct voice *voice, const struct sighting *sighting);

/* Whether the last look found that the source is gone. */
bool evidence_dead(const struct evidence *evidence);

/* Whether the quote, or without one the figure, was looked for and is in nothing that was kept. */
bool evidence_absent(const struct evidence *evidence);

#endif
