-- What was read of each film's picture, by the file that it was read of: its inode on a drive, with its size and time of
-- change in milliseconds since 1970. sketch: what it is searched by. fingerprint: what it is compared by, once frames of
-- it were decoded. bytea: SQLite, which has no such type, stores bytes as bytes whatever the column is called.
create table film_pictures (
    volume varchar(64) not null,
    inode bigint not null,
    bytes bigint not null,
    modified_ms bigint not null,
    sketch bytea not null,
    fingerprint bytea,
    primary key (volume, inode)
);
