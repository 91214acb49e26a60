#!/usr/bin/env bash
# Installs the Debian packages that the browser, interoperability and comparison tests use. Needs root, or sudo.
set -eu
packages=(chromium fonts-noto-cjk postgresql poppler-utils unzip libreoffice-calc-nogui r-base-core r-cran-proc)
missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
  echo 'All peers are installed.'
  exit 0
fi
as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(sudo -n)
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq
# A cluster that the package makes by itself would run beside ours and take a port.
"${as_root[@]}" mkdir -p /etc/postgresql-common
[ -e /etc/postgresql-common/createcluster.conf ] || echo 'create_main_cluster = false' | "${as_root[@]}" tee /etc/postgresql-common/createcluster.conf >/dev/null
"${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}"
