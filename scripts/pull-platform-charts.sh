#!/bin/sh
# pull-platform-charts.sh [folder]
# Pulls the charts of gitops/values.yaml from their registries into a folder, one folder for each
# chart, and prints it. A folder that is given is used as it is: for machines without those registries.
set -eu
cd "$(dirname "$0")/.."

if [ -n "${1:-}" ]; then echo "$1"; exit 0; fi
target=$PWD/.cache/charts
helm=$(scripts/unpack-helm.sh)
rm -rf "$target"
mkdir -p "$target"
awk '$1 == "repository:" { repository = $2 } $1 == "chart:" { chart = $2 } $1 == "version:" { print repository, chart, $2 }' gitops/values.yaml |
  while read -r repository chart version; do
    case $repository in
    https://*) "$helm" pull "$chart" --repo "$repository" --version "$version" --untar --untardir "$target" >&2 ;;
    *) "$helm" pull "oci://$repository/$chart" --version "$version" --untar --untardir "$target" >&2 ;;
    esac
  done
echo "$target"
