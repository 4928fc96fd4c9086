package media.usenet.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import media.usenet.host.WholeFile;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.yaml.EnvFile;
import media.usenet.yaml.YamlFile;
import org.jspecify.annotations.Nullable;

/// The folder that the user writes: `stack.yaml` and `.env`.
public final class SettingsFolder {

    private static final Pattern PROFILE = Pattern.compile("(?m)^profile:[ \\t]*[^ \\t\\r\\n]*");

    private static final Pattern OWNER = Pattern.compile("(?m)^user:.*\\n(?:[ \\t]+.*\\n)*");

    private final Path folder;
    private final StackSettings defaults;

    public SettingsFolder(Path folder, StackSettings defaults) {
        this.folder = folder;
        this.defaults = defaults;
    }

    public Path stackFile() {
        return folder.resolve("stack.yaml");
    }

    /// Reads both files anew; a file that is absent has nothing to say.
    ///
    /// @throws ProblemException `SETTINGS_INVALID` with every flaw of both files
    public StackSettings current() {
        return parse(text(stackFile()), text(folder.resolve(".env")), defaults);
    }

    /// As [#current], of texts instead of files.
    public static StackSettings parse(String stack, String env, StackSettings defaults) {
        var yaml = YamlFile.parse("stack.yaml", stack);
        var environment = new Environment(".env", EnvFile.parse(".env", env));
        var settings = new SettingsReader(yaml, environment, defaults).read();
        var flaws = new ArrayList<>(yaml.finish());
        flaws.addAll(environment.flaws());
        if (!flaws.isEmpty()) {
            throw new ProblemException(
                    Problem.SETTINGS_INVALID,
                    "the settings have " + (flaws.size() == 1 ? "a flaw" : flaws.size() + " flaws"),
                    "correct the lines named, then try again",
                    flaws);
        }
        return settings;
    }

    /// Writes another resource profile into `stack.yaml`; all else in it, comments too, stays as it is.
    ///
    /// @param profile a profile's name in lower case, or `auto`
    public void choose(String profile) {
        var line = "profile: " + profile;
        var text = text(stackFile());
        var found = PROFILE.matcher(text);
        // At the end: a document may begin with `---`, and people begin theirs with a comment.
        var changed = found.find() ? found.replaceFirst(line) : ended(text) + line + "\n";
        parse(changed, text(folder.resolve(".env")), defaults);
        WholeFile.edit(stackFile(), changed);
    }

    /// The text of a `stack.yaml` with another owner of the stack's files in it; null is as it was.
    public String owned(String stack, @Nullable Integer uid, @Nullable Integer gid) {
        var owner = parse(stack, "", defaults).owner();
        var line = "user: {uid: %d, gid: %d, umask: '%s'}\n"
                .formatted(uid == null ? owner.uid() : uid, gid == null ? owner.gid() : gid, owner.umask());
        var found = OWNER.matcher(ended(stack));
        return found.find() ? found.replaceFirst(line) : ended(stack) + line;
    }

    private static String ended(String text) {
        return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException _) {
            return "";
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.FILE_NOT_READ,
                    "cannot read %s: %s".formatted(file, e.getMessage()),
                    "check that it is a text file in UTF-8 and that the controller may read it",
                    e);
        }
    }
}
