-- One dialect for SQLite and PostgreSQL: text, bigint, and times in milliseconds since 1970.

create table ${place}runs (
  run text primary key,
  command text not null,
  settings text not null,
  started bigint not null,
  finished bigint,
  status text,
  reason text,
  planned_create bigint,
  planned_update bigint,
  planned_unchanged bigint,
  planned_skip bigint,
  planned_archive bigint,
  planned_depart bigint,
  total bigint,
  created bigint,
  updated bigint,
  unchanged bigint,
  skipped bigint,
  failed bigint,
  duplicates bigint,
  leavers bigint,
  calls bigint
);

create index runs_by_time on ${place}runs (started);

create table ${place}changes (
  run text not null,
  member text not null,
  kind text not null,
  email text not null,
  contact text,
  intended bigint,
  settled bigint,
  outcome text,
  reason text,
  remedies text,
  archived text,
  fields text,
  request_id text,
  primary key (run, member)
);

create index changes_by_member on ${place}changes (member);

create table ${place}leases (
  workspace text primary key,
  holder text not null,
  run text not null,
  since bigint not null,
  expires bigint not null
);
