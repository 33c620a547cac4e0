/* The tests' web server: one process that accepts, and one for each connection. */
#include "tests/http_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/buf.h"
#include "tests/deflate.h"

enum { COUNTERS = 3 };

struct connection {
    int fd;
    char request[8192];
    char *path;
    int *counter; /* COUNTERS of them, shared by all */
};

static bool send_bytes(const struct connection *connection, const void *bytes, size_t length)
{
    while (length > 0) {
        ssize_t done = send(connection->fd, bytes, length, MSG_NOSIGNAL);
        if (done <= 0)
            return false;
        bytes = (const char *)bytes + done;
        length -= (size_t)done;
    }
    return true;
}

static bool send_text(const struct connection *connection, const char *text)
{
    return send_bytes(connection, text, strlen(text));
}

static void answer(const struct connection *connection, const char *head, struct str body)
{
    struct buf all = {0};
    buf_printf(&all, "HTTP/1.1 %s\r\nContent-Length: %zu\r\nConnection: close\r\n\r\n", head, body.len);
    buf_str(&all, body);
    send_bytes(connection, all.ptr, all.len);
    buf_release(&all);
}

static void redirect(const struct connection *connection, const char *to)
{
    struct buf head = {0};
    buf_printf(&head, "302 Found\r\nLocation: %s", to);
    answer(connection, head.ptr, STR("<html>elsewhere"));
    buf_release(&head);
}

#define PAGE                                                                                                           \
    "<html><head><title>Council votes</title></head><body><h1>Council votes</h1><p>The council agreed, after a long "  \
    "debate, that the pool costs $3 million.</p></body></html>"
#define PAGE_HEAD "200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"

static void answer_page(const struct connection *connection)
{
    if (strstr(connection->request, "If-None-Match: \"v1\""))
        answer(connection, "304 Not Modified\r\nETag: \"v1\"", STR(""));
    else
        answer(connection, PAGE_HEAD "ETag: \"v1\"\r\nLast-Modified: Wed, 12 Feb 2025 09:00:00 GMT", STR(PAGE));
}

static void answer_changing(const struct connection *connection)
{
    struct buf body = {0};
    int count = __atomic_add_fetch(connection->counter, 1, __ATOMIC_SEQ_CST);
    buf_printf(&body,
               "<html><title>Pool</title><body><p>The pool costs $%d million.</p><p>It opens in 5 years.</p>"
               "%s",
               count, count > 1 ? "" : "<p>The roof takes 40 percent of that.</p>");
    answer(connection, PAGE_HEAD "X-Count: yes", buf_view(&body));
    buf_release(&body);
}

static void answer_bomb(const struct connection *connection)
{
    struct buf gzip = {0};
    buf_add(&gzip, "\x1F\x8B\x08\0\0\0\0\0\0\x03", 10);
    deflate_run((size_t)64 * 1024 * 1024, &gzip);
    answer(connection, PAGE_HEAD "Content-Encoding: gzip", buf_view(&gzip));
    buf_release(&gzip);
}

/* A stored block, with its checksum. */
static void answer_gzip(const struct connection *connection)
{
    static const char gzip[] = "\x1F\x8B\x08\0\0\0\0\0\0\x03\x01\x0C\0\xF3\xFF"
                               "five percent"
                               "\x1F\xAB\x2C\x7F\x0C\0\0\0";
    answer(connection, "200 OK\r\nContent-Type: text/plain\r\nContent-Encoding: gzip",
           (struct str){gzip, sizeof(gzip) - 1});
}

static void send_for_ever(const struct connection *connection, const char *begin, const char *part, unsigned pause)
{
    bool ok = send_text(connection, begin);
    for (long i = 0; ok && i < 100000000; i++) {
        ok = send_text(connection, part);
        if (pause > 0)
            usleep(pause);
    }
}

static void answer_number(const struct connection *connection, const char *number)
{
    struct buf head = {0};
    buf_printf(&head, "%s Status\r\nContent-Type: text/html", number);
    answer(connection, head.ptr, STR(PAGE));
    buf_release(&head);
}

static void answer_hops(const struct connection *connection, const char *number)
{
    char next[64];
    long left = strtol(number, NULL, 10);
    snprintf(next, sizeof(next), "/hops/%ld", left - 1);
    if (left > 0)
        redirect(connection, next);
    else
        answer_page(connection);
}

/* An entry that links to a path of this server, as the client calls it. */
static void add_entry(struct buf *feed, const struct connection *connection, const char *path, const char *text)
{
    const char *host = strstr(connection->request, "\r\nHost: ");
    size_t length = host ? strcspn(host + 8, "\r") : 0;
    buf_printf(feed, "<item><title>News of %s</title>", path);
    if (path[0])
        buf_printf(feed, "<link>http://%.*s%s</link>", (int)length, host ? host + 8 : "", path);
    buf_printf(feed, "<pubDate>Wed, 12 Feb 2025 09:00:00 GMT</pubDate><description>%s</description></item>", text);
}

/* Each time it is asked for, the second entry says another figure, and there is one more. */
static void answer_feed(const struct connection *connection)
{
    struct buf feed = {0};
    char text[64];
    int count = __atomic_add_fetch(connection->counter, 1, __ATOMIC_SEQ_CST);
    buf_str(&feed, STR("<rss version=\"2.0\"><channel><title>Town news</title>"));
    add_entry(&feed, connection, "/page", "The pool is to cost 3 million dollars.");
    snprintf(text, sizeof(text), "The roof takes %d percent.", 40 + count);
    add_entry(&feed, connection, "/roof", text);
    for (int i = 1; i < count; i++) {
        snprintf(text, sizeof(text), "Some %d people came.", 100 * i);
        add_entry(&feed, connection, "", text);
    }
    buf_str(&feed, STR("</channel></rss>"));
    answer(connection, "200 OK\r\nContent-Type: application/rss+xml", buf_view(&feed));
    buf_release(&feed);
}

static void answer_links(const struct connection *connection)
{
    struct buf feed = {0};
    buf_str(&feed, STR("<rss version=\"2.0\"><channel><title>Town news</title>"));
    add_entry(&feed, connection, "/page", "More inside.");
    add_entry(&feed, connection, "/forbidden/page", "Not for programs.");
    add_entry(&feed, connection, "/to?/forbidden/page", "Nor by another way.");
    add_entry(&feed, connection, "/status/404", "Gone.");
    add_entry(&feed, connection, "", "An entry by itself has 7 words.");
    buf_str(&feed, STR("<item><title>Elsewhere</title><link>http://127.0.0.2/page</link></item></channel></rss>"));
    answer(connection, "200 OK\r\nContent-Type: application/rss+xml", buf_view(&feed));
    buf_release(&feed);
}

static bool starts(const char *path, const char *with, const char **ret_rest)
{
    *ret_rest = path + strlen(with);
    return strncmp(path, with, strlen(with)) == 0;
}

/* Whether it is the first time; each path has a counter of its own beside the first. */
static bool is_first(const struct connection *connection, int which)
{
    return __atomic_fetch_add(connection->counter + which, 1, __ATOMIC_SEQ_CST) == 0;
}

/* What only sources are: tables, files that nothing reads, pages that do not stay. Whether the path is one. */
static bool serve_source(const struct connection *connection)
{
    const char *path = connection->path;
    if (strcmp(path, "/fading") == 0 && is_first(connection, 1))
        answer_page(connection);
    else if (strcmp(path, "/moving") == 0 && is_first(connection, 2))
        answer_page(connection);
    else if (strcmp(path, "/moving") == 0)
        redirect(connection, "/status/200");
    else if (strcmp(path, "/table") == 0)
        answer(connection, "200 OK\r\nContent-Type: text/csv; charset=utf-8",
               STR("Country,2023,2024\r\nNorway,1.8,\"2.2\"\r\n\"Poland, Republic of\",3.9,4.1\r\n"));
    else if (strcmp(path, "/binary") == 0)
        answer(connection, "200 OK\r\nContent-Type: application/octet-stream",
               STR("\x7F"
                   "ELF\0\1\2 5 percent"));
    else if (strcmp(path, "/forbidden") == 0)
        answer_page(connection);
    else
        return false;
    return true;
}

static void serve(const struct connection *connection)
{
    const char *path = connection->path, *rest;
    if (strcmp(path, "/page") == 0)
        answer_page(connection);
    else if (serve_source(connection))
        return;
    else if (strcmp(path, "/review") == 0)
        answer(
            connection, "200 OK\r\nContent-Type: text/html",
            STR("<html><body><p>x</p><script type='application/ld+json'>{\"@type\":\"ClaimReview\",\"claimReviewed\":"
                "\"Fares rose 4 percent.\",\"url\":\"https://c.example/1\",\"author\":{\"name\":\"C\"},"
                "\"reviewRating\":{\"alternateName\":\"True\"}}</script></body></html>"));
    else if (strcmp(path, "/changing") == 0)
        answer_changing(connection);
    else if (strcmp(path, "/latin1") == 0)
        answer(connection, "200 OK\r\nContent-Type: text/html; charset=ISO-8859-1",
               STR("<html><title>Caf\xE9</title><body><p>It costs \xA3"
                   "3 million.</p>"));
    else if (starts(path, "/to?", &rest))
        redirect(connection, rest);
    else if (starts(path, "/hops/", &rest))
        answer_hops(connection, rest);
    else if (strcmp(path, "/loop") == 0)
        redirect(connection, "/loop");
    else if (starts(path, "/status/", &rest))
        answer_number(connection, rest);
    else if (strcmp(path, "/bomb") == 0)
        answer_bomb(connection);
    else if (strcmp(path, "/gzip") == 0)
        answer_gzip(connection);
    else if (strcmp(path, "/endless") == 0)
        send_for_ever(connection, "HTTP/1.1 200 OK\r\n\r\n", "five percent and more of the same, on and on and on\n",
                      0);
    else if (strcmp(path, "/headers") == 0)
        send_for_ever(connection, "HTTP/1.1 200 OK\r\n", "X-More: five percent and more of the same, on and on\r\n", 0);
    else if (strcmp(path, "/truncated") == 0)
        send_text(connection, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\nConnection: close\r\n\r\n<html>5 percent");
    else if (strcmp(path, "/slow") == 0)
        send_for_ever(connection, "HTTP/1.1 200 OK\r\n\r\n", "x", 100000);
    else if (strcmp(path, "/silent") == 0)
        sleep(30);
    else if (strcmp(path, "/feed") == 0)
        answer_feed(connection);
    else if (strcmp(path, "/links") == 0)
        answer_links(connection);
    else if (strcmp(path, "/memento") == 0)
        answer(connection,
               PAGE_HEAD "Memento-Datetime: Wed, 12 Feb 2025 09:00:00 GMT\r\n"
                         "Link: <https://archive.example.org/map>; rel=\"timemap\", "
                         "<https://news.example.org/pool>; rel=\"original\"",
               STR(PAGE));
    else if (strcmp(path, "/robots.txt") == 0)
        answer(connection, "200 OK\r\nContent-Type: text/plain", STR("User-agent: *\nDisallow: /forbidden\n"));
    else
        answer(connection, "404 Not Found\r\nContent-Type: text/html", STR("<html>nothing here"));
}

/* "GET /path HTTP/1.1": what is between the first two spaces. */
static bool read_request(struct connection *connection)
{
    size_t length = 0;
    while (!strstr(connection->request, "\r\n\r\n")) {
        ssize_t got = recv(connection->fd, connection->request + length, sizeof(connection->request) - 1 - length, 0);
        if (got <= 0)
            return false;
        length += (size_t)got;
        connection->request[length] = '\0';
    }
    char *start = strchr(connection->request, ' ');
    char *end = start ? strchr(start + 1, ' ') : NULL;
    if (!end)
        return false;
    connection->path = strndup(start + 1, (size_t)(end - start - 1));
    return connection->path != NULL;
}

static _Noreturn void accept_all(int listener, struct connection shared)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL); /* a test that dies leaves nothing behind */
    signal(SIGCHLD, SIG_IGN);
    for (;;) {
        struct connection connection = shared;
        connection.fd = accept(listener, NULL, NULL);
        if (connection.fd < 0)
            continue;
        if (fork() == 0) {
            prctl(PR_SET_PDEATHSIG, SIGKILL);
            if (read_request(&connection))
                serve(&connection);
            _exit(0);
        }
        close(connection.fd);
    }
}

int http_server_start(struct http_server *server)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t length = sizeof(address);
    int *counter = mmap(NULL, COUNTERS * sizeof(int), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (counter == MAP_FAILED || listener < 0 || bind(listener, (struct sockaddr *)&address, sizeof(address)) != 0 ||
        listen(listener, 64) != 0 || getsockname(listener, (struct sockaddr *)&address, &length) != 0)
        return -1;
    server->port = ntohs(address.sin_port);
    server->pid = fork();
    if (server->pid == 0)
        accept_all(listener, (struct connection){.counter = counter});
    close(listener);
    munmap(counter, COUNTERS * sizeof(int));
    return server->pid > 0 ? 0 : -1;
}

void http_server_stop(struct http_server *server)
{
    if (server->pid <= 0)
        return;
    kill(server->pid, SIGKILL);
    waitpid(server->pid, NULL, 0);
    server->pid = 0;
}

const char *http_server_url(const struct http_server *server, const char *path, char *url, size_t size)
{
    snprintf(url, size, "http://127.0.0.1:%d%s", server->port, path);
    return url;
}
