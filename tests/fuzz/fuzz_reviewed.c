/*
 * Fuzzes what is read of reviews elsewhere and of a desk's file: JSON-LD of any shape, names of ratings, settings. Whatever
 * comes in, a rating that is found is one of ours, and what a desk's file gives is text of that file.
 */
#include <stdint.h>
#include <stdlib.h>

#include "core/intake/reviewed.h"
#include "core/report/desk.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool look(void *ctx, const struct reviewed *reviewed)
{
    int rating = 0, *left = ctx;
    if (reviewed_rating(reviewed, &rating) && (rating < 0 || rating >= RATING_END))
        abort();
    if (reviewed->statement.ptr && reviewed->statement.len == 0)
        abort();
    return --*left > 0;
}

static void read_reviews(struct str text)
{
    struct arena arena = {0};
    int left = 1000;
    json_t *root = json_loadb(text.ptr, text.len, JSON_DECODE_ANY, NULL);
    if (root) {
        reviewed_from_linked(root, &arena, look, &left);
        reviewed_is_linked(root);
    }
    json_decref(root);
    arena_release(&arena);
}

static void read_desk(struct str text)
{
    struct arena arena = {0};
    struct err err = {0};
    struct desk *desk = arena_alloc(&arena, sizeof(*desk));
    int rating = 0;
    if (desk_read(text, &arena, desk, &err)) {
        for (int i = 0; i < RATING_END; i++)
            if (desk->ratings[i].ptr && (!desk_rating(desk, desk->ratings[i], &rating) || rating != i))
                abort();
    } else if (err.code != ERR_INPUT || err.msg[0] == '\0') {
        abort();
    }
    desk_logo(desk, text, &arena, &err);
    arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str text = {(const char *)data, size};
    read_reviews(text);
    read_desk(text);
    return 0;
}
