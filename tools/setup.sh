# Sourced by ./run and ./test: what a fresh machine needs, installed or named.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1

step() { printf '\n== %s (%d s so far)\n' "$*" "$SECONDS"; }

die() { printf '\nStopped: %s\n' "$*" >&2; exit 1; }

setup_dotnet() {
  local wanted
  wanted=$(sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' global.json)
  command -v dotnet >/dev/null || die "the .NET SDK $wanted is not installed (dotnet is not on PATH)."
  dotnet --version >/dev/null 2>&1 || die "the installed .NET SDKs do not fit global.json, which asks for $wanted or a later feature band: $(dotnet --list-sdks | tr '\n' ' ')"
}

# setup_packages NAME... : installs Debian packages that are not there.
setup_packages() {
  local missing=() name
  for name in "$@"; do
    dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
  done
  ((${#missing[@]})) || return 0
  step "Installing ${missing[*]}"
  command -v apt-get >/dev/null || die "please install ${missing[*]} (this machine has no apt-get)."
  ((EUID == 0)) || die "please install them as root: apt-get install -y --no-install-recommends ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  { apt-get update -q && apt-get install -y -q --no-install-recommends "${missing[@]}"; } >/tmp/portal-apt.log 2>&1 \
    || { tail -n 20 /tmp/portal-apt.log >&2; die "apt-get could not install ${missing[*]}"; }
}

# PostgreSQL refuses to run as root: then it runs as the package's own user.
as_postgres() { if ((EUID == 0)); then runuser -u postgres -- "$@"; else "$@"; fi; }

# start_postgres DIR : a server of our own on a free port of 127.0.0.1, thrown away afterwards. Sets postgres_port.
start_postgres() {
  local dir=$1 bin
  bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
  [ -n "$bin" ] || { echo "no PostgreSQL server under /usr/lib/postgresql" >&2; return 1; }
  stop_postgres "$dir"
  rm -rf "$dir" && mkdir -p "$dir"
  postgres_home=$(mktemp -d /tmp/portal-postgres-XXXXXX)
  echo "$postgres_home" >"$dir/home"
  ((EUID == 0)) && chown postgres "$postgres_home"
  as_postgres "$bin/initdb" -D "$postgres_home/data" -A trust -U postgres --no-sync >"$dir/log" 2>&1 || return 1
  for _ in 1 2 3 4 5; do
    postgres_port=$((20000 + RANDOM % 20000))
    as_postgres "$bin/pg_ctl" -D "$postgres_home/data" -w -t 30 -l "$postgres_home/server.log" -o "-p $postgres_port \
      -c listen_addresses=127.0.0.1 -c unix_socket_directories=$postgres_home -c fsync=off -c max_connections=300" \
      start >>"$dir/log" 2>&1 && return 0
  done
  cat "$postgres_home/server.log" >>"$dir/log" 2>/dev/null
  return 1
}

stop_postgres() {
  local dir=$1 home bin
  [ -f "$dir/home" ] || return 0
  home=$(cat "$dir/home")
  bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
  as_postgres "$bin/pg_ctl" -D "$home/data" -m immediate stop >/dev/null 2>&1
  rm -rf "$home" "$dir/home"
}

# sum_up DIR : adds up the counters of all trx files and prints the closing line; fails when no test ran or one failed.
sum_up() {
  grep -ho '<Counters [^>]*>' "$1"/*.trx 2>/dev/null | awk '
    { for (i = 1; i <= NF; i++) { split($i, a, "\"");
        if ($i ~ /^total=/) total += a[2];
        if ($i ~ /^passed=/) passed += a[2];
        if ($i ~ /^(failed|error|timeout|aborted)=/) failed += a[2]; } }
    END { printf "%d passed, %d failed, %d skipped\n", passed, failed, total - passed - failed; exit (total == 0 || failed > 0) }'
}
