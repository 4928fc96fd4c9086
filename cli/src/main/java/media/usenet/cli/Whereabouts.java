package media.usenet.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the controller listens and which token it wants, found in the environment and in the files it leaves.
final class Whereabouts {

    private static final String USUAL = "http://127.0.0.1:7070";

    private final Map<String, String> environment;
    private final Path run;
    private final @Nullable String asked;

    /// @param run the folder where a controller that runs as a system service leaves its files: `/run/usenet`
    /// @param asked the URL given on the command line
    Whereabouts(Map<String, String> environment, Path run, @Nullable String asked) {
        this.environment = environment;
        this.run = run;
        this.asked = asked;
    }

    URI url() {
        var given = asked != null ? asked : environment.get("USENET_CONTROLLER");
        if (given == null || given.isEmpty()) {
            var file = tokenFile();
            given = file == null ? null : firstLine(file.resolveSibling("controller.url"));
        }
        return checked(given == null || given.isEmpty() ? USUAL : given);
    }

    /// Null when there is none: the controller then says whether it wants one. Files on this machine are for the
    /// controller on this machine; one elsewhere gets only a token that was given for it.
    @Nullable
    Token token(URI url) {
        var given = environment.get("USENET_TOKEN");
        if (given != null && !given.isEmpty()) {
            return new Token(given.strip(), "USENET_TOKEN");
        }
        var file = environment.containsKey("USENET_TOKEN_FILE") || isHere(url) ? tokenFile() : null;
        return file == null ? null : new Token(read(file).strip(), file.toString());
    }

    /// The places looked at, for the message that none held a token.
    List<String> places() {
        var places = new ArrayList<>(List.of("USENET_TOKEN", "USENET_TOKEN_FILE"));
        files().forEach(file -> places.add(file.toString()));
        return places;
    }

    static boolean isHere(URI url) {
        var host = url.getHost();
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    private @Nullable Path tokenFile() {
        var named = environment.get("USENET_TOKEN_FILE");
        if (named != null && !named.isEmpty()) {
            return Path.of(named);
        }
        for (var file : files()) {
            if (!Files.notExists(file)) {
                return file;
            }
        }
        return null;
    }

    private List<Path> files() {
        var files = new ArrayList<>(List.of(run.resolve("token")));
        var state = environment.get("XDG_STATE_HOME");
        var home = environment.get("HOME");
        if (state != null && !state.isEmpty()) {
            files.add(Path.of(state, "usenet", "token"));
        } else if (home != null && !home.isEmpty()) {
            files.add(Path.of(home, ".local", "state", "usenet", "token"));
        }
        return files;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new CliProblem(
                    Exit.FAILED,
                    "TOKEN_UNREADABLE",
                    "cannot read the controller's token in " + file
                            + (Files.notExists(file) ? ": there is no such file" : ""),
                    Files.notExists(file) ? "correct USENET_TOKEN_FILE" : wayIn(file));
        }
    }

    private static String wayIn(Path file) {
        try {
            var group = Files.readAttributes(file, PosixFileAttributes.class).group();
            if (!group.getName().equals("root")) {
                return "sudo usenet ..., or once: sudo usermod -aG " + group.getName() + " $USER, and log in again";
            }
        } catch (IOException e) {
            return "sudo usenet ..., since even the file's group cannot be seen";
        }
        return "sudo usenet ...";
    }

    private static @Nullable String firstLine(Path file) {
        try {
            return Files.isReadable(file) ? Files.readString(file).strip() : null;
        } catch (IOException e) {
            throw new CliProblem(
                    Exit.FAILED,
                    "URL_UNREADABLE",
                    "cannot read the controller's address in " + file,
                    "say where it listens with --controller URL");
        }
    }

    private static URI checked(String text) {
        try {
            var url = new URI(text);
            if ("http".equals(url.getScheme()) && url.getHost() != null && url.getUserInfo() == null) {
                return url;
            }
        } catch (URISyntaxException e) {
            // told below, as any other text that is no such URL
        }
        throw new CliProblem(
                Exit.USAGE,
                "URL_INVALID",
                "'" + text + "' is no address of a controller",
                "give it as http://HOST:PORT; reach a controller elsewhere through an SSH tunnel");
    }
}
