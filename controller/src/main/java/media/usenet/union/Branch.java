package media.usenet.union;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A folder that takes part in a union, as mergerfs writes it: `/srv/pool/root/films=RW`.
record Branch(Path path, Mode mode) {

    /// Separators of mergerfs' list, and what it expands as a pattern.
    private static final Pattern MISREAD = Pattern.compile("[:=,*?\\[\\]{}]");

    enum Mode {
        RW,
        /// Nothing of it can be changed.
        RO,
        /// What is there can be changed, but nothing new comes.
        NC
    }

    Branch {
        if (MISREAD.matcher(path.toString()).find()) {
            throw new IllegalArgumentException("mergerfs would misread the path " + path);
        }
    }

    static List<Branch> parse(String list) {
        return Arrays.stream(list.split(":", -1))
                .filter(text -> !text.isEmpty())
                .map(Branch::of)
                .toList();
    }

    static String list(List<Branch> branches) {
        return branches.stream().map(Branch::toString).collect(Collectors.joining(":"));
    }

    private static Branch of(String text) {
        var parts = text.split("[=,]", -1);
        return new Branch(Path.of(parts[0]), parts.length > 1 ? Mode.valueOf(parts[1]) : Mode.RW);
    }

    @Override
    public String toString() {
        return path + "=" + mode;
    }
}
