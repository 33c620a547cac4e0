#!/bin/bash
# Shows that an archive in parts gives the claims that one process finds, and that all of it comes into one store once:
# runs samples/many-machines.sh and looks at what it says. The program is $ASSAY, or build/assay.
set -euo pipefail
said=$(env -u ASSAY_STORE sh samples/many-machines.sh "${ASSAY:-build/assay}")
echo "$said"
claims=$(sed -n 's/^\([0-9]*\) claims, the same from 4 parts as from one process$/\1/p' <<<"$said")
[ "${claims:-0}" -gt 50 ]
grep -q "^4 documents added with $claims claims, 1 there already$" <<<"$said"
grep -q "^the store is whole: 4 documents, $claims claims," <<<"$said"
