package media.usenet.union;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import media.usenet.host.Command;
import media.usenet.host.Outcome;
import media.usenet.host.ProcessRunner;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.storage.Mount;
import media.usenet.storage.Mounts;

/// The program mergerfs: unions begun, seen, changed while they serve, and taken away.
final class MergerFs {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(2);
    private static final String TYPE = "fuse.mergerfs";

    private final ProcessRunner programs;
    private final Mounts mounts;

    MergerFs(ProcessRunner programs, Mounts mounts) {
        this.programs = programs;
        this.mounts = mounts;
    }

    /// Returns when the union serves.
    void mount(Path point, List<Branch> branches, UnionSettings settings) {
        run(Command.of(
                PATIENCE,
                "mergerfs",
                "-o",
                String.join(",", options(settings)),
                Branch.list(branches),
                point.toString()));
        // The program has gone into the background by then, but promises nothing about the mount.
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isMounted(point)) {
            if (System.nanoTime() > deadline) {
                throw failed("it does not show up at " + point);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    /// `cache.files=off` and `dropcacheonclose` as mergerfs' author advises for media, which is read once through:
    /// nothing is cached twice. Shared mmap, which databases want, is lost by it. Searches stay at the first branch
    /// that has the file: `newest` would ask, and wake, every drive each time. `statfs_ignore=nc`: space that takes
    /// no new files is not free.
    static List<String> options(UnionSettings settings) {
        return List.of(
                "allow_other",
                "use_ino",
                "cache.files=off",
                "dropcacheonclose=true",
                "category.create=" + settings.createPolicy(),
                "minfreespace=" + settings.minFreeBytes(),
                "moveonenospc=" + moveOnNoSpace(settings.moveOnNoSpace()),
                "statfs_ignore=nc",
                "fsname=usenet-union");
    }

    private static String moveOnNoSpace(boolean move) {
        return move ? "mfs" : "false";
    }

    boolean isMounted(Path point) {
        return mounts.all().stream().anyMatch(mount -> isUnionAt(mount, point));
    }

    private static boolean isUnionAt(Mount mount, Path point) {
        return mount.type().equals(TYPE) && mount.point().equals(point);
    }

    /// Whether the program behind the mount still answers.
    boolean answers(Path point) {
        return new MergerFsControl(point).answers();
    }

    List<Branch> branches(Path point) {
        return Branch.parse(new MergerFsControl(point).get("branches"));
    }

    /// Changes which folders take part, for everyone who looks at the union, at once.
    void setBranches(Path point, List<Branch> branches) {
        new MergerFsControl(point).set("branches", Branch.list(branches));
    }

    void setPolicy(Path point, UnionSettings settings) {
        var control = new MergerFsControl(point);
        control.set("category.create", settings.createPolicy());
        control.set("minfreespace", String.valueOf(settings.minFreeBytes()));
        control.set("moveonenospc", moveOnNoSpace(settings.moveOnNoSpace()));
    }

    /// Takes the union away, in every name space and whoever uses it; its program ends with the last user. Works
    /// upon one whose program is dead.
    void detach(Path point) {
        while (isMounted(point)) {
            run(Command.of(PATIENCE, "umount", "--lazy", "--no-canonicalize", point.toString()));
        }
    }

    private void run(Command command) {
        switch (programs.run(command)) {
            case Outcome.Exited exited when exited.succeeded() -> {}
            case Outcome.Exited exited -> throw failed(exited.stderr().strip());
            case Outcome.TimedOut timedOut -> throw failed("it did not end within " + timedOut.after());
            case Outcome.NotFound _ ->
                throw new ProblemException(
                        Problem.PROGRAM_MISSING,
                        "the program %s is not installed".formatted(command.program()),
                        "install it: sudo apt install " + command.program());
        }
    }

    private static ProblemException failed(String reason) {
        return new ProblemException(
                Problem.UNION_FAILED,
                "the union could not be changed: " + reason,
                "look at: findmnt -t fuse.mergerfs, then try again; the drives themselves are untouched");
    }
}
