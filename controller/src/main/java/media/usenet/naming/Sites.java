package media.usenet.naming;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Web sites that put their name into names: behind `www`, alone in brackets, or before a dash at the beginning.
final class Sites implements Recogniser {

    private static final Set<String> DOMAINS = Set.of(
            "com", "org", "net", "ru", "to", "tv", "info", "me", "cc", "biz", "be", "pw", "vip", "io", "re", "se", "uk",
            "co", "lol", "pro", "club", "xyz", "ws", "nu", "is", "in", "eu", "fr", "de", "es", "it", "pl", "site",
            "live", "life", "online", "app", "my", "art", "sbs", "world", "show", "top", "link", "space", "one", "gg",
            "bz", "sx", "mx", "lt", "ag", "am", "st", "li", "la", "ch", "ms");
    private static final int LONGEST = 4;

    @Override
    public @Nullable Piece at(Tokens tokens, int index) {
        boolean www = tokens.lower(index).equals("www");
        boolean possible = www || index == 0 || Brackets.opens(tokens, index);
        int end = possible && tokens.dotted(index + 1) ? end(tokens, index, www) : index;
        if (end == index || (!www && !bracketed(tokens, index, end) && !leading(tokens, index, end))) {
            return null;
        }
        return new Piece.Aside(index, end, List.of(new Fact(Trait.WEBSITE, tokens.original(index, end))));
    }

    /// Behind the last of the dotted words that is a domain; where it begins, if none is.
    private static int end(Tokens tokens, int index, boolean www) {
        int last = index;
        while (last - index < LONGEST && tokens.dotted(last + 1)) {
            last++;
        }
        while (last > index && !DOMAINS.contains(tokens.lower(last))) {
            last--;
        }
        if (last == index && www && tokens.dotted(index + 2)) {
            return index + 3;
        }
        return last == index ? index : last + 1;
    }

    /// Behind a dash it is a group that calls itself so: `x264-[GROUP.LT]`.
    private static boolean bracketed(Tokens tokens, int index, int end) {
        return Brackets.alone(tokens, index, end) && tokens.gap(index).indexOf('-') < 0;
    }

    private static boolean leading(Tokens tokens, int index, int end) {
        return index == 0
                && tokens.gap(end).strip().startsWith("-")
                && tokens.gap(end).length() > 1;
    }
}
