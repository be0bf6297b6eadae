-- Whether a value was refused, or taken and not kept.
alter table ${place}refusals add column kind text not null default 'refused';
