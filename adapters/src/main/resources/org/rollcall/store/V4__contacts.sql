-- How the last runs left each member's contact, by a fingerprint; 0 where only its being there is known.
create table ${place}contacts (
  roster text not null,
  member text not null,
  fingerprint bigint not null,
  primary key (roster, member)
);
