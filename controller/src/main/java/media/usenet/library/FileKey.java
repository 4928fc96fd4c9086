package media.usenet.library;

/// Where a file's bytes are; hard links share it. The number of the device may be another after the machine was
/// started again.
public record FileKey(long device, long inode) {}
