#!/usr/bin/env bash
# Kills, signals, races, full disks and a database that goes away, against everything that was acknowledged before.
# Prints a table of what was acknowledged, lost and half-made. Exit code 1 where a bar is not met; what was found is
# kept in artifacts/trials. All of it takes about an hour; disk mounts a small tmpfs and so needs root.
#
#   ./trials.sh                          everything
#   ./trials.sh kills races --rounds 20  only these parts: kills, signals, races, disk, postgres
#   ./trials.sh kills --postgres         kills, signals: on PostgreSQL instead of SQLite
set -euo pipefail
cd "$(dirname "$0")"
# shellcheck source=scripts/lib.sh
. scripts/lib.sh
help_where_asked "$@"

require_toolchain
install_packages ffmpeg:ffmpeg libicu:libicu initdb:postgresql sqlite3:sqlite3 openssl:openssl
node_modules bench
build_web_if_needed
build_server_if_needed
exec node trials/main.mjs "$@"
