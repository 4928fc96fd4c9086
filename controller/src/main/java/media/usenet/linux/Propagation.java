package media.usenet.linux;

/// Where mounts and unmounts below a mount are repeated; mount_namespaces(7).
public enum Propagation {
    /// In every mount of its peer group, and in their slaves: containers that bound it with `rslave`.
    SHARED(1L << 20),
    PRIVATE(1L << 18),
    /// It takes over what its master gets, and gives nothing back.
    SLAVE(1L << 19);

    private final long bit;

    Propagation(long bit) {
        this.bit = bit;
    }

    long bit() {
        return bit;
    }
}
