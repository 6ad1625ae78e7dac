-- On every node, by a superuser, before the first migration: nodes log in at each other as the role that asks.
create role interchange_app login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
create role interchange login createrole password 'change me';
grant interchange_app to interchange with admin option;
create role interchange_server login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password 'change me' in role interchange_app;
