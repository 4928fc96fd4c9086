package media.usenet.commands;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Several values in one text.
sealed interface ListRule extends Rule {

    /// Values of one kind with a separator between them.
    record Separated(String separator, Rule each, int most) implements ListRule {

        @Override
        public Reading read(String text) {
            var parts = text.split(Pattern.quote(separator), most + 1);
            if (parts.length > most) {
                return new Reading.Refused("holds more than %d values".formatted(most));
            }
            var rendered = new ArrayList<String>();
            for (var part : parts) {
                switch (each.read(part.strip())) {
                    case Reading.Taken taken -> rendered.add(taken.text());
                    case Reading.Refused refused -> {
                        return refused;
                    }
                }
            }
            return new Reading.Taken(String.join(separator, rendered));
        }

        @Override
        public String allowed() {
            return "a list with '%s' between, each %s".formatted(separator, each.allowed());
        }
    }

    /// Flags that are set and unset: `+a-b`, `a+b`, `a|b`.
    record Flags(List<String> known) implements ListRule {

        private static final Pattern FORM = Pattern.compile("[+-]?\\w{1,40}([+|-]\\w{1,40}){0,30}");
        private static final Pattern BETWEEN = Pattern.compile("[+|-]");

        public Flags {
            known = List.copyOf(known);
        }

        @Override
        public Reading read(String text) {
            var wrong = wrong(text);
            return wrong == null
                    ? new Reading.Taken(text.replace('|', '+'))
                    : new Reading.Refused("'%s' is not %s%s"
                            .formatted(Flaws.shown(wrong), allowed(), Flaws.suggestion(wrong, known)));
        }

        private @Nullable String wrong(String text) {
            if (!FORM.matcher(text).matches()) {
                return text;
            }
            return Arrays.stream(BETWEEN.split(text))
                    .filter(word -> !word.isEmpty() && !known.contains(word))
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public String allowed() {
            return "flags with + or - of " + String.join(" ", known);
        }
    }

    /// Settings of an encoder's own: `key=value:key=value`. No key of a list names a file, and no value can.
    record Pairs(String name, Set<String> keys) implements ListRule {

        private static final Pattern VALUE = Pattern.compile("[-+0-9.,a-zA-Z()]{1,80}");

        public Pairs {
            keys = Set.copyOf(keys);
        }

        @Override
        public Reading read(String text) {
            for (var pair : text.split(":", -1)) {
                var parts = pair.split("=", 2);
                if (!keys.contains(parts[0])) {
                    return new Reading.Refused("the setting '%s' is not allowed%s"
                            .formatted(Flaws.shown(parts[0]), Flaws.suggestion(parts[0], keys)));
                }
                if (parts.length > 1 && !VALUE.matcher(parts[1]).matches()) {
                    return new Reading.Refused("the setting %s has '%s', which is no number or word"
                            .formatted(parts[0], Flaws.shown(parts[1])));
                }
            }
            return new Reading.Taken(text);
        }

        @Override
        public String allowed() {
            return "settings key=value with ':' between; keys: " + name;
        }
    }
}
