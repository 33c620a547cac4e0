/* XML by expat, made safe. */
#include "core/intake/xml.h"

#include <string.h>

#include "core/base/limits.h"

/* Names come as "address|local": the last bar parts them. */
enum { SEPARATOR = '|' };

static struct str local_name(const char *name, struct str *ret_space)
{
    const char *bar = strrchr(name, SEPARATOR);
    *ret_space = bar ? (struct str){name, (size_t)(bar - name)} : STR("");
    return str_from(bar ? bar + 1 : name);
}

static void refuse(struct xml *xml, const char *why)
{
    if (!xml->refused)
        xml->refused = why;
    XML_StopParser(xml->parser, XML_FALSE);
}

static void on_start(void *ctx, const XML_Char *name, const XML_Char **attributes)
{
    struct xml *xml = ctx;
    struct str space, local = local_name(name, &space);
    const struct limits *limits = xml->limits ? xml->limits : &limits_normal;
    if (++xml->depth > (int)limits->xml_depth)
        refuse(xml, "its elements are nested too deep; --limit xml-depth=N lets them nest deeper");
    else if (!xml->refused && xml->start)
        xml->start(xml->ctx, space, local, (const char *const *)attributes);
}

static void on_end(void *ctx, const XML_Char *name)
{
    struct xml *xml = ctx;
    struct str space, local = local_name(name, &space);
    xml->depth--;
    if (!xml->refused && xml->end)
        xml->end(xml->ctx, space, local);
}

static void on_text(void *ctx, const XML_Char *text, int length)
{
    struct xml *xml = ctx;
    if (!xml->refused && xml->text)
        xml->text(xml->ctx, (struct str){text, (size_t)length});
}

/* As expat calls it. NOLINTNEXTLINE(readability-function-size) */
static void on_entity(void *ctx, const XML_Char *name, int is_parameter, const XML_Char *value, int length,
                      const XML_Char *base, const XML_Char *system, const XML_Char *public, const XML_Char *notation)
{
    (void)name, (void)is_parameter, (void)value, (void)length, (void)base, (void)system, (void)public, (void)notation;
    refuse(ctx, "it declares entities of its own, which no such document needs");
}

struct str xml_attribute(const char *const *attributes, const char *name)
{
    struct str space;
    for (size_t i = 0; attributes && attributes[i]; i += 2)
        if (str_eq(local_name(attributes[i], &space), str_from(name)))
            return str_from(attributes[i + 1]);
    return STR_NULL;
}

size_t xml_place(const struct xml *xml)
{
    return (size_t)XML_GetCurrentByteIndex(xml->parser);
}

size_t xml_place_end(const struct xml *xml)
{
    return xml_place(xml) + (size_t)XML_GetCurrentByteCount(xml->parser);
}

bool xml_parse(struct xml *xml, struct str bytes, struct arena *arena, struct str *ret_failure)
{
    xml->parser = XML_ParserCreateNS("UTF-8", SEPARATOR);
    if (!xml->parser)
        return false;
    XML_SetUserData(xml->parser, xml);
    XML_SetElementHandler(xml->parser, on_start, on_end);
    XML_SetCharacterDataHandler(xml->parser, on_text);
    XML_SetEntityDeclHandler(xml->parser, on_entity);
    bool ok = XML_Parse(xml->parser, bytes.ptr, (int)bytes.len, 1) == XML_STATUS_OK && !xml->refused;
    if (!ok && xml->refused)
        *ret_failure = str_from(xml->refused);
    else if (!ok)
        *ret_failure = arena_printf(arena, "its XML is broken at line %lu: %s", XML_GetCurrentLineNumber(xml->parser),
                                    XML_ErrorString(XML_GetErrorCode(xml->parser)));
    XML_ParserFree(xml->parser);
    xml->parser = NULL;
    return ok;
}
