/* Subtitles to text, cue by cue. */
#include "core/intake/subtitles.h"

#include <string.h>

enum {
    PAUSE_MS = 3000,  /* after which a new paragraph begins */
    SPEAKER_MOST = 60 /* bytes of a name before a colon */
};

/* "00:01:02,500", "01:02.500": hours may be missing. False where it is none. */
static bool take_time(struct str *text, uint32_t *ret_ms)
{
    uint64_t part[3] = {0}, fraction = 0;
    size_t parts = 0, i = 0, digits = 0;
    *text = str_trim(*text);
    for (;; i++) {
        size_t start = i;
        while (i < text->len && is_digit(text->ptr[i]) && i - start < 4)
            part[parts] = part[parts] * 10 + (uint64_t)(text->ptr[i++] - '0');
        if (i == start)
            return false;
        parts++;
        if (i == text->len || text->ptr[i] != ':' || parts == 3)
            break;
    }
    if (parts < 2 || i == text->len || (text->ptr[i] != ',' && text->ptr[i] != '.'))
        return false;
    for (i++; i < text->len && is_digit(text->ptr[i]) && digits < 3; i++, digits++)
        fraction = fraction * 10 + (uint64_t)(text->ptr[i] - '0');
    uint64_t seconds = parts == 3 ? part[0] * 3600 + part[1] * 60 + part[2] : part[0] * 60 + part[1];
    *ret_ms = (uint32_t)(seconds * 1000 + fraction);
    *text = str_slice(*text, i, text->len);
    return digits == 3;
}

/* "00:00:01,000 --> 00:00:04,000 align:start" */
static bool take_times(struct str line, uint32_t *ret_begin, uint32_t *ret_end)
{
    if (!take_time(&line, ret_begin))
        return false;
    line = str_trim(line);
    if (!str_starts(line, STR("-->")))
        return false;
    line = str_slice(line, 3, line.len);
    return take_time(&line, ret_end);
}

bool subtitles_are(struct str bytes)
{
    uint32_t begin, end;
    struct str rest = bytes;
    if (str_starts(rest, STR("\xEF\xBB\xBF")))
        rest = str_slice(rest, 3, rest.len);
    if (str_starts(rest, STR("WEBVTT")))
        return true;
    for (int i = 0; i < 4 && rest.len > 0; i++)
        if (take_times(str_split(&rest, '\n'), &begin, &end))
            return true;
    return false;
}

struct subtitles {
    struct str bytes;
    struct writing writing;
    struct str speaker;            /* who speaks now */
    struct str written;            /* whose name was written last */
    uint32_t begins, ends, last;   /* of the cue; `last` is the end of the one before */
    bool paragraph, cue;           /* one is open */
    uint32_t name_start, name_end; /* where in the text that name stands */
};

/* The length of "<…>" or SubRip's "{\an8}"; 0 where it is none. */
static size_t tag_length(struct str line, size_t at)
{
    char close = line.ptr[at] == '<' ? '>' : '}';
    const char *end = memchr(line.ptr + at, close, line.len - at);
    if (!end || (close == '}' && line.ptr[at + 1] != '\\'))
        return 0;
    return (size_t)(end - line.ptr) + 1 - at;
}

/* "v Ada Example" names who speaks; other tags only dress. */
static void take_tag(struct subtitles *s, struct str tag)
{
    if (!str_starts(tag, STR("v ")) && !str_starts(tag, STR("v.")))
        return;
    struct str name = str_trim(str_slice(tag, str_find(tag, STR(" "), 0), tag.len));
    if (name.len > 0 && name.len <= SPEAKER_MOST)
        s->speaker = name;
}

/* WebVTT's entities. */
static struct str entity_at(struct str text, size_t at, size_t *ret_length)
{
    static const struct str known[][2] = {
        {{"&amp;", 5}, {"&", 1}},   {{"&lt;", 4}, {"<", 1}}, {{"&gt;", 4}, {">", 1}}, {{"&nbsp;", 6}, {"\xC2\xA0", 2}},
        {{"&quot;", 6}, {"\"", 1}}, {{"&lrm;", 5}, {"", 0}}, {{"&rlm;", 5}, {"", 0}}};
    for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
        if (str_starts(str_slice(text, at, text.len), known[i][0])) {
            *ret_length = known[i][0].len;
            return known[i][1];
        }
    return STR_NULL;
}

/* A name in capitals or with capital letters, and a colon: "ADA EXAMPLE:", "- Dr. Ada Example:". */
static size_t name_length(struct str line, struct str *ret_name)
{
    size_t start = 0, words = 1, end;
    while (start < line.len && (line.ptr[start] == '>' || line.ptr[start] == '-' || is_space(line.ptr[start])))
        start++;
    for (end = start; end < line.len && line.ptr[end] != ':'; end++) {
        char c = line.ptr[end];
        bool begins = end == start || line.ptr[end - 1] == ' ';
        words += c == ' ';
        if ((begins && is_lower(c)) || is_digit(c) || memchr(",;!?\"()<>", c, 9) || words > 5 ||
            end - start > SPEAKER_MOST)
            return 0;
    }
    bool ends = end + 1 == line.len || (end + 1 < line.len && is_space(line.ptr[end + 1]));
    if (end == start || end == line.len || !ends)
        return 0;
    *ret_name = str_slice(line, start, end);
    return end + 1;
}

static void open_paragraph(struct subtitles *s)
{
    struct writing *writing = &s->writing;
    bool same = str_eq(s->speaker, s->written);
    if (s->paragraph && same && s->begins <= s->last + PAUSE_MS) {
        writing_add(writing, STR(" "));
        return;
    }
    if (writing->out.len > 0)
        writing_add(writing, STR("\n\n"));
    s->paragraph = true;
    s->written = s->speaker;
}

static void end_cue(struct subtitles *s)
{
    struct writing *writing = &s->writing;
    if (!s->cue)
        return;
    writing_trim(writing);
    writing_last(writing)->end = (uint32_t)writing->out.len;
    s->last = s->ends;
    s->cue = false;
}

/* A cue's block; the first of somebody's says in the text who it is. */
static void open_cue(struct subtitles *s)
{
    struct writing *writing = &s->writing;
    bool first = !str_eq(s->speaker, s->written);
    end_cue(s);
    open_paragraph(s);
    struct block *block = writing_begin_block(writing, BLOCK_CUE);
    block->begins_ms = s->begins;
    block->ends_ms = s->ends;
    if (s->speaker.len > 0 && first) {
        s->name_start = block->start;
        writing_add(writing, s->speaker);
        s->name_end = (uint32_t)writing->out.len;
        writing_add(writing, STR(": "));
    }
    if (s->speaker.len > 0) {
        block->speaker = s->name_start;
        block->speaker_end = s->name_end;
    }
    s->cue = true;
}

/* Text of a line that holds no tags; the first of it stands apart from the line before. */
static void add_run(struct subtitles *s, struct str run, struct str shown, bool *begun)
{
    while (!*begun && run.ptr == shown.ptr && run.len > 0 && is_space(run.ptr[0]))
        run = shown = str_slice(run, 1, run.len);
    if (shown.len == 0)
        return;
    if (!s->cue || !str_eq(s->speaker, s->written))
        open_cue(s);
    else if (!*begun)
        writing_add(&s->writing, STR(" "));
    *begun = true;
    writing_add_from(&s->writing, shown, (size_t)(run.ptr - s->bytes.ptr), run.len);
}

static void add_line(struct subtitles *s, struct str line)
{
    struct str name = STR_NULL;
    size_t from = name_length(line, &name), i = from;
    bool begun = false;
    if (name.len > 0)
        s->speaker = name;
    while (i < line.len) {
        size_t length = 0;
        struct str entity = entity_at(line, i, &length);
        if (!entity.ptr && (line.ptr[i] == '<' || line.ptr[i] == '{'))
            length = tag_length(line, i);
        if (length == 0) {
            i++;
            continue;
        }
        add_run(s, str_slice(line, from, i), str_slice(line, from, i), &begun);
        if (entity.ptr)
            add_run(s, str_slice(line, i, i + length), entity, &begun);
        else
            take_tag(s, str_slice(line, i + 1, i + length - 1));
        from = i += length;
    }
    add_run(s, str_slice(line, from, line.len), str_slice(line, from, line.len), &begun);
}

/* Lines up to a blank one. */
static void take_cue(struct subtitles *s, struct str *rest)
{
    while (rest->len > 0) {
        struct str line = str_trim(str_split(rest, '\n'));
        if (line.len == 0)
            break;
        add_line(s, line);
    }
    end_cue(s);
}

void subtitles_parse(struct str bytes, const struct limits *limits, struct arena *arena, struct reading *ret)
{
    struct subtitles s = {.bytes = bytes, .speaker = STR(""), .written = STR("")};
    struct str rest = bytes;
    (void)limits;
    writing_begin(&s.writing, arena, ret);
    while (rest.len > 0)
        if (take_times(str_split(&rest, '\n'), &s.begins, &s.ends))
            take_cue(&s, &rest);
    if (s.writing.out.len > 0)
        writing_add(&s.writing, STR("\n"));
    else
        ret->failure = STR("it has no cues with times; if it is plain text all the same, name it .txt");
    writing_end(&s.writing);
}
