#!/bin/sh
# Prints core/text/tag_words.c from WordNet's files (Debian's package wordnet-base): make tag-words.
#
# A word's rank says how often it is a verb in the texts whose words WordNet's makers have tagged; cntlist.rev counts
# each sense. Only single words of small letters are taken, and no form that the rules of tag.c can make themselves.
set -eu
export LC_ALL=C
cd "${1:-/usr/share/wordnet}"

ranked() {
    awk '
FNR == 1 { file = FILENAME }
file == "cntlist.rev" {
    split($1, key, "%")
    part = substr(key[2], 1, 1)
    if (part == 1) noun[key[1]] += $3
    else if (part == 2) verb[key[1]] += $3
    else if (part == 3 || part == 5) adjective[key[1]] += $3
    next
}
/^ / || $1 !~ /^[a-z]+$/ { next }
file == "verb.exc" { past[$1] = $2; next }
{ known[file, $1] = 1 }
file == "index.verb" { is_verb[$1] = 1 }

function rank(word, others)
{
    if (!known["index.noun", word] && !known["index.adj", word]) return "1 TAG_VERB_ONLY"
    others = noun[word] + adjective[word]
    if (verb[word] > 0 && verb[word] >= 3 * others) return "2 TAG_VERB_MOSTLY"
    return verb[word] == 0 || others >= 5 * verb[word] ? "4 TAG_VERB_SELDOM" : "3 TAG_VERB_OFTEN"
}

function regular(form, lemma, stem)
{
    stem = form
    if (!sub(/(ed|ing|es|s)$/, "", stem)) return 0
    sub(/i$/, "y", stem)
    return stem == lemma || stem "e" == lemma || stem == lemma substr(lemma, length(lemma))
}

END {
    for (word in is_verb) print rank(word), word
    for (word in adjective)
        if (word ~ /^[a-z]+$/ && word !~ /(ed|ing)$/ && !is_verb[word] && 2 * adjective[word] >= 3 * noun[word]) print "5 TAG_ADJECTIVE", word
    for (form in past)
        if (form !~ /(s|ing)$/ && !regular(form, past[form]) && noun[form] <= verb[past[form]])
            print "6 TAG_PAST", form
    n = split("become bet burst cast come cost cut hit hurt overcome put quit run set shed shut split spread", invariant, " ")
    for (i = 1; i <= n; i++) print "7 TAG_INVARIANT", invariant[i]
}' cntlist.rev index.noun index.verb index.adj verb.exc | sort
}

cat <<'EOF'
/*
 * Words by how often they are verbs; made by tag_words.sh from WordNet 3.0, not by hand.
 *
 * WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. Permission to use, copy, modify and
 * distribute this software and database and its documentation for any purpose and without fee or royalty is hereby
 * granted, provided that you agree to comply with the following copyright notice and statements, including the
 * disclaimer, and that the same appear on ALL copies of the software, database and documentation, including
 * modifications that you make for internal use or for distribution.
 *
 * THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES,
 * EXPRESS OR IMPLIED. BY WAY OF EXAMPLE, BUT NOT LIMITATION, PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR
 * WARRANTIES OF MERCHANTABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE OR THAT THE USE OF THE LICENSED SOFTWARE,
 * DATABASE OR DOCUMENTATION WILL NOT INFRINGE ANY THIRD PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS.
 *
 * The name of Princeton University or Princeton may not be used in advertising or publicity pertaining to
 * distribution of the software and/or database. Title to copyright in this software, database and any associated
 * documentation shall at all times remain with Princeton University and LICENSEE agrees to preserve same.
 */
#include "core/text/lexicon.h"

/* One list a letter, for no literal may be longer than compilers promise to take. */
/* clang-format off */
const struct tag_group tag_groups[] = {
EOF
ranked | awk '
function finish() { if (line != "") print line "\"},"; line = "" }
{
    letter = substr($3, 1, 1)
    if ($2 != group || letter != initial) {
        finish()
        printf "    {%s,\n", $2
        line = "     \"" $3
    } else if (length(line) + length($3) > 115) {
        print line " \""
        line = "     \"" $3
    } else {
        line = line " " $3
    }
    group = $2
    initial = letter
}
END { finish() }'
echo '    {0, NULL},'
echo '};'
