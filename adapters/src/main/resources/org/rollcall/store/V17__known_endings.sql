-- Members with whom a run ended in a clash, or needed a person, and the digest of both sides then:
-- they are not tried again until it changes, or a week has passed.
create table ${place}endings (
  target text not null,
  member text not null,
  sides text not null,
  kind text not null,
  reason text not null,
  contact text not null,
  since bigint not null,
  primary key (target, member)
);
