package media.usenet.drives;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import media.usenet.drives.DriveEvent.Kind;
import media.usenet.effect.Change;
import media.usenet.effect.Effect;
import media.usenet.effect.Steps;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import media.usenet.pool.SlotName;
import media.usenet.pool.Slots;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Gives a drive, or a folder of this machine, its slot. Nothing on it is changed but what is added: a marker, and the
/// folders for its roles.
final class AddDrive {

    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final int LONGEST = 24;

    private final Roster roster;
    private final DriveNames names;
    private final SlotKeeper keeper;
    private final SlotBoard board;
    private final Slots slots;
    private final Workers workers;

    AddDrive(Roster roster, DriveNames names, SlotKeeper keeper, SlotBoard board, Slots slots, Workers workers) {
        this.roster = roster;
        this.names = names;
        this.keeper = keeper;
        this.board = board;
        this.slots = slots;
        this.workers = workers;
    }

    /// @param slot as it would be known
    record Plan(KnownSlot slot, Change change) {}

    /// Decides; changes nothing.
    ///
    /// @throws ProblemException what stands in its way
    Plan plan(AddRequest request) {
        var drive = request.drive();
        var path = request.path();
        if (drive != null && path == null) {
            return drive(request, names.device(drive));
        }
        if (path != null && drive == null) {
            return folder(request, path);
        }
        throw new ProblemException(
                Problem.INVALID_REQUEST,
                "a slot holds either a drive or a folder",
                "usenet storage add DRIVE, or: usenet storage add --path FOLDER --slot NAME");
    }

    Effect apply(AddRequest request) {
        var plan = plan(request);
        var slot = plan.slot().slot();
        return workers.ask("adding " + slot, LIMIT, () -> keeper.alone(slot, () -> apply(plan)));
    }

    private Effect apply(Plan plan) {
        var slot = plan.slot().slot();
        var earlier = roster.find(slot);
        var steps = Steps.fromNow();
        slots.make(plan.slot().name());
        roster.put(plan.slot());
        keeper.retry(slot, steps);
        var status = board.status(slot).orElseThrow();
        if (!status.state().readable()) {
            earlier.ifPresentOrElse(roster::put, () -> giveUp(slot));
            throw new ProblemException(
                    Problem.DRIVE_NOT_MOUNTED,
                    "%s was not added: %s".formatted(plan.slot().title(), status.because()),
                    "settle that, then try again; nothing was changed");
        }
        var text = "%s is in slot %s: /pool/%s in every container"
                .formatted(plan.slot().title(), slot, slot);
        board.tell(Kind.ADDED, slot, status.state(), text, steps);
        return Effect.of(slot, status.state(), text, steps, plan.change().findings());
    }

    private void giveUp(String slot) {
        roster.remove(slot);
        keeper.forget(slot);
        slots.remove(new SlotName(slot));
    }

    private Plan drive(AddRequest request, Present drive) {
        var sight = keeper.sight();
        var replaced =
                request.slot() == null ? null : roster.find(request.slot()).orElse(null);
        var others =
                roster.all().stream().filter(slot -> !slot.equals(replaced)).toList();
        var eligibility = Eligibility.of(drive, sight, others);
        if (!eligibility.eligible()) {
            throw new ProblemException(
                    Problem.DRIVE_NOT_ELIGIBLE,
                    "%s cannot be added: %s".formatted(drive.title(), eligibility.because()),
                    Objects.requireNonNullElse(eligibility.next(), "usenet storage discover --all"));
        }
        var name = name(request, drive.fileSystem().label(), drive.device().model());
        var findings = new ArrayList<Finding>();
        if (replaced != null) {
            findings.add(replacing(replaced, drive, sight));
        }
        findings.addAll(limits(drive));
        var slot = KnownSlot.of(name, roles(request), request.isReadOnly(), Fingerprint.of(drive));
        var steps = new ArrayList<String>();
        steps.add("mount it at %s with nosuid,nodev,noatime".formatted(keeper.place(name)));
        if (!request.isReadOnly()) {
            steps.add("make on it, where they are not there yet: " + folders(slot.roles()));
            steps.add("write the marker %s on it".formatted(Marker.NAME));
        }
        return new Plan(slot, new Change("add", drive.title(), name, steps, findings, command(request, name)));
    }

    private Plan folder(AddRequest request, Path path) {
        if (!path.isAbsolute() || !Files.isDirectory(path) || path.toString().contains(":")) {
            throw new ProblemException(
                    Problem.INVALID_REQUEST,
                    "%s is not the full path of a folder".formatted(path),
                    "make the folder first; its path must not contain a colon");
        }
        var pool = keeper.pool();
        if (path.normalize().getNameCount() == 0 || path.startsWith(pool) || pool.startsWith(path)) {
            throw new ProblemException(
                    Problem.DRIVE_NOT_ELIGIBLE,
                    "%s cannot be a slot: it holds the system or the pool itself".formatted(path),
                    "name a folder that holds media or downloads and nothing else");
        }
        var name = name(request, path.getFileName().toString(), null);
        if (roster.find(name).isPresent()) {
            throw taken(name);
        }
        var slot = KnownSlot.of(name, roles(request), request.isReadOnly(), path.normalize());
        var steps = List.of("show %s at %s".formatted(path, keeper.place(name)));
        return new Plan(slot, new Change("add", "folder " + path, name, steps, List.of(), command(request, name)));
    }

    private static Finding replacing(KnownSlot slot, Present drive, Sight sight) {
        var known = slot.drive();
        boolean same = known != null && drive.holds(known.id());
        if (known == null || (!same && !sight.with(known.id()).isEmpty())) {
            throw taken(slot.slot());
        }
        return new Finding(
                "SLOT_GETS_ANOTHER_DRIVE",
                Severity.WARNING,
                "slot %s holds %s until now; from now on its place is taken by %s"
                        .formatted(slot.slot(), slot.title(), drive.title()),
                "if that is not meant, choose another --slot");
    }

    private static ProblemException taken(String slot) {
        return new ProblemException(
                Problem.SLOT_TAKEN,
                "slot %s is taken".formatted(slot),
                "choose another --slot, or give it up first: usenet storage remove " + slot);
    }

    private static List<Finding> limits(Present drive) {
        var findings = new ArrayList<Finding>();
        var content = drive.fileSystem();
        MountRule.limits(content.type())
                .map(limit -> new Finding(
                        "FILE_SYSTEM_LIMITS",
                        Severity.WARNING,
                        limit,
                        "for imports without copies, use a drive with ext4, xfs or btrfs"))
                .ifPresent(findings::add);
        if (content.errors() || content.dirty()) {
            findings.add(new Finding(
                    "DRIVE_NOT_CLEAN",
                    Severity.NOTICE,
                    content.errors()
                            ? "its file system notes errors; it is repaired before it is mounted, or mounted read-only"
                            : "it was not unmounted cleanly; that is set right at the mount",
                    "let it go in order next time: usenet storage eject"));
        }
        return findings;
    }

    private String name(AddRequest request, String label, @Nullable String model) {
        if (request.slot() != null) {
            return new SlotName(request.slot()).text();
        }
        var base = plain(label.isEmpty() ? Objects.requireNonNullElse(model, "drive") : label);
        var name = base;
        for (int number = 2; roster.find(name).isPresent(); number++) {
            name = base + "-" + number;
        }
        return name;
    }

    private static String plain(String text) {
        var plain = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        var cut = plain.substring(0, Math.min(LONGEST, plain.length())).replaceAll("-+$", "");
        return cut.isEmpty() ? "drive" : cut;
    }

    private static Set<Role> roles(AddRequest request) {
        return request.roles() == null || request.roles().isEmpty()
                ? EnumSet.allOf(Role.class)
                : EnumSet.copyOf(request.roles());
    }

    private static String folders(Set<Role> roles) {
        return String.join(
                ", ",
                roles.stream().sorted().flatMap(role -> role.folders().stream()).toList());
    }

    private static String command(AddRequest request, String slot) {
        var what = request.path() == null ? request.drive() : "--path " + request.path();
        return "usenet storage add %s --slot %s%s".formatted(what, slot, request.isReadOnly() ? " --read-only" : "");
    }
}
