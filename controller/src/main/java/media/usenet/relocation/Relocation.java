package media.usenet.relocation;

import java.util.List;
import media.usenet.docker.Container;
import media.usenet.docker.DockerEngine;

/// The applications that can be told. Of others a person has to change the paths on their pages.
public final class Relocation {

    private static final String TRANSMISSION = "transmission";

    private final DockerEngine engine;

    public Relocation(DockerEngine engine) {
        this.engine = engine;
    }

    public static boolean knows(String service) {
        return service.equals(TRANSMISSION);
    }

    /// Replaces a folder by another in all that the application holds. Moves no file.
    ///
    /// @param container of a service that is known, and runs
    /// @return what was changed, one sentence each
    public List<String> relocate(Container container, String from, String to) {
        return new Transmission(engine, container).relocate(from, to);
    }
}
