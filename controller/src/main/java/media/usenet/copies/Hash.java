package media.usenet.copies;

import java.util.HexFormat;

/// 128 bits of XXH3. Tells files apart that nobody forged; never the only reason to remove one.
public record Hash(long high, long low) {

    private static final int DIGITS = 16;

    /// @param text 32 hexadecimal digits
    public static Hash parse(String text) {
        if (text.length() != 2 * DIGITS) {
            throw new IllegalArgumentException("not 32 hexadecimal digits: " + text);
        }
        return new Hash(
                HexFormat.fromHexDigitsToLong(text, 0, DIGITS),
                HexFormat.fromHexDigitsToLong(text, DIGITS, 2 * DIGITS));
    }

    @Override
    public String toString() {
        var digits = HexFormat.of();
        return digits.toHexDigits(high) + digits.toHexDigits(low);
    }
}
