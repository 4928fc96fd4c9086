package media.usenet.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import media.usenet.catalog.HealthProbe.Asker;
import media.usenet.catalog.ServiceDefinition.Network;
import media.usenet.catalog.ServiceDefinition.SecretDefinition;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogFilesTest {

    private static final String PLAYER = """
            services:
              player:
                image: example/player:${PLAYER_VERSION}
                ports:
                  - "${PLAYER_PORT}:8096"
            x-stack:
              title: Player
              category: media
              web: {port: 8096, path: /web}
              health: {http: /health, ok: [200, 401], from: curl}
              networks: [media, automation]
              secrets: {PLAYER_KEY: hex32}
            """;

    @TempDir
    private Path folder;

    private Path shipped;
    private Path own;

    @BeforeEach
    void writeOneTemplate() throws IOException {
        shipped = Files.createDirectory(folder.resolve("shipped"));
        own = Files.createDirectory(folder.resolve("own"));
        Files.writeString(shipped.resolve(".env"), "PLAYER_VERSION=1.2\nPLAYER_PORT=8096\nPLAYER_KEY=change-me\n");
        Files.writeString(shipped.resolve("player.yaml"), PLAYER);
    }

    @Test
    void aTemplateReadsAsAService() {
        var player = load().find("player").orElseThrow();

        assertThat(player.container()).containsEntry("image", "example/player:${PLAYER_VERSION}");
        assertThat(player.health())
                .isEqualTo(new HealthProbe.Http(8096, "/health", "http", List.of(200, 401), Asker.CURL));
        assertThat(player.networks()).containsExactly(Network.MEDIA, Network.AUTOMATION);
        assertThat(player.secrets()).containsExactly(new SecretDefinition("PLAYER_KEY", SecretDefinition.Format.HEX32));
        assertThat(load().defaults()).containsOnlyKeys("PLAYER_VERSION", "PLAYER_PORT");
    }

    @Test
    void aCategoryIsAllThatAServiceMustSay() throws IOException {
        write("tool.yaml", "services: {tool: {image: 'example/tool:1'}}\nx-stack: {category: monitoring}\n");

        var tool = load().find("tool").orElseThrow();

        assertThat(tool.title()).isEqualTo("tool");
        assertThat(tool.standing()).isEqualTo(ServiceDefinition.Standing.OPTIONAL);
        assertThat(tool.health()).isEqualTo(new HealthProbe.None());
        assertThat(tool.networks()).containsExactly(Network.MONITORING);
    }

    @Test
    void theUsersTemplateReplacesTheShippedOne() throws IOException {
        write("player.yaml", PLAYER.replace("example/player", "mine/player"));

        assertThat(load().find("player").orElseThrow().container())
                .containsEntry("image", "mine/player:${PLAYER_VERSION}");
    }

    @Test
    void theUsersDefaultsWinOverTheShippedOnes() throws IOException {
        write(".env", "PLAYER_VERSION=1.3 # newer\n");

        assertThat(load().defaults()).containsEntry("PLAYER_VERSION", "1.3").containsEntry("PLAYER_PORT", "8096");
    }

    @Test
    void servicesStandInAlphabeticalOrderWhoeverWroteThem() throws IOException {
        write("alarm.yml", "services: {alarm: {image: 'example/alarm:1'}}\nx-stack: {category: monitoring}\n");

        assertThat(load().all()).extracting(ServiceDefinition::name).containsExactly("alarm", "player");
    }

    @Test
    void aUsersFolderThatIsNotThereIsNoFlaw() {
        assertThat(new CatalogFiles(shipped, folder.resolve("absent")).load().all())
                .hasSize(1);
    }

    @Test
    void aFileThatChangedIsReadAgain() throws IOException {
        var files = new CatalogFiles(shipped, own);
        var first = files.load();
        assertThat(files.load()).isSameAs(first);

        var changed = shipped.resolve("player.yaml");
        Files.writeString(changed, PLAYER.replace("title: Player", "title: Spieler"));
        Files.setLastModifiedTime(changed, FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));

        assertThat(files.load().find("player").orElseThrow().title()).isEqualTo("Spieler");
    }

    @Test
    void withoutTheShippedTemplatesThereIsNoCatalog() {
        var files = new CatalogFiles(folder.resolve("absent"), own);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(files::load)
                .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.FILE_NOT_READ))
                .withMessageContaining("absent");
    }

    @Test
    void anUnknownKeyIsRefusedWithTheOneThatWasMeant() throws IOException {
        write("player.yaml", PLAYER.replace("networks:", "netwoks:"));

        assertFlaw("player.yaml:11: x-stack.netwoks: is unknown; did you mean 'networks'?");
    }

    @Test
    void anUnknownKeyBesideTheServicesIsRefused() throws IOException {
        write("player.yaml", PLAYER + "volumes: {data: {}}\n");

        assertFlaw("player.yaml:13: volumes: is unknown");
    }

    @Test
    void extensionsOfTheUsersOwnAreLeftAlone() throws IOException {
        write("player.yaml", PLAYER + "x-mine: {anything: [1, 2]}\n");

        assertThat(load().all()).hasSize(1);
    }

    @Test
    void whatAnExtensionSharesIsMergedAsComposeDoes() throws IOException {
        write("tool.yaml", """
                x-common: &common {image: 'example/common:1', environment: &zone {TZ: UTC}}
                services:
                  tool:
                    <<: *common
                    image: example/tool:1
                    environment: {<<: *zone, MORE: 1}
                x-stack: {category: media}
                """);

        assertThat(load().find("tool").orElseThrow().container())
                .isEqualTo(Map.of("image", "example/tool:1", "environment", Map.of("TZ", "UTC", "MORE", 1)));
    }

    @Test
    void aTagThatOnlyComposeKnowsIsTold() throws IOException {
        write("player.yaml", PLAYER.replace("ports:", "ports: !override"));

        assertThat(flaws()).singleElement().asString().contains("player.yaml:4: services.player.ports:", "!override");
    }

    @Test
    void aWrongTypeIsTold() throws IOException {
        write("player.yaml", PLAYER.replace("{port: 8096, path: /web}", "8096"));

        assertFlaw("player.yaml:9: x-stack.web: must be a mapping of keys to values");
    }

    @Test
    void aContainerThatIsNoMappingIsTold() throws IOException {
        write("tool.yaml", "services: {tool: example}\nx-stack: {category: media}\n");

        assertFlaw("tool.yaml:1: services.tool: must be a mapping of keys to values");
    }

    @Test
    void aWordThatIsNoChoiceIsToldWithTheChoices() throws IOException {
        write("player.yaml", PLAYER.replace("category: media", "category: video"));

        assertFlaw("player.yaml:8: x-stack.category: must be one of media, automation, downloads, management, network,"
                + " monitoring, not 'video'");
    }

    @Test
    void aContainerWithoutImageIsRefused() throws IOException {
        write("player.yaml", PLAYER.replace("image:", "hostname:"));

        assertFlaw("player.yaml:3: services.player: must have an image or a build");
    }

    @Test
    void anEmptyContainerIsRefused() throws IOException {
        write("tool.yaml", "services:\n  tool:\nx-stack: {category: media}\n");

        assertFlaw("tool.yaml:2: services.tool: must have an image or a build");
    }

    @Test
    void aPortOutOfRangeIsRefused() throws IOException {
        write("player.yaml", PLAYER.replace("8096\"", "80960\""));

        assertFlaw("player.yaml:5: services.player.ports: '80960' must be a port from 1 to 65535");
    }

    @Test
    void aDefaultPortOutOfRangeIsRefusedToo() throws IOException {
        write(".env", "PLAYER_PORT=99999\n");

        assertFlaw("player.yaml:5: services.player.ports: '99999' must be a port from 1 to 65535");
    }

    @Test
    void aFileMustHoldTheServiceThatItIsNamedAfter() throws IOException {
        write("recorder.yaml", PLAYER);

        assertFlaw("recorder.yaml:2: services: must hold 'recorder', as the file is called");
    }

    @Test
    void anUnknownNeedIsToldWithTheNearestService() throws IOException {
        write("tool.yaml", "services: {tool: {image: 'a:1'}}\nx-stack: {category: media, needs: [plaier]}\n");

        assertFlaw("tool.yaml:2: x-stack.needs: there is no service 'plaier'; did you mean 'player'?");
    }

    @Test
    void aServiceThatWaitsForItselfIsTold() throws IOException {
        write("one.yaml", "services: {one: {image: 'a:1'}}\nx-stack: {category: media, after: [two]}\n");
        write("two.yaml", "services: {two: {image: 'a:1'}}\nx-stack: {category: media, needs: [one]}\n");

        assertThat(flaws())
                .containsExactly(
                        own + "/one.yaml:2: x-stack.after: leads back to 'one' itself",
                        own + "/two.yaml:2: x-stack.needs: leads back to 'two' itself");
    }

    @Test
    void aVariableWithoutValueIsToldWithTheNearestOne() throws IOException {
        write("player.yaml", PLAYER.replace("${PLAYER_VERSION}", "${PLAYER_VERSOIN}"));

        assertFlaw("player.yaml:3: services.player.image: ${PLAYER_VERSOIN} has no value in an .env and is no secret;"
                + " did you mean 'PLAYER_VERSION'?");
    }

    @Test
    void aVariableWithAnAlternativeNeedsNoDefault() throws IOException {
        write("player.yaml", PLAYER.replace("${PLAYER_VERSION}", "${PLAYER_TAG:-7}"));

        assertThat(load().all()).hasSize(1);
    }

    @Test
    void brokenYamlIsToldWithItsLine() throws IOException {
        write("tool.yaml", "services:\n  tool: {image: 'a:1'\nx-stack: {category: media}\n");

        assertThat(flaws().getFirst()).startsWith(own + "/tool.yaml:").contains("is no valid YAML");
    }

    @Test
    void aKeyThatStandsTwiceDeepInAContainerIsTold() throws IOException {
        write("player.yaml", PLAYER.replace("    ports:", "    environment: {A: 1, A: 2}\n    ports:"));

        assertThat(flaws()).singleElement().asString().contains("services.player.environment", "line 4");
    }

    @Test
    void aLineOfTheEnvFileThatIsNoValueIsTold() throws IOException {
        write(".env", "# mine\nPLAYER PORT 80\n");

        assertFlaw(".env:2: must be NAME=value, a comment or empty");
    }

    @Test
    void aFirstFileMustStayInTheConfigurationFolder() throws IOException {
        write("player.yaml", PLAYER + "  files: {../../etc/passwd: x}\n");

        assertFlaw("player.yaml:13: x-stack.files: '../../etc/passwd' must stay below the configuration folder");
    }

    @Test
    void everyFlawOfEveryFileIsToldAtOnce() throws IOException {
        write("one.yaml", "services: {one: {}}\n");
        write("two.yaml", "services: {two: {image: 'a:1'}}\nx-stack: {category: media, health: maybe}\n");

        assertThat(flaws())
                .containsExactly(
                        own + "/one.yaml:1: services.one: must have an image or a build",
                        own + "/one.yaml: x-stack.category: is required",
                        own + "/two.yaml:2: x-stack.health: must be native, none, {run: COMMAND} or {http: PATH}");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(own.resolve(name), text);
    }

    private Catalog load() {
        return new CatalogFiles(shipped, own).load();
    }

    private void assertFlaw(String flaw) {
        assertThat(flaws()).singleElement().asString().endsWith("/" + flaw);
    }

    private List<String> flaws() {
        try {
            load();
        } catch (ProblemException e) {
            assertThat(e.problem()).isEqualTo(Problem.TEMPLATE_INVALID);
            return e.flaws().stream().map(Object::toString).toList();
        }
        return List.of();
    }
}
