#!/bin/sh
# Gives Metabase a database of its own for what it remembers. The image runs it when it starts with an empty volume.
set -eu

psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" << 'SQL'
\getenv password METABASE_DATABASE_PASSWORD
create user metabase with password :'password';
create database metabase owner metabase;
SQL
