-- When the service looks at each sync's schedule next, and which process does. The columns are those
-- of db-scheduler, which alone reads and writes them.
create table ${place}scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data ${bytes},
  execution_time ${moment} not null,
  picked boolean not null,
  picked_by text,
  last_success ${moment},
  last_failure ${moment},
  consecutive_failures integer,
  last_heartbeat ${moment},
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);

create index scheduled_tasks_by_time on ${place}scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on ${place}scheduled_tasks (last_heartbeat);
