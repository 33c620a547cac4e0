/* Who wrote a page, as it shows to its readers. */
#include "core/intake/page_byline.h"

#include <string.h>

#include "core/intake/page_date.h"
#include "core/intake/reader.h"

enum { BYLINE_BYTES = 80, NAME_WORDS = 6 };

static struct str without_prefix(struct str name)
{
    static const struct str prefixes[] = {{"written by ", 11}, {"posted by ", 10}, {"published by ", 13},
                                          {"words by ", 9},    {"story by ", 9},   {"author: ", 8},
                                          {"by: ", 4},         {"by ", 3}};
    for (size_t i = 0; i < sizeof(prefixes) / sizeof(prefixes[0]); i++)
        if (name.len > prefixes[i].len && str_eq_nocase(str_slice(name, 0, prefixes[i].len), prefixes[i]))
            return str_trim(str_slice(name, prefixes[i].len, name.len));
    return name;
}

/* "Monday," and the like, which stand before dates. */
static bool is_weekday(struct str word)
{
    static const char *const days[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
    for (size_t i = 0; i < sizeof(days) / sizeof(days[0]); i++)
        if (str_eq(word, str_from(days[i])))
            return true;
    return false;
}

/* Where a date begins in a byline: at a month's name with a digit after it, at a weekday's with a comma, or at a digit. */
static size_t date_place(struct str text)
{
    for (size_t i = 0, start = 0; i <= text.len; i++) {
        if (i < text.len && is_alpha(text.ptr[i]))
            continue;
        if (i < text.len && is_digit(text.ptr[i]))
            return i;
        struct str rest = str_slice(text, i, text.len);
        if (i > start && i - start >= 3 && page_date_month(str_slice(text, start, i)) > 0 && rest.len > 1 &&
            (is_digit(rest.ptr[1]) || (rest.len > 2 && is_digit(rest.ptr[2]))))
            return start;
        if (rest.len > 0 && rest.ptr[0] == ',' && is_weekday(str_slice(text, start, i)))
            return start;
        start = i + 1;
    }
    return text.len;
}

/* The first part of a byline that is a name: without "By", and without what follows a bar or a date. */
struct str page_byline_name(struct str name)
{
    static const char *const stops[] = {" | ", " • ", " · ", " – ", " — ", "\n"};
    name = without_prefix(str_trim(name));
    for (size_t i = 0; i < sizeof(stops) / sizeof(stops[0]); i++)
        name = str_trim(str_slice(name, 0, str_find(name, str_from(stops[i]), 0)));
    name = str_trim(str_slice(name, 0, date_place(name)));
    while (name.len > 0 && memchr(",;|-", name.ptr[name.len - 1], 4))
        name = str_trim(str_slice(name, 0, name.len - 1));
    return name.len > 0 ? name : STR_NULL;
}

/* ---- looking for one ---- */

/* Text of one line, with ordinary spaces. */
static struct str line_of(const struct node *node, struct arena *arena)
{
    struct str text = node_first_line(node, arena);
    for (size_t at = 0; (at = str_find(text, STR("\xC2\xA0"), at)) < text.len;)
        memset((char *)text.ptr + at, ' ', 2);
    return reader_collapse(text, arena);
}

/* Two words or more, the first and the last of which begin as names do; the full stop of a sentence goes. */
static struct str as_name(struct str text)
{
    struct str name = page_byline_name(text), rest = name, word = STR(""), first = STR_NULL;
    size_t words = 0;
    while (rest.len > 0) {
        word = str_split(&rest, ' ');
        first = first.ptr ? first : word;
        words++;
    }
    bool capital = words >= 2 && words <= NAME_WORDS && word.len > 0 && first.len > 0 &&
                   (is_upper(first.ptr[0]) || (unsigned char)first.ptr[0] >= 0x80) &&
                   (is_upper(word.ptr[0]) || (unsigned char)word.ptr[0] >= 0x80);
    if (!capital)
        return STR_NULL;
    if (word.len > 3 && word.ptr[word.len - 1] == '.')
        name.len--;
    return name;
}

static bool is_called_author(const struct node *node)
{
    return strstr(node->class.ptr, "author") || strstr(node->class.ptr, "byline") ||
           str_eq(node_attribute(node, "rel"), STR("author"));
}

/* "By Ada Example", "Posted by Ada Example": what without_prefix() takes off is there. */
static bool says_by(struct str text)
{
    struct str name = without_prefix(text);
    return name.len > 0 && name.len < text.len;
}

static struct str look(const struct dom *dom, bool by_words)
{
    for (size_t i = 0; i < dom->count; i++) {
        const struct node *node = dom->node[i];
        bool fits = !node_is_text(node) && (by_words ? tag_is_block(node->parsed_tag) : is_called_author(node));
        size_t length = fits ? node_measure(node).length : 0;
        if (length == 0 || length > BYLINE_BYTES)
            continue;
        struct str text = line_of(node, dom->arena);
        struct str name = !text.ptr || (by_words && !says_by(text)) ? STR_NULL : as_name(text);
        if (name.ptr)
            return name;
    }
    return STR_NULL;
}

struct str page_byline_find(const struct dom *dom)
{
    struct str name = look(dom, false);
    return name.ptr ? name : look(dom, true);
}
