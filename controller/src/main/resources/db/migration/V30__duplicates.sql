-- Times are milliseconds since 1970.

-- What the last scan found, as a whole; one row.
create table duplicate_surveys (
    id int primary key,
    made_ms bigint not null,
    survey text not null
);

-- What was seen of two files side by side, by where their bytes are and when those changed: with other bytes it is
-- forgotten. first_body < second_body.
create table duplicate_looks (
    first_body varchar(200) not null,
    second_body varchar(200) not null,
    looked_ms bigint not null,
    likeness varchar(20) not null,
    because text not null,
    primary key (first_body, second_body)
);

-- Files that a person said to be no duplicates; by hashes of their places, which are too long for a key.
create table duplicate_ignored (
    first_place varchar(64) not null,
    second_place varchar(64) not null,
    first_path text not null,
    second_path text not null,
    told_ms bigint not null,
    primary key (first_place, second_place)
);

-- kind: take, or empty. body: the plan as it was shown, and what became of each of its acts.
create table duplicate_plans (
    id varchar(41) primary key,
    made_ms bigint not null,
    kind varchar(8) not null,
    state varchar(12) not null,
    body text not null
);
create index duplicate_plans_made on duplicate_plans (made_ms);
