package media.usenet.commands;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a value has to be. A rule takes a text and gives it back as it is rendered, or says why not; it never fails.
sealed interface Rule
        permits Rule.Words,
                Rule.Shape,
                Rule.Text,
                Rule.Either,
                Rule.After,
                Rule.Refused,
                NumberRule,
                MediaRule,
                ListRule {

    Reading read(String text);

    /// What is allowed, for messages and for docs/commands.md: `a whole number from 0 to 51`.
    String allowed();

    private static Reading refused(String text, Rule rule) {
        return new Reading.Refused("'%s' is not %s".formatted(Flaws.shown(text), rule.allowed()));
    }

    /// One of a list of words, or a whole number of a range that FFmpeg numbers them by.
    ///
    /// @param name what the list is called where it is long; empty where it is named word by word
    record Words(String name, List<String> words, Optional<NumberRule> numbers, boolean anyCase) implements Rule {

        private static final int FEW = 24;

        public Words {
            words = List.copyOf(words);
        }

        @Override
        public Reading read(String text) {
            for (var word : words) {
                var spelling = word.split("=", 2);
                if (anyCase ? spelling[0].equalsIgnoreCase(text) : spelling[0].equals(text)) {
                    return new Reading.Taken(spelling[spelling.length - 1]);
                }
            }
            if (numbers.isPresent() && numbers.get().read(text) instanceof Reading.Taken taken) {
                return taken;
            }
            return new Reading.Refused(
                    "'%s' is not %s%s".formatted(Flaws.shown(text), allowed(), Flaws.suggestion(text, words)));
        }

        @Override
        public String allowed() {
            var listed = name.isEmpty() || words.size() <= FEW ? "one of " + listed(words) : "one of the " + name + "s";
            return listed + numbers.map(range -> ", or " + range.allowed()).orElse("");
        }

        private static String listed(Collection<String> words) {
            return String.join(
                    " ", words.stream().map(word -> word.split("=", 2)[0]).toList());
        }
    }

    /// A text of a certain form.
    record Shape(Pattern form, String example) implements Rule {

        private static final int LONGEST = 4000;

        @Override
        public Reading read(String text) {
            return text.length() <= LONGEST && form.matcher(text).matches()
                    ? new Reading.Taken(text)
                    : refused(text, this);
        }

        @Override
        public String allowed() {
            return "of the form " + example;
        }
    }

    /// Any text, taken as it stands.
    ///
    /// @param longest in bytes of UTF-8
    record Text(int longest) implements Rule {

        private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029]");

        @Override
        public Reading read(String text) {
            return text.getBytes(StandardCharsets.UTF_8).length <= longest
                            && !CONTROL.matcher(text).find()
                    ? new Reading.Taken(text)
                    : refused(text, this);
        }

        @Override
        public String allowed() {
            return "a text of at most %d bytes without control characters".formatted(longest);
        }
    }

    /// What the first of several rules takes.
    record Either(List<Rule> rules) implements Rule {

        public Either {
            rules = List.copyOf(rules);
        }

        @Override
        public Reading read(String text) {
            var first = rules.getFirst().read(text);
            return rules.stream()
                    .map(rule -> rule.read(text))
                    .filter(Reading.Taken.class::isInstance)
                    .findFirst()
                    .orElse(first);
        }

        @Override
        public String allowed() {
            return String.join(", or ", rules.stream().map(Rule::allowed).toList());
        }
    }

    /// What a rule takes, behind a word of its own.
    record After(String prefix, Rule rule) implements Rule {

        @Override
        public Reading read(String text) {
            if (!text.startsWith(prefix)) {
                return refused(text, this);
            }
            return switch (rule.read(text.substring(prefix.length()))) {
                case Reading.Taken taken -> new Reading.Taken(prefix + taken.text());
                case Reading.Refused refused -> refused;
            };
        }

        @Override
        public String allowed() {
            return prefix + " and " + rule.allowed();
        }
    }

    /// Nothing: it is known, and not allowed.
    record Refused(String because) implements Rule {

        @Override
        public Reading read(String text) {
            return new Reading.Refused("is not allowed: " + because);
        }

        @Override
        public String allowed() {
            return "refused: " + because;
        }
    }
}
