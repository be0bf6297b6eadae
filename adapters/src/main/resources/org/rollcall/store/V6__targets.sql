-- A target is a roster and a workspace. Whatever a run learns belongs to the run's target.
create table ${place}targets (
  target text primary key,
  roster text not null,
  workspace text not null,
  workspace_name text not null,
  region text not null
);

-- Which workspace an access, a digest of address and token, opened last.
create table ${place}accesses (
  access text primary key,
  workspace text not null,
  workspace_name text not null,
  region text not null
);

-- What was learned before was keyed by the roster alone, and revivals by the workspace. Such rows
-- wait as 'unknown ' and the old key for the next target of that roster, or workspace.
alter table ${place}rosters rename column roster to target;
update ${place}rosters set target = 'unknown ' || target;
alter table ${place}refusals rename column roster to target;
update ${place}refusals set target = 'unknown ' || target;
alter table ${place}contacts rename column roster to target;
update ${place}contacts set target = 'unknown ' || target;
alter table ${place}revivals rename column workspace to target;
update ${place}revivals set target = 'unknown ' || target;

-- Runs named no roster. Where the rest names exactly one, they were that one's; else nobody knows.
alter table ${place}runs add column sync text not null default 'default';
alter table ${place}runs add column target text not null default 'unknown';
update ${place}runs set target = coalesce(
  (select min(target)
    from (
      select target from ${place}rosters
      union select target from ${place}refusals
      union select target from ${place}contacts) as named
    having count(*) = 1),
  'unknown');
