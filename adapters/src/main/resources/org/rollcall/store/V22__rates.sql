-- The access tokens whose rate several processes divide, by digest. `version` grows with each change
-- of what their users say, so that nobody changes what they have not read.
create table ${place}rates (
  token text not null primary key,
  version bigint not null
);

-- What each user of a rate said last. Shares are of the whole rate, from 0 to 1. A user lives until
-- `valid`, and what it reserved is nobody else's until `counts`.
create table ${place}rate_claims (
  token text not null,
  claimant text not null,
  reserved double precision not null,
  wanted double precision not null,
  valid bigint not null,
  counts bigint not null,
  primary key (token, claimant)
);
