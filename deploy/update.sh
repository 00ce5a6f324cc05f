#!/bin/sh
# A new release goes in; it is made beside the old one, and the processes take it one at a time.
#
#     deploy/update.sh /path/to/the/new/source [PORT...]      (ports: 8501 8502)
#
# Readers of a process that restarts go on at the other; their pages connect again by themselves.
# Stops at the first process that does not become ready, with the others still on the old release.
set -eu

source=$(cd "$1" && pwd)
shift
[ $# -gt 0 ] || set -- 8501 8502
base=${DASHBOARD_BASE:-/opt/dashboard}
release=$base/releases/$(date -u +%Y%m%dT%H%M%SZ)

mkdir -p "$release"
(cd "$source" && tar -cf - --exclude=./.git --exclude=./.venv --exclude=./data .) | tar -xf - -C "$release"
python3 -m venv "$release/.venv"
"$release/.venv/bin/pip" install --quiet --disable-pip-version-check -r "$release/requirements.txt"

# Readers must not meet two processes that restart, so both have to be ready before the first.
for port in "$@"; do
    python3 "$release/deploy/check.py" "http://127.0.0.1:$port"
done
ln -sfn "$release" "$base/next"
mv -T "$base/next" "$base/current"
for port in "$@"; do
    systemctl restart "dashboard@$port"
    python3 "$release/deploy/check.py" --wait 280 "http://127.0.0.1:$port"
done
echo "All on $release. To go back: ln -sfn OLD $base/current, then restart one after the other."
