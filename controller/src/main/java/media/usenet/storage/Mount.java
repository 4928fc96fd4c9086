package media.usenet.storage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// One line of `/proc/self/mountinfo` (proc(5)).
///
/// @param id of the mount, as `mnt_id` in `/proc/PID/fdinfo` names it; another one in every name space
/// @param number of its device, `8:17`; of a device of its own (`0:52`) where no disk is behind it
/// @param root which folder of the file system is seen here: `/`, or what a bind mount took
/// @param shared whether what is mounted below it later reaches its peers: bind mounts of containers
/// @param slave whether it takes over what is mounted below its master
/// @param readOnly whether this mount is; the file system may be writable elsewhere
/// @param superOptions of the file system, wherever it is mounted: `rw`, `emergency_ro`, `shutdown`, ...
public record Mount(
        int id,
        String number,
        Path root,
        Path point,
        String type,
        String source,
        boolean shared,
        boolean slave,
        boolean readOnly,
        Set<String> superOptions) {

    private static final int FIRST_TAG = 6;

    public Mount {
        superOptions = Set.copyOf(superOptions);
    }

    public static List<Mount> parse(String mountinfo) {
        var mounts = new ArrayList<Mount>();
        mountinfo.lines().map(line -> List.of(line.split(" "))).forEach(fields -> {
            int separator = fields.indexOf("-");
            if (separator >= FIRST_TAG && fields.size() > separator + 2) {
                mounts.add(of(fields, separator));
            }
        });
        return mounts;
    }

    private static Mount of(List<String> fields, int separator) {
        var tags = fields.subList(FIRST_TAG, separator);
        var superOptions = fields.size() > separator + 3 ? fields.get(separator + 3) : "";
        return new Mount(
                Integer.parseInt(fields.get(0)),
                fields.get(2),
                Path.of(Escapes.undone(fields.get(3))),
                Path.of(Escapes.undone(fields.get(4))),
                fields.get(separator + 1),
                Escapes.undone(fields.get(separator + 2)),
                tags.stream().anyMatch(tag -> tag.startsWith("shared:")),
                tags.stream().anyMatch(tag -> tag.startsWith("master:")),
                List.of(fields.get(5).split(",")).contains("ro"),
                Set.copyOf(List.of(superOptions.split(","))));
    }
}
