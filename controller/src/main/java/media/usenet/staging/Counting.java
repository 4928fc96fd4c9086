package media.usenet.staging;

/// Is told how far a piece of work is, in bytes.
public interface Counting {

    void at(long done, long total);
}
