#!/bin/bash
# Takes tables in the layouts of six publishers in, then plain sentences, and looks at what `check` says of each: those of
# true.txt hold, and the right cell is cited; those of false.txt fail, for the right reason; none of traps.txt holds.
#
#   tests/check_tables.sh [FOLDER]      FOLDER holds six tables and the three lists (tests/check/tables)
#
# The program is $ASSAY, or build/assay.
set -euo pipefail
assay=$(realpath "${ASSAY:-build/assay}")
folder=$(realpath "${1:-tests/check/tables}")
scratch=$(mktemp -d "${TMPDIR:-/tmp}/assay-tables.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
export ASSAY_STORE=$scratch/store.db ASSAY_REVIEWER='Ann <ann@example.org>' ASSAY_NOW=2025-06-01T12:00:00Z
failed=0 passed=0

load() {
    "$assay" --store "$ASSAY_STORE" series add "$@" >>"$scratch/loaded" 2>&1 || { cat "$scratch/loaded" >&2; exit 1; }
}

fault() {
    echo "$1" >&2
    failed=$((failed + 1))
}

# What `check` says of the last figure of a text: "result<tab>reason<tab>where".
check_text() {
    local file=$scratch/text.txt claim
    printf '%s\n' "$1" >"$file"
    "$assay" --store "$ASSAY_STORE" extract --format ndjson "$file" >"$scratch/claims" 2>/dev/null || true
    claim=$(sqlite3 "$ASSAY_STORE" "SELECT MAX(number) FROM claim WHERE kind NOT IN ('date', 'rank', 'score')
        AND document = (SELECT id FROM document ORDER BY number DESC LIMIT 1)")
    [ -n "$claim" ] || { echo "no figure"; return; }
    "$assay" check "$claim" --format ndjson >"$scratch/checked" 2>"$scratch/said" || true
    sqlite3 -separator $'\t' :memory: "WITH checked AS (SELECT CAST(readfile('$scratch/checked') AS TEXT) AS j)
        SELECT json_extract(j, '\$.status'), COALESCE(json_extract(j, '\$.reason'), ''),
        COALESCE((SELECT group_concat(tree.value, ' / ') FROM json_tree(j, '\$.references') AS tree
            WHERE tree.key = 'origin'), '') FROM checked"
}

each() { # each FILE FUNCTION: calls it with the text and what the list expects
    local line
    while IFS= read -r line; do
        case $line in '' | '#'*) continue ;; esac
        "$2" "${line%% | *}" "${line##* | }" "$(check_text "${line%% | *}")"
    done <"$1"
}

holds() {
    case $3 in
    holds$'\t'*"$2"*) passed=$((passed + 1)) ;;
    *) fault "does not hold by '$2': $1: $3" ;;
    esac
}

fails() {
    case $3 in
    fails$'\t'"$2"$'\t'*) passed=$((passed + 1)) ;;
    *) fault "does not fail for '$2': $1: $3" ;;
    esac
}

is_no_trap() {
    case $3 in
    holds* | conflict* | undecided* | '') fault "is confirmed: $1: $3" ;;
    *) passed=$((passed + 1)) ;;
    esac
}

"$assay" --store "$ASSAY_STORE" init >/dev/null 2>&1 || true
load "$folder/gdp.csv" --name gdp --measure GDP --unit 'current USD'
load "$folder/population.csv" --name population --measure population --unit person
load "$folder/inflation.csv" --name inflation --unit percent
load "$folder/exchange-rates.csv" --name rates --measure 'exchange rate' --unit 'national currency per USD' --dates year
load "$folder"/*-2020.csv --name old --vintage 2021 --unit 'military_expenditure=constant 2019 USD;
    military_expenditure_share_gdp=% of GDP; military_expenditure_per_capita=USD per person'
load "$folder"/*-2024.csv --name new --measure 'military expenditure' --vintage 2025

each "$folder/true.txt" holds
each "$folder/false.txt" fails
each "$folder/traps.txt" is_no_trap

"$assay" doctor >/dev/null || fault "the store is not whole"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
