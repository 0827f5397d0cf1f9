#!/bin/sh
# with-deploy-key.sh <command>…
# Runs a command in a clone from GitHub, with the private key in DEPLOY_KEY for all that Git fetches and pushes
# meanwhile. Without a key, it runs the command as it is. Needs gh, to ask for GitHub's own keys.
set -eu

if [ -z "${DEPLOY_KEY:-}" ]; then exec "$@"; fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
(umask 077 && printf '%s\n' "$DEPLOY_KEY" > "$folder/key")
gh api meta --jq '.ssh_keys[] | "github.com " + .' > "$folder/known_hosts"
unset DEPLOY_KEY
export GIT_SSH_COMMAND="ssh -i $folder/key -o IdentitiesOnly=yes -o UserKnownHostsFile=$folder/known_hosts -o StrictHostKeyChecking=yes"
# A clone by HTTPS: its addresses are read as those of SSH.
export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=url.git@github.com:.insteadOf GIT_CONFIG_VALUE_0=https://github.com/
"$@"
