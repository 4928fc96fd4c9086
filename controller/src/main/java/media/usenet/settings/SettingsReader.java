package media.usenet.settings;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:]+");
    private static final Pattern MEMORY = Pattern.compile("(\\d+)\\s*([kmgt]?)i?b?", Pattern.CASE_INSENSITIVE);
    private static final int LARGEST_ID = 0x7fffffff;

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
        var umask = user.text("umask").or(() -> environment.text("UMASK")).orElse(owner.umask());
        if (!umask.matches("0?[0-7]{3}")) {
            user.flaw("umask", "must be three octal digits in quotes, such as \"002\", not '%s'".formatted(umask));
        }
        return new Owner(uid.orElse(owner.uid()), gid.orElse(owner.gid()), umask);
    }

    private String timezone() {
        var zone = yaml.text("timezone").or(() -> environment.text("TZ")).orElse(defaults.timezone());
        try {
            return ZoneId.of(zone).getId();
        } catch (DateTimeException _) {
            yaml.flaw("timezone", "must be a time zone such as Europe/Berlin, not '%s'".formatted(zone));
            return defaults.timezone();
        }
    }

    private static Optional<Publish> publish(YamlMap map, String key) {
        return map.text(key).flatMap(text -> switch (text) {
            case "localhost" -> Optional.of(Publish.LOCALHOST);
            case "lan" -> Optional.of(Publish.LAN);
            case String address when ADDRESS.matcher(address).matches() -> Optional.of(new Publish(address));
            default -> {
                map.flaw(key, "must be localhost, lan or an address of this machine, not '%s'".formatted(text));
                yield Optional.empty();
            }
        });
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
        var written = folders.text(key).or(() -> environment.text(variable));
        if (written.isPresent() && !written.get().startsWith("/")) {
            folders.flaw(key, "must be an absolute path, not '%s'".formatted(written.get()));
            return Optional.empty();
        }
        return written.map(text -> Path.of(text).normalize());
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
            if (size.matches() && size.group(1).length() < 10) {
                return Optional.of(DataSize.ofBytes(Long.parseLong(size.group(1)) * unit(size.group(2))));
            }
            map.flaw("memory", "must be a size such as 512m or 2g, not '%s'".formatted(text));
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
