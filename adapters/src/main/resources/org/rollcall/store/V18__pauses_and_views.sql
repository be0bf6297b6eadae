-- Syncs that are paused, by the Intercom that they write to: runs that are started meanwhile end at
-- once. `until` is null where somebody has to end the pause.
create table ${place}pauses (
  sync text not null,
  roster text not null,
  intercom text not null,
  since bigint not null,
  until bigint,
  who text not null,
  why text not null,
  primary key (sync, roster, intercom)
);

-- Members of a target whose failures are no news for a while.
create table ${place}ignores (
  target text not null,
  member text not null,
  since bigint not null,
  until bigint not null,
  who text not null,
  why text not null,
  primary key (target, member)
);

-- Members who failed when a run tried them last; `since` is the first run of the same cause.
create table ${place}failing (
  target text not null,
  member text not null,
  cause text not null,
  since bigint not null,
  primary key (target, member)
);

-- Who started a run, where, and by what.
alter table ${place}runs add column user_name text;
alter table ${place}runs add column host text;
alter table ${place}runs add column trigger text;

-- How many of the failed failed anew, failed before for the same cause, and are ignored; and how many
-- who failed before do so no longer.
alter table ${place}runs add column failed_anew bigint;
alter table ${place}runs add column failed_before bigint;
alter table ${place}runs add column failed_ignored bigint;
alter table ${place}runs add column recovered bigint;

-- Why a member failed, without anything that differs from one member to the next.
alter table ${place}changes add column cause text;

-- What others may read and build on: no name, address, phone number or value of anybody.
create view ${place}runs_v as
select
  runs.run as run,
  runs.sync as sync,
  runs.command as command,
  targets.roster as roster,
  targets.workspace as workspace,
  targets.workspace_name as workspace_name,
  ${instant}runs.started${of_millis} as started,
  ${instant}runs.finished${of_millis} as finished,
  (runs.finished - runs.started) / 1000.0 as duration_seconds,
  coalesce(runs.status, 'unended') as status,
  runs.user_name as user_name,
  runs.host as host,
  coalesce(runs.trigger, 'unknown') as trigger,
  runs.planned_create as planned_create,
  runs.planned_update as planned_update,
  runs.planned_archive as planned_archive,
  runs.planned_depart as planned_depart,
  runs.planned_revive as planned_revive,
  runs.total as total,
  runs.created as created,
  runs.updated as updated,
  runs.unchanged as unchanged,
  runs.skipped as skipped,
  runs.failed as failed,
  runs.failed_anew as failed_anew,
  runs.failed_before as failed_before,
  runs.failed_ignored as failed_ignored,
  runs.recovered as recovered,
  runs.duplicates as duplicates_resolved,
  runs.leavers as leavers,
  runs.not_kept as not_kept,
  runs.calls as calls,
  runs.settings as settings
from ${place}runs as runs
left join ${place}targets as targets on targets.target = runs.target;

create view ${place}changes_v as
select
  changes.run as run,
  runs.sync as sync,
  targets.workspace as workspace,
  ${instant}runs.started${of_millis} as started,
  changes.member as member,
  changes.contact as contact,
  changes.kind as planned,
  changes.outcome as outcome,
  written.key as field,
  ${instant}changes.settled${of_millis} as settled
from ${place}changes as changes
join ${place}runs as runs on runs.run = changes.run
left join ${place}targets as targets on targets.target = runs.target
left join json_each(${json}nullif(changes.fields, '')${as_json}) as written on true;

create view ${place}failures_v as
select
  changes.run as run,
  runs.sync as sync,
  targets.workspace as workspace,
  ${instant}runs.started${of_millis} as started,
  changes.member as member,
  changes.contact as contact,
  coalesce(changes.cause, 'unknown') as cause,
  changes.request_id as request_id,
  ${instant}changes.settled${of_millis} as settled
from ${place}changes as changes
join ${place}runs as runs on runs.run = changes.run
left join ${place}targets as targets on targets.target = runs.target
where changes.outcome = 'failed';
