package media.usenet.drives;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import media.usenet.docker.Container;
import media.usenet.docker.DockerEngine;
import media.usenet.effect.Effect;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import media.usenet.holders.Holder;
import media.usenet.holders.Holders;
import media.usenet.holders.Holders.Unseen;
import media.usenet.problem.ProblemException;
import media.usenet.storage.Mount;

/// Who holds files of a slot, by service and container.
final class Who {

    private static final int NAMED = 5;

    private final Holders holders;
    private final DockerEngine engine;
    private final SlotKeeper keeper;

    Who(Holders holders, DockerEngine engine, SlotKeeper keeper) {
        this.holders = holders;
        this.engine = engine;
        this.keeper = keeper;
    }

    /// @param unseen what to know of processes that could not be looked into; empty where all could
    record Held(List<Effect.Holder> holders, Optional<Finding> unseen) {

        static final Held BY_NOBODY = new Held(List.of(), Optional.empty());

        Held {
            holders = List.copyOf(holders);
        }
    }

    /// Nobody where nothing is mounted.
    Held holds(KnownSlot slot) {
        return keeper.sight()
                .at(keeper.place(slot.slot()))
                .map(mount -> within(mount, holds(mount.number())))
                .orElse(Held.BY_NOBODY);
    }

    /// Of a folder's file system, only what lies in the folder.
    private static Held within(Mount mount, Held all) {
        var folder = mount.root().toString().substring(1);
        if (folder.isEmpty()) {
            return all;
        }
        var holders = all.holders().stream()
                .filter(holder -> holder.path().startsWith(folder + "/"))
                .map(holder -> holder.at(holder.path().substring(folder.length() + 1)))
                .toList();
        return new Held(holders, all.unseen());
    }

    /// @param number of the device that was mounted there, which still tells when it no longer is
    Held holds(String number) {
        Map<String, Optional<Container>> containers = new ConcurrentHashMap<>();
        var found = holders.of(number);
        var entries = found.holders().stream()
                .flatMap(holder -> holder.paths().stream().map(path -> entry(holder, path, containers)))
                .toList();
        return new Held(entries, unseen(found.unseen()));
    }

    static Optional<Finding> unseen(List<Unseen> processes) {
        var programs =
                processes.stream().map(Unseen::program).distinct().sorted().limit(NAMED);
        return processes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        "PROCESSES_NOT_SEEN",
                        Severity.WARNING,
                        "%d processes could not be looked into, and may hold files, too: %s"
                                .formatted(processes.size(), programs.collect(Collectors.joining(", "))),
                        "let the controller look into all: as root, with CAP_SYS_PTRACE where it runs in a container"));
    }

    private Effect.Holder entry(Holder holder, String path, Map<String, Optional<Container>> containers) {
        var id = Optional.ofNullable(holder.container());
        var container = id.flatMap(known -> containers.computeIfAbsent(known, this::container));
        return new Effect.Holder(
                container
                        .map(Container::service)
                        .filter(name -> !name.isEmpty())
                        .orElse(null),
                container.map(Container::name).or(() -> id).orElse(null),
                holder.pid(),
                holder.program(),
                path,
                holder.writes());
    }

    /// An engine that does not answer is no reason not to say which process it is.
    private Optional<Container> container(String id) {
        try {
            return engine.container(id);
        } catch (ProblemException _) {
            return Optional.empty();
        }
    }
}
