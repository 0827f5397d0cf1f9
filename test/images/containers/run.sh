#!/bin/bash
# Builds the images on stand-ins of their bases, twice, sends them through a registry on loopback,
# and tests what came back. Everything stays below .cache/images.
set -euo pipefail
cd "$(dirname "$0")/../../.."

[ "$(id -u)" = 0 ] || { echo "test-images: needs root, for mounts and network namespaces" >&2; exit 1; }
for command in buildah podman runc conmon:conmon netavark:/usr/lib/podman/netavark \
  mmdebstrap iptables iproute2:ip catatonit:catatonit; do
  scripts/require-package.sh "${command%%:*}" "command -v ${command##*:}"
done
. test/images/containers/environment.sh
say() { echo "test-images: $* (after $SECONDS s)"; }
# What podman leaves mounted could not be removed.
unmount() {
  for storage in "$work/storage" "$work/pulled/storage"; do
    umount --recursive "$storage/overlay" 2> /dev/null || true
  done
}
trap unmount EXIT

say "the stand-ins of the base images"
test/images/containers/make-stand-ins.sh

say "the build, and once more from nothing"
COMMIT=$(git rev-parse HEAD)
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export BUILDER=buildah COMMIT SOURCE_DATE_EPOCH
# Both take the files as they are now, whoever goes on working on them. The second copy lies elsewhere
# and has other times, as another checkout has.
rm -rf "$work/files" "$work/copy"
mkdir "$work/files"
tar --exclude-vcs --exclude=node_modules --exclude=dist --exclude=./.cache -c . | tar -x -C "$work/files"
cp -r "$work/files" "$work/copy"
build() { # build <folder> <prefix> <option>…
  IMAGE_PREFIX=$2 BUILD_OPTIONS="--pull=never --isolation=chroot --network=host ${*:3}" \
    "$1/scripts/build-images.sh" > "$work/build.log" 2>&1 || { tail -40 "$work/build.log"; exit 1; }
}
build "$work/files" localhost/first/
build "$work/copy" localhost/again/ --no-cache
rm -r "$work/files" "$work/copy"

say "through a registry"
unmount
rm -rf "$work/registry" "$work/pulled" "$work/digests"
mkdir -p "$work/registry" "$work/digests"
port=$(node -p 'const s = require("node:net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); }); ""' | head -1)
cat > "$work/registry/config.yaml" <<CONFIG
version: 0.1
log: { level: error, accesslog: { disabled: true } }
storage: { filesystem: { rootdirectory: $work/registry/data } }
http: { addr: "127.0.0.1:$port" }
CONFIG
"$(scripts/unpack-package.sh docker-registry)/usr/bin/docker-registry" serve "$work/registry/config.yaml" \
  > "$work/registry/log" 2>&1 &
registry=$!
trap 'kill $registry; unmount' EXIT
curl --silent --retry 20 --retry-connrefused --retry-delay 1 "http://127.0.0.1:$port/v2/" > /dev/null
version=$(node -p 'require("./app/api/package.json").version')
# A storage of its own: what is tested came from the registry, whole.
pulled="podman --root $work/pulled/storage --runroot $work/pulled/run"
for name in dataiku-api dataiku-frontend dataiku; do
  podman push -q --tls-verify=false --digestfile "$work/digests/$name" \
    "localhost/first/$name:$version" "docker://127.0.0.1:$port/$name:$version"
  $pulled pull -q --tls-verify=false "127.0.0.1:$port/$name@$(cat "$work/digests/$name")" > /dev/null
done
if $pulled pull -q --tls-verify=false "127.0.0.1:$port/dataiku@sha256:$(printf '0%.0s' {1..64})" 2> /dev/null; then
  say "the registry gave an image for a digest that it doesn't know"; exit 1
fi

export IMAGES_WORK=$work IMAGE_REGISTRY=127.0.0.1:$port IMAGE_VERSION=$version
# A network of our own, without a way out: containers have addresses, and ports collide with nothing.
unshare --net --mount --propagation private bash -euc '
  ip link set lo up
  node --conditions=source --test --test-concurrency=1 --test-timeout=120000 "test/images/containers/*.test.ts"
'
