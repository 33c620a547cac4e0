#!/bin/sh
# shellcheck disable=SC2016 # the $ of an amount of money is meant as it stands
# A desk's work of some days on two of the articles, in the store that ASSAY_STORE names: sh samples/desk.sh BUILD/assay
# The pictures of reports and the browser's tests are made of it. Reviewers and sources are made up, as the articles are.
set -eu

program=$(realpath "$1")
cd "$(dirname "$0")/.."
: "${ASSAY_STORE:?say where the store is to be}"
export ASSAY_STORE ASSAY_OFFLINE=1 # the sources' addresses are made up, too

ines='Ines Marlow <ines@desk.example>'
omar='Omar Lindqvist <omar@desk.example>'

# at TIME REVIEWER ARGUMENTS...: a command of theirs at that time.
at() {
    ASSAY_NOW=$1 ASSAY_REVIEWER=$2
    export ASSAY_NOW ASSAY_REVIEWER
    shift 2
    "$program" "$@" >/dev/null 2>&1 || { echo "desk.sh: assay $* failed" >&2; exit 1; }
}

# The number of the claim with that literal whose sentence holds those words.
number_of() {
    "$program" list --all --format tsv | awk -F '\t' -v literal="$1" -v words="$2" '
        NR == 1 { for (i = 1; i <= NF; i++) column[$i] = i; next }
        $column["literal"] == literal && index($column["sentence"], words) { print $column["number"]; found = 1; exit }
        END { exit !found }' || { echo "desk.sh: no claim '$1' with '$2'" >&2; exit 1; }
}

at 2026-03-04T15:10:00Z "$ines" extract samples/budget-speech.md --title 'Budget speech for 2026' --date 2026-03-04 --author 'Teodora Vance' \
    --publisher 'National Assembly of Kesta' --url https://assembly.example/speeches/2026-03-04
at 2026-03-05T08:20:00Z "$omar" extract samples/local-news.txt --title 'Flood leaves half of Selm without power' --date 2026-03-03 \
    --publisher 'Selm Courier' --url https://courier.example/flood

n=$(number_of '2.4 percent' 'grew by')
at 2026-03-04T15:42:00Z "$ines" cite "$n" https://statistics.example/accounts/2025 --title 'National accounts 2025' \
    --publisher 'Kesta Statistical Office' --published 2026-02-26 --locator 'Table 1, row 4' \
    --quote 'Gross domestic product rose by 2.4 percent in 2025, after 1.1 percent in 2024.' \
    --figure '2.4 percent' --supports
at 2026-03-04T15:50:00Z "$omar" verdict "$n" accurate --because \
    'The statistical office gives the same figure. It is a first estimate and will be revised in June.'

n=$(number_of '€41.5 billion' 'debt')
at 2026-03-04T16:02:00Z "$ines" cite "$n" https://treasury.example/debt/january --title 'Public debt, January 2026' \
    --publisher 'Treasury of Kesta' --published 2026-02-15 --locator 'p. 2' \
    --quote 'Central government debt amounted to €41.2 billion on 31 January.' --figure '€41.2 billion' --supports
at 2026-03-04T16:05:00Z "$ines" cite "$n" https://bank.example/fiscal-monitor --title 'Fiscal monitor' \
    --publisher 'Bank of Kesta' --published 2026-01-30 --locator 'Chart 3' --figure '€40.9 billion to €42.1 billion' --context
at 2026-03-04T16:20:00Z "$ines" verdict "$n" mostly-accurate --because \
    'The treasury has 41.2 billion for the end of January, 0.7 percent less; the bank gives a range that holds the figure.'

n=$(number_of '6.3 percent' 'Unemployment')
at 2026-03-04T16:40:00Z "$ines" cite "$n" https://statistics.example/labour/2025-q4 \
    --title 'Labour market and prices in Kesta, fourth quarter of 2025' --publisher 'Kesta Statistical Office' \
    --published 2026-02-12 --locator 'Table 5' --quote 'The rate a year before was 5.8 percent.' \
    --figure '5.8 percent' --refutes
at 2026-03-04T16:44:00Z "$ines" verdict "$n" partly --because 'Unemployment fell, but not from 6.3 percent.'
at 2026-03-05T09:30:00Z "$omar" verdict "$n" inaccurate --because \
    'A year before it was 5.8 percent. The 6.3 percent are of 2019, by the older method: the fall is half as large as the minister said.'

n=$(number_of 'Nearly a third' 'fall due')
at 2026-03-05T10:00:00Z "$omar" cite "$n" https://treasury.example/debt/maturities --title 'Maturities of public debt' \
    --publisher 'Treasury of Kesta' --published 2025-11-03 --figure '36 percent' --locator 'Table 2' --refutes
at 2026-03-05T10:08:00Z "$omar" verdict "$n" outdated --because \
    'So it was in 2024. By the table of November 36 percent fall due before 2029, more than a third.'

n=$(number_of '1.6 percent' 'today')
at 2026-03-05T10:30:00Z "$ines" cite "$n" https://treaty.example/spending --title 'Defence expenditure of members' \
    --published 2025-12-18 --figure '1.3 percent' --locator 'Table 3' --refutes
at 2026-03-05T10:41:00Z "$ines" verdict "$n" misleading --because \
    '1.6 percent counts the border police and pensions. By the definition that the target of 2 percent is in, it is 1.3.'

n=$(number_of '2 percent' 'by 2030')
at 2026-03-05T10:44:00Z "$ines" verdict "$n" not-checkable --because 'An aim for 2030, not a statement of fact.'

n=$(number_of 'one in eight' 'pensioners')
at 2026-03-05T11:02:00Z "$omar" verdict "$n" unsupported --because \
    'The ministry was asked twice and named no source. The statistical office does not publish poverty among pensioners.'

n=$(number_of 'Nearly 60 percent' 'shops')
at 2026-03-05T13:15:00Z "$omar" cite "$n" https://selm.example/flood/count --title 'Flood damage in the centre: a count' \
    --publisher 'Selm Council' --published 2026-03-02 --figure '58 percent' --quote '43 of 74 shops, or 58 percent, stayed closed.' --supports
at 2026-03-05T13:21:00Z "$omar" verdict "$n" accurate --because '43 of 74 is 58 percent.'

n=$(number_of 'between €40 million and €55 million' 'damage')
at 2026-03-05T13:40:00Z "$omar" cite "$n" https://insurers.example/selm --title 'First estimate of insured losses' \
    --publisher 'Insurers of Kesta' --published 2026-03-04 --figure '€31 million to €47 million' --context
at 2026-03-05T13:55:00Z "$omar" verdict "$n" partly --because \
    'The insurers put what is insured at 31 to 47 million; what is not insured nobody has counted yet.'
