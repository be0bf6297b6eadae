-- A lease's row stays when it is given back; its generation grows with each taking, and never falls.
-- A lease that is held while the store is migrated keeps its holder.
alter table ${place}leases add column generation bigint not null default 1;

-- How often this holder has renewed it: who watches a row sees by that whether the holder lives.
alter table ${place}leases add column renewals bigint not null default 0;

-- The holder's process as others on its machine recognise it; empty where nothing is known.
alter table ${place}leases add column process text not null default '';

-- How long it is held without a renewal, in milliseconds.
alter table ${place}leases add column life bigint not null default 60000;

-- How long the holder's machine had been up at the last renewal, in milliseconds; -1 if unknown.
alter table ${place}leases add column uptime bigint not null default -1;
