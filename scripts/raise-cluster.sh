#!/bin/sh
# raise-cluster.sh <name>
# Raises a cluster with kind, on Docker, for make test-cluster and make test-gitops-cluster: with the images
# of make images. kind's own network enforces NetworkPolicies. IMAGE_PREFIX is that of make images.
set -eu
cd "$(dirname "$0")/.."

for command in docker kind kubectl; do
  command -v "$command" >/dev/null || { echo "raise-cluster: $command is missing" >&2; exit 1; }
done
# renovate: docker kindest/node
node=v1.36.1
cluster=$1
version=$(node -p 'require("./app/api/package.json").version')

kind create cluster --name "$cluster" --image kindest/node:$node --wait 120s
kind load docker-image --name "$cluster" "${IMAGE_PREFIX:-}dataiku-api:$version" "${IMAGE_PREFIX:-}dataiku-frontend:$version"
# kind loads them by their tags alone; what is deployed names them by their digests.
images() { docker exec "$cluster-control-plane" ctr --namespace k8s.io images "$@"; }
images list | awk -v tag=":$version" '$1 ~ "/dataiku-(api|frontend)" tag "$" { print $1, $3 }' |
  while read -r image digest; do images tag "$image" "${image%:*}@$digest" < /dev/null; done
echo "Test it: make cluster-crds test-cluster, or make test-gitops-cluster. Take it away: make cluster-down"
