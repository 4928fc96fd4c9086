package media.usenet.cli;

import java.util.List;
import java.util.Locale;

/// Commands about one thing. A command is made only when it is asked for, or when help tells of it.
enum Group {
    HARDWARE("what this machine is, and how much of it services may use") {
        @Override
        List<String> actions() {
            return List.of("list", "status", "profile", "optimize", "encoders", "benchmark", "capture");
        }

        @Override
        Command command(String action) {
            return switch (action) {
                case "list" -> new HardwareList();
                case "status" -> new HardwareStatus();
                case "profile" -> new HardwareProfile();
                case "optimize" -> new HardwareOptimize();
                case "encoders" -> new HardwareEncoders();
                case "benchmark" -> new HardwareBenchmark();
                case "capture" -> new HardwareCapture();
                default -> throw new IllegalArgumentException(action);
            };
        }
    },
    JOBS("work with FFmpeg: what waits, what runs, what became of it") {
        @Override
        List<String> actions() {
            return List.of(
                    "list",
                    "show",
                    "logs",
                    "watch",
                    "submit",
                    "cancel",
                    "retry",
                    "priority",
                    "duplicate",
                    "queue",
                    "stats");
        }

        @Override
        Command command(String action) {
            return switch (action) {
                case "list" -> new JobsList();
                case "show" -> new JobsShow();
                case "logs" -> new JobsLogs();
                case "watch" -> new JobsWatch();
                case "submit" -> new JobsSubmit();
                case "cancel" -> JobsAct.cancel();
                case "retry" -> JobsAct.retry();
                case "priority" -> new JobsPriority();
                case "duplicate" -> new JobsDuplicate();
                case "queue" -> new JobsQueue();
                case "stats" -> new JobsStats();
                default -> throw new IllegalArgumentException(action);
            };
        }
    },
    MEDIA("films and the files they come in") {
        @Override
        List<String> actions() {
            return List.of("scan", "list", "show", "facets", "duplicates", "quality", "transcode", "probe", "names");
        }

        @Override
        Command command(String action) {
            return switch (action) {
                case "scan" -> new MediaScan();
                case "list" -> new MediaList();
                case "show" -> new MediaShow();
                case "facets" -> new MediaFacets();
                case "duplicates" -> new MediaDuplicates();
                case "quality" -> new MediaQuality();
                case "transcode" -> new MediaTranscode();
                case "probe" -> new MediaProbe();
                case "names" -> new MediaNames();
                default -> throw new IllegalArgumentException(action);
            };
        }
    },
    SERVICES("what runs, what would change, and making it so") {
        @Override
        List<String> actions() {
            return List.of(
                    "list", "preview", "up", "down", "start", "stop", "restart", "status", "health", "stats", "logs",
                    "exec", "url");
        }

        @Override
        Command command(String action) {
            return switch (action) {
                case "list" -> new ServicesList();
                case "preview" -> new ServicesPreview();
                case "up" -> ServicesChange.up();
                case "down" -> ServicesChange.down();
                case "start" -> ServicesChange.start();
                case "stop" -> ServicesChange.stop();
                case "restart" -> ServicesChange.restart();
                case "status" -> ServicesStatus.status();
                case "health" -> ServicesStatus.health();
                case "stats" -> new ServicesStats();
                case "logs" -> new ServicesLogs();
                case "exec" -> new ServicesExec();
                case "url" -> new ServicesUrl();
                default -> throw new IllegalArgumentException(action);
            };
        }
    },
    STORAGE("drives that come and go, and the pool that services see") {
        @Override
        List<String> actions() {
            return List.of(
                    "list",
                    "discover",
                    "add",
                    "format",
                    "remove",
                    "eject",
                    "mount",
                    "unmount",
                    "sync",
                    "identify",
                    "who",
                    "watch",
                    "status",
                    "doctor",
                    "health",
                    "pool");
        }

        @Override
        Command command(String action) {
            return switch (action) {
                case "list" -> new StorageList();
                case "discover" -> new StorageDiscover();
                case "add" -> new StorageAdd();
                case "format" -> new StorageFormat();
                case "remove" -> StorageDrive.remove();
                case "eject" -> new StorageEject();
                case "mount" -> StorageDrive.mount();
                case "unmount" -> StorageDrive.unmount();
                case "sync" -> new StorageSync();
                case "identify" -> new StorageIdentify();
                case "who" -> new StorageWho();
                case "watch" -> new StorageWatch();
                case "status" -> new StorageStatus();
                case "doctor" -> new StorageDoctor();
                case "health" -> new StorageHealth();
                case "pool" -> new StoragePool();
                default -> throw new IllegalArgumentException(action);
            };
        }
    },
    BACKUP("configuration and databases, kept elsewhere and proved to restore") {
        @Override
        List<String> actions() {
            return List.of(
                    "create",
                    "list",
                    "show",
                    "files",
                    "diff",
                    "verify",
                    "restore",
                    "extract",
                    "prune",
                    "schedule",
                    "policy",
                    "destinations",
                    "drill");
        }

        @Override
        Command command(String action) {
            return switch (action) {
                case "create" -> new BackupCreate();
                case "list" -> new BackupList();
                case "show" -> BackupShow.show();
                case "files" -> BackupShow.files();
                case "diff" -> BackupShow.diff();
                case "verify" -> BackupVerify.verify();
                case "restore" -> new BackupRestore();
                case "extract" -> new BackupExtract();
                case "prune" -> new BackupPrune();
                case "schedule" -> BackupPolicy.schedule();
                case "policy" -> BackupPolicy.policy();
                case "destinations" -> new BackupDestinations();
                case "drill" -> BackupVerify.drill();
                default -> throw new IllegalArgumentException(action);
            };
        }
    };

    private final String summary;

    Group(String summary) {
        this.summary = summary;
    }

    abstract List<String> actions();

    /// @param action one of [#actions()]
    abstract Command command(String action);

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String summary() {
        return summary;
    }
}
