-- How many rows each joined table gave to the members in a run, as JSON of counts by the name of the
-- join and of its table. Runs of earlier versions did not count.
alter table ${place}past_runs add column joined text not null default '{}';
