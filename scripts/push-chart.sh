#!/bin/sh
# push-chart.sh
# Packs the chart, pushes it to the OCI registry of this repository's owner, and prints, as outputs of
# a workflow step, its name there and its digest. REGISTRY names another registry, PUSH_OPTIONS
# further options for `helm push`.
set -eu
cd "$(dirname "$0")/.."

owner=$(echo "${GITHUB_REPOSITORY_OWNER:?is the owner of the repository}" | tr '[:upper:]' '[:lower:]')
charts=${REGISTRY:-ghcr.io}/$owner/charts
helm=$(scripts/unpack-helm.sh)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
archive=$(scripts/package-chart.sh "$folder")
# Helm says the digest on its standard error.
# shellcheck disable=SC2086 # the options are separated by spaces
said=$("$helm" push "$archive" "oci://$charts" ${PUSH_OPTIONS:-} 2>&1) || { echo "$said" >&2; exit 1; }
digest=$(echo "$said" | sed -n 's/.*Digest: \(sha256:[0-9a-f]\{64\}\).*/\1/p')
[ -n "$digest" ] || { echo "push-chart: helm named no digest: $said" >&2; exit 1; }
echo "name=$charts/dataiku"
echo "digest=$digest"
