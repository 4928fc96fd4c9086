-- Who is told what happens to jobs. events: kinds with a comma before and after each. job: null for all jobs; what a
-- request named as its webhook_url is told of its job alone. stopped: why nothing is sent there any more.
create table webhooks (
    id varchar(50) primary key,
    url varchar(2000) not null,
    events varchar(400) not null,
    job varchar(40) references jobs (id) on delete cascade,
    created_ms bigint not null,
    failing_ms bigint,
    stopped varchar(400)
);
create index webhooks_job on webhooks (job);

-- One row for each message to each, written in the transaction of the event that it tells of. id: what the receiver
-- knows it by, the same at every attempt. body: made before the first attempt, and the same at every one.
create table webhook_deliveries (
    id varchar(120) primary key,
    webhook varchar(50) not null references webhooks (id) on delete cascade,
    job varchar(40) not null,
    kind varchar(20) not null,
    at_ms bigint not null,
    state varchar(12) not null,
    attempts int not null,
    due_ms bigint not null,
    body text,
    tried_ms bigint,
    took_ms bigint,
    status int,
    answer text,
    failure varchar(1000)
);
create index webhook_deliveries_due on webhook_deliveries (state, due_ms);
create index webhook_deliveries_webhook on webhook_deliveries (webhook, at_ms);
create index webhook_deliveries_at on webhook_deliveries (at_ms);
