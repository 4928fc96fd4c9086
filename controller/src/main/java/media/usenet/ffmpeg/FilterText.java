package media.usenet.ffmpeg;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// Text from users as a value within a filter graph, so that FFmpeg reads exactly this text and nothing else of it.
///
/// Two levels of escaping (ffmpeg-filters, "Notes on filtergraph escaping"): the value among a filter's options,
/// and the filter within the graph. The third, the shell's, does not exist here: programs are run from argument
/// lists.
public final class FilterText {

    private static final int LONGEST = 4096;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029]");
    private static final Pattern OF_A_VALUE = Pattern.compile("[\\\\':]");
    private static final Pattern OF_A_GRAPH = Pattern.compile("[\\\\'\\[\\],;]");
    // FFmpeg strips these from the ends of a token (av_get_token).
    private static final Pattern OUTER_SPACE = Pattern.compile("^ +| +$");
    private static final String SPACE = Matcher.quoteReplacement("\\\\\\ ");

    private FilterText() {}

    /// The escaped form of a value, to be put after `option=` in a graph.
    ///
    /// @throws ProblemException `INVALID_REQUEST` for what cannot appear as it is: control characters, or too much
    public static String value(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw refused("it is longer than %d bytes".formatted(LONGEST));
        }
        if (CONTROL.matcher(text).find()) {
            throw refused("it holds control characters");
        }
        var value = OF_A_VALUE.matcher(text).replaceAll("\\\\$0");
        var filter = OF_A_GRAPH.matcher(value).replaceAll("\\\\$0");
        return OUTER_SPACE
                .matcher(filter)
                .replaceAll(spaces -> SPACE.repeat(spaces.group().length()));
    }

    /// As [#value], of a file's name; `file:` is not needed where a path is absolute.
    ///
    /// @throws ProblemException `INVALID_REQUEST` when the path is not absolute, or leads through `..`
    public static String path(Path file) {
        if (!file.isAbsolute() || !file.equals(file.normalize())) {
            throw refused("a file is named by its whole path: " + file);
        }
        return value(file.toString());
    }

    /// The options of drawtext that show a text as it is: without expansion of `%{...}`, and of backslashes.
    public static String drawtext(String text) {
        return "drawtext=expansion=none:text=" + value(text);
    }

    private static ProblemException refused(String because) {
        return new ProblemException(
                Problem.INVALID_REQUEST, "a text cannot be used in a filter: " + because, "shorten or retype it");
    }
}
