package media.usenet.commands;

import java.util.Optional;
import java.util.regex.Pattern;

/// `{{name}}`, which stands for a file. Tools that use braces themselves write `\{\{name\}\}`.
final class Placeholder {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");
    private static final Pattern FORM = Pattern.compile("\\\\?\\{\\\\?\\{ ?([^{}\\\\ ]{1,64}) ?\\\\?}\\\\?}");

    private Placeholder() {}

    /// The name in a word that is a placeholder and nothing else.
    static Optional<String> name(String word) {
        var form = FORM.matcher(word);
        return form.matches() && isName(form.group(1)) ? Optional.of(form.group(1)) : Optional.empty();
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }
}
