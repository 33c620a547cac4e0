#!/bin/sh
# Makes samples/report.png, the picture that README opens with: sh samples/picture.sh BUILD/assay
# Needs chromium and node; the fonts are those of the machine.
set -eu

program=$(realpath "$1")
cd "$(dirname "$0")/.."
scratch=$(mktemp -d "${TMPDIR:-/tmp}/assay-picture.XXXXXX")
trap 'rm -rf "$scratch"' EXIT

export ASSAY_STORE="$scratch/desk.db"
sh samples/desk.sh "$program"
printf 'name = The Kesta Desk\ncolour = #7a1f2b\n' >"$scratch/desk"
ASSAY_NOW=2026-03-06T09:00:00Z "$program" report --desk "$scratch/desk" --document 1 -o "$scratch/report.html"
node tests/browser/picture.js "$scratch/report.html" samples/report.png 860 1580
