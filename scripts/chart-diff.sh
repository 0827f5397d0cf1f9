#!/usr/bin/env bash
# chart-diff.sh <commit>
# Prints, as Markdown, how what each environment runs differs from that commit: Argo CD's own
# objects, and the application's. HEAD is what the work tree has.
set -euo pipefail
cd "$(dirname "$0")/.."

base=$(git rev-parse --verify --quiet "$1^{commit}") || { echo "chart-diff: '$1' is no commit here" >&2; exit 1; }
helm=$(scripts/unpack-helm.sh)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/tree" "$work/before" "$work/after"
git archive "$base" | tar -x -C "$work/tree"

# Renders everything of one tree into a folder. A tree without a part renders nothing for it.
render() {
  local tree=$1 out=$2 values environment
  [ ! -f "$tree/gitops/Chart.yaml" ] || "$helm" template root "$tree/gitops" --namespace argocd \
    --set repository=https://example.com/repository.git --set revision=deploy >"$out/root"
  [ -f "$tree/charts/dataiku/Chart.yaml" ] || return 0
  for values in "$tree"/gitops/environments/*/values.yaml; do
    [ -f "$values" ] || continue
    environment=$(basename "$(dirname "$values")")
    "$helm" template dataiku "$tree/charts/dataiku" --namespace "dataiku-$environment" \
      --values "$tree/gitops/environments/values.yaml" --values "$values" >"$out/$environment" 2>/dev/null
  done
}
render "$work/tree" "$work/before"
render . "$work/after"

echo "## What this changes in the cluster"
for name in $(ls "$work/before" "$work/after" | grep -v : | sort -u); do
  touch "$work/before/$name" "$work/after/$name"
  # Comments tell the reader of a template, not the cluster.
  changes=$(diff -u --label before --label after \
    <(sed -E '/^ *#/d' "$work/before/$name") <(sed -E '/^ *#/d' "$work/after/$name") || true)
  printf '\n### %s\n\n' "$name"
  if [ -z "$changes" ]; then echo "Nothing."; else printf '```diff\n%s\n```\n' "$changes"; fi
done
