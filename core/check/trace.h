/*
 * The trace: every step of the arithmetic behind a result, each with what went into it and where that came from, so that a
 * reader can do it again by hand. Renderers print it as text or as JSON; it holds text of articles and tables, raw.
 */
#ifndef CORE_CHECK_TRACE_H
#define CORE_CHECK_TRACE_H

#include <jansson.h>
#include <stddef.h>

#include "core/base/buf.h"
#include "core/base/mem.h"

struct trace_input {
    struct str name;   /* "GDP, United Kingdom, 2023" */
    struct str value;  /* "3,340,032,380,668.16 USD" */
    struct str origin; /* "series 1 gdp (World Bank, vintage 2024), gdp.csv line 13242, column 'Value'" */
};

struct trace_step {
    struct str text; /* "182,800,000,000 > 180,000,000,000" */
    const struct trace_input *inputs;
    size_t input_count;
};

struct trace {
    struct arena *arena;
    struct trace_step *steps;
    size_t count, cap;
};

/* Adds a step; then the inputs of the step that was added last. Texts are taken as they are: they live in the arena. */
void trace_step(struct trace *trace, struct str text);
void trace_input(struct trace *trace, struct str name, struct str value, struct str origin);

/* "  text" a step a line, each input on its own line under it, further in. */
void trace_text(const struct trace *trace, struct buf *out, int indent);
/* An array of {"step", "inputs": [{"name", "value", "origin"}]}; the caller owns it. */
json_t *trace_json(const struct trace *trace);

#endif
