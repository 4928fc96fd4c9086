package media.usenet.composer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A command of Docker Compose, with the type of its answer.
public sealed interface ComposeCommand<R> {

    /// The command's own arguments, after those of the project.
    List<String> arguments(ComposeVersion version);

    /// Reads the answer out of what the command printed.
    R answer(String stdout, String stderr);

    default Duration timeout() {
        return Duration.ofMinutes(1);
    }

    /// Commands that only do something answer with the warnings they gave.
    sealed interface Action extends ComposeCommand<List<String>> {

        @Override
        default List<String> answer(String stdout, String stderr) {
            return ComposeWords.warnings(stderr);
        }
    }

    /// Judges the files. Asks no engine.
    record Validate() implements Action {

        @Override
        public List<String> arguments(ComposeVersion version) {
            return List.of("config", "--quiet");
        }
    }

    /// The files as Compose understands them: merged, variables replaced, short forms written out. Secrets are in it.
    record Model() implements ComposeCommand<Map<String, Object>> {

        private static final YAMLMapper YAML = new YAMLMapper();

        @Override
        public List<String> arguments(ComposeVersion version) {
            return version.first() ? List.of("config") : List.of("config", "--format", "json");
        }

        // JSON is YAML.
        @Override
        public Map<String, Object> answer(String stdout, String stderr) {
            return YAML.readValue(stdout, new TypeReference<>() {});
        }
    }

    /// By service, what Compose will compare with the label of the running container. The first Compose asks the
    /// engine for it, and needs the images.
    record ConfigHashes() implements ComposeCommand<Map<String, String>> {

        @Override
        public List<String> arguments(ComposeVersion version) {
            return List.of("config", "--hash=*");
        }

        @Override
        public Map<String, String> answer(String stdout, String stderr) {
            var hashes = new LinkedHashMap<String, String>();
            stdout.lines()
                    .map(line -> line.strip().split("\\s+"))
                    .filter(words -> words.length == 2)
                    .forEach(words -> hashes.put(words[0], words[1]));
            return hashes;
        }
    }

    /// Fetches images. Those that can be had are fetched even if others cannot.
    ///
    /// @param images the image's reference, by service
    record Pull(Map<String, String> images) implements Action {

        public Pull {
            images = new LinkedHashMap<>(images);
        }

        @Override
        public List<String> arguments(ComposeVersion version) {
            // Without it, the first failure ends the other pulls, which then report what was not their fault.
            return with(List.of("pull", "--ignore-pull-failures"), images.keySet());
        }

        @Override
        public Duration timeout() {
            return Duration.ofHours(2);
        }
    }

    /// Creates and starts what is not there or has changed, and leaves the rest alone. Never builds, never pulls: the
    /// first Compose cannot be told so, and pulls what is missing.
    ///
    /// @param services these alone; all if empty
    /// @param dependencies whether to start what they depend on too
    /// @param removeOrphans whether to remove containers of services that are no longer in the files
    record Up(List<String> services, boolean dependencies, boolean removeOrphans) implements Action {

        public Up {
            services = List.copyOf(services);
        }

        @Override
        public List<String> arguments(ComposeVersion version) {
            var arguments = new ArrayList<>(List.of("up", "--detach", "--no-build"));
            if (!version.first()) {
                arguments.addAll(List.of("--pull", "never"));
            }
            if (!dependencies) {
                arguments.add("--no-deps");
            }
            if (removeOrphans) {
                arguments.add("--remove-orphans");
            }
            return with(arguments, services);
        }

        // Health checks of slow starters take minutes, and others wait for them.
        @Override
        public Duration timeout() {
            return Duration.ofMinutes(30);
        }
    }

    /// Makes the container of one service anew if it has changed, and starts nothing. What the service depends on is
    /// looked at too: what it depends on is part of its hash.
    record Create(String service) implements Action {

        @Override
        public List<String> arguments(ComposeVersion version) {
            var pull = version.first() ? List.<String>of() : List.of("--pull", "never");
            return with(with(List.of("up", "--no-start", "--no-build"), pull), List.of(service));
        }

        @Override
        public Duration timeout() {
            return Duration.ofMinutes(15);
        }
    }

    /// Stops and removes all containers and networks of the project; volumes and images stay.
    ///
    /// @param grace how long each may take to stop by itself; its own setting if none
    record Down(@Nullable Duration grace) implements Action {

        @Override
        public List<String> arguments(ComposeVersion version) {
            return with(List.of("down", "--remove-orphans"), within(grace));
        }

        @Override
        public Duration timeout() {
            return Duration.ofMinutes(15);
        }
    }

    /// @param services these alone; all if empty
    record Start(List<String> services) implements Action {

        public Start {
            services = List.copyOf(services);
        }

        @Override
        public List<String> arguments(ComposeVersion version) {
            return with(List.of("start"), services);
        }

        @Override
        public Duration timeout() {
            return Duration.ofMinutes(30);
        }
    }

    /// @param services these alone; all if empty
    /// @param grace how long each may take to stop by itself; its own setting if none
    record Stop(List<String> services, @Nullable Duration grace) implements Action {

        public Stop {
            services = List.copyOf(services);
        }

        @Override
        public List<String> arguments(ComposeVersion version) {
            return with(with(List.of("stop"), within(grace)), services);
        }

        @Override
        public Duration timeout() {
            return Duration.ofMinutes(15);
        }
    }

    /// @param services these alone; all if empty
    /// @param grace how long each may take to stop by itself; its own setting if none
    record Restart(List<String> services, @Nullable Duration grace) implements Action {

        public Restart {
            services = List.copyOf(services);
        }

        @Override
        public List<String> arguments(ComposeVersion version) {
            return with(with(List.of("restart"), within(grace)), services);
        }

        @Override
        public Duration timeout() {
            return Duration.ofMinutes(15);
        }
    }

    private static List<String> with(List<String> arguments, Collection<String> more) {
        var all = new ArrayList<>(arguments);
        all.addAll(more);
        return all;
    }

    private static List<String> within(@Nullable Duration grace) {
        return grace == null ? List.of() : List.of("--timeout", String.valueOf(grace.toSeconds()));
    }
}
