package media.usenet.commands;

/// A number within bounds. As FFmpeg does, it takes `128k`, `-6dB` and `1/25` too.
record NumberRule(double least, double most, boolean whole) implements Rule {

    @Override
    public Reading read(String text) {
        return ExpressionReader.read(text, ExpressionPlace.constant(least, most, whole)) instanceof Reading.Taken taken
                ? taken
                : new Reading.Refused("'%s' is not %s".formatted(Flaws.shown(text), allowed()));
    }

    @Override
    public String allowed() {
        return "a %snumber from %s to %s"
                .formatted(whole ? "whole " : "", ExpressionPlace.plain(least), ExpressionPlace.plain(most));
    }
}
