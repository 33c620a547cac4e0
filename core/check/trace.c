/* Keeping and printing the steps of an arithmetic. */
#include "core/check/trace.h"

#include <assert.h>
#include <string.h>

/* Arrays in an arena grow by being copied to a place twice as large. */
static void *grown(struct arena *arena, const void *old, size_t count, size_t *cap, size_t size)
{
    *cap = *cap > 0 ? *cap * 2 : 8;
    char *larger = arena_alloc(arena, *cap * size);
    if (count > 0)
        memcpy(larger, old, count * size);
    return larger;
}

void trace_step(struct trace *trace, struct str text)
{
    if (trace->count == trace->cap)
        trace->steps = grown(trace->arena, trace->steps, trace->count, &trace->cap, sizeof(*trace->steps));
    trace->steps[trace->count++] = (struct trace_step){.text = text};
}

void trace_input(struct trace *trace, struct str name, struct str value, struct str origin)
{
    assert(trace->count > 0);
    struct trace_step *step = &trace->steps[trace->count - 1];
    struct trace_input *inputs = arena_alloc(trace->arena, (step->input_count + 1) * sizeof(*inputs));
    if (step->input_count > 0)
        memcpy(inputs, step->inputs, step->input_count * sizeof(*inputs));
    inputs[step->input_count++] = (struct trace_input){name, value, origin};
    step->inputs = inputs;
}

static void indent_by(struct buf *out, int columns)
{
    for (; columns > 0; columns--)
        buf_char(out, ' ');
}

void trace_text(const struct trace *trace, struct buf *out, int indent)
{
    for (size_t i = 0; i < trace->count; i++) {
        const struct trace_step *step = &trace->steps[i];
        indent_by(out, indent);
        buf_str(out, step->text);
        buf_char(out, '\n');
        for (size_t j = 0; j < step->input_count; j++) {
            const struct trace_input *input = &step->inputs[j];
            indent_by(out, indent + 4);
            buf_printf(out, "%.*s = %.*s\n", STR_ARG(input->name), STR_ARG(input->value));
            indent_by(out, indent + 8);
            buf_printf(out, "from %.*s\n", STR_ARG(input->origin));
        }
    }
}

static json_t *text_json(struct str s)
{
    return s.ptr ? json_stringn(s.ptr, s.len) : json_null();
}

json_t *trace_json(const struct trace *trace)
{
    json_t *steps = json_array();
    for (size_t i = 0; i < trace->count; i++) {
        const struct trace_step *step = &trace->steps[i];
        json_t *inputs = json_array();
        for (size_t j = 0; j < step->input_count; j++) {
            json_t *input = json_object();
            json_object_set_new(input, "name", text_json(step->inputs[j].name));
            json_object_set_new(input, "value", text_json(step->inputs[j].value));
            json_object_set_new(input, "origin", text_json(step->inputs[j].origin));
            json_array_append_new(inputs, input);
        }
        json_t *one = json_object();
        json_object_set_new(one, "step", text_json(step->text));
        json_object_set_new(one, "inputs", inputs);
        json_array_append_new(steps, one);
    }
    return steps;
}
