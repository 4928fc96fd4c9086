package media.usenet.queue;

import java.security.SecureRandom;
import java.time.Instant;

/// Makes ids that sort by the time they were made at, also within a millisecond of one process.
final class JobIds {

    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int BITS = 5;
    private static final int TIME_DIGITS = 10;
    private static final int RANDOM_DIGITS = 11;
    private static final int RANDOM_BITS = BITS * RANDOM_DIGITS;

    private final SecureRandom random = new SecureRandom();
    private long lastMillis;
    private long lastRandom;

    synchronized String next(Instant now) {
        var millis = now.toEpochMilli();
        if (millis <= lastMillis) {
            lastRandom++;
        } else {
            lastMillis = millis;
            // The first bit stays free, so that counting on never overflows.
            lastRandom = random.nextLong() & ((1L << (RANDOM_BITS - 1)) - 1);
        }
        return "job_" + text(lastMillis, TIME_DIGITS) + text(lastRandom, RANDOM_DIGITS);
    }

    private static String text(long value, int digits) {
        var text = new char[digits];
        for (int i = digits - 1; i >= 0; i--) {
            text[i] = DIGITS.charAt((int) (value & 31));
            value >>= BITS;
        }
        return new String(text);
    }
}
