/*
 * Work in pieces, done by one thread or several, whose output comes in the order of the pieces.
 *
 * One thread fills pieces and gives them away, one after the other. With one job the work is done right there; with more,
 * as many threads take the pieces up as they come. What a piece prints and says stays in it until its turn has come. A
 * piece that has much to print waits for its turn in the middle of its work and then prints as it goes, so that memory is
 * bounded by the number of pieces, whatever each of them gives: two pieces a job and two more are under way at most.
 */
#ifndef CMD_PIPELINE_H
#define CMD_PIPELINE_H

#include "cmd/cmd.h"
#include "core/base/buf.h"

enum { JOBS_MOST = 256 };

struct piece {
    struct buf in;      /* what is to be worked on */
    const char *input;  /* where it is from, as messages call it */
    int64_t line;       /* lines before it in this input */
    int64_t before;     /* lines of the inputs before that one */
    bool too_long;      /* it stands for one line that was not kept */
    struct buf out;     /* the work appends to it; piece_spill() may empty it */
    struct arena arena; /* the work's own; emptied after it */
    int64_t failed;     /* the work counts here what it left out */
    size_t job;         /* which one works on it, from 0: no other does so by that number meanwhile */

    /* The pipeline's. */
    struct pipeline *pipeline;
    struct remark {
        size_t at; /* where in `out` it belongs */
        char *text;
    } * remarks;
    size_t remark_count, remark_cap;
    size_t look_at; /* at so many bytes of output it is seen whether they can be printed */
    uint64_t number;
    bool done;
};

/* The work: from piece->in to piece->out, from any thread; what ctx points to is shared. */
typedef void piece_fn(void *ctx, struct piece *piece);

struct pipeline;

/* ERR_SYSTEM where so many threads can't be had. */
bool pipeline_new(struct invocation *run, size_t jobs, piece_fn *work, void *ctx, struct pipeline **ret,
                  struct err *err);

/* An empty piece to fill. It is the same one until it is given away. */
struct piece *pipeline_next(struct pipeline *pipeline);
/* Before a piece grows to that many bytes: waits while that is too much beside what is under way. */
void pipeline_make_room(struct pipeline *pipeline, size_t bytes);
/* False once standard output takes no more: there is no use in going on. */
bool pipeline_give(struct pipeline *pipeline, struct piece *piece);
/* Waits until all that was given is out. */
void pipeline_drain(struct pipeline *pipeline);
/* The same, gives everything back, and returns what all pieces have left out. NULL is fine. */
int64_t pipeline_end(struct pipeline *pipeline);

/*
 * For the work: brings out what is there, if that is much and its turn has come, which it waits for only where there is far
 * more than pieces mostly give: who waits does not work. False as in pipeline_give().
 */
bool piece_spill(struct piece *piece);
/* For the work: a line on standard error, in its place among what is printed. */
void piece_say(struct piece *piece, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
