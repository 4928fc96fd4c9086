package media.usenet.drives;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import media.usenet.docker.Container;
import media.usenet.docker.DockerEngine;
import media.usenet.effect.Effect;
import media.usenet.holders.Holder;
import media.usenet.holders.Holders;
import media.usenet.problem.ProblemException;
import media.usenet.storage.Mount;

/// Who holds files of a slot, by service and container.
final class Who {

    private final Holders holders;
    private final DockerEngine engine;
    private final SlotKeeper keeper;

    Who(Holders holders, DockerEngine engine, SlotKeeper keeper) {
        this.holders = holders;
        this.engine = engine;
        this.keeper = keeper;
    }

    /// Nobody where nothing is mounted.
    List<Effect.Holder> holds(KnownSlot slot) {
        return keeper.sight()
                .at(keeper.place(slot.slot()))
                .map(mount -> within(mount, holds(slot.slot(), mount.number())))
                .orElse(List.of());
    }

    /// Of a folder's file system, only what lies in the folder.
    private static List<Effect.Holder> within(Mount mount, List<Effect.Holder> all) {
        var folder = mount.root().toString().substring(1);
        return folder.isEmpty()
                ? all
                : all.stream()
                        .filter(holder -> holder.path().startsWith(folder + "/"))
                        .map(holder -> holder.at(holder.path().substring(folder.length() + 1)))
                        .toList();
    }

    /// @param number of the device that was mounted there, which still tells when it no longer is
    List<Effect.Holder> holds(String slot, String number) {
        Map<String, Optional<Container>> containers = new ConcurrentHashMap<>();
        return holders.of(number).holders().stream()
                .flatMap(holder -> holder.paths().stream().map(path -> entry(holder, path, containers)))
                .toList();
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
