#!/bin/bash
# Builds the images where no registry of images is reachable, on stand-ins of their bases (root):
#   . test/containers/stand-ins-environment.sh && test/containers/make-stand-ins.sh && make test-images
# Stand-ins have the official names, and hold the packages of the real bases and no more, since one too
# many would hide what a Dockerfile forgot. nginx is that of Debian's next release, whose version is the
# real base's, instead of nginx.org's, and the builder knows this machine's CAs.
set -euo pipefail
cd "$(dirname "$0")/../.."
. test/containers/stand-ins-environment.sh
for command in buildah podman runc conmon:conmon netavark:/usr/lib/podman/netavark \
  mmdebstrap iptables iproute2:ip catatonit:catatonit; do
  scripts/require-package.sh "${command%%:*}" "command -v ${command##*:}"
done

base_of() { sed -n "s|^FROM \($1[^ ]*\).*|\1|p" "$2" | head -1; }
node_image=$(base_of node: app/api/Dockerfile)
cc_image=$(base_of gcr.io/distroless/cc app/api/Dockerfile)
nginx_image=$(base_of nginxinc/nginx-unprivileged app/frontend/Dockerfile)

# The suite of the bases, from where this machine gets its own packages.
mirror=$(scripts/debian-mirror.sh Debian)
security=$(scripts/debian-mirror.sh Debian-Security)
key=/usr/share/keyrings/debian-archive-keyring.gpg
cat > "$work/trixie.list" <<SOURCES
deb [signed-by=$key] $mirror trixie main
deb [signed-by=$key] $mirror trixie-updates main
deb [signed-by=$key] $security trixie-security main
SOURCES
# A mirror may be older than the week for which a release to come is valid.
echo "deb [signed-by=$key check-valid-until=no] $mirror forky main" > "$work/forky.list"
path=PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin

# As Debian's slim images: without manuals, with the licences.
debootstrap() { # debootstrap <suite> <package,…> <folder>
  rm -rf "$3"
  mmdebstrap --quiet --variant=minbase --include="$2" \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-include=/usr/share/doc/*/copyright' \
    "$1" "$3" "$work/$1.list"
}

import() { # import <folder> <image> <change>…
  local folder=$1 image=$2 changes=()
  shift 2
  for change; do changes+=(--change "$change"); done
  tar -C "$folder" -c . | podman import -q "${changes[@]}" - "$image" >/dev/null
  rm -rf "$folder"
}

# nodejs/docker-node, 26/trixie-slim: what node is linked against, node, and npm.
make_node() {
  local root=$work/node
  debootstrap trixie libatomic1,libstdc++6 "$root"
  local node npm
  node=$(dirname "$(dirname "$(readlink -f node_modules/.bin/node)")")
  npm=$(dirname "$(dirname "$(readlink -f "$(command -v npm)")")")
  install -D "$node/bin/node" "$root/usr/local/bin/node"
  cp "$node/LICENSE" "$root/usr/local/LICENSE"
  mkdir -p "$root/usr/local/lib/node_modules" "$root/usr/local/etc"
  cp -r "$npm" "$root/usr/local/lib/node_modules/npm"
  chmod 755 "$root"/usr/local/lib/node_modules/npm/bin/np[mx]-cli.js
  ln -s ../lib/node_modules/npm/bin/npm-cli.js "$root/usr/local/bin/npm"
  install -D -m 644 /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/ca-certificates.crt"
  echo cafile=/etc/ssl/certs/ca-certificates.crt > "$root/usr/local/etc/npmrc"
  chroot "$root" useradd --uid 1000 --user-group --create-home node
  import "$root" "docker.io/library/$node_image" 'CMD ["node"]' "ENV=$path"
}

# nginx/docker-nginx-unprivileged, debian: curl, gettext and four modules come with nginx.
make_nginx() {
  local root=$work/nginx
  debootstrap forky nginx,libnginx-mod-http-xslt-filter,libnginx-mod-http-geoip,libnginx-mod-http-image-filter,libnginx-mod-http-js,ca-certificates,curl,gettext-base "$root"
  chroot "$root" groupadd --system --gid 101 nginx
  chroot "$root" useradd --system --gid nginx --no-create-home --shell /bin/false --uid 101 nginx
  rm -rf "$root"/var/www/html
  mkdir -p "$root/usr/share/nginx/html" "$root/docker-entrypoint.d"
  echo '<h1>Welcome to nginx!</h1>' | tee "$root/usr/share/nginx/html/index.html" > "$root/usr/share/nginx/html/50x.html"
  ln -sf /dev/stdout "$root/var/log/nginx/access.log"
  ln -sf /dev/stderr "$root/var/log/nginx/error.log"
  printf '#!/bin/sh\nexec "$@"\n' > "$root/docker-entrypoint.sh"
  chmod 755 "$root/docker-entrypoint.sh"
  chroot "$root" chown -R 101:0 /etc/nginx /var/lib/nginx
  import "$root" "docker.io/$nginx_image" 'ENTRYPOINT ["/docker-entrypoint.sh"]' \
    'CMD ["nginx", "-g", "daemon off;"]' USER=101 EXPOSE=8080 STOPSIGNAL=SIGQUIT "ENV=$path"
}

# GoogleContainerTools/distroless, static + base + cc of debian13: neither configured nor with a shell.
make_cc() {
  local root=$work/cc apt=$work/apt
  rm -rf "$root" "$apt"
  mkdir -p "$root"/usr/{bin,sbin,lib,lib64} "$root"/var/lib/dpkg/status.d "$root"/etc/ssl/certs \
    "$root"/home/nonroot "$root"/{tmp,proc,sys,dev,root} "$apt"/{state/lists/partial,cache/archives/partial,deb}
  chmod 1777 "$root/tmp"
  for folder in bin sbin lib lib64; do ln -s "usr/$folder" "$root/$folder"; done
  touch "$apt/state/status"
  local options=(-qq -o "Dir::Etc::sourcelist=$work/trixie.list" -o Dir::Etc::sourceparts=- \
    -o "Dir::State=$apt/state" -o "Dir::State::status=$apt/state/status" -o "Dir::Cache=$apt/cache" \
    -o APT::Sandbox::User=root)
  apt-get "${options[@]}" update
  (cd "$apt/deb" && apt-get "${options[@]}" download base-files netbase tzdata tzdata-legacy media-types \
    libc6 libssl3t64 libzstd1 zlib1g libgomp1 'libstdc++6' libgcc-s1 gcc-14-base ca-certificates)
  local package
  for package in "$apt"/deb/*.deb; do
    case $package in
    */ca-certificates_*)
      mkdir "$apt/ca"
      dpkg-deb -x "$package" "$apt/ca"
      find "$apt/ca/usr/share/ca-certificates" -name '*.crt' | sort | xargs cat > "$root/etc/ssl/certs/ca-certificates.crt"
      ;;
    *)
      dpkg-deb --fsys-tarfile "$package" | tar -x -C "$root" --keep-directory-symlink \
        --exclude='./usr/share/man*' --exclude='./usr/share/lintian*' --exclude='./usr/share/doc/*/changelog*'
      dpkg-deb -f "$package" > "$root/var/lib/dpkg/status.d/$(dpkg-deb -f "$package" Package)"
      ;;
    esac
  done
  printf '%s\n' root:x:0:0:root:/root:/sbin/nologin nobody:x:65534:65534:nobody:/nonexistent:/sbin/nologin \
    nonroot:x:65532:65532:nonroot:/home/nonroot:/sbin/nologin > "$root/etc/passwd"
  printf '%s\n' root:x:0: nobody:x:65534: nonroot:x:65532: > "$root/etc/group"
  echo 'hosts: files dns' > "$root/etc/nsswitch.conf"
  chown 65532:65532 "$root/home/nonroot"
  import "$root" "$cc_image" USER=65532 WORKDIR=/home/nonroot "ENV=$path" \
    ENV=SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt
}

podman image exists "docker.io/library/$node_image" || make_node
podman image exists "docker.io/$nginx_image" || make_nginx
podman image exists "$cc_image" || make_cc

IMAGE_PREFIX='' BUILDER=buildah BUILD_OPTIONS="--pull=never --isolation=chroot --network=host" scripts/build-images.sh
