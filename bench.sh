#!/usr/bin/env bash
# Measures Magpie and, in the same run, what it is compared with, and prints a table. Exit code 1
# where a bar is not met. Takes under five minutes, and the library of a million assets twenty-five more;
# close other programs first.
#
#   ./bench.sh                  everything
#   ./bench.sh uploads start    only these parts: start, uploads, pictures, memory, web, posts, library
set -euo pipefail
cd "$(dirname "$0")"
# shellcheck source=scripts/lib.sh
. scripts/lib.sh
help_where_asked "$@"

require_toolchain
install_packages ffmpeg:ffmpeg libicu:libicu initdb:postgresql chromium-headless-shell:chromium-headless-shell strace:strace
node_modules bench
build_web_if_needed
build_server_if_needed
for project in Pictures Seed; do
  dotnet build "bench/$project" -c Release --nologo -v quiet -clp:NoSummary >&2 </dev/null || die "bench/$project does not build"
done
exec node bench/main.mjs "$@"
