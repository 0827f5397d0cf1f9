#!/bin/sh
# raise-cluster.sh <name>
# Raises a cluster with kind, on Docker, for make test-cluster: with the images of make images, and with
# the custom resources of the platform's charts and of the examples. kind's own network enforces
# NetworkPolicies. IMAGE_PREFIX is that of make images; CHARTS is a folder of charts that were pulled.
set -eu
cd "$(dirname "$0")/.."

for command in docker kind kubectl; do
  command -v "$command" >/dev/null || { echo "raise-cluster: $command is missing" >&2; exit 1; }
done
# renovate: docker kindest/node
node=v1.36.1
# renovate: github-releases kubernetes-sigs/gateway-api
gateway_api=v1.6.1
# renovate: github-releases external-secrets/external-secrets
external_secrets=v1.3.2
# renovate: github-releases grafana/grafana-operator
grafana_operator=v5.24.0
# renovate: github-releases GoogleCloudPlatform/prometheus-engine
prometheus_engine=v0.17.2
# renovate: github-releases fluxcd/helm-controller
helm_controller=v1.6.3
# renovate: github-releases fluxcd/source-controller
source_controller=v1.9.1
version=$(node -p 'require("./app/api/package.json").version')

kind create cluster --name "$1" --image kindest/node:$node --wait 120s
kind load docker-image --name "$1" "${IMAGE_PREFIX:-}dataiku-api:$version" "${IMAGE_PREFIX:-}dataiku-frontend:$version"
kubectl apply --server-side --filename "https://github.com/kubernetes-sigs/gateway-api/releases/download/$gateway_api/standard-install.yaml"
kubectl apply --server-side --filename "https://raw.githubusercontent.com/external-secrets/external-secrets/$external_secrets/deploy/crds/bundle.yaml"
raw=https://raw.githubusercontent.com
kubectl apply --server-side \
  --filename $raw/grafana/grafana-operator/$grafana_operator/config/crd/bases/grafana.integreatly.org_grafanadashboards.yaml \
  --filename $raw/GoogleCloudPlatform/prometheus-engine/$prometheus_engine/charts/operator/crds/monitoring.googleapis.com_podmonitorings.yaml \
  --filename $raw/fluxcd/helm-controller/$helm_controller/config/crd/bases/helm.toolkit.fluxcd.io_helmreleases.yaml \
  --filename $raw/fluxcd/source-controller/$source_controller/config/crd/bases/source.toolkit.fluxcd.io_ocirepositories.yaml
CHARTS=$(scripts/pull-platform-charts.sh "${CHARTS:-}") node --conditions=source test/cluster/apply-crds.ts
echo "Test it: make test-cluster. Take it away: make cluster-down"
