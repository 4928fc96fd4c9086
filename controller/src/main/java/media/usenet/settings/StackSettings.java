package media.usenet.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import media.usenet.settings.ResourceProfile.Share;
import org.springframework.util.unit.DataSize;

/// What the user wants of the stack: `stack.yaml`, over `.env`, over defaults.
///
/// @param profile the resource profile; empty lets the planner choose by the machine
/// @param owner whom files and processes belong to
/// @param publish where ports are published
/// @param services by service name; a service without an entry has all defaults
/// @param environment every variable of `.env`, for the templates
public record StackSettings(
        Optional<ResourceProfile> profile,
        Share custom,
        Owner owner,
        String timezone,
        String domain,
        Publish publish,
        Folders folders,
        Map<String, ServiceSettings> services,
        Map<String, String> environment) {

    public StackSettings {
        services = Map.copyOf(services);
        environment = Map.copyOf(environment);
    }

    /// The same settings with the resource profile left to the machine's size.
    public StackSettings withFittingProfile() {
        return new StackSettings(
                Optional.empty(), custom, owner, timezone, domain, publish, folders, services, environment);
    }

    public ServiceSettings service(String name) {
        return services.getOrDefault(name, ServiceSettings.DEFAULT);
    }

    /// @param umask octal, as containers want it: `002`
    public record Owner(int uid, int gid, String umask) {}

    /// An address of this machine: `127.0.0.1` for itself alone, `0.0.0.0` for its networks.
    public record Publish(String address) {

        public static final Publish LOCALHOST = new Publish("127.0.0.1");
        public static final Publish LAN = new Publish("0.0.0.0");
    }

    /// @param config where each application's configuration lies, one folder each
    /// @param pool the one tree that every container sees as `/pool`
    /// @param media a media folder outside the pool, for stacks that were built by hand
    /// @param downloads a download folder outside the pool
    public record Folders(Path config, Path pool, Optional<Path> media, Optional<Path> downloads) {}

    /// @param enabled empty leaves it to the service's standing
    /// @param publish empty takes the stack's
    /// @param image a whole reference instead of the template's
    /// @param version a tag instead of the pinned one
    /// @param environment added to the template's
    /// @param gpu false keeps a transcoder off the GPU
    /// @param vpn true sends all its traffic through gluetun
    public record ServiceSettings(
            Optional<Boolean> enabled,
            Optional<Integer> port,
            Optional<Publish> publish,
            Optional<String> image,
            Optional<String> version,
            Map<String, String> environment,
            Optional<Double> cpus,
            Optional<DataSize> memory,
            boolean gpu,
            boolean vpn) {

        public static final ServiceSettings DEFAULT = new ServiceSettings(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                true,
                false);

        public ServiceSettings {
            environment = Map.copyOf(environment);
        }
    }
}
