#!/bin/sh
# Writes the part on values in the chart's README anew, from the comments in values.yaml.
set -eu
cd "$(dirname "$0")/.."
exec node --conditions=source --test --test-update-snapshots test/chart/values.test.ts
