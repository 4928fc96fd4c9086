package media.usenet.storage;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Spaces and the like in mount tables, which stand there as three octal digits.
final class Escapes {

    private static final Pattern OCTAL = Pattern.compile("\\\\([0-3][0-7]{2})");

    private Escapes() {}

    static String undone(String field) {
        return field.indexOf('\\') < 0
                ? field
                : OCTAL.matcher(field)
                        .replaceAll(digits ->
                                Matcher.quoteReplacement(Character.toString(Integer.parseInt(digits.group(1), 8))));
    }
}
