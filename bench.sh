#!/usr/bin/env bash
# Measures Magpie and, in the same run, what it is compared with, and prints a table. Exit code 1
# where a bar is not met. Takes under five minutes; close other programs first.
#
#   ./bench.sh                  everything
#   ./bench.sh uploads start    only these parts: start, uploads, pictures, memory, web
set -euo pipefail
cd "$(dirname "$0")"
# shellcheck source=scripts/lib.sh
. scripts/lib.sh

require_toolchain
install_packages ffmpeg:ffmpeg libicu:libicu
node_modules bench
build_web_if_needed
build_server_if_needed
dotnet build bench/Pictures -c Release --nologo -v quiet -clp:NoSummary >&2 </dev/null ||
  die "the picture bench does not build"
exec node bench/main.mjs "$@"
