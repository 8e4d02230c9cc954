#!/bin/sh
# Makes ClickHouse's accounts (users.sql). The image runs it when it starts with an empty volume; after a change of
# passwords run it by hand: docker compose exec clickhouse sh /docker-entrypoint-initdb.d/create-users.sh
set -eu

# passwords go in by the standard input, so that no list of processes shows them; the client takes its own from
# CLICKHOUSE_PASSWORD
text() {
    printf "'%s'" "$(printf '%s' "$1" | sed "s/[\\\\']/\\\\&/g")"
}

{
    printf 'set param_pipeline_password = %s;\n' "$(text "$PIPELINE_PASSWORD")"
    printf 'set param_analyst_password = %s;\n' "$(text "$ANALYST_PASSWORD")"
    cat /docker/users.sql
} | clickhouse-client --user "$CLICKHOUSE_USER" --multiquery
