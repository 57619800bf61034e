#!/bin/sh
# `npm run setup`: the system packages that tests like to have. Debian and Ubuntu; asks for the password where it must.
set -eu
packages=''
if ! { command -v chromium && fc-list | grep -i 'cjk'; } >/dev/null 2>&1; then
  packages='chromium fonts-noto-cjk fontconfig'
fi
# A store that speaks S3, for the long tests of `press publish`: 64 MB to fetch, 280 MB on disk.
if ! { command -v radosgw && command -v ceph-mon && command -v ceph-osd; } >/dev/null 2>&1; then
  packages="$packages radosgw ceph-mon ceph-osd"
fi
if [ -z "$packages" ]; then
  echo 'Chromium, a Chinese font and radosgw are here already.'
  exit 0
fi
if [ "$(id -u)" -eq 0 ]; then as_root=''; else as_root='sudo'; fi
echo "Installing $packages…"
$as_root apt-get update -qq
# shellcheck disable=SC2086
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages
