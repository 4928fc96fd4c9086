package media.usenet.drives;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import media.usenet.docker.DockerEngine;
import media.usenet.event.Operations;
import media.usenet.holders.ContainerViews;
import media.usenet.holders.Holders;
import media.usenet.host.ProcessRunner;
import media.usenet.host.ProgramFolders;
import media.usenet.linux.ErrnoException;
import media.usenet.linux.KernelEvents;
import media.usenet.linux.MountCalls;
import media.usenet.pool.Pool;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.settings.SettingsFolder;
import media.usenet.smart.FileSystemErrors;
import media.usenet.smart.SmartWatch;
import media.usenet.smart.Smartctl;
import media.usenet.storage.BlockDevices;
import media.usenet.storage.DeviceLinks;
import media.usenet.storage.Mounts;
import media.usenet.storage.Patience;
import media.usenet.superblock.SuperblockProbe;
import media.usenet.swap.NextStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// Puts together what looks after drives, for the settings of this moment, and starts it.
final class DrivesAssembly {

    private static final Logger log = LoggerFactory.getLogger(DrivesAssembly.class);

    private static final Path SYSFS = Path.of("/sys");
    private static final Path PROC = Path.of("/proc");
    private static final Path DEV = Path.of("/dev");
    private static final Path FSTAB = Path.of("/etc/fstab");
    private static final Path MACHINE_ID = Path.of("/etc/machine-id");
    private static final String FIRST_SLOT = "main";

    private final ProgramFolders places;
    private final SettingsFolder settings;
    private final Pool pool;
    private final MountCalls calls;
    private final ProcessRunner programs;
    private final DockerEngine engine;
    private final Operations operations;
    private final Patience patience;
    private final InstantSource clock;
    private final JsonMapper json;
    private final List<DriveListener> listeners;
    private final Pace pace;

    DrivesAssembly(
            ProgramFolders places,
            SettingsFolder settings,
            Pool pool,
            MountCalls calls,
            ProcessRunner programs,
            DockerEngine engine,
            Operations operations,
            Patience patience,
            InstantSource clock,
            JsonMapper json,
            List<DriveListener> listeners,
            Pace pace) {
        this.places = places;
        this.settings = settings;
        this.pool = pool;
        this.calls = calls;
        this.programs = programs;
        this.engine = engine;
        this.operations = operations;
        this.patience = patience;
        this.clock = clock;
        this.json = json;
        this.listeners = listeners;
        this.pace = pace;
    }

    /// @throws ProblemException why drives cannot be looked after
    Drives start() throws InterruptedException {
        var root = settings.current().folders().pool();
        var mounts = new Mounts(PROC.resolve("self/mountinfo"));
        var devices = new BlockDevices(SYSFS);
        var file = places.state().resolve("drives.json");
        new NextStart(places.state()).take("drives.json", file);
        boolean first = !Files.exists(file);
        var roster = new Roster(file, json);
        // Before the first look at anything, so that nothing is missed between the two.
        var kernel = listen();
        var poolKeeper = new PoolKeeper(pool, root);
        poolKeeper.ready();
        var slots = pool.slots(root);
        var owner = new StackOwner(() -> settings.current().owner());
        var folders = new RoleFolders(owner);
        var attendance = new Attendance(devices, new SuperblockProbe(), DEV);
        var board = new SlotBoard(clock, listeners);
        var workers = new Workers();
        var detachment = new Detachment(calls, mounts);
        var mounter = new Mounter(calls, programs, owner, folders, detachment);
        var markers = new Markers(roster, slots, folders, machine());
        var flaps = new Flaps(System::nanoTime);
        var keeper = new SlotKeeper(
                roster, attendance, board, mounter, markers, detachment, poolKeeper, slots, mounts, flaps);
        var untouchable = new Untouchable(devices, mounts, PROC, new DeviceLinks(DEV), places.state());
        var rounds = new Rounds(attendance, roster, keeper, board, calls, poolKeeper, owner, SYSFS, untouchable::names);
        var watch = new DriveWatch(kernel, attendance, keeper, roster, board, workers, rounds, pace.sweep());
        var names = new DriveNames(roster, attendance);
        var who = new Who(new Holders(PROC), engine, keeper);
        var capacity = new Capacity(patience);
        var views = new PoolViews(engine, new ContainerViews(PROC), poolKeeper, mounts);
        var list = new DriveList(roster, attendance, keeper, board, capacity, who, poolKeeper);
        var eject = new Eject(roster, attendance, keeper, board, calls, who, workers, pace.eject(), SYSFS);
        var add = new AddDrive(roster, names, keeper, board, slots, workers);
        var smartctl = new Smartctl(programs);
        var smart = new SmartWatch(smartctl, () -> SmartTargets.all(roster, attendance), clock, _ -> {});
        if (first) {
            begin(roster, owner);
        }
        watch.start();
        smart.start();
        return new Drives(
                roster,
                board,
                keeper,
                slots,
                capacity,
                names,
                list,
                add,
                new FormatDrive(names, attendance, keeper, roster, add, calls, programs, operations),
                eject,
                new DriveCommands(roster, keeper, board, slots, eject, calls, workers, pace.command()),
                new Identify(attendance, calls, workers),
                who,
                new StorageStatus(list, roster, poolKeeper, views, capacity, watch),
                new DriveHealth(roster, attendance, board, smart, smartctl, new FileSystemErrors(SYSFS)),
                new Doctor(
                        poolKeeper,
                        views,
                        watch,
                        roster,
                        board,
                        engine,
                        FSTAB,
                        new DeviceLinks(DEV),
                        () -> settings.current().folders().config()),
                smart,
                watch);
    }

    private static KernelEvents listen() {
        try {
            return KernelEvents.open();
        } catch (ErrnoException e) {
            throw new ProblemException(
                    Problem.STORAGE_OFF,
                    "the kernel does not let itself be listened to: " + e.getMessage(),
                    "run the controller on the host, not in a user namespace",
                    e);
        }
    }

    /// As long as no drive was added, media and downloads need a place all the same.
    private void begin(Roster roster, StackOwner owner) {
        var folder = places.state().resolve(FIRST_SLOT);
        try {
            Files.createDirectories(folder);
            owner.give(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        roster.put(KnownSlot.of(FIRST_SLOT, EnumSet.allOf(Role.class), false, folder));
        log.info("slot {} is made on this machine's own disk, at {}, until drives are added", FIRST_SLOT, folder);
    }

    private static String machine() {
        try {
            return Files.readString(MACHINE_ID).strip();
        } catch (IOException _) {
            return "unknown";
        }
    }
}
