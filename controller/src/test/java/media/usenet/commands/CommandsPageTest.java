package media.usenet.commands;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// docs/commands.md and the tables say the same. `-Dgolden.update=true` writes the page's tables anew.
class CommandsPageTest {

    private static final Path PAGE = Path.of("../docs/commands.md");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```\n(ffmpeg .*?)\n```");
    private static final Commands COMMANDS = Commands.load();

    @Test
    void the_page_lists_what_the_tables_allow() throws IOException {
        var page = Files.readString(PAGE);
        var wanted = page;
        for (var table : Map.of(
                        "options", options(),
                        "refused", refused(),
                        "formats", formats(),
                        "filters", filters(),
                        "expressions", expressions(),
                        "words", words())
                .entrySet()) {
            wanted = replaced(wanted, table.getKey(), table.getValue());
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, wanted);
        } else {
            assertThat(page).isEqualTo(wanted);
        }
    }

    @Test
    void every_example_of_the_page_is_let_through() throws IOException {
        var examples = EXAMPLE.matcher(Files.readString(PAGE)).results().toList();
        assertThat(examples).isNotEmpty();
        examples.forEach(example -> COMMANDS.ofText(
                example.group(1),
                Set.of("in_1", "in_2", "in_3"),
                Pattern.compile("\\{\\{(out_\\d)}}")
                        .matcher(example.group(1))
                        .results()
                        .collect(Collectors.toMap(out -> out.group(1), _ -> "a.mp4"))));
    }

    private static String replaced(String page, String name, String table) {
        var begin = "<!-- table: %s -->\n".formatted(name);
        var end = "<!-- end -->";
        int from = page.indexOf(begin) + begin.length();
        assertThat(page).contains(begin);
        return page.substring(0, from) + "\n" + table + "\n" + page.substring(page.indexOf(end, from));
    }

    private static String options() {
        return "| option | also written | for | streams | takes |\n|---|---|---|---|---|\n"
                + COMMANDS.options().rules().stream()
                        .sorted(Comparator.comparing(OptionRule::side).thenComparing(OptionRule::name))
                        .map(CommandsPageTest::option)
                        .collect(joining());
    }

    private static String option(OptionRule rule) {
        var also = new TreeSet<>(COMMANDS.options().spellings(rule));
        also.remove(rule.name());
        var side = rule.side() == Side.IGNORED ? "left out" : rule.side().name().toLowerCase(Locale.ROOT);
        return row(
                "`-" + rule.name() + "`",
                also.stream().map(name -> "`-" + name + "`").collect(joining(" ")),
                side,
                rule.streams() ? "yes" : "",
                rule.allowed());
    }

    private static String words() {
        return "| words | |\n|---|---|\n"
                + new TreeMap<>(Vocabulary.load().lists())
                        .entrySet().stream()
                                .map(list -> row(list.getKey(), String.join(" ", list.getValue())))
                                .collect(joining());
    }

    private static String refused() {
        return "| option | because |\n|---|---|\n"
                + COMMANDS.options().refusals().entrySet().stream()
                        .map(option -> row("`-" + option.getKey() + "`", option.getValue()))
                        .collect(joining());
    }

    private static String formats() {
        return "| extension | format |\n|---|---|\n"
                + COMMANDS.options().formats().entrySet().stream()
                        .map(format -> row(
                                format.getKey(),
                                format.getValue().muxer()
                                        + format.getValue()
                                                .encoder()
                                                .map(name -> ", one picture, " + name)
                                                .orElse("")))
                        .collect(joining());
    }

    private static String filters() {
        return "| filter | does | streams | parameters |\n|---|---|---|---|\n"
                + new TreeMap<>(COMMANDS.filters().filters())
                        .values().stream()
                                .map(filter -> row(
                                        "`" + filter.name() + "`",
                                        filter.does(),
                                        filter.pads(),
                                        filter.parameters().stream()
                                                .filter(each -> !(each.rule() instanceof Rule.Refused))
                                                .map(each ->
                                                        "`" + String.join(" ", each.names()) + "`" + range(each.rule()))
                                                .collect(joining(", "))))
                                .collect(joining());
    }

    private static String range(Rule rule) {
        return rule instanceof NumberRule number
                ? " %s..%s".formatted(ExpressionPlace.plain(number.least()), ExpressionPlace.plain(number.most()))
                : "";
    }

    private static String expressions() {
        return "| expression | names | functions of its own | bounds |\n|---|---|---|---|\n"
                + new TreeMap<>(Vocabulary.load().places())
                        .values().stream()
                                .map(place -> row(
                                        place.name(),
                                        place.variables().keySet().stream()
                                                .filter(name -> !name.endsWith("("))
                                                .sorted()
                                                .collect(joining(" ")),
                                        String.join(
                                                " ",
                                                new TreeSet<>(place.functions().keySet())),
                                        place.most().isPresent() ? place.bounds() : ""))
                                .collect(joining())
                + "\nEvery expression also has the numbers PI, E and PHI, and the functions "
                + String.join(", ", new TreeSet<>(CommonFunction.arities().keySet())) + ".\n";
    }

    private static String row(String... cells) {
        return Stream.concat(Stream.of(""), Arrays.stream(cells).map(cell -> " " + cell.replace("|", "\\|") + " "))
                        .collect(joining("|"))
                + "|\n";
    }
}
