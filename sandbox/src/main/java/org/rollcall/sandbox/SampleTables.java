package org.rollcall.sandbox;

/// The statements that make the tables of the sample roster.
///
/// @param schema where they are made
record SampleTables(String schema) {
  /// Supabase's roles: the API connects as `authenticator` and becomes one of the others. They are
  /// those of the whole server, where another roster may be loaded at the same time: then the other
  /// has made all of them as soon as this one is told that the first is there.
  String roles() {
    return """
    do $$
    begin
      if not exists (select from pg_roles where rolname = 'service_role') then
        create role anon nologin;
        create role authenticated nologin;
        create role service_role nologin bypassrls;
        create role authenticator login noinherit;
        grant anon, authenticated, service_role to authenticator;
      end if;
    exception
      when duplicate_object or unique_violation then null;
    end
    $$
    """;
  }

  String tables() {
    return """
    create schema if not exists "{schema}";
    set local search_path to "{schema}";
    create table regions (id integer primary key, code text not null, name text not null);
    create table facilities (
      id integer primary key, code text not null, name text not null, region_id integer,
      level integer, facility_type text, status text);
    create table member_types (id integer primary key, type_name text not null, description text);
    create table members (
      membernumber text primary key, firstname text, lastname text, username text, email text,
      phone text, status text not null, membertypeid integer, region_id integer,
      facility_id integer, natca_id text, discord_id text,
      created_at timestamptz not null default '2024-01-01 00:00:00+00',
      updated_at timestamptz not null default '2026-01-31 08:00:00+00');
    create table positions (
      id bigint primary key, membernumber text not null, positiontype text not null,
      facility_id integer, start_date date, end_date date);
    create index on positions (membernumber);
    """
        .replace("{schema}", schema);
  }

  String foreignKeys() {
    return """
    set local search_path to "{schema}";
    alter table facilities add foreign key (region_id) references regions;
    alter table members
      add foreign key (membertypeid) references member_types,
      add foreign key (region_id) references regions,
      add foreign key (facility_id) references facilities;
    alter table positions
      add foreign key (membernumber) references members,
      add foreign key (facility_id) references facilities;
    """
        .replace("{schema}", schema);
  }

  /// Only the service role may read; row level security hides everything from the other roles.
  String grants() {
    return """
    grant usage on schema "{schema}" to anon, authenticated, service_role;
    grant select on all tables in schema "{schema}" to anon, authenticated, service_role;
    alter table "{schema}".members enable row level security;
    alter table "{schema}".positions enable row level security;
    """
        .replace("{schema}", schema);
  }
}
