/* Pieces of work in a ring: filled at its head, worked on in between, and printed at its tail, in order. */
#include "cmd/pipeline.h"

#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    WRITE_BYTES = 256 * 1024,      /* what a piece prints at a time once its turn has come */
    AHEAD_BYTES = 2 * 1024 * 1024, /* what it may keep before: several times what a piece of most texts gives */
    KEEP_BYTES = AHEAD_BYTES,      /* a buffer that has grown past this is given back */
    ROOM_BYTES = 4 * 1024 * 1024,  /* a job, of what is under way */
};

struct worker {
    pthread_t thread;
    struct pipeline *pipeline;
    size_t job;
};

struct pipeline {
    struct invocation *run;
    size_t jobs;
    piece_fn *work;
    void *ctx;
    struct piece *ring;
    size_t size;
    struct worker *workers;
    size_t started;

    /* All below is under the lock, which nobody holds while working or printing. */
    pthread_mutex_t lock;
    pthread_cond_t filled;      /* a piece is there to be taken, or the end */
    pthread_cond_t moved;       /* a piece is out: there is room, and the next one's turn has come */
    uint64_t given, taken, out; /* numbers of the pieces that come next */
    size_t bytes;               /* of what is under way */
    bool ended, printing, closed;
    int64_t failed;
};

/* Whose turn it is prints: nobody else touches standard output or standard error meanwhile. */
static void print_piece(struct pipeline *pipeline, struct piece *piece)
{
    size_t at = 0;
    for (size_t i = 0; i < piece->remark_count; i++) {
        struct remark *remark = &piece->remarks[i];
        if (remark->at > at)
            fwrite(piece->out.ptr + at, 1, remark->at - at, stdout);
        at = remark->at;
        say(pipeline->run, "%s", remark->text);
        free(remark->text);
    }
    if (piece->out.len > at)
        fwrite(piece->out.ptr + at, 1, piece->out.len - at, stdout);
    fflush(stdout);
    piece->remark_count = 0;
    piece->look_at = WRITE_BYTES;
    buf_clear(&piece->out);
}

static void empty_buf(struct buf *buf)
{
    if (buf->cap > KEEP_BYTES)
        buf_release(buf);
    else
        buf_clear(buf);
}

/* Under the lock: the piece whose turn it was is out. */
static void retire(struct pipeline *pipeline, struct piece *piece)
{
    pipeline->failed += piece->failed;
    pipeline->bytes -= piece->in.len;
    pipeline->closed = output_closed();
    empty_buf(&piece->in);
    empty_buf(&piece->out);
    arena_reset(&piece->arena);
    piece->failed = 0;
    piece->done = piece->too_long = false;
    pipeline->out++;
    pthread_cond_broadcast(&pipeline->moved);
}

/* Under the lock: prints all that is done and has its turn, unless another thread is at it and will. */
static void print_done(struct pipeline *pipeline)
{
    while (!pipeline->printing && pipeline->out < pipeline->taken) {
        struct piece *piece = &pipeline->ring[pipeline->out % pipeline->size];
        if (!piece->done)
            break;
        pipeline->printing = true;
        pthread_mutex_unlock(&pipeline->lock);
        print_piece(pipeline, piece);
        pthread_mutex_lock(&pipeline->lock);
        pipeline->printing = false;
        retire(pipeline, piece);
    }
}

/* Under the lock: takes the next piece up, works on it, and prints what can be printed then. */
static void work_on_next(struct pipeline *pipeline, size_t job)
{
    struct piece *piece = &pipeline->ring[pipeline->taken % pipeline->size];
    bool closed = pipeline->closed;
    piece->job = job;
    pipeline->taken++;
    pthread_mutex_unlock(&pipeline->lock);
    if (!closed)
        pipeline->work(pipeline->ctx, piece);
    pthread_mutex_lock(&pipeline->lock);
    piece->done = true;
    print_done(pipeline);
}

static void *work_on_all(void *ctx)
{
    struct worker *worker = ctx;
    struct pipeline *pipeline = worker->pipeline;
    pthread_mutex_lock(&pipeline->lock);
    for (;;) {
        while (pipeline->taken == pipeline->given && !pipeline->ended)
            pthread_cond_wait(&pipeline->filled, &pipeline->lock);
        if (pipeline->taken == pipeline->given)
            break;
        work_on_next(pipeline, worker->job);
    }
    pthread_mutex_unlock(&pipeline->lock);
    return NULL;
}

bool pipeline_new(struct invocation *run, size_t jobs, piece_fn *work, void *ctx, struct pipeline **ret,
                  struct err *err)
{
    struct pipeline *pipeline = mem_alloc(sizeof(*pipeline));
    *pipeline = (struct pipeline){.run = run, .jobs = jobs, .work = work, .ctx = ctx};
    pipeline->size = jobs > 1 ? 2 * jobs + 2 : 1;
    pipeline->ring = mem_alloc(pipeline->size * sizeof(*pipeline->ring));
    pipeline->workers = mem_alloc(jobs * sizeof(*pipeline->workers));
    pthread_mutex_init(&pipeline->lock, NULL);
    pthread_cond_init(&pipeline->filled, NULL);
    pthread_cond_init(&pipeline->moved, NULL);
    while (jobs > 1 && pipeline->started < jobs) {
        struct worker *worker = &pipeline->workers[pipeline->started];
        worker->pipeline = pipeline;
        worker->job = pipeline->started;
        int fault = pthread_create(&worker->thread, NULL, work_on_all, worker);
        if (fault != 0) {
            err_set(err, ERR_SYSTEM, "could not start %zu jobs: %s; try fewer", jobs, strerror(fault));
            pipeline_end(pipeline);
            return false;
        }
        pipeline->started++;
    }
    *ret = pipeline;
    return true;
}

struct piece *pipeline_next(struct pipeline *pipeline)
{
    pthread_mutex_lock(&pipeline->lock);
    while (pipeline->given - pipeline->out == pipeline->size)
        pthread_cond_wait(&pipeline->moved, &pipeline->lock);
    struct piece *piece = &pipeline->ring[pipeline->given % pipeline->size];
    piece->pipeline = pipeline;
    piece->number = pipeline->given;
    piece->look_at = WRITE_BYTES;
    pthread_mutex_unlock(&pipeline->lock);
    return piece;
}

void pipeline_make_room(struct pipeline *pipeline, size_t bytes)
{
    pthread_mutex_lock(&pipeline->lock);
    while (pipeline->out < pipeline->given && pipeline->bytes + bytes > pipeline->jobs * ROOM_BYTES)
        pthread_cond_wait(&pipeline->moved, &pipeline->lock);
    pthread_mutex_unlock(&pipeline->lock);
}

bool pipeline_give(struct pipeline *pipeline, struct piece *piece)
{
    pthread_mutex_lock(&pipeline->lock);
    pipeline->bytes += piece->in.len;
    pipeline->given++;
    if (pipeline->jobs > 1)
        pthread_cond_signal(&pipeline->filled);
    else
        work_on_next(pipeline, 0);
    bool closed = pipeline->closed;
    pthread_mutex_unlock(&pipeline->lock);
    return !closed;
}

void pipeline_drain(struct pipeline *pipeline)
{
    pthread_mutex_lock(&pipeline->lock);
    while (pipeline->out < pipeline->given)
        pthread_cond_wait(&pipeline->moved, &pipeline->lock);
    pthread_mutex_unlock(&pipeline->lock);
}

int64_t pipeline_end(struct pipeline *pipeline)
{
    if (!pipeline)
        return 0;
    pthread_mutex_lock(&pipeline->lock);
    pipeline->ended = true;
    pthread_cond_broadcast(&pipeline->filled);
    pthread_mutex_unlock(&pipeline->lock);
    for (size_t i = 0; i < pipeline->started; i++)
        pthread_join(pipeline->workers[i].thread, NULL);
    for (size_t i = 0; i < pipeline->size; i++) {
        buf_release(&pipeline->ring[i].in);
        buf_release(&pipeline->ring[i].out);
        arena_release(&pipeline->ring[i].arena);
        free(pipeline->ring[i].remarks);
    }
    int64_t failed = pipeline->failed;
    pthread_cond_destroy(&pipeline->moved);
    pthread_cond_destroy(&pipeline->filled);
    pthread_mutex_destroy(&pipeline->lock);
    free(pipeline->workers);
    free(pipeline->ring);
    free(pipeline);
    return failed;
}

/* Whether it is the piece's turn. It is waited for where the piece has more than it may keep. */
static bool its_turn(struct pipeline *pipeline, const struct piece *piece)
{
    pthread_mutex_lock(&pipeline->lock);
    while (pipeline->out < piece->number && piece->out.len >= AHEAD_BYTES)
        pthread_cond_wait(&pipeline->moved, &pipeline->lock);
    bool turn = pipeline->out == piece->number;
    pthread_mutex_unlock(&pipeline->lock);
    return turn;
}

bool piece_spill(struct piece *piece)
{
    if (piece->out.len < piece->look_at)
        return true;
    piece->look_at = piece->out.len + WRITE_BYTES;
    if (!its_turn(piece->pipeline, piece))
        return true;
    print_piece(piece->pipeline, piece); /* its turn lasts until it is done */
    return !output_closed();
}

void piece_say(struct piece *piece, const char *format, ...)
{
    char *text = NULL;
    va_list args;
    va_start(args, format);
    int len = vasprintf(&text, format, args);
    va_end(args);
    if (len < 0)
        return;
    piece->remarks = mem_grow(piece->remarks, &piece->remark_cap, piece->remark_count + 1, sizeof(*piece->remarks));
    piece->remarks[piece->remark_count++] = (struct remark){piece->out.len, text};
}
