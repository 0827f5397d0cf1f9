#!/bin/sh
# build-images.sh
# Builds the images dataiku-api, dataiku-frontend and dataiku for this machine's platform, with
# docker, podman or buildah, whichever works.
#   BUILDER            docker, podman or buildah
#   BUILD_OPTIONS      further options for it, separated by spaces
#   IMAGE_PREFIX       what the names start with, such as ghcr.io/owner/; empty: nothing
#   COMMIT             what the images name as their commit; default: HEAD, or nothing where files
#                      were changed since
#   SOURCE_DATE_EPOCH  seconds since 1970 that stand for the time of the build; default: the commit's,
#                      or now where files were changed since
set -eu
cd "$(dirname "$0")/.."

works() {
  case $1 in
  docker) docker version >/dev/null 2>&1 ;; # its client alone builds nothing
  *) command -v "$1" >/dev/null ;;
  esac
}
for candidate in ${BUILDER:-docker podman buildah}; do
  if works "$candidate"; then builder=$candidate; break; fi
done
[ -n "${builder:-}" ] || {
  echo "build-images: needs docker with its daemon, podman or buildah" >&2
  echo "On Debian: sudo apt-get install podman buildah" >&2
  exit 1
}

version=$(node -p 'require("./app/api/package.json").version')
source=$(node -p 'require("./packages/clock-sync/package.json").repository.url.replace(/^git\+|\.git$/g, "")')
if [ -z "$(git status --porcelain)" ]; then
  head=$(git rev-parse HEAD) time=$(git log -1 --format=%ct)
else
  # Another commit, which has no name yet. Nor the time of the last one: of time and size, nginx and
  # the API make the ETags by which browsers know a document that has changed.
  head='' time=$(date +%s)
fi
commit=${COMMIT-$head}
epoch=${SOURCE_DATE_EPOCH:-$time}

build() { # build <name> <Dockerfile> <option>…
  name=${IMAGE_PREFIX:-}$1
  file=$2
  shift 2
  case $builder in
  docker) set -- build --provenance=false "$@" ;;
  # OCI: in Docker's format they would write the name of the machine into the image. OCI has no
  # HEALTHCHECK, so images that podman or buildah built come without one.
  *) set -- build --format oci --timestamp "$epoch" "$@" ;;
  esac
  # shellcheck disable=SC2086 # the options are separated by spaces
  "$builder" "$@" ${BUILD_OPTIONS:-} --file "$file" --tag "$name:$version" \
    --build-arg "SOURCE_DATE_EPOCH=$epoch" --build-arg "VERSION=$version" \
    --build-arg "SOURCE=$source" --build-arg "COMMIT=$commit" .
  echo "built: $name:$version"
}

build dataiku-api app/api/Dockerfile
build dataiku-frontend app/frontend/Dockerfile
build dataiku app/Dockerfile --build-arg "API=${IMAGE_PREFIX:-}dataiku-api:$version" \
  --build-arg "FRONTEND=${IMAGE_PREFIX:-}dataiku-frontend:$version"
