-- What was read of each file: 128 bits of XXH3 in hexadecimal digits. A file is its inode on a file system, whatever its
-- name; with another size or time of change it is another content. volume: what a file system is known by after it was
-- plugged into another port, its UUID where it has one.
create table content_hashes (
    volume varchar(200) not null,
    inode bigint not null,
    bytes bigint not null,
    modified_s bigint not null,
    modified_ns int not null,
    sample varchar(32) not null,
    whole varchar(32),
    primary key (volume, inode)
);
