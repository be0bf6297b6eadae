-- What the runs of a target did, by which the next ones are judged: `members` is null where a run
-- does not tell how many there are, `emptied` is JSON of counts by field.
create table ${place}past_runs (
  target text not null,
  run text not null,
  ended bigint not null,
  members bigint,
  put_away bigint not null,
  emptied text not null,
  forced bigint not null,
  primary key (target, run)
);
