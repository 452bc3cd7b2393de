#!/usr/bin/env bash
# Every check and every test: build with warnings as errors, format, web, then the .NET suite on
# SQLite (with the browser) and on PostgreSQL. Installs what it needs. The last line reads
# "N passed, N failed, N skipped" over all of it; a failed step counts as one failure, and anything
# failed or skipped makes the exit code 1. A test of the browser that failed and then passed counts as
# passed; above the last line, and in artifacts/tests, it is listed as unsteady.
#
#   ./test.sh               everything
#   ./test.sh -class '*Upload*'   only these tests of the .NET suite, on both databases
set -uo pipefail
cd "$(dirname "$0")" || exit 1
# One stream, so that the last line is the last one wherever the output goes.
exec 2>&1
# shellcheck source=scripts/lib.sh
. scripts/lib.sh

results=$PWD/artifacts/tests
passed=0 failed=0 skipped=0 failed_steps=() postgres=

finish() {
  local status=$?
  if [ -n "$postgres" ]; then
    scripts/pg-down.sh "$postgres" && rm -rf "$postgres"
  fi
  echo
  [ ${#failed_steps[@]} -eq 0 ] || printf 'failed: %s\n' "${failed_steps[@]}"
  cat "$results"/*.unsteady "$results"/*.failed 2>/dev/null
  echo "$passed passed, $failed failed, $skipped skipped"
  [ $((failed + skipped)) -eq 0 ] || status=1
  exit $status
}
trap finish EXIT
# Without these a Ctrl-C would end the script before PostgreSQL is stopped.
trap 'exit 130' INT
trap 'exit 143' TERM

# step NAME COMMAND…  runs it with its time; a failure is counted and the next step goes on.
step() {
  local name=$1 from=$EPOCHREALTIME status=0
  shift
  printf '\n== %s\n' "$name"
  ("$@") </dev/null || status=$?
  printf '   %s: %s, %.1f s\n' "$name" "$([ $status = 0 ] && echo ok || echo FAILED)" "$(seconds_since "$from")"
  if [ $status != 0 ]; then
    failed_steps+=("$name")
    failed=$((failed + 1))
  fi
  return $status
}
seconds_since() { LC_ALL=C awk -v a="$1" -v b="$EPOCHREALTIME" 'BEGIN { print b - a }'; }

# suite NAME COMMAND…  a step that leaves counts in $results/NAME.counts: "passed failed skipped".
# A test that failed is counted there; the step itself only where it left no counts (it crashed).
suite() {
  local name=$1 counts=$results/$1.counts p f s
  rm -f "$counts"
  step "$@" && status=0 || status=$?
  [ -s "$counts" ] || {
    # Ended well and yet ran nothing that can be counted: that must not look like a success.
    [ "$status" != 0 ] || { failed=$((failed + 1)); failed_steps+=("$name: no report"); }
    return
  }
  read -r p f s <"$counts"
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
  [ "$status" = 0 ] || [ "$f" -eq 0 ] || failed=$((failed - 1))
}

install() {
  require_toolchain
  install_packages ffmpeg:ffmpeg libicu:libicu chromium:chromium initdb:postgresql exiftool:libimage-exiftool-perl strace:strace nginx:nginx caddy:caddy
  node_modules web
  node_modules server/Magpie.MediaWorker
}

build() { dotnet build Magpie.slnx -c Release --nologo -v quiet -clp:NoSummary; }

# Hundreds of servers and decoders start in the tests, each in two thirds of the time where they are compiled ahead, as ./run.sh has them.
compile_ahead() {
  local tests=server/Magpie.Tests/bin/Release/net10.0
  build_server_if_needed &&
    cp artifacts/magpie/*.dll "$tests" &&
    cp artifacts/magpie/media-worker/*.dll "$tests/media-worker"
}

format() { dotnet tool restore && dotnet csharpier check .; }
web_npm() { (cd web && npm run --silent "$@"); }

web_app() {
  build_web_if_needed && web_npm styles
}

web_tests() {
  local report=$results/web.json status=0
  rm -f "$report"
  (cd web && npx vitest run --reporter=default --reporter=json --outputFile.json="$report") || status=$?
  [ ! -s "$report" ] || node -p 'const r = JSON.parse(require("fs").readFileSync(process.argv[1]));
    [r.numPassedTests, r.numFailedTests, r.numPendingTests + r.numTodoTests].join(" ")' "$report" >"$results/web.counts"
  return $status
}

# dotnet_tests NAME ARGUMENTS…  A test of the browser that fails is run once more.
dotnet_tests() {
  local name=$1
  shift
  node scripts/run-tests.mjs "$results/$name" server/Magpie.Tests/bin/Release/net10.0/Magpie.Tests "$@"
}

corpus_lies_beside() { [ "${MAGPIE_TEST_MEDIA:-}" != none ] && [ -e "${MAGPIE_TEST_MEDIA:-../shared/media}/manifest.tsv" ]; }
# What looks into the large media corpus, once more as a stranger sees it: in a clone with nothing beside it.
tests_without_corpus() { MAGPIE_TEST_MEDIA=none dotnet_tests "$@" -trait media=large; }

start_postgres() {
  # Outside the clone: the server runs as another user than root and must be able to reach it.
  scripts/pg-up.sh "$postgres" >"$results/postgres.env"
}

mkdir -p "$results"
rm -f "$results"/*.failed "$results"/*.unsteady "$results"/*.again.xml
step install install || exit
step build build || exit
step format format
step "web: generated client" web_npm check:generated
step "web: lint" web_npm lint
step "web: build" web_app || exit
step "compile ahead of time" compile_ahead || exit
suite web web_tests
suite sqlite dotnet_tests sqlite "$@"
if corpus_lies_beside; then
  suite alone tests_without_corpus alone "$@"
fi
postgres=$(mktemp -d /tmp/magpie-postgres.XXXXXX)
if step "start PostgreSQL" start_postgres; then
  MAGPIE_TEST_POSTGRES=$(sed 's/^PG_CONNECTION=//' "$results/postgres.env")
  export MAGPIE_TEST_POSTGRES
  # Without what ran on its own database, or on none, the first time.
  suite postgres dotnet_tests postgres -namespace- 'Magpie.Tests.Browser*' -trait- runs=once "$@"
fi
