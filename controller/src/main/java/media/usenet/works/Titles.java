package media.usenet.works;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Makes titles alike that are written in different ways: accents, articles, punctuation. What is translated
/// stays different: whether two titles mean one film is not to be read from them.
final class Titles {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ARTICLE =
            Pattern.compile("^(?:the|an?|der|die|das|le|la|les|el|los|las|il|lo|l) (?=.)");
    private static final Pattern ARTICLE_BEHIND = Pattern.compile(" (?:the|an?)$");
    /// Letters that Unicode does not take apart.
    private static final Map<String, String> LETTERS =
            Map.of("ß", "ss", "æ", "ae", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "œ", "oe", "ı", "i");

    private Titles() {}

    static String plain(String title) {
        var text = Normalizer.normalize(title, Form.NFKD).toLowerCase(Locale.ROOT);
        text = MARKS.matcher(text).replaceAll("");
        for (var letter : LETTERS.entrySet()) {
            text = text.replace(letter.getKey(), letter.getValue());
        }
        text = text.replace("&", " and ").replace("'", "").replace("\u2019", "");
        text = GAPS.matcher(text).replaceAll(" ").strip();
        return ARTICLE.matcher(ARTICLE_BEHIND.matcher(text).replaceFirst("")).replaceFirst("");
    }
}
