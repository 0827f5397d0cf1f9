#!/usr/bin/env bash
# move-deploy.sh <commit of main> [<api image>@sha256:… <frontend image>@sha256:…]
# Moves the branch `deploy`, which Argo CD follows, to that commit's tree plus the digests of its
# images, in one commit. Without .github: nothing there is deployed, and GitHub's own token may not write it. It never goes back: a commit older than the deployed one changes nothing.
# Without images, only the first deployment is possible; the chart's appVersion is the tag then.
# REMOTE names the remote, RUN the pipeline's run number: of two runs of one commit, the later wins.
set -euo pipefail

remote=${REMOTE:-origin}
run=${RUN:-0}
images=gitops/environments/production/images.yaml

say() { echo "move-deploy: $*"; }
refuse() { echo "move-deploy: $*" >&2; exit 1; }

# What the images are called is up to the registry; that each is named by its digest is not.
image_yaml() {
  [[ $2 =~ ^([a-z0-9.-]+(:[0-9]+)?)/([a-z0-9._/-]+)@(sha256:[0-9a-f]{64})$ ]] ||
    refuse "'$2' is no image with a registry and a digest (registry/name@sha256:64 hexadecimal digits)"
  printf '%s:\n  image:\n    registry: %s\n    repository: %s\n    digest: %s\n' \
    "$1" "${BASH_REMATCH[1]}" "${BASH_REMATCH[3]}" "${BASH_REMATCH[4]}"
}

# The commit of main, or the run, that a commit of `deploy` records.
recorded() { git log -1 --format="%(trailers:key=$1,valueonly)" "$2" | sed '/^$/d'; }

# Fetches what the remote has now. The branch `deploy` may not be there yet.
fetch() {
  git fetch --quiet --no-tags "$remote" "+refs/heads/main:refs/remotes/$remote/main"
  tip=$(git ls-remote "$remote" refs/heads/deploy | cut -f 1)
  [ -z "$tip" ] || git fetch --quiet --no-tags "$remote" "$tip"
}

# Ends the script where there is nothing to move, or where moving would be wrong.
compare() {
  git merge-base --is-ancestor "$source" "refs/remotes/$remote/main" || refuse "$source is not on main"
  if [ -z "$tip" ]; then
    [ $# -gt 0 ] || say "no digests are given: the first deployment takes the images by tag, the chart's appVersion"
    return
  fi
  [ $# -gt 0 ] || refuse "deploy runs images by digest: without digests, this would go back to a tag"
  local deployed last
  deployed=$(recorded Source-Commit "$tip")
  last=$(recorded Run "$tip")
  [[ $deployed =~ ^[0-9a-f]{40}$ ]] || refuse "the tip of deploy, $tip, names no Source-Commit: someone else moved it"
  if [ "$deployed" = "$source" ]; then
    [ "$run" -ge "${last:-0}" ] || { say "run ${last} has deployed $source already, this is run $run: nothing to do"; exit 0; }
  elif git merge-base --is-ancestor "$source" "$deployed"; then
    say "$source is older than $deployed, which is deployed: nothing to do"
    exit 0
  else
    git merge-base --is-ancestor "$deployed" "$source" ||
      refuse "$deployed is deployed, and is not on the way to $source: main was rewritten. Delete the branch deploy to start anew"
  fi
}

# Writes the commit, and prints it. The present tip is its first parent: the branch's own history,
# `git log --first-parent deploy`, is the list of deployments.
write_commit() {
  local index tree
  index=$(mktemp -u)
  export GIT_INDEX_FILE=$index
  git read-tree "$source"
  git ls-files -z .github | git update-index -z --force-remove --stdin
  if [ $# -gt 0 ]; then
    git update-index --add --cacheinfo "100644,$blob,$images"
  fi
  tree=$(git write-tree)
  unset GIT_INDEX_FILE
  rm -f "$index"
  git commit-tree "$tree" ${tip:+-p "$tip"} -p "$source" <<MESSAGE
Deploy $(git log -1 --format='%h: %s' "$source")

$( [ $# -gt 0 ] && printf '%s\n' "$@" || echo "No digests: images by tag." )

Source-Commit: $source
Run: $run
MESSAGE
}

source=$(git rev-parse --verify --quiet "${1:?usage: move-deploy.sh <commit> [<api image> <frontend image>]}^{commit}") ||
  refuse "'$1' is no commit here"
shift
[ $# -eq 0 ] || [ $# -eq 2 ] || refuse "give both images, the API's and the frontend's, or none"
[[ $run =~ ^[0-9]+$ ]] || refuse "RUN is '$run', not a number"
if [ $# -eq 2 ]; then
  api=$(image_yaml api "$1")
  frontend=$(image_yaml frontend "$2")
  [ "${1#*@}" != "${2#*@}" ] || refuse "both images have the same digest: one of them is the wrong one"
  blob=$(printf '# Written by scripts/move-deploy.sh.\n%s\n%s\n' "$api" "$frontend" | git hash-object -w --stdin)
fi

# A push that isn't a fast-forward is refused, so nobody's move is lost: look again, and decide again.
for _ in 1 2 3 4 5; do
  fetch
  compare "$@"
  commit=$(write_commit "$@")
  if git push --quiet "$remote" "$commit:refs/heads/deploy"; then
    say "deploy is at $commit: $source${1:+ with $1 and $2}"
    exit 0
  fi
  say "the push was refused; looking again"
done
refuse "deploy could not be moved in five attempts"
