package media.usenet.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import media.usenet.golden.TestSettings;
import media.usenet.problem.Flaw;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.settings.ResourceProfile.Share;
import media.usenet.settings.StackSettings.Folders;
import media.usenet.settings.StackSettings.Owner;
import media.usenet.settings.StackSettings.Publish;
import media.usenet.settings.StackSettings.ServiceSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class SettingsFolderTest {

    private static final Path EVERY_KEY = Path.of("src/test/resources/settings/stack.yaml");

    @TempDir
    private Path folder;

    @Test
    void without_files_everything_has_its_default() {
        assertThat(settings().current()).isEqualTo(TestSettings.defaults());
    }

    @Test
    void every_key_is_read() throws Exception {
        var read = parse(Files.readString(EVERY_KEY), "");
        assertThat(read)
                .isEqualTo(new StackSettings(
                        Optional.of(ResourceProfile.CUSTOM),
                        new Share(60, 40),
                        new Owner(1001, 1002, "022"),
                        "Europe/Berlin",
                        "media.example.org",
                        Publish.LAN,
                        new Folders(
                                Path.of("/opt/appdata"),
                                Path.of("/srv/drives"),
                                Optional.of(Path.of("/mnt/data/media")),
                                Optional.of(Path.of("/mnt/data/downloads"))),
                        Map.of(
                                "jellyfin",
                                new ServiceSettings(
                                        Optional.of(true),
                                        Optional.of(18_096),
                                        Optional.of(new Publish("192.168.1.10")),
                                        Optional.of("jellyfin/jellyfin:10.11.0"),
                                        Optional.of("10.11.0"),
                                        Map.of("JELLYFIN_LOG", "debug"),
                                        Optional.of(2.5),
                                        Optional.of(DataSize.ofGigabytes(4)),
                                        false,
                                        true)),
                        Map.of()));
    }

    @Test
    void the_names_of_dot_env_are_honoured() {
        var read = parse("", """
                PUID=1001
                PGID=1002
                UMASK=022
                TZ=Europe/Berlin
                DOMAIN=media.example.org
                CONFIG_ROOT=/opt/appdata
                POOL_ROOT=/srv/drives
                MEDIA_ROOT=/mnt/media/
                DOWNLOADS_ROOT=/mnt/x/../downloads
                SONARR_PORT=18989
                """);
        assertThat(read.owner()).isEqualTo(new Owner(1001, 1002, "022"));
        assertThat(read.timezone()).isEqualTo("Europe/Berlin");
        assertThat(read.domain()).isEqualTo("media.example.org");
        assertThat(read.folders())
                .isEqualTo(new Folders(
                        Path.of("/opt/appdata"),
                        Path.of("/srv/drives"),
                        Optional.of(Path.of("/mnt/media")),
                        Optional.of(Path.of("/mnt/downloads"))));
        assertThat(read.environment()).containsEntry("SONARR_PORT", "18989");
    }

    @Test
    void stack_yaml_wins_over_dot_env_and_an_empty_variable_says_nothing() {
        var read = parse("user: {uid: 7}\ntimezone: Asia/Tokyo\n", "PUID=8\nPGID=9\nTZ=Europe/Berlin\nUMASK=\n");
        assertThat(read.owner()).isEqualTo(new Owner(7, 9, "002"));
        assertThat(read.timezone()).isEqualTo("Asia/Tokyo");
    }

    @Test
    void every_flaw_of_both_files_is_told_with_its_line() {
        var stack = """
                version: 2
                profile: fastest
                user: {uid: -1, umask: 99}
                publish: 300.1.1.1
                folders:
                  pool: relative
                serivces: {}
                services:
                  sonarr:
                    port: 70000
                    cpus: many
                    memory: 1m
                """;
        assertThat(flaws(stack, "\nTZ=Mars/Olympus\nPGID=wheel\nMEDIA_ROOT=media\n"))
                .containsExactlyInAnyOrder(
                        "stack.yaml:1: version: must be a whole number from 1 to 1, not '2'",
                        "stack.yaml:2: profile: must be one of dedicated, high_performance, balanced, light,"
                                + " development, custom, not 'fastest'",
                        "stack.yaml:3: user.uid: must be a whole number from 0 to 2147483647, not '-1'",
                        "stack.yaml:3: user.umask: must be three octal digits in quotes, such as \"002\", not '99'",
                        "stack.yaml:4: publish: must be localhost, lan or an address of this machine, not"
                                + " '300.1.1.1'",
                        "stack.yaml:6: folders.pool: must be an absolute path, not 'relative'",
                        "stack.yaml:7: serivces: is unknown; did you mean 'services'?",
                        "stack.yaml:10: services.sonarr.port: must be a whole number from 1 to 65535, not '70000'",
                        "stack.yaml:11: services.sonarr.cpus: must be a number of CPUs such as 1.5, not 'many'",
                        "stack.yaml:12: services.sonarr.memory: must be a size such as 512m or 2g, 6m at least, not"
                                + " '1m'",
                        ".env:2: TZ: must be a time zone such as Europe/Berlin, not 'Mars/Olympus'",
                        ".env:3: PGID: must be a whole number from 0 to 2147483647, not 'wheel'",
                        ".env:4: MEDIA_ROOT: must be an absolute path, not 'media'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0g", "999999999999999t", "512x", "-1g", "5m"})
    void sizes_that_docker_could_not_take_are_refused(String size) {
        assertThat(flaws("services: {sonarr: {memory: %s}}".formatted(size), ""))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"512m", "512M", "512MiB", "512 mb", "536870912"})
    void sizes_are_read_as_people_write_them(String size) {
        var read = parse("services: {sonarr: {memory: %s}}".formatted(size), "");
        assertThat(read.service("sonarr").memory()).contains(DataSize.ofMegabytes(512));
    }

    @Test
    void choosing_a_profile_changes_that_word_alone() throws Exception {
        write("# mine\nprofile: light   # for now\ndomain: x.org\n");
        settings().choose("balanced");
        assertThat(settings().stackFile()).hasContent("# mine\nprofile: balanced   # for now\ndomain: x.org\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# mine\n", "---\ndomain: x.org\n", "domain: x.org"})
    void choosing_a_profile_adds_it_where_there_is_none(String before) throws Exception {
        write(before);
        settings().choose("dedicated");
        assertThat(settings().current().profile()).contains(ResourceProfile.DEDICATED);
        assertThat(settings().stackFile()).content().startsWith(before.strip());
    }

    @Test
    void choosing_a_profile_makes_the_file_where_there_is_none() {
        settings().choose("auto");
        assertThat(settings().stackFile()).hasContent("profile: auto\n");
    }

    @Test
    void a_file_with_a_flaw_is_not_written() throws Exception {
        write("domian: x.org\n");
        assertThatThrownBy(() -> settings().choose("light"))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(Problem.SETTINGS_INVALID));
        assertThat(settings().stackFile()).hasContent("domian: x.org\n");
    }

    private void write(String text) throws Exception {
        Files.writeString(settings().stackFile(), text);
    }

    private SettingsFolder settings() {
        return new SettingsFolder(folder, TestSettings.defaults());
    }

    private static StackSettings parse(String stack, String env) {
        return SettingsFolder.parse(stack, env, TestSettings.defaults());
    }

    private static List<String> flaws(String stack, String env) {
        var problem = catchThrowableOfType(ProblemException.class, () -> parse(stack, env));
        return problem.flaws().stream().map(Flaw::toString).toList();
    }
}
