#!/bin/bash
# What programs read, held against its schema by another program (python3-jsonschema): the JSON and NDJSON reports and the
# ClaimReview of a desk's work, and of nothing. A fault that is put in must be seen.
set -euo pipefail

passed=0 failed=0
here=$(pwd)
scratch=$(mktemp -d "${TMPDIR:-/tmp}/assay-schema.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
export XDG_CONFIG_HOME=$scratch ASSAY_STORE=$scratch/desk.db
sh samples/desk.sh "$ASSAY"
cd "$scratch"
export ASSAY_REVIEWER='Ines Marlow <ines@desk.example>'
printf 'It was 5 percent.\n' >letter.txt
"$ASSAY" cite 1 letter.txt --context --quote 'It was 5 percent.' --figure '5 percent' >/dev/null
"$ASSAY" cite 1 letter.txt --context --quote 'It was 6 percent.' >/dev/null 2>&1
"$ASSAY" cite 1 none.pdf --context --title 'None' >/dev/null 2>&1 || true
printf 'It was 7 percent.\n' >letter.txt
"$ASSAY" sources recheck "$("$ASSAY" sources list --format tsv | awk -F "\t" '$4 == "letter.txt" { print $1 }')" >/dev/null 2>&1 || true

# fits SCHEMA FILE yes|no: one test.
fits() {
    local fit=yes
    /usr/bin/python3 -m jsonschema -i "$2" "$1" >schema.out 2>&1 || fit=no
    if [ "$fit" = "$3" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $(basename "$2") against $(basename "$1"): $fit where it should be $3"
        head -c 2000 schema.out
    fi
}

report=$here/tests/schema/report.schema.json review=$here/tests/schema/claimreview.schema.json
"$ASSAY" report --format json >report.json
grep -q "\"sighting_last\":{" report.json # what was kept of a source, and looked at again
fits "$report" report.json yes
sed 's/"rating":"inaccurate"/"rating":"wrong"/' report.json >faulty.json
fits "$report" faulty.json no
sed '0,/"stance":/s//"posture":/' report.json >faulty.json
fits "$report" faulty.json no

"$ASSAY" report --format ndjson >report.ndjson
printf '{"$ref":"file://%s#/definitions/line"}' "$report" >line.schema.json
sed 's/^/[/;s/$/]/' report.ndjson | tr -d '\n' | sed 's/\]\[/,/g' >lines.json
printf '{"type":"array","minItems":40,"items":{"$ref":"file://%s#/definitions/line"}}' "$report" >lines.schema.json
fits lines.schema.json lines.json yes
sed 's/"document":{/"documents":{/' lines.json >faulty.json
fits lines.schema.json faulty.json no

"$ASSAY" report --format claimreview --url https://desk.example/r >reviews.json
fits "$review" reviews.json yes
"$ASSAY" report --format claimreview >faulty.json 2>/dev/null # a review without an address is none
fits "$review" faulty.json no
sed 's/"worstRating":1,*//;s/,}/}/' reviews.json >faulty.json
fits "$review" faulty.json no
sed 's/"@type":"Claim"/"@type":"Statement"/' reviews.json >faulty.json
fits "$review" faulty.json no

ASSAY_STORE=$scratch/empty.db
printf 'Nothing is counted here.\n' >empty.txt
"$ASSAY" extract empty.txt >/dev/null 2>&1
"$ASSAY" report --format json >empty.json
fits "$report" empty.json yes
"$ASSAY" report --format claimreview >empty-reviews.json 2>/dev/null
fits "$review" empty-reviews.json yes

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
