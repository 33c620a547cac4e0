/* Finding the character encoding: marks, what was said, strict UTF-8, and a guess. */
#include "core/intake/charset.h"

#include <dlfcn.h>
#include <string.h>

#include "core/base/limits.h"
#include "core/base/utf8.h"
#include "core/intake/sandbox.h"

/* The web's names (WHATWG Encoding Standard, section 4.2) with the most usual of their other names. */
static const struct known {
    const char *name, *convert;
    bool like_ascii;
    const char *labels; /* separated by spaces, in small letters */
} known[] = {
    {"UTF-8", NULL, true, "utf-8 utf8 unicode-1-1-utf-8 ascii us-ascii ansi_x3.4-1968"},
    {"WINDOWS-1252", "CP1252", true, "windows-1252 cp1252 x-cp1252 iso-8859-1 iso8859-1 iso_8859-1 latin1 l1"},
    {"WINDOWS-1250", "CP1250", true, "windows-1250 cp1250 x-cp1250"},
    {"WINDOWS-1251", "CP1251", true, "windows-1251 cp1251 x-cp1251"},
    {"WINDOWS-1253", "CP1253", true, "windows-1253 cp1253 x-cp1253"},
    {"WINDOWS-1254", "CP1254", true, "windows-1254 cp1254 iso-8859-9 iso8859-9 latin5 l5"},
    {"WINDOWS-1255", "CP1255", true, "windows-1255 cp1255"},
    {"WINDOWS-1256", "CP1256", true, "windows-1256 cp1256"},
    {"WINDOWS-1257", "CP1257", true, "windows-1257 cp1257"},
    {"WINDOWS-1258", "CP1258", true, "windows-1258 cp1258"},
    {"WINDOWS-874", "CP874", true, "windows-874 tis-620 iso-8859-11"},
    {"ISO-8859-2", "ISO-8859-2", true, "iso-8859-2 iso8859-2 latin2 l2"},
    {"ISO-8859-3", "ISO-8859-3", true, "iso-8859-3 latin3"},
    {"ISO-8859-4", "ISO-8859-4", true, "iso-8859-4 latin4"},
    {"ISO-8859-5", "ISO-8859-5", true, "iso-8859-5 cyrillic"},
    {"ISO-8859-6", "ISO-8859-6", true, "iso-8859-6 arabic"},
    {"ISO-8859-7", "ISO-8859-7", true, "iso-8859-7 greek"},
    {"ISO-8859-8", "ISO-8859-8", true, "iso-8859-8 iso-8859-8-i hebrew logical"},
    {"ISO-8859-10", "ISO-8859-10", true, "iso-8859-10 latin6"},
    {"ISO-8859-13", "ISO-8859-13", true, "iso-8859-13"},
    {"ISO-8859-14", "ISO-8859-14", true, "iso-8859-14"},
    {"ISO-8859-15", "ISO-8859-15", true, "iso-8859-15 latin9 l9"},
    {"ISO-8859-16", "ISO-8859-16", true, "iso-8859-16"},
    {"IBM866", "CP866", true, "ibm866 cp866"},
    {"KOI8-R", "KOI8-R", true, "koi8-r koi8 koi"},
    {"KOI8-U", "KOI8-U", true, "koi8-u koi8-ru"},
    {"MACINTOSH", "MACINTOSH", true, "macintosh mac x-mac-roman"},
    {"X-MAC-CYRILLIC", "MAC-CYRILLIC", true, "x-mac-cyrillic mac-cyrillic"},
    {"GBK", "GB18030", true, "gbk gb2312 gb_2312-80 gb18030 x-gbk chinese"},
    {"BIG5", "BIG5-HKSCS", true, "big5 big5-hkscs cn-big5 x-x-big5"},
    {"EUC-JP", "EUC-JP", true, "euc-jp x-euc-jp"},
    {"SHIFT_JIS", "CP932", true, "shift_jis shift-jis sjis x-sjis windows-31j ms_kanji cp932"},
    {"ISO-2022-JP", "ISO-2022-JP", false, "iso-2022-jp"},
    {"EUC-KR", "CP949", true, "euc-kr ks_c_5601-1987 ksc5601 korean windows-949 uhc cp949"},
    {"UTF-16LE", "UTF-16LE", false, "utf-16le utf-16 ucs-2 unicode"},
    {"UTF-16BE", "UTF-16BE", false, "utf-16be"},
    {"UTF-32LE", "UTF-32LE", false, "utf-32le utf-32"},
    {"UTF-32BE", "UTF-32BE", false, "utf-32be"},
};
enum { KNOWN_COUNT = sizeof(known) / sizeof(known[0]) };

static bool has_label(struct str labels, struct str label)
{
    while (labels.len > 0)
        if (str_eq_nocase(str_split(&labels, ' '), label))
            return true;
    return false;
}

bool charset_by_name(struct str label, struct charset *ret)
{
    label = str_trim(label);
    for (size_t i = 0; label.len > 0 && i < KNOWN_COUNT; i++) {
        if (!has_label(str_from(known[i].labels), label))
            continue;
        *ret = (struct charset){.name = known[i].name, .convert = known[i].convert, .like_ascii = known[i].like_ascii};
        return true;
    }
    return false;
}

struct str charset_names(struct arena *arena)
{
    struct str names = STR("");
    for (size_t i = 0; i < KNOWN_COUNT; i++)
        names = arena_printf(arena, "%.*s%s%s", STR_ARG(names), i > 0 ? ", " : "", known[i].name);
    return names;
}

/* ---- marks ---- */

/* Unicode, section 23.8. UTF-32's comes first: UTF-16's is the beginning of it. */
static bool find_mark(struct str bytes, struct charset *ret)
{
    static const struct {
        struct str mark;
        const char *name;
    } marks[] = {
        {{"\xEF\xBB\xBF", 3}, "utf-8"}, {{"\xFF\xFE\0\0", 4}, "utf-32le"}, {{"\0\0\xFE\xFF", 4}, "utf-32be"},
        {{"\xFF\xFE", 2}, "utf-16le"},  {{"\xFE\xFF", 2}, "utf-16be"},
    };
    for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
        if (str_starts(bytes, marks[i].mark) && charset_by_name(str_from(marks[i].name), ret)) {
            ret->mark = marks[i].mark.len;
            return true;
        }
    return false;
}

/* ---- what the page says ---- */

/* The label after "charset=" or "encoding=" at `at`, in quotes or not. */
static struct str label_at(struct str text, size_t at)
{
    while (at < text.len && is_space(text.ptr[at]))
        at++;
    if (at == text.len || text.ptr[at] != '=')
        return STR_NULL;
    at++;
    while (at < text.len && (is_space(text.ptr[at]) || text.ptr[at] == '"' || text.ptr[at] == '\''))
        at++;
    size_t end = at;
    while (end < text.len && !is_space(text.ptr[end]) && !memchr("\"';>/?", text.ptr[end], 6))
        end++;
    return str_slice(text, at, end);
}

static size_t find_nocase(struct str text, struct str word, size_t from)
{
    for (size_t at = from; at + word.len <= text.len; at++)
        if (str_eq_nocase(str_slice(text, at, at + word.len), word))
            return at;
    return text.len;
}

/* <meta charset>, <meta http-equiv content="…; charset=…">, <?xml encoding?>: in the first kilobytes, outside comments. */
static bool find_meta(struct str bytes, struct charset *ret)
{
    enum { LOOK_AT = 4096 };
    struct str head = str_slice(bytes, 0, bytes.len < LOOK_AT ? bytes.len : LOOK_AT);
    for (size_t at = str_find(head, STR("<"), 0); at < head.len; at = str_find(head, STR("<"), at + 1)) {
        struct str rest = str_slice(head, at, head.len);
        if (str_starts(rest, STR("<!--"))) {
            at += str_find(rest, STR("-->"), 4);
            continue;
        }
        rest.len = str_find(rest, STR(">"), 0);
        bool xml = str_starts(rest, STR("<?xml"));
        bool meta = rest.len > 5 && str_eq_nocase(str_slice(rest, 0, 5), STR("<meta"));
        struct str word = xml ? STR("encoding") : STR("charset");
        size_t found = xml || meta ? find_nocase(rest, word, 5) : rest.len;
        if (found < rest.len && charset_by_name(label_at(rest, found + word.len), ret)) {
            bool wide = ret->convert && str_starts(str_from(ret->convert), STR("UTF-"));
            return !wide || charset_by_name(STR("utf-8"), ret); /* it could be read, so it is not wide */
        }
    }
    return false;
}

/* ---- guessing ---- */

/* libuchardet's functions, loaded when there is something to guess: it brings C++'s library along. */
struct guesser {
    struct str bytes;
    void *(*make)(void);
    int (*take)(void *detector, const char *bytes, size_t length);
    void (*end)(void *detector);
    const char *(*say)(void *detector);
};

static void load_guesser(void *ctx)
{
    struct guesser *guesser = ctx;
    void *library = dlopen("libuchardet.so.0", RTLD_NOW | RTLD_LOCAL);
    if (!library)
        return;
    *(void **)&guesser->make = dlsym(library, "uchardet_new");
    *(void **)&guesser->take = dlsym(library, "uchardet_handle_data");
    *(void **)&guesser->end = dlsym(library, "uchardet_data_end");
    *(void **)&guesser->say = dlsym(library, "uchardet_get_charset");
}

static void guess(void *ctx, struct buf *answer)
{
    struct guesser *guesser = ctx;
    if (!guesser->make || !guesser->take || !guesser->end || !guesser->say)
        return;
    void *detector = guesser->make();
    size_t most = (size_t)1 << 20, length = guesser->bytes.len < most ? guesser->bytes.len : most;
    guesser->take(detector, guesser->bytes.ptr, length);
    guesser->end(detector);
    buf_str(answer, str_from(guesser->say(detector)));
}

static bool is_latin(const struct charset *charset)
{
    static const char *const latin[] = {
        "WINDOWS-1250", "WINDOWS-1254", "WINDOWS-1257", "WINDOWS-1258", "ISO-8859-2",  "ISO-8859-3", "ISO-8859-4",
        "ISO-8859-10",  "ISO-8859-13",  "ISO-8859-14",  "ISO-8859-15",  "ISO-8859-16", "MACINTOSH",  NULL};
    for (size_t i = 0; latin[i]; i++)
        if (strcmp(charset->name, latin[i]) == 0)
            return true;
    return false;
}

/*
 * One letter in ten has a mark in Polish, Czech, Turkish or Vietnamese, one in fifty in German, hardly any in English. For
 * few of them the guess among Latin alphabets is a matter of luck; Windows' own is what they mostly are.
 */
static bool has_few_marks(struct str bytes)
{
    size_t high = 0;
    for (size_t i = 0; i < bytes.len; i++)
        high += (unsigned char)bytes.ptr[i] >= 0x80;
    return high < bytes.len / 20 + 4;
}

static bool find_guess(struct str bytes, const struct limits *limits, struct charset *ret, struct err *err)
{
    struct guesser guesser = {.bytes = bytes};
    struct sandbox_job job = {load_guesser, guess, &guesser};
    struct sandbox_limits little = sandbox_limits_of(limits ? limits : &limits_normal, 256);
    struct buf answer = {0};
    bool ok = sandbox_run(&job, &little, &answer, err);
    if (ok && (!charset_by_name(buf_view(&answer), ret) || !ret->convert || (is_latin(ret) && has_few_marks(bytes))))
        charset_by_name(STR("windows-1252"), ret);
    buf_release(&answer);
    return ok;
}

bool charset_find(struct str bytes, const struct charset_hints *hints, struct charset *ret, struct err *err)
{
    struct charset found = {0};
    size_t bad;
    if (find_mark(bytes, &found)) {
        found.found = "byte order mark";
    } else if (hints->option.ptr && charset_by_name(hints->option, &found)) {
        found.found = "option";
    } else if (hints->http.ptr && charset_by_name(hints->http, &found)) {
        found.found = "HTTP header";
    } else if (hints->page && find_meta(bytes, &found)) {
        found.found = "meta";
    } else if (utf8_valid(bytes, &bad)) {
        charset_by_name(STR("utf-8"), &found);
        found.found = "UTF-8 throughout";
    } else {
        if (!find_guess(bytes, hints->limits, &found, err))
            return false;
        found.found = "guess";
    }
    *ret = found;
    return true;
}
