#!/bin/sh
# install-argocd.sh
# Installs Argo CD into the cluster of the current context. From then on it keeps itself, from the same
# chart, version and values. HELM names another Helm 4.
set -eu
cd "$(dirname "$0")/.."

helm=$(scripts/unpack-helm.sh)
# The part `argocd` of gitops/values.yaml is the home of its chart and version.
part() { awk -v key="$1:" '/^  argocd:/ { inside = 1; next } /^  [a-z]/ { inside = 0 } inside && $1 == key { print $2 }' gitops/values.yaml; }

# Argo CD owns the fields of what it has kept since the first time: the second time takes them back.
"$helm" upgrade --install argocd "$(part chart)" --repo "$(part repository)" --version "$(part version)" \
  --namespace "$(part namespace)" --create-namespace --values gitops/platform/argocd/values.yaml \
  --force-conflicts --wait
echo "Argo CD is installed. Bring in the rest: kubectl apply -f gitops/root.yaml"
