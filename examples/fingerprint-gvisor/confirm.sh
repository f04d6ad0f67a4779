#!/bin/sh
# Tries the lines of a fingerprint by hand, here and on gVisor: sh confirm.sh
# It needs musl-tools and runsc, and root.
set -e
here=$(cd "$(dirname "$0")" && pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
for name in calls terminals; do
  musl-gcc -std=c99 -D_GNU_SOURCE -static -o "$place/$name" "$here/$name.c"
  "$place/$name" > "$place/here"
  runsc --network=none --ignore-cgroups --platform=ptrace do "$place/$name" > "$place/there"
  sed 's/^[^|]*//' "$place/there" | paste -d' ' "$place/here" - | sed 's/^/| /; s/ *$/ |/'
done
