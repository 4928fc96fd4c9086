package media.usenet.catalog;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import media.usenet.catalog.ServiceDefinition.Standing;
import media.usenet.yaml.EnvFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds for every file in `compose-templates/`.
class ShippedTemplatesTest {

    private static final Path FOLDER = Path.of("../compose-templates");
    private static final Catalog CATALOG = new CatalogFiles(FOLDER, Path.of("no-such-folder")).load();

    /// Keys that the planner decides: a template that sets them would be overruled, or overrule it.
    private static final Set<String> PLANNERS =
            Set.of("depends_on", "restart", "logging", "networks", "deploy", "cpus", "mem_limit", "container_name");

    static Stream<ServiceDefinition> services() {
        return CATALOG.all().stream();
    }

    @Test
    void everyServiceOfTheFieldIsThere() {
        assertThat(CATALOG.services().keySet())
                .containsExactlyInAnyOrder(
                        "autobrr bazarr cadvisor cloudflared emby exportarr flaresolverr gluetun grafana homarr homepage"
                                .concat(" jackett jellyfin jellystat kapowarr kavita komga lidarr mylar3 netdata")
                                .concat(" nfs-server node-exporter nzbget overseerr plex portainer prometheus prowlarr")
                                .concat(
                                        " qbittorrent radarr readarr recyclarr sabnzbd samba seerr sonarr stash tautulli")
                                .concat(" tdarr tdarr-node traefik transmission unmanic watchtower whisparr yacreader")
                                .split(" "));
    }

    @Test
    void theDefaultStackIsTheseNineteen() {
        assertThat(CATALOG.all())
                .filteredOn(service -> service.standing() == Standing.DEFAULT)
                .extracting(ServiceDefinition::name)
                .containsExactlyInAnyOrder(
                        "jellyfin seerr komga tdarr sonarr radarr lidarr bazarr prowlarr recyclarr mylar3 sabnzbd"
                                .concat(" transmission flaresolverr portainer netdata homepage prometheus grafana")
                                .split(" "));
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyFileSaysWhatItIsInItsFirstLine(ServiceDefinition service) throws IOException {
        assertThat(Files.readAllLines(FOLDER.resolve(service.name() + ".yaml")).getFirst())
                .startsWith("# ");
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyImageIsPinnedInTheOnePlace(ServiceDefinition service) {
        service.containers().forEach((name, container) -> {
            var image = String.valueOf(container.get("image"));
            assertThat(image).endsWith("_VERSION}");
            assertThat(TemplateVariables.fill(image, CATALOG.defaults()))
                    .as("the pin of %s", name)
                    .doesNotContain("$")
                    .doesNotContain("latest")
                    .matches(".+:.*\\d.*");
        });
    }

    @ParameterizedTest
    @MethodSource("services")
    void downloadsAndLibraryAreOneBindSoThatHardLinksWork(ServiceDefinition service) {
        assertThat(service.containers().values())
                .flatMap(container -> texts(container.get("volumes")))
                .filteredOn(volume -> volume.contains("POOL_ROOT"))
                .isSubsetOf(List.of("${POOL_ROOT}/root:/pool", "${POOL_ROOT}/root:/pool:ro"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyOtherFolderIsBelowItsConfigurationOrTheHosts(ServiceDefinition service) {
        assertThat(service.containers().values())
                .flatMap(container -> texts(container.get("volumes")))
                .allSatisfy(
                        volume -> assertThat(volume)
                                .matches(
                                        "(\\$\\{CONFIG_ROOT}/[a-z0-9/-]+|\\$\\{POOL_ROOT}/root|/[^:]*):/[^:]*(:ro(,rslave)?)?"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void whatThePlannerDecidesIsLeftToIt(ServiceDefinition service) {
        service.containers()
                .forEach((name, container) ->
                        assertThat(container.keySet()).as(name).doesNotContainAnyElementsOf(PLANNERS));
        assertThat(service.container()).doesNotContainKey("healthcheck");
    }

    @ParameterizedTest
    @MethodSource("services")
    void theWebPortIsPublished(ServiceDefinition service) {
        service.web()
                .ifPresent(web -> assertThat(texts(service.container().get("ports")))
                        .extracting(entry -> TemplateVariables.fill(entry, CATALOG.defaults()))
                        .anyMatch(entry -> entry.endsWith(":" + web.port())));
    }

    @Test
    void noTwoServicesWantTheSameHostPort() {
        var byPort = CATALOG.all().stream()
                .filter(service -> service.standing() != Standing.RETIRED)
                .flatMap(ShippedTemplatesTest::published)
                .collect(groupingBy(Published::port));
        assertThat(byPort.values()).allSatisfy(services -> assertThat(services).hasSize(1));
    }

    @Test
    void everyVariableOfTheEnvFileIsUsed() throws IOException {
        var used = new HashSet<String>();
        for (var service : CATALOG.all()) {
            used.addAll(TemplateVariables.needed(service.containers()));
            used.addAll(TemplateVariables.needed(service.files()));
        }
        var env = EnvFile.parse(".env", Files.readString(FOLDER.resolve(".env")));
        assertThat(env.flaws()).isEmpty();
        assertThat(new TreeSet<>(env.variables().keySet())).isEqualTo(new TreeSet<>(used));
    }

    @Test
    void noPlaceholderOfASecretBecomesADefault() {
        assertThat(CATALOG.defaults()).doesNotContainValue("change-me").doesNotContainKey("SONARR_API_KEY");
    }

    @Test
    void theRetiredNameTheirSuccessors() {
        var successors = CATALOG.all().stream()
                .filter(service -> service.standing() == Standing.RETIRED)
                .map(service -> service.name() + " -> " + service.replacedBy().orElse("the controller"))
                .collect(toSet());
        assertThat(successors)
                .containsExactlyInAnyOrder(
                        "overseerr -> seerr",
                        "readarr -> kavita",
                        "jackett -> prowlarr",
                        "watchtower -> the controller");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cloudflared", "exportarr", "portainer"})
    void imagesWithoutShellAreAskedFromOutside(String name) {
        assertThat(CATALOG.find(name).orElseThrow().health())
                .isInstanceOfSatisfying(
                        HealthProbe.Http.class,
                        http -> assertThat(http.from()).isEqualTo(HealthProbe.Asker.CONTROLLER));
    }

    private record Published(String port, String service) {}

    private static Stream<Published> published(ServiceDefinition service) {
        return service.containers().values().stream()
                .flatMap(container -> texts(container.get("ports")).stream())
                .map(entry -> TemplateVariables.fill(entry, CATALOG.defaults()))
                .map(entry -> entry.substring(0, entry.indexOf(':')) + (entry.endsWith("/udp") ? "/udp" : "/tcp"))
                .map(port -> new Published(port, service.name()));
    }

    private static List<String> texts(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }
}
