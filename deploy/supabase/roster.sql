-- A role that can read the roster over a plain connection, and nothing else: instead of the service
-- key, which can read and write the whole project. It sees the columns that the built-in settings
-- name. Change the lists as your rollcall.yaml does; `rollcall doctor` says which grant is missing.
--
-- 1. Put a long random password in place of CHANGE-ME; `openssl rand -hex 24` makes one that needs
--    no escape in an address.
-- 2. Run all of it once: in the dashboard under SQL Editor, or `psql "$ADMIN_URL" -f roster.sql`.
-- 3. Take the address of the session pooler (port 5432) from the dashboard under Connect, and put
--    the new role before the dot: postgresql://rollcall_roster.REF:PASSWORD@HOST:5432/postgres
-- 4. Give that address to Rollcall as the secret DATABASE_URL, in place of SUPABASE_URL and
--    SUPABASE_SERVICE_ROLE_KEY.

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
  execute format('create role rollcall_roster login noinherit connection limit 10 password %L', password);
end
$$;
alter role rollcall_roster set default_transaction_read_only to on;

grant usage on schema public to rollcall_roster;
grant select
  (membernumber, firstname, lastname, email, phone, status, membertypeid, region_id, facility_id)
  on public.members to rollcall_roster;
grant select (id, code) on public.regions to rollcall_roster;
grant select (id, code) on public.facilities to rollcall_roster;
grant select (id, type_name) on public.member_types to rollcall_roster;
grant select (id, membernumber, positiontype, end_date) on public.positions to rollcall_roster;

-- Where row level security is on, a role without a policy sees an empty table and no error. Where it
-- is off, these change nothing. A table that is a view needs none, and accepts none.
create policy rollcall_reads on public.members for select to rollcall_roster using (true);
create policy rollcall_reads on public.regions for select to rollcall_roster using (true);
create policy rollcall_reads on public.facilities for select to rollcall_roster using (true);
create policy rollcall_reads on public.member_types for select to rollcall_roster using (true);
create policy rollcall_reads on public.positions for select to rollcall_roster using (true);

commit;

-- Another password:   alter role rollcall_roster password '...';
-- Remove everything:  grant rollcall_roster to current_user;
--                     drop owned by rollcall_roster; drop role rollcall_roster;
