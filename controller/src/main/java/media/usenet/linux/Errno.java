package media.usenet.linux;

/// The error numbers that something is decided on; errno(3), the values of all architectures that Java runs on.
public enum Errno {
    EPERM(1, "not permitted"),
    ENOENT(2, "no such file or directory"),
    EIO(5, "input/output error"),
    ENXIO(6, "no such device or address"),
    EAGAIN(11, "someone else has it open"),
    EACCES(13, "permission denied"),
    EBUSY(16, "in use"),
    EEXIST(17, "exists"),
    ENODEV(19, "no such device, or no driver for this file system"),
    ENOTDIR(20, "not a directory"),
    EINVAL(22, "not valid"),
    ENOTTY(25, "not supported by this file system or device"),
    ENOSPC(28, "no space left"),
    EROFS(30, "read-only file system"),
    ENOMEDIUM(123, "no medium in the drive"),
    EBADMSG(74, "checksum is wrong"),
    EOPNOTSUPP(95, "not supported"),
    ENOBUFS(105, "announcements were lost"),
    ENOTCONN(107, "the file system's program has ended"),
    ESTALE(116, "stale file handle"),
    EUCLEAN(117, "structure needs cleaning"),
    EDQUOT(122, "quota used up"),
    OTHER(0, "another error");

    private final int number;
    private final String meaning;

    Errno(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    int number() {
        return number;
    }

    static Errno of(int number) {
        for (var errno : values()) {
            if (errno.number == number) {
                return errno;
            }
        }
        return OTHER;
    }

    public String meaning() {
        return meaning;
    }
}
