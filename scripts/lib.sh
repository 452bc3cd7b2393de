# shellcheck shell=bash
# What run.sh, test.sh and bench.sh share. Sourced from the repository's root, with `set -euo pipefail`.

stamps=artifacts/stamps

say() { printf 'magpie: %s\n' "$*" >&2; }
die() {
  say "$*"
  exit 1
}

# help_where_asked ARGUMENTS…  ends the script with what stands at its top.
help_where_asked() {
  case " $* " in
    *' --help '* | *' -h '*)
      sed -n '2,/^set /{s/^# \?//p}' "$0"
      exit
      ;;
  esac
}

# --- packages of the system ---------------------------------------------------------------

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    die "this needs root and there is no sudo. Run as root: $*"
  fi
}

apt_install() { # PACKAGE…
  local install=(env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends
    -o DPkg::Lock::Timeout=300 "$@") log=artifacts/apt.log
  # The package lists may be missing or too old; refreshing them takes a while, so only then.
  as_root "${install[@]}" </dev/null >"$log" 2>&1 && return
  as_root apt-get update -q -o DPkg::Lock::Timeout=300 </dev/null >>"$log" 2>&1 || true
  as_root "${install[@]}" </dev/null >>"$log" 2>&1 || {
    tail -n 5 "$log" >&2
    die "apt-get could not install $*; the whole output is in $log"
  }
}

is_there() { # COMMAND, or one of two things that are not found in PATH
  case $1 in
    libicu) PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null | grep 'libicuuc\.so' >/dev/null ;;
    initdb) command -v initdb >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null ;;
    *) command -v "$1" >/dev/null ;;
  esac
}

# The Unicode library's package carries its version in its name, another one in each release.
icu_package() {
  [ -n "$(apt-cache search --names-only '^libicu[0-9]+$')" ] ||
    as_root apt-get update -q -o DPkg::Lock::Timeout=300 </dev/null >artifacts/apt.log 2>&1 || true
  apt-cache search --names-only '^libicu[0-9]+$' | cut -d' ' -f1 | sort -V | tail -n 1
}

# install_packages COMMAND:PACKAGE…  installs the packages whose command is not there.
install_packages() {
  local item missing=()
  for item in "$@"; do
    is_there "${item%%:*}" || missing+=("${item#*:}")
  done
  [ ${#missing[@]} -gt 0 ] || return 0

  command -v apt-get >/dev/null ||
    die "please install ${missing[*]} first; this script knows only apt"
  mkdir -p artifacts
  if [ "$(id -u)" = 0 ]; then
    say "installing ${missing[*]}"
  else
    say "installing ${missing[*]} with sudo, which may ask for your password"
  fi
  for item in "${!missing[@]}"; do
    [ "${missing[item]}" != libicu ] || missing[item]=$(icu_package)
  done
  apt_install "${missing[@]}"
}

require_toolchain() {
  command -v dotnet >/dev/null ||
    die "the .NET SDK 10 is missing. How to get it: https://dotnet.microsoft.com/download/dotnet/10.0"
  command -v npm >/dev/null || die "Node.js 20 or newer with npm is missing. How to get it: https://nodejs.org"
}

# --- doing things only when something changed -----------------------------------------------

# One hash over the names and contents of the files below the given paths. Contents, not times:
# a checkout, a copy or an unpacked archive may carry any times.
fingerprint() { # PATH…
  find "$@" -type d \( -name bin -o -name obj -o -name node_modules -o -name dist -o -name wwwroot \) -prune \
    -o -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1
}

# unless_current NAME OUTPUT COMMAND PATH…  runs COMMAND unless OUTPUT was made from exactly these files.
unless_current() {
  local name=$1 output=$2 command=$3 now
  shift 3
  now=$(fingerprint "$@")
  [ -e "$output" ] && [ "$(cat "$stamps/$name" 2>/dev/null)" = "$now" ] && return
  rm -f "$stamps/$name"
  "$command"
  mkdir -p "$stamps"
  echo "$now" >"$stamps/$name"
}

# npm ci in FOLDER, unless its node_modules were made from this very lockfile.
node_modules() { # FOLDER
  local stamp=$1/node_modules/.lockfile.sha256 lock
  lock=$(sha256sum <"$1/package-lock.json")
  [ "$(cat "$stamp" 2>/dev/null)" != "$lock" ] || return 0
  say "installing the node modules of $1"
  (cd "$1" && npm ci --no-audit --no-fund --loglevel=error </dev/null >&2) ||
    die "npm ci failed in $1"
  mkdir -p "${stamp%/*}"
  echo "$lock" >"$stamp"
}

# --- the product ------------------------------------------------------------------------------

server=artifacts/magpie/magpie

build_web() {
  say "building the web app"
  (cd web && npm run --silent build </dev/null >&2) || die "the web app does not build"
}

copy_web() {
  rm -rf server/Magpie/wwwroot
  cp -R web/dist server/Magpie/wwwroot
}

build_web_if_needed() {
  node_modules web
  unless_current web web/dist/index.html build_web web
  # The server serves what lies in its own folder, like every ASP.NET Core app.
  cmp -s web/dist/index.html server/Magpie/wwwroot/index.html || copy_web
}

# Published, because that compiles ahead of time: it starts in little more than half the time, and its first requests are fast.
publish() { # PROJECT FOLDER
  dotnet publish "$1" -c Release --use-current-runtime --no-self-contained -o "$2" --nologo -v quiet -clp:NoSummary </dev/null >&2 ||
    die "the server does not build"
}

build_server() {
  say "building the server"
  rm -rf artifacts/magpie
  publish server/Magpie artifacts/magpie
  # The worker is a program of its own, started by the server and referenced by nobody.
  publish server/Magpie.MediaWorker artifacts/magpie/media-worker
}

build_server_if_needed() {
  node_modules server/Magpie.MediaWorker
  # Asking dotnet whether there is something to do takes longer than the whole rest of a start.
  unless_current server "$server" build_server \
    server/Magpie server/Magpie.MediaWorker Directory.Build.props Directory.Packages.props global.json .editorconfig
}
