#!/bin/sh
# `npm run setup`: the system packages that tests like to have. Debian and Ubuntu; asks for the password where it must.
set -eu
if command -v chromium >/dev/null 2>&1 && fc-list 2>/dev/null | grep -qi 'cjk'; then
  echo 'Chromium and a Chinese font are here already.'
  exit 0
fi
if [ "$(id -u)" -eq 0 ]; then as_root=''; else as_root='sudo'; fi
echo 'Installing chromium and fonts-noto-cjk…'
$as_root apt-get update -qq
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk fontconfig
