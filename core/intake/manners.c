/* What is known of each host in one run: its robots.txt, and when it may be asked again. */
#include "core/intake/manners.h"

#include <errno.h>
#include <stdlib.h>
#include <time.h>

#include "core/base/clock.h"
#include "core/intake/fetch.h"
#include "core/intake/http.h"
#include "core/intake/robots.h"

/* As robots.txt files call this program; fetch.c names it so. */
#define AGENT STR("assay")

enum { ROBOTS_FETCH_BYTES = 4 * 1024 * 1024, ROBOTS_SECONDS = 20 };

struct host {
    struct str origin; /* "https://example.org:8080" */
    struct str robots; /* "" where it has none */
    bool closed;       /* it does not say what it allows */
    struct err why;    /* then: what was wrong */
    int64_t next_ms;   /* not before then */
    size_t pause_ms;
};

struct manners {
    struct limits limits;
    struct arena arena;
    struct host **host;
    size_t count, cap;
    struct str private_host;
};

struct manners *manners_new(const struct limits *set)
{
    struct manners *manners = mem_alloc(sizeof(*manners));
    manners->limits = limits_of(set);
    return manners;
}

void manners_free(struct manners *manners)
{
    if (!manners)
        return;
    arena_release(&manners->arena);
    free(manners->host);
    free(manners);
}

void manners_allow_private(struct manners *manners, struct str host)
{
    manners->private_host = host.ptr ? arena_str(&manners->arena, host) : STR_NULL;
}

static void wait_for(struct host *host)
{
    int64_t left = host->next_ms - clock_ticks();
    struct timespec time = {left / 1000, left % 1000 * 1000000};
    while (left > 0 && nanosleep(&time, &time) != 0 && errno == EINTR)
        ;
    host->next_ms = clock_ticks() + (int64_t)host->pause_ms;
}

static void ask_robots(struct manners *manners, struct host *host)
{
    struct arena arena = {0};
    struct fetched fetched = {0};
    struct fetch_request request = {
        .url = arena_printf(&arena, "%.*s/robots.txt", STR_ARG(host->origin)),
        .allow_private = manners->private_host.ptr && str_eq_nocase(manners->private_host, http_host(host->origin)),
        .most_bytes = ROBOTS_FETCH_BYTES,
        .seconds = ROBOTS_SECONDS,
        .any_status = true,
    };
    wait_for(host);
    host->robots = STR("");
    if (!fetch(&request, &arena, &fetched, &host->why)) {
        host->closed = true;
    } else if (fetched.status >= 500 || fetched.status == 429) {
        err_set(&host->why, ERR_INPUT, "it answers with status %lld", (long long)fetched.status);
        host->closed = true;
    } else if (fetched.status >= 200 && fetched.status < 300) {
        host->robots = arena_str(&manners->arena, fetched.bytes);
    }
    size_t asked = robots_delay_ms(host->robots, AGENT);
    if (asked > host->pause_ms) {
        host->next_ms += (int64_t)(asked - host->pause_ms);
        host->pause_ms = asked;
    }
    arena_release(&arena);
}

static struct host *host_of(struct manners *manners, struct str url)
{
    struct str path = http_path(url), origin = str_slice(url, 0, url.len - path.len);
    for (size_t i = 0; i < manners->count; i++)
        if (str_eq_nocase(manners->host[i]->origin, origin))
            return manners->host[i];
    struct host *host = arena_alloc(&manners->arena, sizeof(*host));
    host->origin = arena_str(&manners->arena, origin);
    host->pause_ms = manners->limits.host_pause_ms;
    manners->host = mem_grow(manners->host, &manners->cap, manners->count + 1, sizeof(struct host *));
    manners->host[manners->count++] = host;
    ask_robots(manners, host);
    return host;
}

bool manners_ask(void *ctx, struct str url, struct err *err)
{
    struct manners *manners = ctx;
    struct host *host = host_of(manners, url);
    struct str path = http_path(url);
    path = str_slice(path, 0, str_find(path, STR("#"), 0));
    if (host->closed)
        return err_set(err, ERR_INPUT, "'%.*s' is not fetched: what robots.txt of its host allows can't be had: %s",
                       STR_ARG(url), host->why.msg);
    if (!robots_allow(host->robots, AGENT, path))
        return err_set(err, ERR_INPUT,
                       "'%.*s' is not fetched: robots.txt of its host forbids it; open it in a browser, and save it "
                       "from there",
                       STR_ARG(url));
    wait_for(host);
    return true;
}
