package media.usenet.relocation;

import java.util.List;
import java.util.Set;
import media.usenet.apps.Inside;
import media.usenet.apps.Transmission;
import media.usenet.docker.Container;
import media.usenet.docker.DockerEngine;

/// The applications that can be told. Of others a person has to change the paths on their pages.
public final class Relocation {

    private static final Set<String> DOWNLOADERS = Set.of("transmission", "sabnzbd", "qbittorrent");

    private final DockerEngine engine;

    public Relocation(DockerEngine engine) {
        this.engine = engine;
    }

    public static boolean knows(String service) {
        return DOWNLOADERS.contains(service) || ArrFolders.Kind.of(service).isPresent();
    }

    /// Replaces a folder by another in all that the application holds. No file moves, but qBittorrent takes along
    /// what it still finds in the old folder.
    ///
    /// @param container of a service that is known, and runs
    /// @return what was changed, one sentence each
    public List<String> relocate(Container container, String from, String to) {
        return application(container).relocate(from, to);
    }

    private Application application(Container container) {
        var service = container.service();
        return switch (service) {
            case "transmission" -> new TransmissionFolders(new Transmission(engine, container));
            case "sabnzbd" -> new SabnzbdFolders(inside(container, SabnzbdFolders.LOGIN), "http://localhost:8080");
            case "qbittorrent" ->
                new QBittorrentFolders(
                        inside(container, QBittorrentFolders.LOGIN), "http://localhost:" + webPort(container));
            default -> {
                var kind = ArrFolders.Kind.of(service).orElseThrow();
                yield new ArrFolders(inside(container, ArrFolders.LOGIN), kind, "http://localhost:" + kind.port());
            }
        };
    }

    private String webPort(Container container) {
        return Inside.printed(engine, container, List.of("sh", "-c", "echo ${WEBUI_PORT:-8080}"))
                .orElse("8080");
    }

    private Inside inside(Container container, String login) {
        return Inside.of(engine, container, login);
    }
}
