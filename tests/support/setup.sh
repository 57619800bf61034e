#!/bin/sh
# `npm run setup`: the system packages that tests like to have. Debian and Ubuntu; asks for the password where it must.
set -eu

has() { command -v "$1" >/dev/null 2>&1; }
if [ "$(id -u)" -eq 0 ]; then as_root=''; else as_root='sudo'; fi

# Debian starts a server as it installs it, unless a policy answers 101.
policy=/usr/sbin/policy-rc.d
keep_servers_still() {
  [ -e "$policy" ] && return
  trap '$as_root rm -f "$policy"' EXIT
  printf '#!/bin/sh\nexit 101\n' | $as_root tee "$policy" >/dev/null
  $as_root chmod +x "$policy"
}
updated=''
install() {
  echo "Installing $*…"
  [ -n "$updated" ] || $as_root apt-get update -qq
  updated=yes
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
}

# What every browser test needs.
if ! has chromium || ! fc-list 2>/dev/null | grep -qi cjk; then install chromium fonts-noto-cjk fontconfig; fi

# What some tests need, which are skipped without it: the web servers that deploy/ configures, the validator of EPUBs, and a
# store that speaks S3 for the long tests of `press publish` (64 MB to fetch, 280 MB on disk).
keep_servers_still
brotli=/usr/lib/nginx/modules/ngx_http_brotli_static_module.so
if ! has nginx || [ ! -e "$brotli" ]; then install nginx-light libnginx-mod-http-brotli-static || echo 'nginx is not here'; fi
has caddy || install caddy || echo 'Caddy is not here'
[ -e /usr/share/java/epubcheck.jar ] || install epubcheck || echo 'EPUBCheck is not here'
if ! has radosgw || ! has ceph-mon || ! has ceph-osd; then
  install radosgw ceph-mon ceph-osd || echo 'radosgw is not here'
fi
echo 'System packages for the tests: done.'
