-- Who may use the service: the tokens of machines, of which only a digest is kept. `revoked` is set
-- also where a token had expired when another got its name. `used` is written at most once a minute.
create table ${place}tokens (
  digest text not null primary key,
  name text not null,
  role text not null,
  created bigint not null,
  creator text not null,
  expires bigint,
  revoked bigint,
  used bigint
);

create unique index tokens_by_name on ${place}tokens (name) where revoked is null;

-- What was done with the service, and by whom. Rows are only added.
create table ${place}audit (
  number ${numbered},
  at bigint not null,
  who text not null,
  origin text not null,
  action text not null,
  subject text not null,
  ending text not null
);

-- The triggers that refuse to change or remove one.
${audit_is_kept}
