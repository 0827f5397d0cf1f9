#!/bin/bash
# bare-root.sh <suite> <folder> <program> …
# Makes a bare Debian of that suite in a folder, with git, make, npm and this work tree in
# /root/dataiku, and runs the program there as root, with loopback and registries as this machine has
# them. Whatever it starts ends with it.
set -euo pipefail
cd "$(dirname "$0")/../.."
suite=$1 root=$2
shift 2

mirror=$(scripts/debian-mirror.sh Debian)
mmdebstrap --quiet --variant=minbase --include=ca-certificates,git,make,nodejs,npm \
  --keyring=/usr/share/keyrings/debian-archive-keyring.gpg "$suite" "$root" ${mirror:+"$mirror"} >&2

cp --dereference /etc/resolv.conf /etc/hosts "$root/etc/"
cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
for scope in globalconfig userconfig; do
  file=$(npm config get "$scope")
  [ ! -f "$file" ] || cat "$file"
done >"$root/root/.npmrc"
chmod 700 "$root/root"
mkdir "$root/root/dataiku"
# The tree as it would be committed.
git ls-files -z --cached --others --exclude-standard |
  while IFS= read -r -d '' file; do [ ! -e "$file" ] || printf '%s\0' "$file"; done |
  tar --null --files-from=- -c | tar -x -C "$root/root/dataiku" --no-same-owner

# shellcheck disable=SC2016 # the inner shell expands
exec unshare --mount --pid --fork --kill-child --propagation private bash -euc '
  root=$1
  shift
  mount -t proc proc "$root/proc"
  mount --rbind /dev "$root/dev"
  exec env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin \
    NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt \
    chroot "$root" sh -c "cd /root/dataiku && exec \"\$@\"" sh "$@"
' bash "$root" "$@"
