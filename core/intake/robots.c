/* robots.txt, read line by line: groups of user agents, each with its rules. */
#include "core/intake/robots.h"

#include <stdint.h>

enum { ROBOTS_BYTES = 512 * 1024 /* RFC 9309, 2.5: at least 500 KiB are to be read */, DELAY_MOST_S = 60 };

/* ---- rules against paths ---- */

static int hex(char c)
{
    c = to_lower(c);
    return is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The next octet of a path: "%41" is "A". A "/" that was written as "%2F" stays another octet than "/". */
static int next_octet(struct str path, size_t *at)
{
    int high = *at + 2 < path.len && path.ptr[*at] == '%' ? hex(path.ptr[*at + 1]) : -1;
    int low = high >= 0 ? hex(path.ptr[*at + 2]) : -1;
    int octet = high >= 0 && low >= 0 ? high * 16 + low : (unsigned char)path.ptr[*at];
    *at += high >= 0 && low >= 0 ? 3 : 1;
    return high >= 0 && low >= 0 && octet == '/' ? 256 + octet : octet;
}

/* Whether a rule's pattern fits the beginning of a path; goes on from the last "*" only. */
static bool rule_fits(struct str pattern, struct str path)
{
    size_t at = 0, i = 0, star = SIZE_MAX, resume = 0;
    bool to_end = str_ends(pattern, STR("$"));
    pattern.len -= to_end;
    for (;;) {
        size_t next = at, next_i = i;
        if (at < pattern.len && pattern.ptr[at] == '*') {
            star = ++at;
            resume = i;
        } else if (at == pattern.len && (!to_end || i == path.len)) {
            return true;
        } else if (at < pattern.len && i < path.len && next_octet(pattern, &next) == next_octet(path, &next_i)) {
            at = next;
            i = next_i;
        } else if (star != SIZE_MAX && resume < path.len) {
            next_octet(path, &resume);
            i = resume;
            at = star;
        } else {
            return false;
        }
    }
}

/* ---- lines ---- */

/* "Name: value  # remark"; false at the end. */
static bool next_line(struct str *rest, struct str *ret_name, struct str *ret_value)
{
    while (rest->len > 0) {
        struct str line = str_split(rest, '\n');
        line = str_trim(str_slice(line, 0, str_find(line, STR("#"), 0)));
        if (str_find(line, STR(":"), 0) == line.len)
            continue;
        *ret_name = str_trim(str_split(&line, ':'));
        *ret_value = str_trim(line);
        return true;
    }
    return false;
}

static bool is_agent_line(struct str name)
{
    return str_eq_nocase(name, STR("user-agent"));
}

/* "assay/1.0" is "assay". */
static struct str product(struct str value)
{
    size_t end = 0;
    while (end < value.len && (is_alpha(value.ptr[end]) || value.ptr[end] == '-' || value.ptr[end] == '_'))
        end++;
    return str_slice(value, 0, end);
}

static bool names_agent(struct str value, struct str agent)
{
    return str_eq(agent, STR("*")) ? str_starts(value, agent) : str_eq_nocase(product(value), agent);
}

/* Calls fn for each line of the groups of an agent; false where it has none. */
static bool each_rule(struct str robots, struct str agent, void (*fn)(void *ctx, struct str name, struct str value),
                      void *ctx)
{
    struct str name, value;
    bool found = false, ours = false, among_agents = false;
    while (next_line(&robots, &name, &value)) {
        if (is_agent_line(name)) {
            ours = (ours && among_agents) || names_agent(value, agent);
            among_agents = true;
            found = found || ours;
            continue;
        }
        among_agents = false;
        if (ours)
            fn(ctx, name, value);
    }
    return found;
}

static void each_rule_for(struct str robots, struct str agent, void (*fn)(void *, struct str, struct str), void *ctx)
{
    robots = str_slice(robots, 0, robots.len < ROBOTS_BYTES ? robots.len : ROBOTS_BYTES);
    if (str_starts(robots, STR("\xEF\xBB\xBF")))
        robots = str_slice(robots, 3, robots.len);
    if (!each_rule(robots, agent, fn, ctx))
        each_rule(robots, STR("*"), fn, ctx);
}

struct decision {
    struct str path;
    size_t longest;
    bool allowed;
};

static void weigh(void *ctx, struct str name, struct str value)
{
    struct decision *decision = ctx;
    bool allows = str_eq_nocase(name, STR("allow"));
    if ((!allows && !str_eq_nocase(name, STR("disallow"))) || value.len == 0 || !rule_fits(value, decision->path))
        return;
    if (value.len > decision->longest || (value.len == decision->longest && allows)) {
        decision->longest = value.len;
        decision->allowed = allows;
    }
}

bool robots_allow(struct str robots, struct str agent, struct str path)
{
    struct decision decision = {.path = path.len > 0 ? path : STR("/"), .allowed = true};
    if (str_eq(decision.path, STR("/robots.txt")))
        return true;
    each_rule_for(robots, agent, weigh, &decision);
    return decision.allowed;
}

static void note_delay(void *ctx, struct str name, struct str value)
{
    size_t *delay = ctx, seconds = 0, at = 0, part = 0, scale = 100;
    if (!str_eq_nocase(name, STR("crawl-delay")))
        return;
    for (; at < value.len && is_digit(value.ptr[at]) && seconds < DELAY_MOST_S; at++)
        seconds = seconds * 10 + (size_t)(value.ptr[at] - '0');
    if (at < value.len && value.ptr[at] == '.')
        for (at++; at < value.len && is_digit(value.ptr[at]) && scale > 0; at++, scale /= 10)
            part += scale * (size_t)(value.ptr[at] - '0');
    *delay = seconds >= DELAY_MOST_S ? DELAY_MOST_S * 1000 : seconds * 1000 + part;
}

size_t robots_delay_ms(struct str robots, struct str agent)
{
    size_t delay = 0;
    each_rule_for(robots, agent, note_delay, &delay);
    return delay;
}
