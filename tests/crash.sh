#!/bin/bash
# Kills assay with SIGKILL while it takes documents in, and while verdicts are given: 25 rounds each. After each round the
# store must be whole (doctor says so), hold every id that was printed before the kill, and no document without all of
# its claims. The program is $ASSAY, or build/assay. Its last line is "N passed, N failed".
set -u
shopt -s lastpipe

assay=$(realpath "${ASSAY:-build/assay}")
rounds=${CRASH_ROUNDS:-25}
documents=400
scratch=$(mktemp -d "${TMPDIR:-/tmp}/assay-crash.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
unset ASSAY_STORE ASSAY_NOW
export ASSAY_REVIEWER='Crash Test <crash@example.org>'
passed=0 failed=0 killed=0

# Each document has two figures.
mkdir texts
for ((i = 1; i <= documents; i++)); do
    printf 'Town %d spent $%d million on parks.\n\nIt hired %d teachers.\n' "$i" "$((i + 2))" "$((i + 100))" >"texts/$i.txt"
done
"$assay" extract --dry-run texts/1.txt --format ndjson >one 2>/dev/null
claims=$(wc -l <one)
[ "$claims" -ge 1 ] || { echo "no claims are found in the test's own text"; echo "0 passed, 1 failed"; exit 1; }

# complete FILE: its lines, but for a last one whose end was not written.
complete() {
    while IFS= read -r line; do printf '%s\n' "$line"; done <"$1"
}

# run_and_kill SECONDS FUNCTION: runs it in a process group of its own, and kills all of that after so long.
run_and_kill() {
    set -m
    "$2" >out 2>log &
    local pid=$! status=0
    set +m
    sleep "$1"
    kill -KILL -- "-$pid" 2>/dev/null
    wait "$pid" 2>/dev/null || status=$?
    for _ in {1..50}; do # what it had started may take a moment longer to be gone
        kill -0 -- "-$pid" 2>/dev/null || break
        sleep 0.1
    done
    [ "$status" -ne 137 ] || killed=$((killed + 1))
}

# missing IDS FILE: those of IDS that FILE does not hold.
missing() {
    sort -u "$1" >wanted
    sort -u "$2" >there
    comm -23 wanted there
}

fault() {
    echo "round $round of $kind: $*"
    ok=false
}

check_whole() {
    [ -s store.db ] || return 0 # killed before there was one
    "$assay" --store store.db doctor >faults 2>&1 || fault "doctor: $(head -3 faults)"
}

extract_all() {
    "$assay" --store store.db extract --batch "$batch" --format ndjson texts
}

check_extract() {
    local halves
    complete out | grep -o '^{"number":[0-9]*,"id":"[0-9a-f]*"' >acknowledged
    [ -s store.db ] || { [ ! -s acknowledged ] || fault "ids were printed, and there is no store"; return; }
    "$assay" --store store.db list --all --format ndjson 2>/dev/null | grep -o '^{"number":[0-9]*,"id":"[0-9a-f]*"' >stored
    missing acknowledged stored >lost
    [ ! -s lost ] || fault "acknowledged, and lost: $(head -3 lost)"
    halves=$("$assay" --store store.db documents --format tsv 2>/dev/null |
        awk -F '\t' -v n="$claims" 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "claims") c = i; next } $c != n')
    [ -z "$halves" ] || fault "documents without all of their claims: $halves"
    [ "$(wc -l <stored)" -eq $((claims * $("$assay" --store store.db documents 2>/dev/null | wc -l))) ] ||
        fault "claims without a document"
}

give_verdicts() {
    local number=0
    while :; do
        number=$((number % claims + 1))
        "$assay" --store store.db verdict "$number" unsupported --because "Given in round $round." || exit
    done
}

check_verdicts() {
    complete out | grep -o 'verdict [0-9a-f-]*$' | cut -d ' ' -f 2 >acknowledged
    for ((number = 1; number <= claims; number++)); do
        "$assay" --store store.db show "$number" --format json
    done | grep -o '{"id":"[0-9a-f-]*","rating"' | cut -d '"' -f 4 >stored
    missing acknowledged stored >lost
    [ ! -s lost ] || fault "acknowledged, and lost: $(head -3 lost)"
    given=$((given + $(wc -l <acknowledged)))
}

count_round() {
    if $ok; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
}

kind=extract
for ((round = 1; round <= rounds; round++)); do
    ok=true
    # Half of the rounds begin with a new store, the others go on with what the last kill left.
    [ $((round % 2)) -eq 0 ] || rm -f store.db*
    # And a third of them store several documents in one transaction.
    batch=1
    [ $((round % 3)) -ne 0 ] || batch=16
    run_and_kill "0.$(printf '%03d' $((RANDOM % 400)))" extract_all
    check_extract
    check_whole
    count_round
done

# What was broken off goes on where it was: all is there in the end, nothing twice.
ok=true
"$assay" --store store.db extract texts >/dev/null 2>&1 || fault "extract fails after the kills"
[ "$("$assay" --store store.db documents | wc -l)" -eq "$documents" ] || fault "documents are missing at the end"
check_whole
count_round

kind=verdict given=0
rm -f store.db*
"$assay" --store store.db extract texts/1.txt >/dev/null 2>&1
for ((round = 1; round <= rounds; round++)); do
    ok=true
    run_and_kill "0.$(printf '%03d' $((100 + RANDOM % 200)))" give_verdicts
    check_verdicts
    check_whole
    count_round
done

# The test must have tested something.
ok=true kind=all
[ "$killed" -ge "$rounds" ] || fault "only $killed rounds were killed at work"
[ "$given" -gt "$rounds" ] || fault "only $given verdicts were acknowledged"
count_round
echo "$killed rounds were killed at work; $given verdicts were acknowledged before a kill"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
