#!/bin/sh
# require-package.sh <Debian package> <command>
# Installs the package where the command fails: by apt when root, else it says what to do.
set -eu
package=$1
works=$2

if sh -c "$works" >/dev/null 2>&1; then exit 0; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "install: Debian package $package" >&2
  log=$(mktemp)
  trap 'rm -f "$log"' EXIT
  export DEBIAN_FRONTEND=noninteractive
  if apt-get update -qq >"$log" 2>&1 &&
    apt-get install -qq --no-install-recommends "$package" >>"$log" 2>&1 &&
    sh -c "$works" >/dev/null 2>&1; then exit 0; fi
  tail -n 5 "$log" >&2
fi
echo "$package is missing: '$works' fails." >&2
echo "On Debian: sudo apt-get install $package" >&2
case $package in
chromium*) echo "Elsewhere: npx playwright install chromium, and set CHROMIUM to its path." >&2 ;;
esac
exit 1
