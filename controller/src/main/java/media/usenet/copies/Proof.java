package media.usenet.copies;

/// What has been seen of two files' being the same. Acting on them wants a comparison of its own, at that moment.
public enum Proof {
    /// Their sizes, and 128 bits of XXH3 of all their bytes, read now or remembered.
    HASHED,
    /// Their bytes, each beside the other, in this search.
    COMPARED
}
