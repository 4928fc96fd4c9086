package media.usenet.hardware;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import media.usenet.problem.Flaw;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.yaml.YamlFile;
import media.usenet.yaml.YamlMap;

/// The hardware profiles: those that are shipped, and the user's own, which take the place of a shipped one by file
/// name. Read anew at every call, so that an edited file counts at once.
public final class HardwareProfiles {

    private static final String REMEDY = "correct the file; the shipped hardware profiles show every key";

    private static final List<String> ENCODERS = List.of("nvenc", "qsv", "vaapi", "v4l2m2m", "rkmpp");

    private final Path shipped;
    private final Optional<Path> own;

    HardwareProfiles(Path shipped, Optional<Path> own) {
        this.shipped = shipped;
        this.own = own;
    }

    /// Profiles by name. A folder that is not there holds none.
    ///
    /// @throws ProblemException `HARDWARE_PROFILE_INVALID` with every flaw of every file
    public Map<String, HardwareProfile> all() {
        var files = new TreeMap<String, Path>();
        files(shipped).forEach(file -> files.put(name(file), file));
        own.ifPresent(folder -> files(folder).forEach(file -> files.put(name(file), file)));
        var flaws = new ArrayList<Flaw>();
        var profiles = new TreeMap<String, HardwareProfile>();
        files.forEach((name, file) -> profiles.put(name, read(name, YamlFile.read(file), flaws)));
        if (!flaws.isEmpty()) {
            var what = "the hardware profiles have %d flaw%s".formatted(flaws.size(), flaws.size() == 1 ? "" : "s");
            throw new ProblemException(Problem.HARDWARE_PROFILE_INVALID, what, REMEDY, flaws);
        }
        return profiles;
    }

    Path shipped() {
        return shipped;
    }

    private static HardwareProfile read(String name, YamlMap file, List<Flaw> flaws) {
        var profile = new HardwareProfile(
                name,
                file.requiredText("title"),
                file.texts("families"),
                encoders(file),
                file.text("runtime"),
                file.textMap("environment"),
                file.texts("security-options"),
                file.integer("max-transcodes", 0, 0, 64));
        flaws.addAll(file.finish());
        return profile;
    }

    private static List<String> encoders(YamlMap file) {
        var encoders = file.texts("encoders");
        for (var encoder : encoders) {
            if (!ENCODERS.contains(encoder)) {
                file.flaw("encoders", "must be of %s, not '%s'".formatted(String.join(", ", ENCODERS), encoder));
            }
        }
        return encoders;
    }

    private static List<Path> files(Path folder) {
        var files = new ArrayList<Path>();
        if (Files.isDirectory(folder)) {
            try (var found = Files.newDirectoryStream(folder, "*.yaml")) {
                found.forEach(files::add);
            } catch (IOException | DirectoryIteratorException e) {
                throw new ProblemException(
                        Problem.FILE_NOT_READ,
                        "cannot list %s: %s".formatted(folder, e.getMessage()),
                        "let the controller read that folder",
                        e);
            }
        }
        return files;
    }

    private static String name(Path file) {
        var name = file.getFileName().toString();
        return name.substring(0, name.length() - ".yaml".length());
    }
}
