package media.usenet.commands;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Values that only media have: times, sizes, frame rates, ratios, colours, expressions.
sealed interface MediaRule extends Rule {

    /// Seconds, or hours, minutes and seconds; at most a week either way.
    record Time() implements MediaRule {

        private static final Pattern CLOCK = Pattern.compile("-?(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{1,2}(?:\\.\\d{0,9})?)");
        private static final Pattern SECONDS = Pattern.compile("-?(\\d{1,9}(?:\\.\\d{0,9})?|\\.\\d{1,9})(s|ms|us)?");
        private static final double WEEK = 7 * 86400;

        @Override
        public Reading read(String text) {
            var seconds = SECONDS.matcher(text);
            var clock = CLOCK.matcher(text);
            boolean good = seconds.matches()
                    ? Double.parseDouble(seconds.group(1)) <= WEEK * ("ms".equals(seconds.group(2)) ? 1000 : 1)
                    : clock.matches() && ofDay(clock);
            return good ? new Reading.Taken(text) : MediaRule.refused(text, this);
        }

        private static boolean ofDay(Matcher clock) {
            int hours = clock.group(1) == null ? 0 : Integer.parseInt(clock.group(1));
            int minutes = Integer.parseInt(clock.group(2));
            return hours <= 168 && minutes < 60 && Double.parseDouble(clock.group(3)) < 60;
        }

        @Override
        public String allowed() {
            return "a time (12.5 or 00:01:30) of at most a week";
        }
    }

    /// Width and height, or FFmpeg's name for them.
    record Size(int most, Set<String> names) implements MediaRule {

        private static final Pattern FORM = Pattern.compile("(\\d{1,5})[xX](\\d{1,5})");

        public Size {
            names = Set.copyOf(names);
        }

        @Override
        public Reading read(String text) {
            var size = FORM.matcher(text);
            boolean good = size.matches() ? fits(size.group(1)) && fits(size.group(2)) : names.contains(text);
            return good ? new Reading.Taken(text) : MediaRule.refused(text, this);
        }

        private boolean fits(String side) {
            int length = Integer.parseInt(side);
            return 1 <= length && length <= most;
        }

        @Override
        public String allowed() {
            return "WIDTHxHEIGHT of at most %dx%d%s"
                    .formatted(most, most, names.isEmpty() ? "" : ", or a name such as hd720");
        }
    }

    /// Pictures a second, up to 240.
    record Rate(Set<String> names) implements MediaRule {

        private static final NumberRule NUMBER = new NumberRule(1e-5, 240, false);

        public Rate {
            names = Set.copyOf(names);
        }

        @Override
        public Reading read(String text) {
            return names.contains(text) || NUMBER.read(text) instanceof Reading.Taken
                    ? new Reading.Taken(text)
                    : MediaRule.refused(text, this);
        }

        @Override
        public String allowed() {
            return "a frame rate (25, 29.97, 30000/1001, ntsc) above 0 and up to 240";
        }
    }

    /// A ratio: `16:9`, `16/9`, `1.78`.
    record Ratio() implements MediaRule {

        private static final Pattern FORM = Pattern.compile("\\d{1,6}([:/]\\d{1,6})?|\\d{1,4}\\.\\d{1,6}");

        @Override
        public Reading read(String text) {
            return FORM.matcher(text).matches() ? new Reading.Taken(text) : MediaRule.refused(text, this);
        }

        @Override
        public String allowed() {
            return "a ratio (16:9, 16/9 or 1.78)";
        }
    }

    /// A colour, with opacity behind `@`.
    record Colour(Set<String> names) implements MediaRule {

        private static final Pattern FORM = Pattern.compile(
                "([A-Za-z]{3,24}|(?:#|0[xX])(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{8}))(@(?:[01](?:\\.\\d{0,6})?|\\.\\d{1,6}|0x[0-9a-fA-F]{2}))?");

        public Colour {
            names = Set.copyOf(names);
        }

        @Override
        public Reading read(String text) {
            var colour = FORM.matcher(text);
            boolean good = colour.matches()
                    && (!Character.isLetter(text.charAt(0))
                            || names.contains(colour.group(1).toLowerCase(Locale.ROOT)));
            return good ? new Reading.Taken(text) : MediaRule.refused(text, this);
        }

        @Override
        public String allowed() {
            return "a colour (red, #RRGGBB, black@0.5)";
        }
    }

    /// An expression over the names of its place.
    record Formula(ExpressionPlace place) implements MediaRule {

        @Override
        public Reading read(String text) {
            return switch (ExpressionReader.read(text, place)) {
                case Reading.Taken taken -> taken;
                case Reading.Refused refused ->
                    new Reading.Refused("'%s' %s".formatted(Flaws.shown(text), refused.why()));
            };
        }

        @Override
        public String allowed() {
            return "an expression (%s)%s"
                    .formatted(place.name(), place.most().isPresent() ? ", " + place.bounds() : "");
        }
    }

    private static Reading refused(String text, Rule rule) {
        return new Reading.Refused("'%s' is not %s".formatted(Flaws.shown(text), rule.allowed()));
    }
}
