-- How each field of a target's contacts is made, as digests: as of the last good run (kind 'good'),
-- and as an operator accepted it since then (kind 'accepted').
create table ${place}mappings (
  target text not null,
  kind text not null,
  field text not null,
  digest text not null,
  primary key (target, kind, field)
);
