-- The workspace that a sync was last written to, by the Intercom that it is in: a token that opens
-- another one is noticed.
create table ${place}last_workspaces (
  sync text not null,
  roster text not null,
  intercom text not null,
  workspace text not null,
  workspace_name text not null,
  region text not null,
  primary key (sync, roster, intercom)
);
