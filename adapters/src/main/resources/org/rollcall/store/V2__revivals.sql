-- Contacts that a run is bringing back: should it be killed, the next one puts them back.
create table ${place}revivals (
  workspace text not null,
  contact text not null,
  was text not null,
  primary key (workspace, contact)
);
