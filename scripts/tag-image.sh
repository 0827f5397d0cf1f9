#!/bin/sh
# tag-image.sh <dataiku-api|dataiku-frontend|dataiku> <commit> <version>
# Gives the image that main's pipeline built for that commit the tag of a version, once it is verified.
set -eu
cd "$(dirname "$0")/.."

name=$(scripts/image-arguments.sh "$1" | sed -n 's/^name=//p')
digest=$(docker buildx imagetools inspect "$name:$2" --format '{{.Manifest.Digest}}')
scripts/verify-image.sh "$name@$digest"
docker buildx imagetools create --tag "$name:$3" "$name@$digest"
