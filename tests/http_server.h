/*
 * A web server for tests, on 127.0.0.1 and a port that the system picks: a real one, in a process of its own, that ends
 * with the test. What it answers depends on the path:
 *
 *   /page            a page with ETag and Last-Modified; 304 where If-None-Match has that ETag
 *   /changing        the same address, another text each time (a counter)
 *   /latin1          bytes of Latin-1, which only the header says
 *   /to?ADDRESS      redirects to ADDRESS, as it stands
 *   /hops/N          redirects N times, then a page
 *   /loop            redirects to itself
 *   /status/N        that status, with a body
 *   /bomb            a gzip of some hundred kilobytes that holds 64 MiB
 *   /gzip            "five percent", gzipped by hand
 *   /endless         a body without end; /headers: headers without end
 *   /truncated       less than it says
 *   /slow            a byte each 100 ms
 *   /silent          nothing at all, but the connection stays open
 *   /feed            RSS: another figure in its second entry, and an entry more, each time (the counter)
 *   /links           RSS whose entries link to /page, /forbidden/page, /status/404, 127.0.0.2 and nowhere
 *   /memento         a page that says that it is an archived copy
 *   /fading          a page the first time, 404 from then on
 *   /moving          a page the first time, a redirect to /status/200, which has the same text, from then on
 *   /table           a table in CSV, as text/csv
 *   /binary          bytes that nothing reads
 *   /forbidden       a page
 *   /robots.txt      forbids /forbidden
 */
#ifndef TESTS_HTTP_SERVER_H
#define TESTS_HTTP_SERVER_H

#include <stddef.h>
#include <sys/types.h>

struct http_server {
    pid_t pid;
    int port;
};

int http_server_start(struct http_server *server); /* 0, or -1 */
void http_server_stop(struct http_server *server);

/* "http://127.0.0.1:PORT" and the path. */
const char *http_server_url(const struct http_server *server, const char *path, char *url, size_t size);

#endif
