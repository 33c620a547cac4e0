/*
 * Every size that input drives has its limit here. A limit that bites is an error that names it; nothing is cut silently.
 */
#ifndef CORE_BASE_LIMITS_H
#define CORE_BASE_LIMITS_H

#include <stddef.h>

/* One document, in bytes: some 40,000 pages. The filter can be told otherwise. */
#define LIMIT_DOCUMENT_BYTES ((size_t)256 * 1024 * 1024)

/*
 * One Markdown document: its tree takes some hundred bytes a byte in the worst case. The work is an estimate of the
 * parser's steps where they grow faster than the text does (containers × lines, image brackets × closing ones).
 */
#define LIMIT_MARKDOWN_BYTES ((size_t)16 * 1024 * 1024)
#define LIMIT_MARKDOWN_WORK 100000000

/*
 * Claims of one document: each keeps its sentence, so that a text of figures only takes a hundred times its own room.
 * Prose has some two thousand in a million bytes.
 */
#define LIMIT_DOCUMENT_CLAIMS ((size_t)100000)

/* One sentence, in tokens: longer runs of text are cut into several at a token's end, so no figure is lost. */
#define LIMIT_SENTENCE_TOKENS 512

/* Digits of one number: 38 fill the coefficient of a decimal; longer runs of digits are identifiers. */
#define LIMIT_NUMBER_DIGITS 38

/* Text a reviewer types into one field (a quote, a rationale), in bytes. */
#define LIMIT_FIELD_BYTES ((size_t)1024 * 1024)

/*
 * One web page: how large, how deep its elements nest, how many attributes one tag has (Chromium flattens at 512 deep).
 * What reads foreign formats has that much processor time and memory at the most.
 */
#define LIMIT_PAGE_BYTES ((size_t)16 * 1024 * 1024)
#define LIMIT_PAGE_DEPTH 2000
#define LIMIT_PAGE_ATTRIBUTES 1000
#define LIMIT_XML_DEPTH 500
#define LIMIT_FEED_ENTRIES 10000
#define LIMIT_OFFICE_BYTES ((size_t)64 * 1024 * 1024) /* of a word processor's document, unpacked */
#define LIMIT_READER_SECONDS 5
#define LIMIT_READER_MEMORY ((size_t)512 * 1024 * 1024)

/* What is fetched from the web: bytes after decompression, headers, redirects, and seconds for all of it. */
#define LIMIT_FETCH_BYTES ((size_t)64 * 1024 * 1024)
#define LIMIT_FETCH_HEADER_BYTES ((size_t)256 * 1024)
#define LIMIT_FETCH_REDIRECTS 5
#define LIMIT_FETCH_SECONDS 60

/* Folders inside folders. */
#define LIMIT_FOLDER_DEPTH 64

#endif
