#!/bin/bash
# The HTML report as others' parsers see it: xmllint reads it as XML, tidy as HTML, for an article and a review that try to
# put markup of their own into it. tidy knows less of SVG than browsers do; that alone is forgiven.
set -euo pipefail

passed=0 failed=0
scratch=$(mktemp -d "${TMPDIR:-/tmp}/assay-html.'<i>article.txt'XXXX")
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
export ASSAY_STORE=$scratch/s.db ASSAY_REVIEWER='A & "B" <a@example.org>'

# ok WHAT COMMAND...: one test.
ok() {
    local what=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $what"
    fi
}

is_xml() {
    xmllint --noout "$1"
}

is_html() {
    # Its status is 1 for warnings and 2 for errors; what it says is what counts here.
    tidy -errors -quiet "$1" >tidy.out 2>&1 || true
    ! grep -v 'Warning: <\(svg\|title\)> proprietary attribute' tidy.out
}

make_store() {
    printf '%s\n' '<script>alert(1)</script> "Prices" rose 5% & <b>wages</b> 3%.' '' \
        'It cost $5 million </p></article><img src=x onerror=alert(2)> in 2024.' >'<i>article&.txt'
    "$ASSAY" extract '<i>article&.txt' --title '</title><script>alert(3)</script>' >/dev/null
    "$ASSAY" cite 1 "https://example.org/?a=1&b='c'" --title '<u>T</u>' --quote '<q>"5%" &amp; more</q>' --refutes
    "$ASSAY" verdict 1 inaccurate --because $'</p>\n<script>alert(4)</script>'
    "$ASSAY" verdict 1 misleading --because '"onclick="alert(5)'
}

make_store >store.out 2>&1 || { cat store.out; exit 1; }
"$ASSAY" report -o report.html
ok "it is well-formed XML" is_xml report.html
ok "it is HTML" is_html report.html
ok "each claim has its card" test "$(grep -c '<article ' report.html)" -eq 3
ok "no script came in" test "$(xmllint --xpath 'count(//*[local-name()="script" or local-name()="img"])' report.html)" = 0
"$ASSAY" report --annotate -o sheet.html
ok "the check sheet is well-formed XML" is_xml sheet.html
ok "the check sheet is HTML" is_html sheet.html
ok "no script came into it" test "$(xmllint --xpath 'count(//*[local-name()="script" or local-name()="img"])' sheet.html)" = 0
"$ASSAY" cite 1 https://example.org/c --figure '4 percent</text><script>alert(6)</script>' --context >/dev/null 2>&1 || true
"$ASSAY" stats --by document -o bars.svg
ok "statistics are a well-formed picture" is_xml bars.svg
"$ASSAY" report --with-claimreview --lang de -o linked.html 2>/dev/null
ok "the page with its ClaimReview is well-formed XML" is_xml linked.html
# Both must see a fault where there is one, or what they say above is worth nothing.
sed 's,</article>,,' report.html >broken.html
ok "xmllint sees a card that does not end" test "$(is_xml broken.html 2>/dev/null && echo whole || echo broken)" = broken
ok "tidy sees it, too" test "$(is_html broken.html >/dev/null && echo whole || echo broken)" = broken

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
