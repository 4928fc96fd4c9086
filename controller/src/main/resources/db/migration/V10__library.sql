-- Times are milliseconds since 1970. A file is known by its slot and its path below it, so that a drive may be mounted
-- elsewhere. place and folder: hashes of the path and of its folder's, since PostgreSQL indexes no text of 4 KiB.
-- search and name: the end of the path and its last name in lower case, as Java has it: SQLite knows that of ASCII alone.

-- Each mixture of what files are counted by, once: to count 100,000 files is to read one index of small numbers through.
create table library_cells (
    id bigint primary key,
    hash varchar(32) not null,
    slot varchar(4096) not null,
    area varchar(12) not null,
    kind varchar(8) not null,
    resolution varchar(8) not null,
    codec varchar(40) not null,
    hdr varchar(16) not null,
    sound varchar(40) not null,
    languages varchar(400) not null,
    length_class smallint not null,
    rate_class smallint not null
);
create unique index library_cells_hash on library_cells (hash);

create table library_files (
    id bigint primary key,
    slot varchar(4096) not null,
    place varchar(32) not null,
    folder varchar(32) not null,
    path text not null,
    search text not null,
    name text not null,
    bytes bigint not null,
    modified_ms bigint not null,
    device bigint not null,
    inode bigint not null,
    links int not null,
    lost smallint not null default 0,
    status varchar(12) not null,
    trouble text,
    cell bigint not null references library_cells (id),
    height int not null default 0,
    duration_ms bigint not null default 0,
    bitrate bigint not null default 0,
    added_ms bigint not null,
    seen_ms bigint not null,
    probed_ms bigint
);
create unique index library_files_place on library_files (slot, place);
create index library_files_folder on library_files (slot, folder);
create index library_files_inode on library_files (slot, inode);
create index library_files_status on library_files (slot, status);
create index library_files_counts on library_files (cell, lost, status, duration_ms, bitrate, bytes, search);
create index library_files_name on library_files (name, id);
create index library_files_bytes on library_files (bytes, id);
create index library_files_modified on library_files (modified_ms, id);
create index library_files_duration on library_files (duration_ms, id);
create index library_files_bitrate on library_files (bitrate, id);
create index library_files_height on library_files (height, id);
create index library_files_added on library_files (added_ms, id);

-- All that was found in a file. Apart, so that the rows above stay small.
create table library_facts (
    file bigint primary key references library_files (id) on delete cascade,
    facts text not null
);

-- When all of a slot was last walked through.
create table library_walks (
    slot varchar(4096) primary key,
    walked_ms bigint not null
);

create table library_scans (
    id bigint primary key,
    started_ms bigint not null,
    ended_ms bigint not null,
    cause varchar(200) not null,
    summary text not null
);
