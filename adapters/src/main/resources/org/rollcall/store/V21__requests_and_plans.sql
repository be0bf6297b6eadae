-- Requests over HTTP that name a key, so that one that is sent again gets the same answer and is not
-- done again. `status` is null until it was answered.
create table ${place}requests (
  caller text not null,
  key text not null,
  request text not null,
  begun bigint not null,
  status bigint,
  location text,
  body text,
  primary key (caller, key)
);

-- Plans that wait for a person's approval, by the digest of their document, which is compressed.
create table ${place}plans (
  digest text not null primary key,
  sync text not null,
  made bigint not null,
  document ${bytes} not null
);

-- The runs of one sync are read page by page.
create index runs_by_sync on ${place}runs (sync, started);
