#!/bin/sh
# Makes a bare Debian machine ready: Debian packages, then npm packages. Quiet and quick when nothing is missing.
# npm packages are installed anew only when package-lock.json changed.
set -eu
cd "$(dirname "$0")/.."

with_test_peers=no
[ "${1:-}" = --with-test-peers ] && with_test_peers=yes

debian_packages="chromium fonts-noto-cjk cups-ipp-utils dbus sane-utils socat poppler-utils zbar-tools espeak-ng opus-tools"
if [ $with_test_peers = yes ]; then
  # Devices that no one here wrote, and what compiles the optional PC/SC package that is tried against one of them.
  debian_packages="$debian_packages pcscd vsmartcard-vpcd sane-airscan cups-daemon cups-client cups-filters"
  debian_packages="$debian_packages libpcsclite-dev g++ make python3"
fi
missing=""
for package in $debian_packages; do
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing="$missing $package"
done
if [ -n "$missing" ]; then
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    echo "Installing Debian packages:$missing (once, a few minutes)"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    # shellcheck disable=SC2086
    apt-get install -y -qq --no-install-recommends $missing >/dev/null
  else
    echo "Missing Debian packages:$missing. Install them as root: apt-get install$missing" >&2
    exit 1
  fi
fi

# nginx is a peer of the tests only: unpacked beside the project, as its installation would start a server of its own.
if [ $with_test_peers = yes ] && [ ! -x var/peers/nginx/usr/sbin/nginx ] && ! command -v nginx >/dev/null; then
  echo "Fetching nginx for the tests (once)"
  mkdir -p var/peers
  (
    cd var/peers
    apt-get download -qq nginx 2>/dev/null || { apt-get update -qq && apt-get download -qq nginx 2>/dev/null; }
    dpkg-deb -x nginx_*.deb nginx
    rm nginx_*.deb
  )
fi

lock="$(sha256sum package-lock.json | cut -d' ' -f1)"
stamp=node_modules/.installed-lock
# smartcard is optional: npm leaves it out where it cannot be compiled.
if [ "$(cat $stamp 2>/dev/null || true)" != "$lock" ] || { [ $with_test_peers = yes ] && [ ! -d node_modules/smartcard ]; }; then
  # The headers that came with the machine's Node will do (Node-API): compiling then needs no network.
  [ -d /usr/include/node ] && export npm_package_config_node_gyp_nodedir=/usr
  echo "Installing npm packages (once, about a minute)"
  npm ci --no-audit --no-fund --loglevel=warn
  echo "$lock" > $stamp
fi
