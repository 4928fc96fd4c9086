package media.usenet.drives;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import media.usenet.docker.DockerEngine;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import media.usenet.pool.PoolFacts;
import media.usenet.problem.ProblemException;
import media.usenet.storage.DeviceLinks;
import media.usenet.storage.FstabConflicts;
import media.usenet.storage.FstabConflicts.SlotDrive;

/// Looks for what keeps drives from coming and going as they should: in the machine, the engine and the settings.
final class Doctor {

    private final PoolKeeper pool;
    private final PoolViews views;
    private final DriveWatch watch;
    private final Roster roster;
    private final SlotBoard board;
    private final DockerEngine engine;
    private final Path fstab;
    private final DeviceLinks links;
    private final Supplier<Path> configuration;

    /// @param fstab `/etc/fstab` on a real host
    /// @param configuration where the services' own files lie
    Doctor(
            PoolKeeper pool,
            PoolViews views,
            DriveWatch watch,
            Roster roster,
            SlotBoard board,
            DockerEngine engine,
            Path fstab,
            DeviceLinks links,
            Supplier<Path> configuration) {
        this.pool = pool;
        this.views = views;
        this.watch = watch;
        this.roster = roster;
        this.board = board;
        this.engine = engine;
        this.fstab = fstab;
        this.links = links;
        this.configuration = configuration;
    }

    /// @param passed what was looked at and found right
    record Report(List<String> passed, List<Finding> findings) {}

    Report report() {
        var passed = new ArrayList<String>();
        var findings = new ArrayList<Finding>();
        judge("the pool root is a guard, in the host's mount namespace", guard(), passed, findings);
        judge(
                "what the kernel announces of drives is heard",
                watch.trouble().stream().toList(),
                passed,
                findings);
        judge("the engine runs on this machine, as root", engine(), passed, findings);
        judge("every container that binds the pool sees drives that come later", containers(), passed, findings);
        judge("no drive of a slot stands in " + fstab, fstab(), passed, findings);
        judge("the services' own files lie outside the pool", configuration(), passed, findings);
        return new Report(passed, findings);
    }

    private static void judge(String rule, List<Finding> wrong, List<String> passed, List<Finding> findings) {
        if (wrong.isEmpty()) {
            passed.add(rule);
        }
        findings.addAll(wrong);
    }

    private List<Finding> guard() {
        var trouble = pool.trouble();
        if (trouble.isPresent()) {
            return List.of(finding(trouble.get()));
        }
        var facts = pool.facts();
        return facts.state() == PoolFacts.State.GUARDED
                ? List.of()
                : List.of(new Finding(
                        "POOL_NOT_GUARDED",
                        Severity.ERROR,
                        "the pool %s is no guard: %s".formatted(facts.root(), facts.because()),
                        "it is made again within half a minute; if not: usenet storage status"));
    }

    private List<Finding> engine() {
        try {
            var info = engine.info();
            if (info.desktop()) {
                return List.of(new Finding(
                        "DOCKER_DESKTOP",
                        Severity.ERROR,
                        "Docker Desktop runs in a virtual machine, which sees none of this machine's drives",
                        "install Docker Engine on the machine itself"));
            }
            return info.rootless()
                    ? List.of(new Finding(
                            "DOCKER_ROOTLESS",
                            Severity.ERROR,
                            "the engine runs without root, and drives that come later never reach its containers",
                            "use the engine of the system: systemctl enable --now docker"))
                    : List.of();
        } catch (ProblemException e) {
            return List.of(finding(e));
        }
    }

    private List<Finding> containers() {
        return views.all().stream().flatMap(view -> view.finding().stream()).toList();
    }

    private List<Finding> fstab() {
        var drives = roster.all().stream().flatMap(slot -> drive(slot).stream()).toList();
        try {
            return FstabConflicts.of(Files.readString(fstab), drives, links::name).stream()
                    .map(conflict ->
                            new Finding("DRIVE_IN_FSTAB", Severity.WARNING, conflict.text(), conflict.remedy()))
                    .toList();
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (IOException e) {
            return List.of(new Finding(
                    "FILE_NOT_READ",
                    Severity.WARNING,
                    "cannot read %s: %s".formatted(fstab, e.getMessage()),
                    "check its permissions"));
        }
    }

    private Optional<SlotDrive> drive(KnownSlot slot) {
        var drive = slot.drive();
        if (drive == null) {
            return Optional.empty();
        }
        var device = board.status(slot.slot()).map(SlotStatus::device).orElse(null);
        return Optional.of(new SlotDrive(slot.slot(), drive.id().uuid(), drive.label(), drive.partUuid(), device));
    }

    private List<Finding> configuration() {
        try {
            var folder = configuration.get();
            return folder.startsWith(pool.facts().root())
                    ? List.of(new Finding(
                            "CONFIGURATION_IN_POOL",
                            Severity.ERROR,
                            "the services' own files and databases lie in the pool: " + folder,
                            "move them to a disk of the machine: folders.config in stack.yaml"))
                    : List.of();
        } catch (ProblemException e) {
            return List.of(finding(e));
        }
    }

    private static Finding finding(ProblemException e) {
        return Finding.of(e, Severity.ERROR);
    }
}
