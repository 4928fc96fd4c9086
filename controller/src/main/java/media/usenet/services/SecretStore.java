package media.usenet.services;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import media.usenet.catalog.ServiceDefinition.SecretDefinition.Format;
import media.usenet.host.WholeFile;
import media.usenet.plan.StackPlan.Secret;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.yaml.EnvFile;

/// Keys and passwords of the services: each made once, kept for ever, readable by the controller's user alone.
///
/// An application whose key came from its environment does not write it down: a key that is lost here is a key lost.
final class SecretStore {

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final int PASSWORD_LENGTH = 24;
    private static final Pattern UNQUOTABLE = Pattern.compile("[\\r\\n]|\\\\(['\\\\]|$)");

    private final Path file;
    private final SecureRandom random = new SecureRandom();

    SecretStore(Path file) {
        this.file = file;
    }

    /// The values of these secrets, those newly made included. Nothing that is stored is ever changed or dropped.
    Map<String, String> ensure(List<Secret> secrets) {
        var stored = stored();
        var before = Map.copyOf(stored);
        for (var secret : secrets) {
            if (secret.given().isEmpty() && secret.format() != Format.GIVEN) {
                stored.computeIfAbsent(secret.name(), _ -> make(secret.format()));
            }
        }
        if (!stored.equals(before)) {
            WholeFile.writePrivate(file, lines(stored));
        }
        var values = new TreeMap<String, String>();
        secrets.forEach(secret ->
                values.put(secret.name(), secret.given().orElseGet(() -> stored.getOrDefault(secret.name(), ""))));
        return values;
    }

    /// @throws ProblemException `SETTINGS_INVALID` for a value that Compose v1 and v2 would not read alike
    static String lines(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> "%s='%s'\n".formatted(entry.getKey(), quoted(entry.getKey(), entry.getValue())))
                .collect(Collectors.joining());
    }

    /// Single quotes keep Compose from reading a dollar sign as a variable; in them it knows one escape, `\'`.
    private static String quoted(String name, String value) {
        if (UNQUOTABLE.matcher(value).find()) {
            throw new ProblemException(
                    Problem.SETTINGS_INVALID,
                    "the value of %s cannot be handed to Compose".formatted(name),
                    "choose one without line breaks, and without a backslash before a quote, a backslash or its end");
        }
        return value.replace("'", "\\'");
    }

    private Map<String, String> stored() {
        try {
            var text = Files.exists(file) ? Files.readString(file) : "";
            return new TreeMap<>(
                    EnvFile.parse(file.getFileName().toString(), text).variables());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String make(Format format) {
        return switch (format) {
            case HEX32 -> hex(16);
            case HEX64 -> hex(32);
            case PASSWORD ->
                random.ints(PASSWORD_LENGTH, 0, LETTERS.length())
                        .mapToObj(index -> LETTERS.substring(index, index + 1))
                        .collect(Collectors.joining());
            case GIVEN -> throw new IllegalArgumentException("only the user can give it");
        };
    }

    private String hex(int bytes) {
        var value = new byte[bytes];
        random.nextBytes(value);
        return HexFormat.of().formatHex(value);
    }
}
