#!/bin/sh
# changelog.sh <tag>
# Prints what changed between the version tag before this one and this one: a line for each commit.
set -eu
tag=$1
commit=$(git rev-parse --verify --quiet "$tag^{commit}") || { echo "changelog: '$tag' is no tag here" >&2; exit 1; }
before=$(git describe --tags --abbrev=0 --match 'v[0-9]*' "$commit^" 2>/dev/null || true)
if [ -n "$before" ]; then echo "Changes since $before:"; else echo "The first release:"; fi
echo
git log --no-merges --format='- %s (%h)' "${before:+$before..}$commit"
