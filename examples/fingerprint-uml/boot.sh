#!/bin/sh
# Boots user-mode-linux with retinue's agent on its console: sh boot.sh AGENT
# It needs the packages user-mode-linux and musl-tools, and no privilege.
set -e
here=$(cd "$(dirname "$0")" && pwd)
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
trap 'exit 1' HUP INT TERM
chmod 755 "$root"
mkdir "$root/proc" "$root/dev"
cp "$1" "$root/agent"
musl-gcc -std=c99 -D_GNU_SOURCE -static -o "$root/init" "$here/init.c"
mkfifo "$root/gate"

# What is written before the guest reads its console is lost, so it waits at the gate; and the guest
# does not notice that its input has ended, so it is told.
input() {
  read -r _ < "$root/gate"
  cat
  printf '\004'
}

# The gate opens when the guest is ready, or has ended before.
output() {
  while IFS= read -r line; do
    case $line in ready*) break ;; esac
    printf '%s\n' "$line" >&2
  done
  echo > "$root/gate"
  exec cat
}

# Should this shell be killed, the guest goes with it.
input | setpriv --pdeathsig TERM linux mem=128M quiet root=/dev/root rootfstype=hostfs \
  rootflags="$root" rw init=/init con=null con0=fd:0,fd:1 | output
