-- Who may use the pages of the service. `password` is a slow, salted hash that says by itself how it
-- was made; `changed` is when it was set, and `used` when somebody logged in last.
create table ${place}people (
  name text not null primary key,
  role text not null,
  password text not null,
  created bigint not null,
  creator text not null,
  changed bigint not null,
  used bigint
);

-- Who has logged in, by the digest of a cookie. `origin` is who vouches for the person: 'account' is
-- one of the above, whose role counts; 'provider' is one of OpenID Connect, which told the role at
-- the login. `seen` is written at most once a minute.
create table ${place}sessions (
  digest text not null primary key,
  person text not null,
  origin text not null,
  role text not null,
  began bigint not null,
  seen bigint not null
);

create index sessions_by_person on ${place}sessions (person);
