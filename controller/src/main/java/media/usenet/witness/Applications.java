package media.usenet.witness;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import media.usenet.apps.Jellyfin;
import media.usenet.apps.JellyfinPlayer;
import media.usenet.apps.Player;
import media.usenet.apps.Playing;
import media.usenet.apps.Plex;
import media.usenet.apps.PlexPlayer;
import media.usenet.apps.QBittorrent;
import media.usenet.apps.TorrentFile;
import media.usenet.apps.Transmission;
import media.usenet.docker.Container;
import media.usenet.docker.DockerEngine;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.services.StackSwitch;
import media.usenet.watched.Players;
import media.usenet.witness.Asked.Application;
import media.usenet.witness.Asked.Used;

/// The applications that are in the stack now, and how each is asked. One that does not run, or that nobody can
/// ask, is a witness as well: it says that nothing is known.
final class Applications implements Players {

    private final StackSwitch stack;
    private final DockerEngine engine;
    private final Keys keys;
    private final Path proc;

    private interface Ask {
        List<Used> of(Container container);
    }

    private final Map<String, Ask> torrents =
            Map.of("transmission", this::transmission, "qbittorrent", this::qbittorrent);
    private final Map<String, Ask> streams = Map.of(
            "jellyfin",
            this::jellyfin,
            "plex",
            this::plex,
            "emby",
            Applications::unasked,
            "stash",
            Applications::unasked);

    /// @param proc `/proc` on a real host
    Applications(StackSwitch stack, DockerEngine engine, Keys keys, Path proc) {
        this.stack = stack;
        this.engine = engine;
        this.keys = keys;
        this.proc = proc;
    }

    /// @throws ProblemException `DOCKER_UNREACHABLE`
    List<Application> ofTorrents() {
        return present(torrents);
    }

    /// @throws ProblemException `DOCKER_UNREACHABLE`
    List<Application> ofStreams() {
        return present(streams);
    }

    private interface Play {
        Player of(Container container);
    }

    private final Map<String, Play> players = Map.of("jellyfin", this::jellyfinPlayer, "plex", this::plexPlayer);

    /// @throws ProblemException `DOCKER_UNREACHABLE`
    @Override
    public List<Players.InStack> present() {
        return stack.containers().stream()
                .filter(container -> players.containsKey(container.service()))
                .map(container -> new Players.InStack(
                        container.service(), player(container), ContainerFiles.of(container, proc)::same))
                .toList();
    }

    private Supplier<Player> player(Container container) {
        return () -> {
            requireRunning(container);
            return Objects.requireNonNull(players.get(container.service())).of(container);
        };
    }

    private Player jellyfinPlayer(Container container) {
        return new JellyfinPlayer(address(container), keys.jellyfin());
    }

    private Player plexPlayer(Container container) {
        return new PlexPlayer(address(container), keys.plex());
    }

    private List<Application> present(Map<String, Ask> known) {
        return stack.containers().stream()
                .filter(container -> known.containsKey(container.service()))
                .map(container -> new Application(
                        container.service(), ContainerFiles.of(container, proc), used(container, known)))
                .toList();
    }

    private static Supplier<List<Used>> used(Container container, Map<String, Ask> known) {
        return () -> {
            requireRunning(container);
            return Objects.requireNonNull(known.get(container.service())).of(container);
        };
    }

    private static void requireRunning(Container container) {
        if (!container.running()) {
            throw new ProblemException(
                    Problem.SERVICE_NOT_RUNNING,
                    container.service() + " does not run, and cannot be asked",
                    "start it: usenet services start " + container.service());
        }
    }

    private List<Used> transmission(Container container) {
        return of(new Transmission(engine, container).files());
    }

    private List<Used> qbittorrent(Container container) {
        return of(new QBittorrent(address(container), keys.qbittorrent()).files());
    }

    private static List<Used> of(List<TorrentFile> files) {
        return files.stream()
                .map(file ->
                        new Used("torrent %s, %s".formatted(file.torrent(), file.state()), file.path(), file.bytes()))
                .toList();
    }

    private List<Used> jellyfin(Container container) {
        return played(new Jellyfin(address(container), keys.jellyfin()).playing());
    }

    private List<Used> plex(Container container) {
        return played(new Plex(address(container), keys.plex()).playing());
    }

    private static List<Used> played(List<Playing> playing) {
        return playing.stream().map(one -> new Used(one.who(), one.path(), -1)).toList();
    }

    private static List<Used> unasked(Container container) {
        throw new ProblemException(
                Problem.SERVICE_NOT_RUNNING,
                container.service() + " is in the stack, and this program does not know how to ask it",
                "look at its pages");
    }

    private URI address(Container container) {
        return stack.address(container.service())
                .orElseThrow(() -> new ProblemException(
                        Problem.SERVICE_NOT_RUNNING,
                        container.service() + " cannot be asked: it has no address on this machine",
                        "see where it is: usenet services url " + container.service()));
    }
}
