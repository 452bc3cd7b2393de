#!/usr/bin/env bash
# Starts Magpie on this machine: installs what is missing, builds what changed, runs the server
# until Ctrl-C. Settings: MAGPIE_DATA (default ./data), MAGPIE_URLS (default http://127.0.0.1:5280);
# the others are in docs/guide/configuration.md.
set -euo pipefail
called_from=$PWD
cd "$(dirname "$0")"
# shellcheck source=scripts/lib.sh
. scripts/lib.sh
help_where_asked "$@"

require_toolchain
install_packages ffmpeg:ffmpeg libicu:libicu
build_web_if_needed
build_server_if_needed

export MAGPIE_URLS=${MAGPIE_URLS:-http://127.0.0.1:5280}
MAGPIE_DATA=${MAGPIE_DATA:-$PWD/data}
# The server starts in its own folder, so a path the person gave must not depend on where that is.
[[ $MAGPIE_DATA = /* ]] || MAGPIE_DATA=$called_from/$MAGPIE_DATA
export MAGPIE_DATA

# The address to tell and to ask: the first of the list, this machine where it says "any".
url=${MAGPIE_URLS%%;*}
url=${url%/}
url=$(sed -E 's#//(\*|\+|0\.0\.0\.0|\[::\])(:|$)#//127.0.0.1\2#' <<<"$url")
host=${url#*://}
port=${host##*:}
host=${host%:*}
[[ $port =~ ^[0-9]+$ ]] || die "MAGPIE_URLS is \"$MAGPIE_URLS\"; it must look like http://127.0.0.1:5280"

# curl need not be there, bash can speak enough HTTP. A TLS port is only asked whether it is open.
is_ready() {
  exec 3<>"/dev/tcp/$host/$port" || return 1
  [[ $url = http://* ]] || return 0
  printf 'GET /health/ready HTTP/1.0\r\nHost: %s\r\n\r\n' "$host:$port" >&3
  local status
  read -r status <&3 && [[ $status = *" 200 "* ]]
}
# Whoever answers there already would be taken for the server that is about to start.
(exec 3<>"/dev/tcp/$host/$port") 2>/dev/null &&
  die "something already listens on $url. Stop it, or choose another address: MAGPIE_URLS=http://127.0.0.1:5281 ./run.sh"

tell_when_ready() { # PID of the server
  while kill -0 "$1" 2>/dev/null; do
    if (is_ready) 2>/dev/null; then
      printf '\n  Magpie is at %s   (Ctrl-C stops it; everything is kept in %s)\n\n' "$url" "$MAGPIE_DATA"
      return
    fi
    sleep 0.1
  done
}
(tell_when_ready $$ &)

# exec: Ctrl-C and TERM go to the server itself, which ends its work in order.
executable=$PWD/$server
cd server/Magpie
exec "$executable"
