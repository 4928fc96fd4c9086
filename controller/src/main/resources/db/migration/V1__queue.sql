-- Times are milliseconds since 1970 in both databases, so that one statement serves both.

-- db-scheduler's table: one row for each job that waits or runs. The task's name is always 'job', the instance is the
-- job's id. Written in the same transaction as the job's own row.
create table scheduled_tasks (
    task_name varchar(100) not null,
    task_instance varchar(100) not null,
    task_data varchar(1),
    execution_time bigint not null,
    picked boolean not null,
    picked_by varchar(50),
    last_success bigint,
    last_failure bigint,
    consecutive_failures int,
    last_heartbeat bigint,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_heartbeat on scheduled_tasks (picked, last_heartbeat);

-- waiting: 1 while it may be picked. lease: of the attempt that runs; whoever has another one may change nothing.
-- attempt counts claims, less those that were given back; failures those that failed; deaths those whose process died.
create table jobs (
    id varchar(40) primary key,
    type varchar(80) not null,
    label varchar(1000) not null,
    state varchar(12) not null,
    waiting smallint not null,
    raised smallint not null default 0,
    priority smallint not null,
    turn bigint not null,
    lane varchar(80) not null,
    api_key varchar(200),
    attempt int not null default 0,
    failures int not null default 0,
    deaths int not null default 0,
    max_attempts int not null,
    lease varchar(36),
    node varchar(50),
    publishing smallint not null default 0,
    cancel_asked smallint not null default 0,
    phase varchar(12),
    slot varchar(200),
    request text not null,
    progress text,
    encoder_path text,
    warnings text,
    result text,
    error_class varchar(16),
    error_detail text,
    error_remedy text,
    created_ms bigint not null,
    started_ms bigint,
    finished_ms bigint,
    retry_ms bigint
);
create index jobs_next on jobs (lane, waiting, raised desc, priority desc, turn, id);
create index jobs_state on jobs (state, created_ms);
create index jobs_created on jobs (created_ms, id);
create index jobs_type on jobs (type, created_ms);
create index jobs_key on jobs (api_key, created_ms);
create index jobs_finished on jobs (finished_ms);
create index jobs_node on jobs (node, state);

-- The drives that a job needs.
create table job_slots (
    job varchar(40) not null references jobs (id) on delete cascade,
    slot varchar(200) not null,
    primary key (job, slot)
);
create index job_slots_slot on job_slots (slot);

create table job_events (
    job varchar(40) not null references jobs (id) on delete cascade,
    number int not null,
    at_ms bigint not null,
    kind varchar(20) not null,
    text text not null,
    primary key (job, number)
);

-- What is about to be published, recorded before it is, and what was.
create table job_outputs (
    job varchar(40) not null references jobs (id) on delete cascade,
    position int not null,
    name varchar(300) not null,
    made text not null,
    target text not null,
    folder smallint not null,
    replaces smallint not null,
    bytes bigint not null,
    sha256 varchar(64) not null,
    published smallint not null default 0,
    primary key (job, position)
);

-- Folders of attempts, recorded before they are made, so that none is left when its process dies.
create table attempt_folders (
    path varchar(2000) primary key,
    job varchar(40) not null,
    lease varchar(36) not null,
    node varchar(50) not null,
    created_ms bigint not null
);
create index attempt_folders_node on attempt_folders (node);
create index attempt_folders_job on attempt_folders (job);

create table idempotency_keys (
    scope varchar(200) not null,
    idempotency_key varchar(255) not null,
    body_sha256 varchar(64) not null,
    job varchar(40) not null,
    created_ms bigint not null,
    primary key (scope, idempotency_key)
);
create index idempotency_keys_created on idempotency_keys (created_ms);

-- Start-time fair queueing: the turn of the last job that was started at a priority, and the last turn of each key.
create table lane_turns (
    lane varchar(80) not null,
    priority smallint not null,
    turn bigint not null,
    primary key (lane, priority)
);
create table key_turns (
    lane varchar(80) not null,
    priority smallint not null,
    api_key varchar(200) not null,
    turn bigint not null,
    primary key (lane, priority, api_key)
);

create table nodes (
    name varchar(50) primary key,
    seen_ms bigint not null,
    lanes text not null
);
