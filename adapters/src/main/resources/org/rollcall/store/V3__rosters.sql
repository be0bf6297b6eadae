-- How many members each roster had at its last good run.
create table ${place}rosters (
  roster text primary key,
  members bigint not null
);

-- What Intercom refused for good: a digest of the value, which is not sent again until it changes.
create table ${place}refusals (
  roster text not null,
  member text not null,
  field text not null,
  digest text not null,
  refused bigint not null,
  primary key (roster, member, field)
);
