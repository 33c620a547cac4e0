/*
 * XML by expat, with what a hostile document must not do taken away: no entities of its own (so no bombs of them), none
 * from outside, no nesting beyond the limit. Bytes are UTF-8 already, whatever the document says of itself.
 */
#ifndef CORE_INTAKE_XML_H
#define CORE_INTAKE_XML_H

#include <expat.h>

#include "core/base/err.h"
#include "core/base/limits.h"
#include "core/base/mem.h"
#include "core/base/str.h"

struct xml {
    XML_Parser parser;
    void *ctx;
    /* Names are local ("item", "p"), whatever their prefix; `space` is the namespace's address, "" for none. */
    void (*start)(void *ctx, struct str space, struct str name, const char *const *attributes);
    void (*end)(void *ctx, struct str space, struct str name);
    void (*text)(void *ctx, struct str text);
    const struct limits *limits; /* NULL for the normal ones */
    int depth;
    const char *refused; /* why it was stopped */
};

/* Parses all of `bytes`. False where it is broken or was refused; *ret_failure says what and at which line. */
bool xml_parse(struct xml *xml, struct str bytes, struct arena *arena, struct str *ret_failure);

/* An attribute by its local name; STR_NULL where there is none. */
struct str xml_attribute(const char *const *attributes, const char *name);

/* Where in the bytes the event that is being told of begins and ends. */
size_t xml_place(const struct xml *xml);
size_t xml_place_end(const struct xml *xml);

#endif
