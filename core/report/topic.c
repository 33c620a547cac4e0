/* Finds a topic's words in a claim. */
#include "core/report/topic.h"

static const struct {
    const char *name, *words;
} ours[] = {
#define TOPIC(name, words) {name, words},
#include "core/report/topics.def"
#undef TOPIC
};

enum { OURS = sizeof(ours) / sizeof(ours[0]) };

size_t topic_count(const struct desk *desk)
{
    return desk && desk->topic_count > 0 ? desk->topic_count : OURS;
}

struct topic topic_at(const struct desk *desk, size_t index)
{
    if (desk && desk->topic_count > 0)
        return (struct topic){desk->topic[index], desk->topic_words[index]};
    return (struct topic){str_from(ours[index].name), str_from(ours[index].words)};
}

bool topic_named(const struct desk *desk, struct str name, struct topic *ret, struct err *err)
{
    struct buf list = {0};
    for (size_t i = 0; i < topic_count(desk); i++) {
        struct topic topic = topic_at(desk, i);
        if (str_eq_nocase(topic.name, name)) {
            buf_release(&list);
            *ret = topic;
            return true;
        }
        buf_printf(&list, "%s%.*s", i > 0 ? ", " : "", STR_ARG(topic.name));
    }
    err_set(err, ERR_USAGE, "'%.*s' is no topic; there are: %.*s (a desk's file can name others)", STR_ARG(name),
            STR_ARG(buf_view(&list)));
    buf_release(&list);
    return false;
}

/* A letter of any alphabet goes on: only ASCII has characters between words here. */
static bool is_part_of_word(char c)
{
    return is_alpha(c) || is_digit(c) || (unsigned char)c >= 0x80;
}

static bool has_word(struct str text, struct str word)
{
    bool open = str_ends(word, STR("*"));
    if (open)
        word.len--;
    for (size_t at = 0; word.len > 0 && at + word.len <= text.len; at++) {
        size_t end = at + word.len;
        bool begins = at == 0 || !is_part_of_word(text.ptr[at - 1]);
        bool ends = open || end == text.len || !is_part_of_word(text.ptr[end]);
        if (begins && ends && to_lower(text.ptr[at]) == to_lower(word.ptr[0]) &&
            str_eq_nocase(str_slice(text, at, end), word))
            return true;
    }
    return false;
}

bool topic_holds(struct str words, const struct claim *claim)
{
    const struct str text[] = {claim->sentence, claim->concept, claim->subject};
    while (words.len > 0) {
        struct str word = str_trim(str_split(&words, ','));
        for (size_t i = 0; i < sizeof(text) / sizeof(text[0]); i++)
            if (has_word(text[i], word))
                return true;
    }
    return false;
}
