#!/bin/sh
# image-arguments.sh <dataiku-api|dataiku-frontend|dataiku>
# Prints, as outputs of a workflow step, the name of an image in this repository's registry and the
# arguments that its Dockerfile takes, as `make images` gives them.
set -eu
cd "$(dirname "$0")/.."

# The owner is the repository's that this runs in; a registry has no upper case.
owner=$(echo "${GITHUB_REPOSITORY_OWNER:?is the owner of the repository}" | tr '[:upper:]' '[:lower:]')
echo "name=${REGISTRY:-ghcr.io}/$owner/$1"
cat <<OUTPUT
arguments<<END
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
VERSION=$(sed -n 's/^  "version": "\(.*\)",/\1/p' app/api/package.json)
SOURCE=${GITHUB_SERVER_URL:-https://github.com}/${GITHUB_REPOSITORY:?is owner/name of the repository}
COMMIT=$(git rev-parse HEAD)
END
OUTPUT
