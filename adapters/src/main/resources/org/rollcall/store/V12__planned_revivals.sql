-- How many contacts a run planned to bring back from the archive, and how many of them are blocked.
-- Runs of earlier versions did not know beforehand.
alter table ${place}runs add column planned_revive bigint;
alter table ${place}runs add column planned_blocked bigint;
