-- What a run told its operator of members without changing anything for it; `members` is JSON.
create table ${place}notices (
  run text not null,
  position bigint not null,
  kind text not null,
  gist text not null,
  members text not null,
  shown text not null,
  masked text not null,
  primary key (run, position)
);
