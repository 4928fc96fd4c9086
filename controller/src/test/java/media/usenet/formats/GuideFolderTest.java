package media.usenet.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuideFolderTest {

    private static final String FORMAT = """
        {"trash_id": "%s", "name": "%s", "trash_scores": {"default": 5, "anime": 9}, "specifications": [
          {"name": "one", "implementation": "ReleaseTitleSpecification", "negate": false, "required": false,
           "fields": {"value": "%s"}}]}""";

    @TempDir
    Path folder;

    private void metadata(String radarr) throws IOException {
        Files.writeString(folder.resolve("metadata.json"), """
            {"json_paths": {"radarr": {"custom_formats": ["%s"], "qualities": ["sizes"], "quality_profiles": ["profiles"]},
                            "sonarr": {"custom_formats": ["%s"]}}}""".formatted(radarr, radarr));
    }

    private void file(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), text);
    }

    private Guide read() {
        return new GuideFolder(folder).read(Application.RADARR);
    }

    @Test
    void isReadWhereItsMetadataSaysThatThingsLie() throws IOException {
        metadata("formats");
        file("formats/a.json", FORMAT.formatted("1", "First", "abc"));
        file("sizes/movie.json", """
            {"type": "movie", "qualities": [{"quality": "DVD", "min": 1.5, "preferred": 3, "max": 9}]}""");
        file("profiles/p.json", """
            {"trash_id": "p", "name": "Mine", "trash_score_set": "anime", "cutoff": "DVD",
             "items": [{"name": "DVD", "allowed": true}], "formatItems": {"First": "1"}}""");
        var guide = read();
        assertThat(guide.flaws()).isEmpty();
        assertThat(guide.book().formats()).extracting(CustomFormat::name).containsExactly("First");
        assertThat(guide.size("movie", "DVD")).hasValue(new QualitySize(1.5, 3, 9));
        assertThat(guide.profile("mine").orElseThrow().scores(guide.book())).containsExactlyEntriesOf(Map.of("1", 9));
    }

    @Test
    void leavesOutAFormatThatCannotBeUsedAndSaysSo() throws IOException {
        metadata("formats");
        file("formats/a.json", FORMAT.formatted("1", "First", "abc"));
        file("formats/b.json", FORMAT.formatted("2", "Second", "(abc"));
        file("formats/c.json", "no json");
        var guide = read();
        assertThat(guide.book().formats()).hasSize(1);
        assertThat(guide.flaws()).extracting(flaw -> flaw.where()).contains("formats/b.json", "formats/c.json");
    }

    @Test
    void isRefusedWhenItLeadsOutOfItsFolder() throws IOException {
        metadata("../..");
        assertThatThrownBy(this::read).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.problem()).isEqualTo(Problem.SETTINGS_INVALID);
            assertThat(problem.detail()).contains("leads out");
        });
    }

    @Test
    void isRefusedWhenItHoldsNoGuide() {
        assertThatThrownBy(this::read).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.problem()).isEqualTo(Problem.SETTINGS_INVALID);
            assertThat(problem.remedy()).contains("quality.guide");
        });
    }

    @Test
    void staysInUseWhenItIsGoneAtARefresh() throws IOException {
        metadata("formats");
        file("formats/a.json", FORMAT.formatted("1", "First", "abc"));
        var guides = new Guides(folder, Map.of());
        assertThat(guides.of(Application.RADARR).book().formats()).hasSize(1);
        file("formats/b.json", FORMAT.formatted("2", "Second", "def"));
        assertThat(guides.of(Application.RADARR).book().formats()).hasSize(1);
        guides.refresh();
        assertThat(guides.of(Application.RADARR).book().formats()).hasSize(2);
        Files.delete(folder.resolve("metadata.json"));
        assertThatThrownBy(guides::refresh).isInstanceOf(ProblemException.class);
        assertThat(guides.of(Application.RADARR).book().formats()).hasSize(2);
    }

    @Test
    void mayHaveFieldsAsAnApplicationAnswersThem() throws IOException {
        metadata("formats");
        file("formats/a.json", """
            {"trash_id": "1", "name": "Large", "specifications": [
              {"name": "size", "implementation": "SizeSpecification",
               "fields": [{"name": "min", "value": 1}, {"name": "max", "value": 2}]}]}""");
        assertThat(read().flaws()).isEmpty();
    }

    @Test
    void copiesAreWeighedByTheProfileThatWasChosenOrByTheFirst() throws IOException {
        metadata("formats");
        file("formats/a.json", FORMAT.formatted("1", "First", "abc"));
        for (var name : List.of("A", "B")) {
            file("profiles/%s.json".formatted(name), """
                {"trash_id": "id-%s", "name": "Profile %s", "cutoff": "DVD", "items": [{"name": "DVD", "allowed": true}]}""".formatted(name, name));
        }
        assertThat(chosen()).isEqualTo("Profile A");
        assertThat(chosen("profile b")).isEqualTo("Profile B");
        assertThat(chosen("id-B")).isEqualTo("Profile B");
        assertThatThrownBy(() -> chosen("Profile C")).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.problem()).isEqualTo(Problem.SETTINGS_INVALID);
            assertThat(problem.detail()).contains("'Profile C' for films");
        });
    }

    private String chosen(String... name) {
        var guides = new Guides(folder, name.length == 0 ? Map.of() : Map.of(Application.RADARR, name[0]));
        return guides.profile(Application.RADARR).orElseThrow().name();
    }
}
