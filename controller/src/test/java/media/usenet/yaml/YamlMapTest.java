package media.usenet.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import media.usenet.problem.Flaw;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlMapTest {

    private enum Color {
        RED,
        DARK_BLUE
    }

    @Test
    void an_unknown_key_is_refused_with_its_line_and_what_was_meant() {
        assertThat(flaws("port: 1\nimgae: x\n", map -> {
                    map.integer("port", 0, 1, 9);
                    map.text("image");
                }))
                .containsExactly("file:2: imgae: is unknown; did you mean 'image'?");
    }

    @Test
    void a_nested_key_is_named_with_its_path() {
        assertThat(flaws("a:\n  b:\n    c: x\n", map -> map.map("a").map("b").integer("c", 0, 1, 9)))
                .containsExactly("file:3: a.b.c: must be a whole number from 1 to 9, not 'x'");
        assertThat(flaws("list:\n  - x: 1\n  - y: 1\n", map -> map.maps("list").forEach(item -> item.text("x"))))
                .containsExactly("file:3: list[1].y: is unknown; did you mean 'x'?");
    }

    @Test
    void a_key_that_stands_twice_is_refused() {
        assertThat(flaws("a: 1\nb: 2\na: 3\n", map -> {
                    map.text("a");
                    map.text("b");
                }))
                .containsExactly("file:3: a: stands twice");
    }

    @Test
    void every_wrong_type_is_told_at_once() {
        var text = "number: [1]\nflag: yes\ntext: {a: 1}\nmap: 3\ntexts: {a: 1}\nmaps: {a: 1}\ncolor: green\nbig: 99\n";
        assertThat(flaws(text, map -> {
                    map.integer("number", 0, 0, 9);
                    map.flag("flag", false);
                    map.text("text");
                    map.map("map");
                    map.texts("texts");
                    map.maps("maps");
                    map.choice("color", Color.RED);
                    map.integer("big", 0, 0, 9);
                    map.requiredText("name");
                }))
                .containsExactly(
                        "file:1: number: must be a whole number",
                        "file:2: flag: must be true or false, not 'yes'",
                        "file:3: text: must be text",
                        "file:4: map: must be a mapping of keys to values",
                        "file:5: texts: must be a list of texts",
                        "file:6: maps: must be a list of mappings",
                        "file:7: color: must be one of red, dark_blue, not 'green'",
                        "file:8: big: must be a whole number from 0 to 9, not '99'",
                        "file: name: is required");
    }

    @Test
    void wrong_values_leave_the_fallback() {
        var map = YamlFile.parse("file", "n: x\nc: y\n");
        assertThat(map.integer("n", 5, 1, 9)).isEqualTo(5);
        assertThat(map.choice("c", Color.DARK_BLUE)).isEqualTo(Color.DARK_BLUE);
    }

    @Test
    void choices_may_be_spelled_with_either_dash() {
        var map = YamlFile.parse("file", "a: dark-blue\nb: [red, dark_blue]\n");
        assertThat(map.choice("a", Color.RED)).isEqualTo(Color.DARK_BLUE);
        assertThat(map.choices("b", Color.class)).containsExactly(Color.RED, Color.DARK_BLUE);
    }

    @Test
    void a_single_text_is_a_list_of_one_and_nothing_is_none() {
        var map = YamlFile.parse("file", "one: a\nmany: [a, b]\nnothing:\n");
        assertThat(map.texts("one")).containsExactly("a");
        assertThat(map.texts("many")).containsExactly("a", "b");
        assertThat(map.texts("nothing")).isEmpty();
        assertThat(map.texts("absent")).isEmpty();
        map.check(Problem.INVALID_REQUEST, "");
    }

    @Test
    void words_that_old_yaml_reads_otherwise_stay_what_they_are() {
        var map = YamlFile.parse("file", "plain: {a: on, b: yes, c: 0755, d: 12:30, e: 1.10, f: ~, g: true, h: 7}\n");
        assertThat(map.plain("plain")).isInstanceOfSatisfying(Map.class, plain -> {
            assertThat(plain.get("a")).isEqualTo("on");
            assertThat(plain.get("b")).isEqualTo("yes");
            assertThat(plain.get("c")).isEqualTo("0755");
            assertThat(plain.get("d")).isEqualTo("12:30");
            assertThat(plain.get("g")).isEqualTo(true);
            assertThat(plain.get("h")).isEqualTo(7);
        });
        assertThat(YamlFile.parse("file", "v: 1.10\n").text("v")).contains("1.10");
    }

    @Test
    void merge_keys_are_resolved_and_what_stands_there_wins() {
        var text = """
                x-base: &base {a: 1, b: 1}
                x-more: &more {b: 2, c: 2}
                one:
                  <<: [*base, *more]
                  a: 0
                """;
        assertThat(YamlFile.parse("file", text).map("one").plain()).isEqualTo(Map.of("a", 0, "b", 1, "c", 2));
    }

    @Test
    void what_refers_to_itself_is_refused() {
        assertThat(flaws("a: &a\n  b: *a\n", map -> map.plain("a")))
                .singleElement()
                .asString()
                .startsWith("file:");
    }

    @Test
    void an_empty_file_has_nothing_to_say() {
        for (var text : List.of("", "# only a comment\n", "---\n")) {
            var map = YamlFile.parse("file", text);
            assertThat(map.keys()).isEmpty();
            assertThat(map.text("a", "usual")).isEqualTo("usual");
            map.check(Problem.INVALID_REQUEST, "");
        }
    }

    @Test
    void broken_yaml_is_told_with_its_line() {
        assertThat(flaws("a: 1\nb: [1\n", _ -> {})).singleElement().asString().startsWith("file:3: is no valid YAML");
        assertThat(flaws("- a\n", _ -> {})).containsExactly("file:1: must be a mapping of keys to values");
        assertThat(flaws("a: 1\n---\nb: 2\n", _ -> {}))
                .singleElement()
                .asString()
                .contains("is no valid YAML");
    }

    @Test
    void a_file_that_is_no_text_is_told_as_what_is_wrong_in_it_is(@TempDir Path folder) throws Exception {
        var file = Files.write(folder.resolve("stack.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0x00});
        assertThat(YamlFile.read(file).finish()).containsExactly(new Flaw("stack.yaml", "", "is no text in UTF-8"));
    }

    @Test
    void a_file_that_cannot_be_read_is_a_problem(@TempDir Path folder) {
        assertThatThrownBy(() -> YamlFile.read(folder))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(Problem.FILE_NOT_READ));
    }

    private static List<String> flaws(String text, Consumer<YamlMap> reading) {
        var map = YamlFile.parse("file", text);
        reading.accept(map);
        return map.finish().stream().map(Flaw::toString).toList();
    }
}
