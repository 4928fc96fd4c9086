-- What people watched of files that plans take, until what is kept has it. waits: whether something is still to be done.
-- body: the whole of it, as it is shown.
create table duplicate_watched (
    plan varchar(41) not null,
    act int not null,
    application varchar(40) not null,
    waits smallint not null,
    body text not null,
    primary key (plan, act, application)
);
create index duplicate_watched_waits on duplicate_watched (waits);
