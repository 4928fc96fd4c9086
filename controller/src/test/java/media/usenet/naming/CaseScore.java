package media.usenet.naming;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/// How much of what cases expect was read: the rules of `score.py` beside the cases.
final class CaseScore {

    /// How many were right of how many.
    static final class Share {
        private int right;
        private int all;

        void add(boolean ok) {
            right += ok ? 1 : 0;
            all++;
        }

        double percent() {
            return all == 0 ? 100 : 100.0 * right / all;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f %% (%d of %d)", percent(), right, all);
        }
    }

    private static final List<String> FIELDS = List.of(
            "title",
            "year",
            "season",
            "episode",
            "date",
            "resolution",
            "source",
            "video_codec",
            "audio_codec",
            "edition",
            "release_group",
            "remux",
            "hdr",
            "proper_any");
    private static final Set<String> NUMBERS = Set.of("season", "episode");
    private static final Set<String> AMONG = Set.of("edition", "hdr", "audio_codec");

    /// Their titles of series keep a year that follows.
    private static final Set<String> YEAR_IN_TITLE = Set.of("sonarr", "scttcper", "ptt", "thebeastlt");

    final Map<String, Share> byField = new TreeMap<>();
    final Share fields = new Share();
    final Share absent = new Share();
    final Share records = new Share();

    void add(JsonNode test, Map<String, Object> got) {
        if (test.path("fragment").asBoolean(false)) {
            return;
        }
        boolean right = true;
        int asked = 0;
        for (var expected : expected(test).entrySet()) {
            boolean ok = ok(test, expected.getKey(), expected.getValue(), got.get(expected.getKey()));
            byField.computeIfAbsent(expected.getKey(), none -> new Share()).add(ok);
            fields.add(ok);
            right &= ok;
            asked++;
        }
        for (var field : test.path("absent")) {
            if (FIELDS.contains(field.asString())) {
                boolean ok = !got.containsKey(field.asString());
                absent.add(ok);
                right &= ok;
                asked++;
            }
        }
        if (asked > 0) {
            records.add(right);
        }
    }

    private static Map<String, JsonNode> expected(JsonNode test) {
        var expected = new TreeMap<String, JsonNode>();
        var all = test.path("expected");
        all.properties().stream()
                .filter(field -> FIELDS.contains(field.getKey()))
                .forEach(field -> expected.put(field.getKey(), field.getValue()));
        if (all.has("absolute_episode")) {
            expected.putIfAbsent("episode", all.get("absolute_episode"));
        }
        var made = List.of("proper_or_repack", "proper", "repack").stream()
                .filter(all::has)
                .findFirst();
        boolean again = all.path("revision_version").asInt(0) > 1
                && !test.path("input").asString().matches("(?is).*v[2-9].*");
        if (made.isPresent() || again) {
            expected.put("proper_any", made.map(all::get).orElse(BooleanNode.TRUE));
        }
        return expected;
    }

    private static boolean ok(JsonNode test, String field, JsonNode expected, @Nullable Object got) {
        if (NUMBERS.contains(field)) {
            return numbers(test, field, texts(expected), got instanceof List<?> list ? texts(list) : Set.of());
        }
        if (AMONG.contains(field)) {
            return got instanceof List<?> list && texts(list).containsAll(texts(expected));
        }
        var wanted = expected.asString();
        var text = got == null ? "" : got.toString();
        return switch (field) {
            case "title" -> title(test, letters(wanted), letters(text)) && got != null;
            case "source" -> source(wanted, text);
            case "resolution" -> got != null && scanless(text).equals(scanless(wanted));
            default -> wanted.equalsIgnoreCase(text);
        };
    }

    private static boolean numbers(JsonNode test, String field, Set<String> expected, Set<String> got) {
        boolean contained = false;
        for (var among : test.path("contains")) {
            contained |= among.asString().equals(field);
        }
        return contained ? got.containsAll(expected) : got.equals(expected);
    }

    private static boolean title(JsonNode test, String expected, String got) {
        boolean kept =
                YEAR_IN_TITLE.contains(test.path("origin").path("project").asString());
        return expected.equals(got)
                || (kept && expected.replaceFirst("(19|20)\\d\\d$", "").equals(got));
    }

    private static boolean source(String expected, String got) {
        return switch (expected) {
            case "web" -> Set.of("web", "web-dl", "webrip").contains(got);
            case "web-dl" -> Set.of("web", "web-dl").contains(got);
            case "hdrip" -> Set.of("hdrip", "web", "webrip", "web-dl", "").contains(got);
            default -> expected.equals(got);
        };
    }

    private static String scanless(String resolution) {
        return resolution.toLowerCase(Locale.ROOT).replaceFirst("[pi]+$", "");
    }

    private static String letters(String title) {
        return Normalizer.normalize(title, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("&", "and")
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static Set<String> texts(Iterable<?> values) {
        var texts = new ArrayList<String>();
        values.forEach(value -> texts.add(value instanceof JsonNode node ? node.asString() : String.valueOf(value)));
        return new HashSet<>(texts);
    }
}
