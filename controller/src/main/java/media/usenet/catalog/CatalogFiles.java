package media.usenet.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import media.usenet.problem.Flaw;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.yaml.EnvFile;
import org.jspecify.annotations.Nullable;

/// The templates in two folders: those shipped, and the user's own, which add services and replace those of the same
/// name. Each folder may hold an `.env` with defaults; the user's lines win.
public final class CatalogFiles {

    private static final String DEFAULTS = ".env";

    private final Path templates;
    private final Path userTemplates;
    private volatile @Nullable Loaded last;

    /// @param userTemplates need not exist
    public CatalogFiles(Path templates, Path userTemplates) {
        this.templates = templates;
        this.userTemplates = userTemplates;
    }

    /// The catalog as the files are now; they are read again only when one of them changed. Safe to call from several
    /// threads.
    ///
    /// @throws ProblemException `TEMPLATE_INVALID` with every flaw of every file, or `FILE_NOT_READ`
    public Catalog load() {
        var stamps = stamps();
        var loaded = last;
        if (loaded == null || !loaded.stamps().equals(stamps)) {
            loaded = new Loaded(stamps, read(stamps));
            last = loaded;
        }
        return loaded.catalog();
    }

    private Catalog read(Map<Path, Stamp> files) {
        var flaws = new ArrayList<Flaw>();
        var defaults = defaults(files, flaws);
        var read = new TreeMap<String, Template>();
        // The user's folder comes second, so that its templates replace those of the same name.
        for (var file : files.keySet()) {
            if (!file.endsWith(DEFAULTS)) {
                read.put(Template.name(file), Template.read(file));
            }
        }
        References.check(read, defaults);
        read.values().forEach(template -> flaws.addAll(template.finish()));
        check(flaws);
        return catalog(read, defaults);
    }

    private static Map<String, String> defaults(Map<Path, Stamp> files, List<Flaw> flaws) {
        var defaults = new LinkedHashMap<String, String>();
        for (var file : files.keySet()) {
            if (file.endsWith(DEFAULTS)) {
                var env = EnvFile.parse(file.toString(), text(file));
                flaws.addAll(env.flaws());
                defaults.putAll(env.variables());
            }
        }
        return defaults;
    }

    private static void check(List<Flaw> flaws) {
        if (!flaws.isEmpty()) {
            throw new ProblemException(
                    Problem.TEMPLATE_INVALID,
                    flaws.size() == 1
                            ? "a service template has a flaw"
                            : "the service templates have %d flaws".formatted(flaws.size()),
                    "correct the lines named, then try again",
                    flaws);
        }
    }

    private static Catalog catalog(Map<String, Template> read, Map<String, String> defaults) {
        var services = new LinkedHashMap<String, ServiceDefinition>();
        // A placeholder must never become somebody's password.
        var harmless = new HashMap<>(defaults);
        read.forEach((name, template) -> {
            services.put(name, template.service());
            template.service().secrets().forEach(secret -> harmless.remove(secret.name()));
        });
        return new Catalog(services, harmless);
    }

    private Map<Path, Stamp> stamps() {
        if (!Files.isDirectory(templates)) {
            throw new ProblemException(
                    Problem.FILE_NOT_READ,
                    "there is no folder of service templates at " + templates.toAbsolutePath(),
                    "start the controller with --catalog.templates=FOLDER");
        }
        var stamps = new LinkedHashMap<Path, Stamp>();
        addStamps(templates, stamps);
        if (Files.isDirectory(userTemplates)) {
            addStamps(userTemplates, stamps);
        }
        return stamps;
    }

    private static void addStamps(Path folder, Map<Path, Stamp> stamps) {
        try (var files = Files.list(folder)) {
            for (var file : files.filter(CatalogFiles::isOurs).sorted().toList()) {
                var attributes = Files.readAttributes(file, BasicFileAttributes.class);
                stamps.put(file, new Stamp(attributes.lastModifiedTime().toString(), attributes.size()));
            }
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static boolean isOurs(Path file) {
        var name = file.getFileName().toString();
        return name.equals(DEFAULTS) || (!name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml")));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static ProblemException unreadable(Path path, IOException cause) {
        return new ProblemException(
                Problem.FILE_NOT_READ,
                "cannot read %s: %s".formatted(path, cause.getMessage()),
                "check that the controller may read it",
                cause);
    }

    private record Loaded(Map<Path, Stamp> stamps, Catalog catalog) {}

    private record Stamp(String modified, long size) {}
}
