package media.usenet.fetch;

import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An HTTP address as this program will ask for it, parsed once and strictly: what two parsers read in two ways is
/// refused, not guessed.
///
/// @param scheme `http` or `https`
/// @param host in ASCII and lower case, without a dot at its end; an IPv6 address without brackets
/// @param literal the address, where the host is one
/// @param port 1 to 65535
/// @param target path and query in ASCII, beginning with `/`
record WebAddress(String scheme, String host, @Nullable InetAddress literal, int port, String target) {

    /// Why a text is no address for us; its message says so to whoever wrote it.
    static final class Malformed extends Exception {
        private final String detail;

        Malformed(String detail) {
            super(detail);
            this.detail = detail;
        }

        String detail() {
            return detail;
        }
    }

    private static final int LONGEST = 8192;
    private static final int LONGEST_HOST = 253;
    private static final int LONGEST_LABEL = 63;
    private static final Pattern ADDRESS = Pattern.compile("(?i)(https?)://([^/?#]*)([^#]*)(?:#.*)?");
    private static final Pattern AUTHORITY =
            Pattern.compile("(\\[[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*]|[^:\\[\\]]+)(?::(.*))?");
    private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");
    private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{M}\\p{N}._-]+");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9_]|[a-z0-9_][a-z0-9_-]*[a-z0-9_]");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");
    private static final Pattern OCTET = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final Pattern SCHEME = Pattern.compile("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*");
    private static final Pattern LONE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    // IDNA 2003, which Java has, and IDNA 2008 lead to different hosts for these.
    private static final Pattern AMBIGUOUS = Pattern.compile("[\\u00df\\u03c2]");

    static WebAddress parse(String text) throws Malformed {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new Malformed("an address has 1 to %d characters".formatted(LONGEST));
        }
        if (text.chars().anyMatch(letter -> letter <= ' ' || letter == 0x7f || letter == '\\')) {
            throw new Malformed("an address has no spaces, control characters and backslashes");
        }
        var address = ADDRESS.matcher(text);
        if (!address.matches()) {
            throw new Malformed("an address begins with http:// or https:// and a host");
        }
        var scheme = address.group(1).toLowerCase(Locale.ROOT);
        var authority = authority(address.group(2));
        var host = host(authority.group(1));
        return new WebAddress(scheme, host, literal(host), port(authority.group(2), scheme), target(address.group(3)));
    }

    private static Matcher authority(String text) throws Malformed {
        if (text.contains("@")) {
            throw new Malformed("a user name or password may not be part of an address");
        }
        var authority = AUTHORITY.matcher(text);
        if (!authority.matches()) {
            throw new Malformed("this is no host and port: " + text);
        }
        return authority;
    }

    private static int port(@Nullable String text, String scheme) throws Malformed {
        if (text == null) {
            return usualPort(scheme);
        }
        if (!PORT.matcher(text).matches() || Integer.parseInt(text) > 65_535) {
            throw new Malformed("a port is a number from 1 to 65535: " + text);
        }
        return Integer.parseInt(text);
    }

    private static int usualPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    private static String host(String text) throws Malformed {
        if (text.startsWith("[")) {
            return text.substring(1, text.length() - 1).toLowerCase(Locale.ROOT);
        }
        var host = ascii(text);
        if (host.endsWith(".")) {
            host = host.substring(0, host.length() - 1);
        }
        var labels = host.split("\\.", -1);
        if (host.length() > LONGEST_HOST || !Arrays.stream(labels).allMatch(WebAddress::isLabel)) {
            throw new Malformed("this is no name of a host: " + text);
        }
        if (NUMBER.matcher(labels[labels.length - 1]).matches() && !isDottedQuad(labels)) {
            throw new Malformed("an IPv4 address is four decimal numbers up to 255: " + text);
        }
        return host;
    }

    private static boolean isLabel(String label) {
        return label.length() <= LONGEST_LABEL && LABEL.matcher(label).matches();
    }

    private static boolean isDottedQuad(String[] labels) {
        return labels.length == 4
                && Arrays.stream(labels)
                        .allMatch(label -> OCTET.matcher(label).matches() && Integer.parseInt(label) <= 255);
    }

    private static String ascii(String text) throws Malformed {
        var lower = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
        // Letters that only look like others (full-width, circled) become those others further down, unseen.
        var plain = HOST.matcher(lower).matches()
                && Normalizer.normalize(lower, Normalizer.Form.NFKC).equals(lower)
                && !AMBIGUOUS.matcher(lower).find();
        if (!plain) {
            throw new Malformed("this is no name of a host: " + text);
        }
        if (lower.chars().allMatch(letter -> letter < 0x80)) {
            return lower;
        }
        try {
            return IDN.toASCII(lower, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException _) {
            throw new Malformed("this is no name of a host: " + text);
        }
    }

    private static @Nullable InetAddress literal(String host) throws Malformed {
        if (!host.contains(":") && !isDottedQuad(host.split("\\.", -1))) {
            return null;
        }
        try {
            return InetAddress.ofLiteral(host);
        } catch (IllegalArgumentException _) {
            throw new Malformed("this is no IPv6 address: " + host);
        }
    }

    private static String target(String text) {
        var target = new StringBuilder(text.startsWith("/") ? "" : "/");
        for (var octet : LONE_PERCENT.matcher(text).replaceAll("%25").getBytes(StandardCharsets.UTF_8)) {
            if (octet < 0 || "\"<>[]^`{|}".indexOf(octet) >= 0) {
                target.append("%%%02X".formatted(octet & 0xff));
            } else {
                target.append((char) octet);
            }
        }
        return target.toString();
    }

    /// Where a redirect leads.
    ///
    /// @param location absolute, or relative to this address (RFC 9110, 10.2.2)
    WebAddress redirected(String location) throws Malformed {
        if (SCHEME.matcher(location).matches()) {
            return parse(location);
        }
        if (location.startsWith("//")) {
            return parse(scheme + ":" + location);
        }
        var path = target.split("\\?", 2)[0];
        if (location.startsWith("?")) {
            return parse(origin() + path + location);
        }
        return parse(origin() + (location.startsWith("/") ? location : path.replaceFirst("[^/]*$", "") + location));
    }

    /// Scheme, host and port: what a password or a cookie may be shown to.
    String origin() {
        var name = host.contains(":") ? "[" + host + "]" : host;
        return scheme + "://" + name + (port == usualPort(scheme) ? "" : ":" + port);
    }

    boolean secure() {
        return scheme.equals("https");
    }

    URI uri() {
        return URI.create(toString());
    }

    @Override
    public String toString() {
        return origin() + target;
    }
}
