-- How many values Intercom did not keep as they were sent.
alter table ${place}runs add column not_kept bigint;

-- What a run did to each contact, one deed after the other, written down before it was done.
alter table ${place}changes add column deeds text;

-- When a run was about to bring a contact back: what somebody changed later stays.
alter table ${place}revivals add column noted bigint;
