#!/bin/sh
# apply-crds.sh
# Brings the custom resources of the platform's charts and of the examples into the current cluster, so that
# make test-cluster can have every object checked. CHARTS is a folder of charts that were pulled.
# make test-gitops-cluster wants a cluster without them: Helm installs no CRD that is there already.
set -eu
cd "$(dirname "$0")/.."

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

kubectl apply --server-side --filename "https://github.com/kubernetes-sigs/gateway-api/releases/download/$gateway_api/standard-install.yaml"
kubectl apply --server-side --filename "https://raw.githubusercontent.com/external-secrets/external-secrets/$external_secrets/deploy/crds/bundle.yaml"
raw=https://raw.githubusercontent.com
kubectl apply --server-side \
  --filename $raw/grafana/grafana-operator/$grafana_operator/config/crd/bases/grafana.integreatly.org_grafanadashboards.yaml \
  --filename $raw/GoogleCloudPlatform/prometheus-engine/$prometheus_engine/charts/operator/crds/monitoring.googleapis.com_podmonitorings.yaml \
  --filename $raw/fluxcd/helm-controller/$helm_controller/config/crd/bases/helm.toolkit.fluxcd.io_helmreleases.yaml \
  --filename $raw/fluxcd/source-controller/$source_controller/config/crd/bases/source.toolkit.fluxcd.io_ocirepositories.yaml
CHARTS=$(scripts/pull-platform-charts.sh "${CHARTS:-}") node --conditions=source test/cluster/apply-crds.ts
