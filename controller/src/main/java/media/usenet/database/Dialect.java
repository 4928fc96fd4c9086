package media.usenet.database;

/// The two databases that the same code runs on.
public enum Dialect {
    SQLITE,
    POSTGRESQL
}
