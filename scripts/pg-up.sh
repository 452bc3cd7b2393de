#!/usr/bin/env bash
# Starts a PostgreSQL server of its own on 127.0.0.1 and prints PG_CONNECTION=<Npgsql string>
# (everything else: stderr).
#
#   pg-up.sh DIR [PORT]        everything it writes is under DIR
#
# Running it again on the same DIR prints the same line; after pg-down.sh it starts on the data
# that is there. The role in the string owns its database and may create others, but is no
# superuser, as in production (row level security would not hold for one).
set -euo pipefail

[ $# = 1 ] || [ $# = 2 ] || { echo "usage: $0 DIR [PORT]" >&2; exit 2; }
mkdir -p "$1"
DIR=$(cd "$1" && pwd -P)
cd "$DIR"
say() { echo "pg-up: $*" >&2; }
die() { say "$*"; exit 1; }

# PATH's own initdb, else the newest where Debian and Ubuntu have it (outside PATH). pg_trgm and
# the other contrib extensions are part of the same package.
find_bin() {
  local initdb
  initdb=$(command -v initdb || printf '%s\n' /usr/lib/postgresql/*/bin/initdb | sort -V | tail -n 1)
  [ -x "$initdb" ] && dirname "$(readlink -f "$initdb")"
}
BIN=$(find_bin) || die "PostgreSQL is not installed (Debian, Ubuntu: apt-get install postgresql)"

# The server refuses to run as root: the package's own user takes over then.
as_pg=()
if [ "$(id -u)" = 0 ]; then
  getent passwd postgres >/dev/null || useradd --system --home-dir / --shell /usr/sbin/nologin postgres
  as_pg=(runuser -u postgres --)
  chown postgres: .
  "${as_pg[@]}" test -w "$DIR" || die "user postgres cannot reach $DIR: choose a directory outside root's home"
fi
alive() { [ -s data/postmaster.pid ] && grep -qsF "$DIR/data" "/proc/$(head -n 1 data/postmaster.pid)/cmdline"; }

umask 077
if [ ! -s connection ]; then
  # Below 32768, where the kernel takes the ports of outgoing connections from.
  free_port() {
    local p
    while p=$((15000 + RANDOM % 5000)); (exec 3<>"/dev/tcp/127.0.0.1/$p") 2>/dev/null; do :; done
    echo "$p"
  }
  port=${2:-$(free_port)}
  password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  # Left by a first run that was interrupted; there is nothing in it yet.
  ! alive || "${as_pg[@]}" "$BIN/pg_ctl" -D "$DIR/data" -m immediate stop >&2
  rm -rf data
  echo "$password" >password
  [ ${#as_pg[@]} = 0 ] || chown postgres: password
  "${as_pg[@]}" "$BIN/initdb" -D "$DIR/data" -U postgres --auth=scram-sha-256 --pwfile="$DIR/password" \
    --encoding=UTF8 --locale=C.UTF-8 --no-sync >initdb.log 2>&1 || die "initdb failed, see $DIR/initdb.log"
  rm password
  # No unix socket: its path may be too long. fsync off: the data need not outlive the
  # machine; a kill -9 of the server loses nothing, as the kernel still has it.
  cat >>data/postgresql.conf <<END
listen_addresses = '127.0.0.1'
port = $port
unix_socket_directories = ''
max_connections = 200
fsync = off
full_page_writes = off
END
fi

if ! alive; then
  # A server killed with -9 leaves its pid file. Where PID 1 collects dead processes late (or
  # never, in some containers) that number still answers, and the new server would refuse to
  # start; its own check of the shared memory still keeps two servers apart. A session of the
  # old one may need a moment to notice: hence more than one try.
  rm -f data/postmaster.pid
  for try in 1 2 3 4 5; do
    "${as_pg[@]}" "$BIN/pg_ctl" -D "$DIR/data" -l "$DIR/server.log" -w -t 60 start </dev/null >>pg_ctl.log 2>&1 && break
    [ $try -lt 5 ] || die "the server did not start, see $DIR/server.log"
    sleep 1
  done
fi

if [ ! -s connection ]; then
  PGPASSWORD=$password "$BIN/psql" -qX -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$port" -U postgres postgres >&2 <<END
create role test login createdb password '$password';
create database test owner test;
END
  echo "PG_CONNECTION=Host=127.0.0.1;Port=$port;Database=test;Username=test;Password=$password" >connection.new
  mv connection.new connection
fi
cat connection
