package media.usenet.drives;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import media.usenet.effect.Change;
import media.usenet.event.Operation;
import media.usenet.event.Operations;
import media.usenet.event.Result;
import media.usenet.event.Step;
import media.usenet.host.Command;
import media.usenet.host.Outcome;
import media.usenet.host.ProcessRunner;
import media.usenet.linux.ErrnoException;
import media.usenet.linux.MountCalls;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.superblock.Content;

/// Makes a new file system on a drive and gives it a slot. The only thing in this package that destroys data: it asks
/// for the drive's own serial number, and for one more word where there is anything on it.
final class FormatDrive {

    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final Map<String, List<String>> MAKERS = Map.of(
            "ext4", List.of("mkfs.ext4", "-q", "-F", "-m", "0", "-L"),
            "xfs", List.of("mkfs.xfs", "-q", "-f", "-L"),
            "btrfs", List.of("mkfs.btrfs", "-q", "-f", "-L"),
            "exfat", List.of("mkfs.exfat", "-L"));
    private static final Map<String, Integer> LONGEST_LABEL = Map.of("ext4", 16, "xfs", 12, "btrfs", 255, "exfat", 11);

    private final DriveNames names;
    private final Attendance attendance;
    private final SlotKeeper keeper;
    private final Roster roster;
    private final AddDrive add;
    private final MountCalls calls;
    private final ProcessRunner programs;
    private final Operations operations;

    FormatDrive(
            DriveNames names,
            Attendance attendance,
            SlotKeeper keeper,
            Roster roster,
            AddDrive add,
            MountCalls calls,
            ProcessRunner programs,
            Operations operations) {
        this.names = names;
        this.attendance = attendance;
        this.keeper = keeper;
        this.roster = roster;
        this.add = add;
        this.calls = calls;
        this.programs = programs;
        this.operations = operations;
    }

    Change preview(FormatRequest request) {
        var drive = requireFormattable(request);
        var maker = maker(request);
        var steps = new ArrayList<String>();
        steps.add("wipe what tells of " + content(drive));
        steps.add("make a new " + fileSystem(request) + ": " + String.join(" ", maker) + " " + device(drive));
        steps.add("add it to the pool");
        var next = "usenet storage format %s --fs %s --confirm %s%s"
                .formatted(request.drive(), fileSystem(request), password(drive), request.mayWipe() ? " --wipe" : "");
        return new Change("format", drive.title(), request.slot(), steps, List.of(), next);
    }

    /// @throws ProblemException what stands in its way, before anything was changed
    Operation start(FormatRequest request) {
        var drive = requireFormattable(request);
        if (!password(drive).equalsIgnoreCase(request.confirm())) {
            throw new ProblemException(
                    Problem.NOT_CONFIRMED,
                    "formatting %s destroys all that is on it, and was not confirmed".formatted(drive.title()),
                    "type what stands on the drive: --confirm " + password(drive));
        }
        return operations.start("storage.format", tell -> format(request, drive, tell));
    }

    private Result format(FormatRequest request, Present drive, Consumer<Step> tell) {
        // The same drive still: it may have been pulled, and another been plugged in, since it was looked at.
        attendance.look(drive.device().name());
        var now = requireFormattable(request);
        if (!now.device().equals(drive.device())) {
            throw notEligible(drive, "it changed while it was looked at", "look again: usenet storage discover");
        }
        var title = drive.title();
        tell.accept(Step.of(title, "wiping " + content(drive)));
        run(drive, List.of("wipefs", "--all", "--quiet", device(drive).toString()));
        tell.accept(Step.of(title, "making a new " + fileSystem(request)));
        var argv = new ArrayList<>(maker(request));
        argv.add(device(drive).toString());
        run(drive, argv);
        attendance.look(drive.device().name());
        var made = attendance
                .find(drive.device().name())
                .flatMap(Present::id)
                .orElseThrow(() -> notEligible(drive, "it holds no file system after it was made", "check the drive"));
        var added = add.apply(new AddRequest(made.uuid(), request.slot(), null, false, null));
        tell.accept(Step.of(added.slot(), added.text()));
        return Result.of(List.of(added.slot()));
    }

    private Present requireFormattable(FormatRequest request) {
        var drive = names.device(request.drive());
        var sight = keeper.sight();
        var name = drive.device().name();
        var untouchable = sight.untouchable().get(name);
        if (untouchable != null) {
            throw notEligible(drive, untouchable, "choose another drive: usenet storage discover");
        }
        boolean mounted = sight.mounts().stream()
                .anyMatch(mount -> sight.beneath(mount).filter(drive::equals).isPresent());
        if (mounted) {
            throw notEligible(drive, "it is mounted", "unmount it first: usenet storage unmount");
        }
        boolean partitions = sight.present().stream()
                .anyMatch(other ->
                        other.device().isPartition() && other.device().disk().equals(name));
        if (partitions || !drive.device().holders().isEmpty() || !isFree(drive)) {
            throw notEligible(
                    drive,
                    "it has partitions, or something uses it",
                    "name one of its partitions, or end what uses it");
        }
        roster.all().stream()
                .filter(slot -> slot.drive() != null && drive.holds(slot.drive().id()))
                .findFirst()
                .ifPresent(slot -> {
                    throw notEligible(
                            drive,
                            "it is the drive of slot " + slot.slot(),
                            "give the slot up first: usenet storage remove " + slot.slot());
                });
        if (!request.mayWipe() && !(drive.content() instanceof Content.Blank)) {
            throw notEligible(drive, "there is %s on it".formatted(content(drive)), "if that may be lost, add --wipe");
        }
        return drive;
    }

    /// The kernel's own word for it, whatever was found out before.
    private boolean isFree(Present drive) {
        try {
            return calls.isFree(device(drive));
        } catch (ErrnoException _) {
            return false;
        }
    }

    private void run(Present drive, List<String> argv) {
        switch (programs.run(Command.of(LIMIT, argv))) {
            case Outcome.Exited exited when exited.succeeded() -> {}
            case Outcome.Exited exited ->
                throw failed(drive, argv, exited.stderr().strip());
            case Outcome.TimedOut timedOut -> throw failed(drive, argv, "did not end in " + timedOut.after());
            case Outcome.NotFound missing -> throw failed(drive, argv, "there is no program " + missing.program());
        }
    }

    private static ProblemException failed(Present drive, List<String> argv, String why) {
        return new ProblemException(
                Problem.DRIVE_NOT_FORMATTED,
                "formatting %s failed: %s: %s".formatted(drive.title(), argv.getFirst(), why),
                "check the drive, and that the package with %s is installed".formatted(argv.getFirst()));
    }

    private static List<String> maker(FormatRequest request) {
        var type = fileSystem(request);
        var maker = MAKERS.get(type);
        if (maker == null) {
            throw new ProblemException(
                    Problem.INVALID_REQUEST,
                    "no '%s' can be made".formatted(type),
                    "choose one of: "
                            + String.join(
                                    ", ", MAKERS.keySet().stream().sorted().toList()));
        }
        var label = Objects.requireNonNullElse(request.label(), Objects.requireNonNullElse(request.slot(), "media"));
        int longest = Objects.requireNonNull(LONGEST_LABEL.get(type));
        if (label.length() > longest || label.startsWith("-")) {
            throw new ProblemException(
                    Problem.INVALID_REQUEST,
                    "'%s' cannot be the label of a %s".formatted(label, type),
                    "use at most %d characters, not beginning with a dash".formatted(longest));
        }
        var argv = new ArrayList<>(maker);
        argv.add(label);
        return argv;
    }

    private Path device(Present drive) {
        return attendance.node(drive.device());
    }

    private static String fileSystem(FormatRequest request) {
        return Objects.requireNonNullElse(request.fileSystem(), "ext4");
    }

    private static String content(Present drive) {
        return switch (drive.content()) {
            case Content.FileSystem found ->
                found.label().isEmpty() ? "a " + found.type() : "a %s named %s".formatted(found.type(), found.label());
            case Content.Member member -> "a part of something (%s)".formatted(member.type());
            case Content.PartitionTable table -> "a partition table (%s)".formatted(table.type());
            case Content.Blank _ -> "nothing";
            case Content.Unknown _ -> "something unknown";
            case Content.Unreadable _ -> "something unreadable";
        };
    }

    /// What stands on the drive itself, where it can be known.
    private static String password(Present drive) {
        var device = drive.device();
        if (device.serial() != null) {
            return device.serial();
        }
        return drive.id()
                .map(DriveId::toString)
                .orElseGet(() -> Objects.requireNonNullElse(device.backing(), device.name()));
    }

    private static ProblemException notEligible(Present drive, String why, String remedy) {
        return new ProblemException(
                Problem.DRIVE_NOT_ELIGIBLE, "%s cannot be formatted: %s".formatted(drive.title(), why), remedy);
    }
}
