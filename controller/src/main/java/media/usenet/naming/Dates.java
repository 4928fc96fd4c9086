package media.usenet.naming;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Days: `2016.03.14`, `14-03-2016`, `20160314`, `4th October 2020`, `May 23, 2014`, `25.09.03`.
final class Dates implements Recogniser {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final int LONGEST_MONTH = 9;
    private static final String GAPS = " ._-";

    @Override
    public @Nullable Piece at(Tokens tokens, int index) {
        var scan = tokens.scan(index);
        var date = Letters.digit(scan.peek()) ? digitFirst(scan) : monthFirst(scan);
        return date == null || scan.inWord() ? null : new Piece.Dated(index, tokens.at(scan.at()), date);
    }

    private static @Nullable LocalDate digitFirst(Scan scan) {
        int whole = scan.number(8, 8);
        if (whole >= 0) {
            return day(whole / 10_000, whole / 100 % 100, whole % 100);
        }
        int year = scan.number(4, 4);
        if (year >= 0) {
            return yearFirst(scan, year);
        }
        int first = scan.number(1, 2);
        if (first < 0) {
            return null;
        }
        int behind = scan.at();
        var spelt = dayFirst(scan, first);
        scan.back(spelt == null ? behind : scan.at());
        return spelt == null ? twoDigits(scan, first) : spelt;
    }

    private static @Nullable LocalDate yearFirst(Scan scan, int year) {
        char gap = scan.peek();
        int second = next(scan, gap, 1, 2);
        int third = next(scan, gap, 2, 2);
        return second > 12 ? day(year, third, second) : day(year, second, third);
    }

    /// The year is last if written in full, else the first that fits, and then only with dots between.
    private static @Nullable LocalDate twoDigits(Scan scan, int first) {
        char gap = scan.peek();
        int second = next(scan, gap, 1, 2);
        int behind = scan.at();
        int year = next(scan, gap, 4, 4);
        if (year >= 0) {
            return second > 12 ? day(year, first, second) : day(year, second, first);
        }
        scan.back(behind);
        int third = gap == '.' ? next(scan, gap, 2, 2) : -1;
        if (third < 0) {
            return null;
        }
        boolean yearFirst = first > 12 || (first >= 20 && first > third);
        return yearFirst ? day(2000 + first, second, third) : day(2000 + third, second, first);
    }

    /// The next number, behind the same sign as before; -1 if there is none.
    private static int next(Scan scan, char gap, int fewest, int most) {
        return scan.peek() == gap && scan.one(GAPS) ? scan.number(fewest, most) : -1;
    }

    /// `13 Feb 2016`, `4th October 2020`.
    private static @Nullable LocalDate dayFirst(Scan scan, int day) {
        boolean suffix = scan.word("st") || scan.word("nd") || scan.word("rd") || scan.word("th");
        int month = (suffix || !scan.inWord()) && scan.one(GAPS) ? month(scan) : 0;
        return month > 0 && scan.some(GAPS, 2) > 0 ? day(scan.number(4, 4), month, day) : null;
    }

    /// `May 23, 2014`.
    private static @Nullable LocalDate monthFirst(Scan scan) {
        int month = scan.numberFollows() ? month(scan) : 0;
        int day = month > 0 && scan.one(GAPS) ? scan.number(1, 2) : -1;
        return day >= 0 && scan.some(" ,._-", 2) > 0 ? day(scan.number(4, 4), month, day) : null;
    }

    private static int month(Scan scan) {
        var word = scan.letters(LONGEST_MONTH);
        return word.length() < 3 ? 0 : MONTHS.indexOf(word.substring(0, 3)) + 1;
    }

    private static @Nullable LocalDate day(int year, int month, int day) {
        // Most numbers in names are no days, and an exception costs as much as reading a name.
        boolean is = Years.possible(year)
                && ChronoField.MONTH_OF_YEAR.range().isValidValue(month)
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
        return is ? LocalDate.of(year, month, day) : null;
    }
}
