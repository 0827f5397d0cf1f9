#!/bin/sh
# take-tzdata.sh
# Replaces the API's copy of the tz database by the one of Debian's newest package, and what is made of it.
set -eu
cd "$(dirname "$0")/.."
zones=app/api/src/zones/tzdb
source=$(scripts/unpack-package.sh tzdata)/usr/share/zoneinfo
for name in tzdata.zi zone.tab; do
  install -m 644 "$source/$name" "$zones/$name"
done
npm run --silent zone-places --workspace app/api
head -n 1 "$zones/tzdata.zi"
