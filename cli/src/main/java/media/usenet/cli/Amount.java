package media.usenet.cli;

/// Amounts as people type them: sizes, spans of time, counts.
final class Amount {

    private static final int MOST_DIGITS = 15;
    private static final String DECIMAL = "a number such as 22 or 22.5";
    private static final long[] SECONDS = {1, 60, 3600};

    private Amount() {}

    /// `20G` is 20 times 1024 to the third, as mergerfs reads it.
    static long bytes(String option, String text) {
        int unit = "KMGTP".indexOf(last(text)) + 1;
        return scaled(option, unit == 0 ? text : withoutLast(text), 1L << (10 * unit), "a size such as 20G or 500M");
    }

    /// `2m` is 120.
    static long seconds(String option, String text) {
        int unit = "smh".indexOf(last(text));
        return unit < 0
                ? scaled(option, text, 1, "a time such as 30s or 2m")
                : scaled(option, withoutLast(text), SECONDS[unit], "a time such as 30s or 2m");
    }

    static long number(String option, String text) {
        return scaled(option, text, 1, "a whole number");
    }

    /// `22` or `22.5`.
    static Number decimal(String option, String text) {
        int point = text.indexOf('.');
        long whole = scaled(option, point < 0 ? text : text.substring(0, point), 1, DECIMAL);
        if (point < 0) {
            return whole;
        }
        scaled(option, text.substring(point + 1), 1, DECIMAL);
        return Double.valueOf(text);
    }

    private static long scaled(String option, String digits, long unit, String wanted) {
        boolean number = !digits.isEmpty()
                && digits.length() <= MOST_DIGITS
                && digits.chars().allMatch(sign -> sign >= '0' && sign <= '9');
        long amount = number ? Long.parseLong(digits) : -1;
        if (amount < 0 || amount > Long.MAX_VALUE / unit) {
            throw new CliProblem(
                    Exit.USAGE, "USAGE", option + " takes " + wanted, "leave " + option + " out for the usual");
        }
        return amount * unit;
    }

    private static char last(String text) {
        return text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
    }

    private static String withoutLast(String text) {
        return text.substring(0, text.length() - 1);
    }
}
