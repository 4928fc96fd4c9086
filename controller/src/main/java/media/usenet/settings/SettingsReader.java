package media.usenet.settings;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import media.usenet.settings.ResourceProfile.Share;
import media.usenet.settings.StackSettings.Folders;
import media.usenet.settings.StackSettings.Owner;
import media.usenet.settings.StackSettings.Publish;
import media.usenet.settings.StackSettings.ServiceSettings;
import media.usenet.yaml.YamlMap;
import org.springframework.util.unit.DataSize;

/// Turns the words of `stack.yaml` and `.env` into settings. Pure; what is wrong is noted in the YAML map.
final class SettingsReader {

    private static final Pattern MEMORY = Pattern.compile("(\\d+)\\s*([kmgt]?)i?b?", Pattern.CASE_INSENSITIVE);
    private static final Pattern UMASK = Pattern.compile("0?[0-7]{3}");
    private static final int LARGEST_ID = 0x7fffffff;
    // Docker refuses less.
    private static final long LEAST_MEMORY = 6L << 20;
    private static final long MOST_MEMORY = 1L << 50;

    private final YamlMap yaml;
    private final Environment environment;
    private final StackSettings defaults;

    SettingsReader(YamlMap yaml, Environment environment, StackSettings defaults) {
        this.yaml = yaml;
        this.environment = environment;
        this.defaults = defaults;
    }

    StackSettings read() {
        yaml.integer("version", 1, 1, 1);
        return new StackSettings(
                profile(),
                share(yaml.map("custom")),
                owner(yaml.map("user")),
                timezone(),
                yaml.text("domain").or(() -> environment.text("DOMAIN")).orElse(defaults.domain()),
                publish(yaml, "publish").orElse(defaults.publish()),
                folders(yaml.map("folders")),
                services(yaml.map("services")),
                environment.variables());
    }

    private Optional<ResourceProfile> profile() {
        return switch (yaml.text("profile", "auto")) {
            case "auto" -> Optional.empty();
            case "high" -> Optional.of(ResourceProfile.HIGH_PERFORMANCE);
            default -> yaml.choice("profile", ResourceProfile.class);
        };
    }

    private Share share(YamlMap custom) {
        return new Share(
                custom.integer("cpu", defaults.custom().cpuPercent(), 1, 100),
                custom.integer("memory", defaults.custom().memoryPercent(), 1, 100));
    }

    private Owner owner(YamlMap user) {
        var owner = defaults.owner();
        var uid = user.optionalInteger("uid", 0, LARGEST_ID).or(() -> environment.integer("PUID", 0, LARGEST_ID));
        var gid = user.optionalInteger("gid", 0, LARGEST_ID).or(() -> environment.integer("PGID", 0, LARGEST_ID));
        var umask = text(
                user,
                "umask",
                "UMASK",
                text -> UMASK.matcher(text).matches(),
                "three octal digits in quotes, such as \"002\"");
        return new Owner(uid.orElse(owner.uid()), gid.orElse(owner.gid()), umask.orElse(owner.umask()));
    }

    private String timezone() {
        return text(yaml, "timezone", "TZ", SettingsReader::isZone, "a time zone such as Europe/Berlin")
                .orElse(defaults.timezone());
    }

    private static boolean isZone(String text) {
        try {
            ZoneId.of(text);
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }

    /// What `stack.yaml` says, else what `.env` says; a wrong one is a flaw of the file where it stands.
    private Optional<String> text(YamlMap map, String key, String variable, Predicate<String> right, String expected) {
        var inStack = map.text(key);
        var text = inStack.or(() -> environment.text(variable));
        if (text.isEmpty() || right.test(text.get())) {
            return text;
        }
        var message = "must be %s, not '%s'".formatted(expected, text.get());
        if (inStack.isPresent()) {
            map.flaw(key, message);
        } else {
            environment.flaw(variable, message);
        }
        return Optional.empty();
    }

    private static Optional<Publish> publish(YamlMap map, String key) {
        return map.text(key).flatMap(text -> switch (text) {
            case "localhost" -> Optional.of(Publish.LOCALHOST);
            case "lan" -> Optional.of(Publish.LAN);
            case String address when isAddress(address) -> Optional.of(new Publish(address));
            default -> {
                map.flaw(key, "must be localhost, lan or an address of this machine, not '%s'".formatted(text));
                yield Optional.empty();
            }
        });
    }

    private static boolean isAddress(String text) {
        try {
            return !InetAddress.ofLiteral(text).isMulticastAddress();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private Folders folders(YamlMap folders) {
        return new Folders(
                folder(folders, "config", "CONFIG_ROOT")
                        .orElse(defaults.folders().config()),
                folder(folders, "pool", "POOL_ROOT").orElse(defaults.folders().pool()),
                folder(folders, "media", "MEDIA_ROOT"),
                folder(folders, "downloads", "DOWNLOADS_ROOT"));
    }

    private Optional<Path> folder(YamlMap folders, String key, String variable) {
        return text(folders, key, variable, text -> text.startsWith("/"), "an absolute path")
                .map(text -> Path.of(text).normalize());
    }

    private static Map<String, ServiceSettings> services(YamlMap services) {
        var all = new LinkedHashMap<String, ServiceSettings>();
        services.orderedKeys().forEach(name -> all.put(name, service(services.map(name))));
        return all;
    }

    private static ServiceSettings service(YamlMap map) {
        return new ServiceSettings(
                map.has("enabled") ? Optional.of(map.flag("enabled", true)) : Optional.empty(),
                map.optionalInteger("port", 1, 65_535),
                publish(map, "publish"),
                map.text("image"),
                map.text("version"),
                map.textMap("environment"),
                cpus(map),
                memory(map),
                map.flag("gpu", true),
                map.flag("vpn", false));
    }

    private static Optional<Double> cpus(YamlMap map) {
        return map.text("cpus").flatMap(text -> {
            try {
                var cpus = Double.parseDouble(text);
                if (cpus >= 0.01 && cpus <= 1024) {
                    return Optional.of(cpus);
                }
            } catch (NumberFormatException _) {
                // told below
            }
            map.flaw("cpus", "must be a number of CPUs such as 1.5, not '%s'".formatted(text));
            return Optional.empty();
        });
    }

    private static Optional<DataSize> memory(YamlMap map) {
        return map.text("memory").flatMap(text -> {
            var size = MEMORY.matcher(text);
            if (size.matches() && size.group(1).length() <= 15) {
                long count = Long.parseLong(size.group(1));
                long unit = unit(size.group(2));
                if (count <= MOST_MEMORY / unit && count * unit >= LEAST_MEMORY) {
                    return Optional.of(DataSize.ofBytes(count * unit));
                }
            }
            map.flaw("memory", "must be a size such as 512m or 2g, 6m at least, not '%s'".formatted(text));
            return Optional.empty();
        });
    }

    private static long unit(String letter) {
        return switch (letter.toLowerCase(Locale.ROOT)) {
            case "k" -> 1L << 10;
            case "m" -> 1L << 20;
            case "g" -> 1L << 30;
            case "t" -> 1L << 40;
            default -> 1;
        };
    }
}
