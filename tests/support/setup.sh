#!/bin/sh
# `npm run setup`: the system packages that tests like to have. Debian and Ubuntu; asks for the password where it must.
set -eu
packages=''
command -v chromium >/dev/null 2>&1 && fc-list 2>/dev/null | grep -qi 'cjk' || packages='chromium fonts-noto-cjk fontconfig'
# The validator of EPUBs, a program for Java.
[ -e /usr/share/java/epubcheck.jar ] || packages="$packages epubcheck"
# The web servers that deploy/ configures; neither is started.
command -v nginx >/dev/null 2>&1 && [ -e /usr/lib/nginx/modules/ngx_http_brotli_static_module.so ] || packages="$packages nginx-light libnginx-mod-http-brotli-static"
command -v caddy >/dev/null 2>&1 || packages="$packages caddy"
if [ -z "$packages" ]; then
  echo 'Everything is here already.'
  exit 0
fi
if [ "$(id -u)" -eq 0 ]; then as_root=''; else as_root='sudo'; fi
echo "Installing $packages…"
$as_root apt-get update -qq
# Debian starts a web server as it installs it, unless a policy answers 101.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  trap '$as_root rm -f "$policy"' EXIT
  printf '#!/bin/sh\nexit 101\n' | $as_root tee "$policy" >/dev/null
  $as_root chmod +x "$policy"
fi
# shellcheck disable=SC2086 # a list of packages
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages
