-- On every node, by a superuser, before the first migration, and again whenever it has changed: nodes log in at each other as the role that asks.
do $$
declare
  wanted text;
begin
  foreach wanted in array array['interchange_app', 'interchange', 'interchange_server'] loop
    if to_regrole(wanted) is null then
      execute format('create role %I', wanted);
    end if;
  end loop;
end $$;
alter role interchange_app login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
alter role interchange login createrole password 'change me';
alter role interchange_server login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password 'change me';
grant interchange_app to interchange with admin option;
grant interchange_app to interchange_server;
