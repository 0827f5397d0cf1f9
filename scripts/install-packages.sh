#!/bin/sh
# install-packages.sh
# Installs the pinned Node and npm (toolchain/), and with them the npm packages of this repository.
# The machine's own npm only fetches the toolchain: versions of npm differ in the optional packages
# that they leave out. What would fail after minutes is checked first.
set -eu
cd "$(dirname "$0")/.."

node_package=$(scripts/node-package.sh)
refuse() { printf 'install: %s\n' "$@" >&2; exit 1; }

command -v npm >/dev/null || refuse "npm is missing." "On Debian: sudo apt-get install nodejs npm"
major=$(node -p 'process.versions.node.split(".")[0]') || refuse "node doesn't run, and npm needs it."
[ "$major" -ge 18 ] || refuse "node is $(node --version); npm needs Node 18 or newer here." \
  "On Debian 12 or newer: sudo apt-get install nodejs npm"
scripts/require-package.sh libatomic1 "ls /usr/lib*/libatomic.so.1 /usr/lib/*/libatomic.so.1 2>/dev/null | grep -q ."

# npm keeps its cache in the home folder; where that can't be written, it stays in this repository.
cache=$(npm config get cache)
mkdir -p "$cache" 2>/dev/null && [ -w "$cache" ] || export npm_config_cache="$PWD/.cache/npm"

# --no-save: a registry that lacks some platform's optional packages must not change the lock file.
# --ignore-scripts: nothing here needs one, and older versions of npm don't read `allowScripts`.
install_by() { "$@" install --no-save --ignore-scripts --loglevel=error --no-progress; }

node=toolchain/node_modules/$node_package/bin/node
pinned=v$(sed -n "s/.*\"$node_package\": \"\\(.*\\)\".*/\\1/p" toolchain/package.json)
echo "install: Node $pinned and npm"
(cd toolchain && install_by npm)
actual=$($node --version) || actual=missing
[ "$actual" = "$pinned" ] || refuse "$node is $actual, and $pinned is pinned." \
  "Should npm leave out optional packages, change that: npm config delete omit"

echo "install: npm packages"
install_by "$node" toolchain/node_modules/npm/bin/npm-cli.js
ln -sfn "../../$node" node_modules/.bin/node
