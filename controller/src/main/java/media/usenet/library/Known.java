package media.usenet.library;

/// As much of an entry as tells whether its file has changed.
///
/// @param folder the hash of the folder it lies in
/// @param lost whether it was not found, though nobody can say that it is gone
record Known(
        long id,
        String place,
        String folder,
        long bytes,
        long modifiedMillis,
        FileKey key,
        int links,
        boolean lost,
        ProbeStatus status) {

    /// Whether what was found is the file as it was looked into. The device's number is left aside: it may be another
    /// after a restart of the machine.
    boolean sameBytes(Found found) {
        return bytes == found.bytes()
                && modifiedMillis == found.modified().toEpochMilli()
                && key.inode() == found.key().inode();
    }

    boolean same(Found found) {
        return sameBytes(found) && key.equals(found.key()) && links == found.links() && !lost;
    }
}
