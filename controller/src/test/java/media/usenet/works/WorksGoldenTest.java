package media.usenet.works;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import media.usenet.golden.GoldenFiles;
import media.usenet.naming.ReleaseParser;
import media.usenet.works.Evidence.Likeness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Libraries of a few files: what is grouped, how surely, why, and what is recommended.
///
/// A file: `1 | drive/path | minutes, lines, channels, languages ...`. Evidence: `same 1 2`, `looked 1 2 COPY`,
/// `told 1 2`.
class WorksGoldenTest {

    @TestFactory
    Stream<DynamicTest> each_library_is_sorted_as_its_case_says() {
        return GoldenFiles.each("works", WorksGoldenTest::answer);
    }

    private static String answer(String input) {
        var files = new LinkedHashMap<Long, WorkFile>();
        var evidence = new ArrayList<Evidence>();
        for (var line : input.lines()
                .filter(text -> !text.isBlank() && !text.startsWith("#"))
                .toList()) {
            var words = line.split(" ", -1);
            switch (words[0]) {
                case "same" -> evidence.add(new Evidence.SameBytes(Long.parseLong(words[1]), Long.parseLong(words[2])));
                case "told" ->
                    evidence.add(new Evidence.NotDuplicates(Long.parseLong(words[1]), Long.parseLong(words[2])));
                case "looked" ->
                    evidence.add(new Evidence.Looked(
                            Long.parseLong(words[1]),
                            Long.parseLong(words[2]),
                            Likeness.valueOf(words[3]),
                            "they were looked at"));
                default -> {
                    var file = file(line);
                    files.put(file.id(), file);
                }
            }
        }
        var sorted = Works.sort(List.copyOf(files.values()), evidence);
        var text = new StringBuilder();
        for (var group : sorted.groups()) {
            text.append("%s %s, %s\n".formatted(group.kind(), group.title(), group.confidence()));
            group.pairs()
                    .forEach(pair -> text.append("  %d %d %s: %s\n"
                            .formatted(
                                    pair.first(),
                                    pair.second(),
                                    pair.confidence(),
                                    String.join("; ", pair.reasons()))));
            Advice.on(group, files, Advice.Weights.ofFacts())
                    .files()
                    .forEach(file -> text.append(
                            "  %d %s: %s\n".formatted(file.file(), file.what(), String.join("; ", file.because()))));
        }
        sorted.apart()
                .forEach(pair -> text.append(
                        "apart %d %d: %s\n".formatted(pair.first(), pair.second(), String.join("; ", pair.reasons()))));
        sorted.leftOut().forEach(file -> text.append("left out %d: %s\n".formatted(file.file(), file.because())));
        return text.toString();
    }

    private static WorkFile file(String line) {
        var parts = line.split(" \\| ", -1);
        var facts = Stream.of(parts[2].split(" ", -1))
                .filter(fact -> fact.contains("="))
                .collect(Collectors.toMap(
                        fact -> fact.substring(0, fact.indexOf('=')), fact -> fact.substring(fact.indexOf('=') + 1)));
        var path = parts[1].strip();
        var broken = facts.containsKey("broken");
        var minutes = facts.get("min");
        return new WorkFile(
                Long.parseLong(parts[0].strip()),
                path.substring(0, path.indexOf('/')),
                "/srv/pool/root/" + path,
                (long) (Double.parseDouble(facts.getOrDefault("gb", "1")) * 1e9),
                ReleaseParser.parse("/srv/pool/root/" + path),
                minutes == null ? null : Duration.ofSeconds((long) (Double.parseDouble(minutes) * 60)),
                broken ? null : worth(facts));
    }

    private static Worth worth(Map<String, String> facts) {
        return new Worth(
                Integer.parseInt(facts.getOrDefault("lines", "1080")),
                Integer.parseInt(facts.getOrDefault("source", "0")),
                words(facts.get("hdr")),
                Integer.parseInt(facts.getOrDefault("ch", "2")),
                words(facts.getOrDefault("lang", "eng")),
                words(facts.get("sub")),
                0);
    }

    private static Set<String> words(@Nullable String text) {
        return text == null ? Set.of() : Set.of(text.split(",", -1));
    }
}
