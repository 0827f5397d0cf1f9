#!/bin/sh
# unpack-package.sh <Debian package> …
# Unpacks packages into .cache/debian without installing them, and prints that folder: an installed
# daemon would start, take its port, and even set this machine's clock. Quick the second time.
set -eu
cd "$(dirname "$0")/.."
root=$PWD/.cache/debian

# The folder is root's alone: apt's own user could not write there, and apt would warn of that.
download() { apt-get download -qq -o APT::Sandbox::User=root "$1" >&2; }

mkdir -p "$root/.unpacked"
for package; do
  [ -e "$root/.unpacked/$package" ] && continue
  command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null || {
    echo "unpack-package: '$package' comes from Debian, and this system has no apt-get" >&2
    exit 1
  }
  # One at a time: unpacking anew would take a file away from a test that has begun to run it.
  exec 9>"$root/.unpacked/lock"
  flock 9
  [ -e "$root/.unpacked/$package" ] && continue
  echo "unpack: Debian package $package" >&2
  download=$(mktemp -d)
  trap 'rm -rf "$download"' EXIT
  # Lists that are too old name files that are gone; only root can renew them.
  (cd "$download" && download "$package" 2>/dev/null) || {
    [ "$(id -u)" = 0 ] || { echo "unpack-package: run 'sudo apt-get update' first" >&2; exit 1; }
    apt-get update -qq >/dev/null
    (cd "$download" && download "$package")
  }
  dpkg-deb -x "$download"/*.deb "$root"
  rm -rf "$download"
  touch "$root/.unpacked/$package"
done
echo "$root"
