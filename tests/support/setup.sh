#!/bin/sh
# `npm run setup`: the system packages that tests like to have. Debian and Ubuntu; asks for the password where it must.
set -eu
packages=''
command -v chromium >/dev/null 2>&1 && fc-list 2>/dev/null | grep -qi 'cjk' || packages='chromium fonts-noto-cjk fontconfig'
# The validator of EPUBs, a program for Java.
[ -e /usr/share/java/epubcheck.jar ] || packages="$packages epubcheck"
if [ -z "$packages" ]; then
  echo 'Everything is here already.'
  exit 0
fi
if [ "$(id -u)" -eq 0 ]; then as_root=''; else as_root='sudo'; fi
echo "Installing $packages…"
$as_root apt-get update -qq
# shellcheck disable=SC2086 # a list of packages
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages
