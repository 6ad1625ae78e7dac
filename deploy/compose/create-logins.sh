#!/bin/sh
# Runs once, when PostgreSQL makes its cluster: an owner that migrates, and a login without rights of its own that serves.
set -eu
psql --username=postgres --set=ON_ERROR_STOP=1 --set=owner="$OWNER_PASSWORD" --set=server="$SERVER_PASSWORD" <<'SQL'
create role interchange login createrole password :'owner';
create role interchange_server login password :'server';
create database interchange owner interchange;
SQL
