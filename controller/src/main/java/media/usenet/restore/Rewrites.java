package media.usenet.restore;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Paths of that machine that stand in what the user and this program wrote, replaced by those of this one. The
/// files of applications are left alone: inside their containers every path is the same on every machine.
///
/// @param paths old to new, absolute
/// @param texts what else is changed in one file, by its path in the backup
public record Rewrites(Map<String, String> paths, Map<String, UnaryOperator<String>> texts) {

    public static final Rewrites NONE = new Rewrites(Map.of(), Map.of());

    private static final int LARGEST = 4 << 20;

    public Rewrites {
        paths = Map.copyOf(paths);
        texts = Map.copyOf(texts);
    }

    /// @param lines what was changed, as it stands now
    public record Changed(String file, List<String> lines) {

        public Changed {
            lines = List.copyOf(lines);
        }
    }

    /// The text with every old path replaced; a path ends where a name does.
    String apply(String text) {
        if (paths.isEmpty()) {
            return text;
        }
        var longestFirst = paths.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .toList();
        return Pattern.compile("(?<![\\w./-])(" + String.join("|", longestFirst) + ")(?![\\w.-])")
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(paths.getOrDefault(match.group(1), match.group(1))));
    }

    /// Rewrites a file, or every file in a folder.
    ///
    /// @param path of it in the backup, and below the tree
    List<Changed> apply(Path tree, String path) throws IOException {
        var changed = new ArrayList<Changed>();
        if (Files.exists(tree.resolve(path))) {
            try (var files = Files.walk(tree.resolve(path))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    var more = texts.getOrDefault(tree.relativize(file).toString(), text -> text);
                    one(file, text -> more.apply(apply(text)), changed);
                }
            }
        }
        return changed;
    }

    private static void one(Path file, UnaryOperator<String> change, List<Changed> changed) throws IOException {
        if (Files.size(file) > LARGEST) {
            return;
        }
        try {
            var before = Files.readString(file);
            var after = change.apply(before);
            if (!after.equals(before)) {
                Files.writeString(file, after);
                changed.add(new Changed(file.getFileName().toString(), lines(before, after)));
            }
        } catch (MalformedInputException _) {
            // No text: a database, which knows no path of this machine.
            return;
        }
    }

    private static List<String> lines(String before, String after) {
        var old = before.lines().toList();
        var now = after.lines().toList();
        var lines = new ArrayList<String>();
        for (int at = 0; at < now.size(); at++) {
            if (at >= old.size() || !now.get(at).equals(old.get(at))) {
                lines.add(now.get(at).strip());
            }
        }
        return lines;
    }
}
