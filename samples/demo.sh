#!/bin/sh
# shellcheck disable=SC2016 # the $ of an amount of money is meant as it stands
# Shows the whole loop on one article, in a store of its own that is gone afterwards: sh samples/demo.sh BUILD/assay
# The source at example.org, its quote and the reviewer are made up to show how a review goes; the rest is real output.
set -eu

program=$(realpath "$1")
cd "$(dirname "$0")/.."
scratch=$(mktemp -d "${TMPDIR:-/tmp}/assay-demo.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

export ASSAY_PAGER=cat
export ASSAY_STORE="$scratch/assay.db"
export ASSAY_REVIEWER='Demo Reviewer <reviewer@example.org>'

# A word as it would be typed into a shell.
typed() {
    case $1 in
    *[!A-Za-z0-9_./:,=@%-]*) printf "'%s'" "$1" ;;
    *) printf '%s' "$1" ;;
    esac
}

# Prints a command as it is typed, each option of a long one on a line of its own, and runs it.
assay() {
    between=' '
    [ $# -le 6 ] || between=' \
      '
    printf '\n$ assay'
    for word in "$@"; do
        case $word in
        --*) printf '%s' "$between" ;;
        *) printf ' ' ;;
        esac
        typed "$word"
    done
    printf '\n'
    "$program" "$@"
}

# The number of the claim with that literal.
number_of() {
    "$program" list --format tsv | awk -F '\t' -v literal="$1" '
        NR == 1 { for (i = 1; i <= NF; i++) column[$i] = i; next }
        $column["literal"] == literal { print $column["number"]; found = 1; exit }
        END { exit !found }'
}

assay extract samples/defence-meeting.txt --title 'Ministers meet on the war' --date 2025-02-12
assay list --kind money,percent

appropriated=$(number_of 'more than $180 billion')
target=$(number_of '5 percent')

assay show "$appropriated"
assay cite "$appropriated" https://example.org/appropriations.pdf \
    --title 'Appropriations to date' --publisher 'Office of the Inspector General' --published 2025-01-31 \
    --quote 'a total of $182.8 billion' --locator 'p. 4' --figure '182.8 billion USD' --supports --no-fetch
assay verdict "$appropriated" accurate --because 'Appropriated to date is 182.8 billion, which is more than 180.'
assay verdict "$target" not-checkable --because 'A demand for the future, not a statement of fact.'
assay next
assay report
assay history "$appropriated"
assay doctor
