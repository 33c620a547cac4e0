#!/bin/sh
# An archive larger than one machine, in small: the articles beside this file become documents a line, are split into
# parts, each part goes through the filter by itself (here two at a time, by xargs; GNU parallel or a cluster do the
# same), and what comes out goes into one store. It prints what was taken in, and shows that one process finds the same.
#
#   sh samples/many-machines.sh [ASSAY]
set -eu

assay=$(realpath "${1:-build/assay}")
samples=$(dirname "$(realpath "$0")")
work=$(mktemp -d "${TMPDIR:-/tmp}/assay-many.XXXXXX")
trap 'rm -rf "$work"' EXIT
cd "$work"

# The archive: {"id":…,"text":…} a line. The id is how a claim is known to be of a document, whichever machine found it.
for article in "$samples"/*.txt; do
    name=$(basename "$article" .txt)
    # JSON wants a backslash before these, and \n for the end of a line.
    text=$(sed 's/[\\"]/\\&/g' "$article" | awk '{printf "%s\\n", $0}')
    printf '{"id":"%s","text":"%s","date":"2025-02-12"}\n' "$name" "$text"
done >archive.ndjson

# One part a machine. No document is cut: a line is the smallest part.
split -l 1 archive.ndjson part-
printf '%s\0' part-?? | xargs -0 -n 1 -P 2 sh -c '"$0" extract --lines --texts --format ndjson "$1" >"claims-$1"' "$assay"

# Line numbers are those of a part; all else is as one process prints it.
cat claims-part-* | sed 's/^{"line":[0-9]*,/{/' >many
"$assay" extract --lines --texts --format ndjson archive.ndjson | sed 's/^{"line":[0-9]*,/{/' >one
cmp one many
echo "$(grep -c -v '"text":' many) claims, the same from $(ls part-* | wc -l) parts as from one process"

# In any order, and what arrives twice comes in once.
ASSAY_REVIEWER='Archive <archive@example.org>' "$assay" --store archive.db import claims-part-* claims-part-aa 2>&1 |
    tail -n 1
"$assay" --store archive.db doctor | head -n 1
