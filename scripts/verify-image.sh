#!/bin/sh
# verify-image.sh <image>@sha256:…
# Proves that a workflow of the repository built this image: its signature, its provenance. Needs
# cosign and gh, and no key. REPOSITORY names another owner/name, WORKFLOW another workflow file.
# ATTESTATIONS=off leaves the provenance out: GitHub keeps none for a private repository without Enterprise Cloud.
set -eu
cd "$(dirname "$0")/.."

image=$1
repository=${REPOSITORY:-${GITHUB_REPOSITORY:-dataiku-assessment/dataiku-assessment}}
workflow=${WORKFLOW:-build-and-push.yaml}
echo "$image" | grep -Eq '@sha256:[0-9a-f]{64}$' || {
  echo "verify-image: '$image' has no digest: a tag can be moved between the check and the use" >&2
  exit 1
}
cosign verify "$image" \
  --certificate-oidc-issuer https://token.actions.githubusercontent.com \
  --certificate-identity-regexp "^https://github\\.com/$repository/\\.github/workflows/$workflow@refs/" >/dev/null
[ "${ATTESTATIONS:-}" != off ] || exit 0
gh attestation verify "oci://$image" --repo "$repository" \
  --signer-workflow "$repository/.github/workflows/$workflow"
