package media.usenet.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A service that can be run: one file in `compose-templates/`.
///
/// @param name the Compose service's name, and the file's
/// @param standing whether it runs by default, on request, or is retired upstream
/// @param replacedBy what to run instead of a retired one
/// @param replaces services that this one takes the place of
/// @param containers the template's Compose services, this one first; the others are its companions (a
///     database). Values are plain maps, lists, texts, numbers and booleans, with `${VARIABLE}`s not yet
///     replaced
/// @param companionsWith companions that only make sense beside another service: companion to service
/// @param web where its pages are; empty for one without
/// @param health how to ask it whether it is well
/// @param transcodes whether it can use a GPU
/// @param needs services without which it cannot run
/// @param after services that start before it when they run too
/// @param networks roles of the networks it joins
/// @param secrets values to generate once and keep
/// @param apiKey where its API key can be read
/// @param backup what of its configuration to keep
/// @param files first configuration files, by path relative to the configuration folder: written where there is
///     none yet, with `${VARIABLE}`s replaced, and never again. Some hold secrets
public record ServiceDefinition(
        String name,
        String title,
        Category category,
        Standing standing,
        Optional<String> replacedBy,
        List<String> replaces,
        Map<String, Map<String, Object>> containers,
        Map<String, String> companionsWith,
        Optional<Web> web,
        HealthProbe health,
        boolean transcodes,
        Demand demand,
        boolean vpnCapable,
        List<String> needs,
        List<String> after,
        List<Network> networks,
        List<SecretDefinition> secrets,
        Optional<ApiKey> apiKey,
        BackupRecipe backup,
        Map<String, String> files) {

    public ServiceDefinition {
        replaces = List.copyOf(replaces);
        needs = List.copyOf(needs);
        after = List.copyOf(after);
        networks = List.copyOf(networks);
        secrets = List.copyOf(secrets);
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    /// The template's Compose service of the same name.
    public Map<String, Object> container() {
        return Objects.requireNonNull(containers.get(name));
    }

    public enum Category {
        MEDIA,
        AUTOMATION,
        DOWNLOADS,
        MANAGEMENT,
        NETWORK,
        MONITORING
    }

    public enum Standing {
        /// Part of the default stack.
        DEFAULT,
        /// Runs when asked for.
        OPTIONAL,
        /// No longer developed upstream; kept for those who have it.
        RETIRED
    }

    /// How much of the machine it may want.
    public enum Demand {
        LIGHT,
        MEDIUM,
        HEAVY
    }

    /// Which others it talks to.
    public enum Network {
        MEDIA,
        AUTOMATION,
        DOWNLOADS,
        MONITORING,
        MANAGEMENT
    }

    /// @param port the container's port
    /// @param scheme `http` or `https`
    public record Web(int port, String path, String scheme) {}

    /// @param name the variable that templates use: `SONARR_API_KEY`
    public record SecretDefinition(String name, Format format) {

        public enum Format {
            /// 32 hexadecimal digits, as the *arr applications want.
            HEX32,
            /// 64 hexadecimal digits.
            HEX64,
            /// 24 letters and digits.
            PASSWORD,
            /// Only the user can know it: a VPN key, a tunnel token.
            GIVEN
        }
    }

    /// @param file relative to the service's configuration folder
    /// @param key how to find it in there, in the application's own terms
    public record ApiKey(String file, String key) {}

    /// @param include paths relative to the configuration folder, with globs
    /// @param databases those of SQLite that are there once it has run
    /// @param hold what may only be copied while it does not write: databases that are not SQLite's
    /// @param postgres what it keeps in a PostgreSQL of its own
    public record BackupRecipe(
            List<String> include,
            List<String> exclude,
            List<String> databases,
            List<String> hold,
            Optional<PostgresDatabase> postgres) {

        public BackupRecipe {
            include = List.copyOf(include);
            exclude = List.copyOf(exclude);
            databases = List.copyOf(databases);
            hold = List.copyOf(hold);
        }
    }

    /// @param container the companion that it runs in
    /// @param folder of that container, which the companion's configuration folder is bound to
    public record PostgresDatabase(String container, String user, String database, String folder) {}
}
