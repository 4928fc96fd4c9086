package media.usenet.scope;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import media.usenet.host.WholeFile;
import media.usenet.problem.Flaw;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.scope.BackupType.Extent;
import media.usenet.scope.Policy.Schedule;
import media.usenet.vault.Keep;
import media.usenet.yaml.Spelling;
import media.usenet.yaml.YamlFile;
import media.usenet.yaml.YamlMap;

/// Policies and types in two folders: those shipped, and the user's own, which add some and replace those of
/// the same name.
public final class PolicyFiles {

    private static final String TYPES = "types.yaml";
    private static final String DESTINATIONS = "destinations.yaml";
    private static final String MADE = "# written by: usenet backup policy\n";
    private static final int MOST = 10_000;

    private final Path shipped;
    private final Path own;

    /// @param own need not exist
    public PolicyFiles(Path shipped, Path own) {
        this.shipped = shipped;
        this.own = own;
    }

    /// By name.
    ///
    /// @throws ProblemException `BACKUP_POLICY_INVALID` with every flaw of every file
    public Map<String, Policy> policies() {
        var flaws = new ArrayList<Flaw>();
        var types = types(flaws).keySet();
        var policies = new TreeMap<String, Policy>();
        files().forEach((name, file) -> {
            var yaml = YamlFile.read(file.toString(), file);
            policies.put(name, policy(name, yaml, types));
            flaws.addAll(yaml.finish());
        });
        check(flaws);
        return policies;
    }

    /// @throws ProblemException `BACKUP_NOT_FOUND`
    public Policy policy(String name) {
        var policies = policies();
        var policy = policies.get(name);
        if (policy == null) {
            throw new ProblemException(
                    Problem.BACKUP_NOT_FOUND,
                    "there is no backup policy '%s'".formatted(name),
                    Spelling.nearest(name, policies.keySet())
                            .map("did you mean %s?"::formatted)
                            .orElse("list them: usenet backup policy"));
        }
        return policy;
    }

    public BackupType type(String name) {
        var flaws = new ArrayList<Flaw>();
        var types = types(flaws);
        check(flaws);
        var type = types.get(name);
        if (type == null) {
            throw new ProblemException(
                    Problem.INVALID_REQUEST,
                    "there is no type of backup '%s'".formatted(name),
                    "choose one of " + String.join(", ", types.keySet()));
        }
        return type;
    }

    private Map<String, BackupType> types(List<Flaw> flaws) {
        var types = new LinkedHashMap<String, BackupType>();
        for (var file : List.of(shipped.resolve(TYPES), own.resolve(TYPES))) {
            if (Files.exists(file)) {
                var yaml = YamlFile.read(file.toString(), file);
                yaml.orderedKeys().forEach(name -> types.put(name, type(name, yaml.map(name))));
                flaws.addAll(yaml.finish());
            }
        }
        return types;
    }

    private static BackupType type(String name, YamlMap yaml) {
        return new BackupType(
                name,
                yaml.text("title", name),
                yaml.flag("settings", true),
                yaml.flag("state", true),
                yaml.choice("services", Extent.RECIPE),
                yaml.integer("largest-file-mb", 4096, 1, 1 << 20) * (1L << 20));
    }

    private Policy policy(String name, YamlMap yaml, Set<String> types) {
        var type = yaml.text("type", "config");
        if (!types.contains(type)) {
            yaml.flaw("type", "must be one of %s, not '%s'".formatted(String.join(", ", types), type));
        }
        var destinations = yaml.texts("destinations");
        var keep = keep(yaml.map("keep"));
        if (keep.nothing()) {
            yaml.flaw("keep", "would keep nothing");
        }
        return new Policy(
                name,
                yaml.text("title", name),
                type,
                yaml.texts("services"),
                destinations.isEmpty() ? List.of("local") : destinations,
                schedule(yaml),
                keep,
                Duration.ofDays(yaml.integer("drill-days", 30, 1, MOST)));
    }

    private static Keep keep(YamlMap yaml) {
        var usual = Keep.USUAL;
        return new Keep(
                yaml.integer("last", usual.last(), 0, MOST),
                yaml.integer("daily", usual.daily(), 0, MOST),
                yaml.integer("weekly", usual.weekly(), 0, MOST),
                yaml.integer("monthly", usual.monthly(), 0, MOST),
                yaml.integer("yearly", usual.yearly(), 0, MOST));
    }

    private static Optional<Schedule> schedule(YamlMap yaml) {
        return yaml.optionalMap("schedule").flatMap(schedule -> {
            var days = schedule.choices("days", DayOfWeek.class);
            var text = schedule.requiredText("at");
            try {
                return Optional.of(new Schedule(LocalTime.parse(text), Set.copyOf(days)));
            } catch (DateTimeParseException _) {
                schedule.flaw("at", "must be a time of day in quotes such as \"03:30\", not '%s'".formatted(text));
                return Optional.empty();
            }
        });
    }

    private Map<String, Path> files() {
        var files = new TreeMap<String, Path>();
        for (var folder : List.of(shipped, own)) {
            if (Files.isDirectory(folder)) {
                try (var found = Files.list(folder)) {
                    found.filter(PolicyFiles::isPolicy)
                            .forEach(file ->
                                    files.put(file.getFileName().toString().replaceFirst("\\.yaml$", ""), file));
                } catch (IOException e) {
                    throw new ProblemException(
                            Problem.FILE_NOT_READ, "cannot list " + folder, "check its permissions", e);
                }
            }
        }
        return files;
    }

    private static boolean isPolicy(Path file) {
        var name = file.getFileName().toString();
        return name.endsWith(".yaml") && !name.startsWith(".") && !name.equals(TYPES) && !name.equals(DESTINATIONS);
    }

    private static void check(List<Flaw> flaws) {
        if (!flaws.isEmpty()) {
            throw new ProblemException(
                    Problem.BACKUP_POLICY_INVALID,
                    "the backup policies have " + (flaws.size() == 1 ? "a flaw" : flaws.size() + " flaws"),
                    "correct the lines named, then try again",
                    flaws);
        }
    }

    /// Writes the policy into the user's folder. A file that a person wrote is not overwritten.
    public void write(Policy policy) {
        var file = own.resolve(policy.name() + ".yaml");
        try {
            if (Files.exists(file) && !Files.readString(file).startsWith(MADE)) {
                throw new ProblemException(
                        Problem.BACKUP_POLICY_INVALID,
                        "%s was written by hand, and is left as it is".formatted(file),
                        "change it there");
            }
        } catch (IOException e) {
            throw new ProblemException(Problem.FILE_NOT_READ, "cannot read " + file, "check its permissions", e);
        }
        WholeFile.write(file, MADE + text(policy));
    }

    private static String text(Policy policy) {
        var keep = policy.keep();
        var schedule = policy.schedule()
                .map(when -> "schedule: {at: \"%s\", days: [%s]}\n".formatted(when.at(), days(when)))
                .orElse("");
        return "title: '%s'\ntype: %s\nservices: [%s]\ndestinations: [%s]\n%s"
                        .formatted(
                                policy.title().replace("'", "''"),
                                policy.type(),
                                String.join(", ", policy.services()),
                                String.join(", ", policy.destinations()),
                                schedule)
                + "keep: {last: %d, daily: %d, weekly: %d, monthly: %d, yearly: %d}\ndrill-days: %d\n"
                        .formatted(
                                keep.last(),
                                keep.daily(),
                                keep.weekly(),
                                keep.monthly(),
                                keep.yearly(),
                                policy.drill().toDays());
    }

    private static String days(Schedule schedule) {
        return schedule.days().isEmpty()
                ? ""
                : EnumSet.copyOf(schedule.days()).stream()
                        .map(day -> day.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
    }
}
