#!/bin/sh
# package-chart.sh [folder]
# Packs the chart as an archive for an OCI registry, and prints its path. Default folder: dist.
# The same files give the same bytes: every file's time is SOURCE_DATE_EPOCH (seconds since 1970),
# by default that of the chart's last commit.
set -eu
cd "$(dirname "$0")/.."
target=${1:-dist}
epoch=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct -- charts/dataiku)}
helm=$(scripts/unpack-helm.sh)

copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp -R charts/dataiku "$copy"
find "$copy" -exec touch --date="@$epoch" {} +
"$helm" lint --strict --quiet "$copy/dataiku"
"$helm" package "$copy/dataiku" --destination "$target" |
  sed -n 's/^Successfully packaged chart and saved it to: //p'
