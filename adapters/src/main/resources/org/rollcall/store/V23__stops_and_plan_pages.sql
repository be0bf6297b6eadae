-- Runs that somebody asked to stop from another process than theirs. The run looks here, and deletes
-- its row when it is over.
create table ${place}stops (
  run text not null primary key,
  asked bigint not null,
  who text not null
);

-- What a plan comes to, for those who may see people and for others, and how many changes it has, so
-- that a page of it can be read without the rest; null where an earlier version kept it.
alter table ${place}plans add column head ${bytes};
alter table ${place}plans add column masked_head ${bytes};
alter table ${place}plans add column entries bigint;

-- A plan's changes, some to a page, compressed as its document is.
create table ${place}plan_pages (
  digest text not null,
  page bigint not null,
  entries ${bytes} not null,
  primary key (digest, page)
);

-- Plans that somebody asked for and did not wait for. `digest` is set when it is made, `reason` and
-- `status` when it cannot be; before that, both are null.
create table ${place}plan_requests (
  id text not null primary key,
  sync text not null,
  who text not null,
  asked bigint not null,
  digest text,
  status bigint,
  reason text
);
