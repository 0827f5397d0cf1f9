#!/bin/sh
# changelog.sh <tag>
# Prints the section of CHANGELOG.md for the version of a tag v<version>.
set -eu
cd "$(dirname "$0")/.."

section=$(awk -v heading="## [${1#v}]" 'index($0, heading) == 1 { inside = 1; next } /^## / { inside = 0 } inside' CHANGELOG.md)
[ -n "$section" ] || { echo "changelog: CHANGELOG.md has no section [${1#v}]: make version V=${1#v}" >&2; exit 1; }
echo "$section"
