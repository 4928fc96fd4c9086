package media.usenet.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// As whom a program runs where the controller is root. It has no capabilities, so that it reads what this user may
/// read and no more: CAP_DAC_READ_SEARCH would read everything, and through `open_by_handle_at` outside of the cell
/// too.
///
/// @param ownUid whether nobody else on this machine runs under this number, so that its processes can be counted
record CellUser(int uid, int gid, Set<Integer> groups, boolean ownUid) {

    // Numbers that systemd's list of UIDs and GIDs leaves to nobody begin here.
    private static final int FIRST_FREE = 1_879_048_192;
    private static final int FREE = 65_536;

    /// Nobody's number where all that is to be read may be read by all or by a group; the owner's where it may not.
    ///
    /// @param serial another one for each program, so that two that run at once are not the same user
    static CellUser of(List<FileFacts> readable, List<FileFacts> devices, int serial) {
        var groups = new LinkedHashSet<Integer>();
        readable.stream().filter(FileFacts::readableByGroup).map(FileFacts::gid).forEach(groups::add);
        devices.stream().map(FileFacts::gid).forEach(groups::add);
        var closed = new ArrayList<FileFacts>();
        for (var file : readable) {
            if (!file.readableByAll() && !(file.readableByGroup() && oneGroup(readable))) {
                closed.add(file);
            }
        }
        return closed.isEmpty() ? nobody(readable, groups, serial) : owner(closed, groups);
    }

    /// A file system behind FUSE is told one group of the reader alone: more than one cannot be relied upon.
    private static boolean oneGroup(List<FileFacts> readable) {
        return readable.stream()
                        .filter(file -> !file.readableByAll())
                        .map(FileFacts::gid)
                        .distinct()
                        .count()
                <= 1;
    }

    private static CellUser nobody(List<FileFacts> readable, Set<Integer> groups, int serial) {
        var uid = FIRST_FREE + Math.floorMod(serial, FREE);
        var gid = readable.stream()
                .filter(file -> !file.readableByAll())
                .map(FileFacts::gid)
                .findFirst()
                .orElse(uid);
        return new CellUser(uid, gid, groups, true);
    }

    private static CellUser owner(List<FileFacts> closed, Set<Integer> groups) {
        var first = closed.getFirst();
        for (var file : closed) {
            if (file.uid() == 0 || file.uid() != first.uid() || !file.readableByOwner()) {
                throw new ProblemException(
                        Problem.FILE_NOT_READ,
                        "%s cannot be read by a program without privileges".formatted(file.path()),
                        "give it to the user that owns your media, or make it readable: chmod g+r");
            }
        }
        return new CellUser(first.uid(), first.gid(), groups, false);
    }

    static CellUser ownerOf(FileFacts work) {
        return new CellUser(work.uid(), work.gid(), Set.of(), false);
    }
}
