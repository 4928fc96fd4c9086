package media.usenet.quality;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// A language's shortest code: `de` for `ger`, `deu`, `de-AT`.
final class LanguageCode {

    static final String UNKNOWN = "und";

    private static final Map<String, String> SHORT = known();

    private LanguageCode() {}

    static String of(String code) {
        var language = code.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return SHORT.getOrDefault(language, language.isEmpty() ? UNKNOWN : language);
    }

    private static Map<String, String> known() {
        var codes = new HashMap<String, String>();
        for (var language : Locale.getISOLanguages()) {
            codes.put(Locale.of(language).getISO3Language(), language);
        }
        // The older codes that Matroska and most discs have.
        var older =
                "alb sq arm hy baq eu bur my chi zh cze cs dut nl fre fr geo ka ger de gre el ice is mac mk mao mi may ms"
                        + " per fa rum ro slo sk tib bo wel cy mul und zxx und mis und unknown und unk und";
        var words = older.split(" ", -1);
        for (int at = 0; at < words.length; at += 2) {
            codes.put(words[at], words[at + 1]);
        }
        return Map.copyOf(codes);
    }
}
