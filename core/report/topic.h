/*
 * Topics: what a claim is about, told by the words of its sentence, its concept and its subject. A desk's file names its
 * own (desk.h); without any, those of topics.def are there.
 */
#ifndef CORE_REPORT_TOPIC_H
#define CORE_REPORT_TOPIC_H

#include "core/record/claim.h"
#include "core/report/desk.h"

struct topic {
    struct str name;
    struct str words; /* "rent, home*, wind farm*" */
};

size_t topic_count(const struct desk *desk); /* the desk may be NULL */
struct topic topic_at(const struct desk *desk, size_t index);

/* By its name, letters in either case. ERR_USAGE lists those that there are. */
bool topic_named(const struct desk *desk, struct str name, struct topic *ret, struct err *err);

/* Whether the claim has one of the words, in whatever case. */
bool topic_holds(struct str words, const struct claim *claim);

#endif
