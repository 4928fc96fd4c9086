package media.usenet.database;

/// Something that only one process at a time may have, until it is closed or the process ends.
public interface Claimed extends AutoCloseable {

    @Override
    void close();
}
