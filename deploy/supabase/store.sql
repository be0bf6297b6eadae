-- A place in Supabase for what Rollcall remembers: the schema rollcall, and a role that can use this
-- schema and nothing else. Needed where the machine loses its disk after each run, or where several
-- machines share one memory.
--
-- 1. Put a long random password in place of CHANGE-ME; `openssl rand -hex 24` makes one that needs
--    no escape in an address.
-- 2. Run all of it once: in the dashboard under SQL Editor, or `psql "$ADMIN_URL" -f store.sql`.
-- 3. Take the address of the session pooler (port 5432) from the dashboard under Connect, and put
--    the new role before the dot: postgresql://rollcall_store.REF:PASSWORD@HOST:5432/postgres
-- 4. Give that address to Rollcall as the secret STORE_URL, and name it in rollcall.yaml:
--      store:
--        url: ${STORE_URL}
--
-- Rollcall makes the tables itself, with the first run, and changes them when a new version needs it.

-- Tried on PostgreSQL 15 and 18, by an administrator who may make roles and is no superuser. Not tried at
-- Supabase itself, which cannot be reached where Rollcall is built.

begin;

do $$
declare
  password text := 'CHANGE-ME';
begin
  if password = 'CHANGE-' || 'ME' then
    raise exception 'Put a password of your own in place of CHANGE-ME.';
  end if;
  execute format('create role rollcall_store login noinherit connection limit 10 password %L', password);
end
$$;

-- Who makes a schema for a role has to be a member of it. You stay one, so you can read the history
-- here and remove the schema.
grant rollcall_store to current_user;

-- The role owns the schema, because the migrations make and alter tables. It has no right to any
-- other schema beyond what PostgreSQL gives everybody, and it can make no schema.
create schema rollcall authorization rollcall_store;

commit;

-- A role for Metabase and its like, which reads the three views and nothing else (docs/history.md). Run
-- it after the first night, since that makes the views:
--   create role rollcall_reader login password 'CHANGE-ME';
--   set role rollcall_store;
--   grant usage on schema rollcall to rollcall_reader;
--   grant select on rollcall.runs_v, rollcall.changes_v, rollcall.failures_v to rollcall_reader;
--   reset role;

-- Another password:   alter role rollcall_store password '...';
-- Remove everything:  drop schema rollcall cascade; drop role rollcall_store;
