#!/bin/sh
# Checks who may import whom (.dependency-cruiser.json).
# Fails too when fewer modules were read than there are source files: the tool passes when it
# can't parse TypeScript at all.
set -eu
cd "$(dirname "$0")/.."

report=$(depcruise app packages monitoring test bench) || { echo "$report"; exit 1; }
echo "$report"
cruised=$(echo "$report" | sed -n 's/.*(\([0-9]*\) modules.*/\1/p')
sources=$(git ls-files 'app/*.ts' 'app/*.tsx' 'packages/*.ts' | wc -l)
[ "${cruised:-0}" -ge "$sources" ] || {
  echo "check-layers: only ${cruised:-0} modules read of $sources source files: the rules saw nothing" >&2
  exit 1
}
