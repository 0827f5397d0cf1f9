#!/bin/sh
# debian-mirror.sh <Debian|Debian-Security>
# Prints the address of the mirror from which this machine gets the packages of that archive; nothing
# where it has none, as on another distribution.
set -eu
# shellcheck disable=SC2016 # apt expands it
apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' "Label: $1" | head -n 1
