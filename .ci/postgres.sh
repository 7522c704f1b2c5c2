# Sourced by the gate: a PostgreSQL server that the tests find, on the usual port or in TEST_DATABASE_URL.

answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

start_postgres() {
  local port=54329 bin
  if ! compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; then
    apt-get update -q
    DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends postgresql
  fi
  bin=$(dirname "$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | tail -n 1)")
  postgres_data=$(mktemp -d)
  local as=()
  # The server refuses to run as root.
  if [ "$(id -u)" = 0 ]; then
    chown postgres "$postgres_data"
    as=(setpriv --reuid=postgres --regid=postgres --init-groups)
  fi
  stop_postgres() {
    "${as_postgres[@]}" "$bin_postgres/pg_ctl" -D "$postgres_data" -m immediate -w stop >/dev/null || true
    rm -rf "$postgres_data"
  }
  as_postgres=("${as[@]}" env LC_ALL=C.UTF-8)
  bin_postgres=$bin
  trap stop_postgres EXIT
  (
    cd "$postgres_data"
    "${as_postgres[@]}" "$bin/initdb" -D "$postgres_data" -U postgres -A trust -E UTF8 >/dev/null
    "${as_postgres[@]}" "$bin/pg_ctl" -D "$postgres_data" -l "$postgres_data/log" -w \
      -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$postgres_data" start >/dev/null
  )
  export TEST_DATABASE_URL="postgres://postgres@127.0.0.1:$port/postgres"
}

if [ -z "${TEST_DATABASE_URL:-}" ] && ! answers 5432; then start_postgres; fi
