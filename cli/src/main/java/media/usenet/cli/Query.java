package media.usenet.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A path with its query, escaped. What is null, empty or false is left out.
final class Query {

    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static final String HEX = "0123456789ABCDEF";

    private final StringBuilder target;
    private char separator = '?';

    Query(String path) {
        this.target = new StringBuilder(path);
    }

    Query with(String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            target.append(separator).append(name).append('=').append(escaped(value));
            separator = '&';
        }
        return this;
    }

    Query with(String name, boolean value) {
        return with(name, value ? "true" : null);
    }

    Query with(String name, List<String> values) {
        return with(name, String.join(",", values));
    }

    /// Percent-encoded, so that it means itself in a path and in a query.
    static String escaped(String text) {
        var escaped = new StringBuilder();
        for (byte unsigned : text.getBytes(StandardCharsets.UTF_8)) {
            int octet = unsigned & 0xff;
            if (PLAIN.indexOf(octet) >= 0) {
                escaped.append((char) octet);
            } else {
                escaped.append('%').append(HEX.charAt(octet >> 4)).append(HEX.charAt(octet & 15));
            }
        }
        return escaped.toString();
    }

    @Override
    public String toString() {
        return target.toString();
    }
}
