#!/bin/sh
# check-release.sh <tag>
# Prints the version that a tag v<version> releases, after checking that all that is released has it.
set -eu
cd "$(dirname "$0")/.."

version=${1#v}
echo "$1" | grep -Eqx 'v[0-9]+\.[0-9]+\.[0-9]+' || { echo "check-release: '$1' is no version tag such as v1.2.3" >&2; exit 1; }
failed=0
same() {
  [ "$2" = "$version" ] || { echo "check-release: $1 is $2, the tag says $version" >&2; failed=1; }
}
same "the chart's version" "$(sed -n 's/^version: //p' charts/dataiku/Chart.yaml)"
same "the chart's appVersion" "$(sed -n 's/^appVersion: "\(.*\)"/\1/p' charts/dataiku/Chart.yaml)"
for package in app/api app/frontend packages/clock-sync; do
  same "the version in $package/package.json" "$(sed -n 's/^  "version": "\(.*\)",/\1/p' $package/package.json)"
done
[ $failed = 0 ] || exit 1
echo "$version"
