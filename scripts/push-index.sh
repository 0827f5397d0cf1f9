#!/bin/sh
# push-index.sh <image> <tag> <digest>…
# Makes one multi-platform index of the images that were pushed by these digests, tags it, and prints
# it by its digest: image@sha256:…
set -eu
image=$1
tag=$2
shift 2

[ $# -gt 0 ] || { echo "push-index: no digest is given" >&2; exit 1; }
for digest; do
  echo "$digest" | grep -Eqx 'sha256:[0-9a-f]{64}' || { echo "push-index: '$digest' is no digest" >&2; exit 1; }
  set -- "$@" "$image@$digest"
  shift
done
docker buildx imagetools create --tag "$image:$tag" "$@" >&2
digest=$(docker buildx imagetools inspect "$image:$tag" --format '{{.Manifest.Digest}}')
echo "$digest" | grep -Eqx 'sha256:[0-9a-f]{64}' || { echo "push-index: the registry answered '$digest'" >&2; exit 1; }
echo "$image@$digest"
