package media.usenet;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.core.converter.ModelConverters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import media.usenet.api.OpenApiDocument;
import media.usenet.api.RunningController;
import media.usenet.api.Sample;
import media.usenet.effect.Change;
import media.usenet.effect.Effect;
import media.usenet.event.Step;
import media.usenet.problem.ProblemReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/// The document that is served is the one that the code makes. `-Dgolden.update=true` rewrites it.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "springdoc.use-fqn=true",
            "springdoc.override-with-generic-response=false",
            "springdoc.remove-broken-reference-definitions=false"
        })
class OpenApiTest {

    private static final Path COMMITTED = Path.of("src/main/resources/openapi.json");
    private static final Path FOLDER = RunningController.folder();

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @LocalServerPort
    private int port;

    private RunningController controller;

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry properties) {
        RunningController.in(FOLDER, properties);
    }

    @BeforeEach
    void running() {
        controller = new RunningController(port, FOLDER);
    }

    @Test
    void theCommittedDocumentIsWhatTheCodeMakes() throws IOException {
        var commands = patterns().filter(path -> path.contains(":")).findFirst().orElseThrow();
        var generated = controller.get("/v3/api-docs");
        assertThat(generated.statusCode()).as(generated.body()).isEqualTo(200);
        var made = OpenApiDocument.of(Sample.json(generated.body()), commands);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(COMMITTED, made);
        }
        assertThat(made).isEqualTo(Files.readString(COMMITTED));
    }

    @Test
    void everyRequestThatIsAnsweredStandsInItAndNoOther() throws IOException {
        var answered = mappings.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("media.usenet."))
                .flatMap(entry -> entry.getKey().getMethodsCondition().getMethods().stream()
                        .flatMap(method -> entry.getKey().getPatternValues().stream()
                                .flatMap(OpenApiDocument::paths)
                                .map(path -> method + " " + path.replace("{*", "{"))))
                // A path may be mapped twice, for bodies of two kinds.
                .distinct()
                .toList();
        var described = committed()
                .get("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(method -> method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()));
        assertThat(described).containsExactlyInAnyOrderElementsOf(answered);
    }

    @Test
    void everyReferenceLeadsSomewhereAndEveryRequestMayFail() throws IOException {
        var document = committed();
        assertThat(document.findValuesAsString("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isObject())
                        .as(reference)
                        .isTrue());
        var operations = operations(document);
        assertThat(operations).allSatisfy(operation -> {
            assertThat(operation.path("summary").asString("")).isNotEmpty();
            assertThat(operation.at("/responses/default/$ref").asString()).isEqualTo("#/components/responses/Problem");
        });
        assertThat(operations)
                .extracting(operation -> operation.get("operationId"))
                .doesNotHaveDuplicates();
    }

    @Test
    void theDocumentIsServedToEveryoneAndItsMakerToNobody() throws IOException {
        var served = controller.withoutToken("/openapi.json");

        assertThat(served.body())
                .isEqualTo(new ClassPathResource("openapi.json").getContentAsString(StandardCharsets.UTF_8));
        assertThat(served.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(controller.withoutToken("/v3/api-docs").statusCode()).isEqualTo(401);
    }

    private static JsonNode committed() throws IOException {
        return Sample.json(Files.readString(COMMITTED));
    }

    private static List<JsonNode> operations(JsonNode document) {
        return document.get("paths")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .toList();
    }

    private Stream<String> patterns() {
        return mappings.getHandlerMethods().keySet().stream().flatMap(mapping -> mapping.getPatternValues().stream());
    }

    @TestConfiguration
    static class WhatNoSignatureTells {

        @Bean
        OpenApiCustomizer schemasOfStreamsAndProblems() throws ClassNotFoundException {
            SpringDocUtils.getConfig().replaceWithClass(Path.class, String.class);
            var types = List.of(
                    ProblemReport.class,
                    Step.class,
                    Change.class,
                    Effect.class,
                    Class.forName("media.usenet.backup.CreateBackup$Preview"),
                    Class.forName("media.usenet.backup.Prune$Plan"),
                    Class.forName("media.usenet.backup.RestorePlan"),
                    Class.forName("media.usenet.drives.DriveEvent"),
                    Class.forName("media.usenet.drives.Identify$Identified"),
                    Class.forName("media.usenet.duplicates.DuplicateEvent$Taken"),
                    Class.forName("media.usenet.duplicates.DuplicateEvent$Linked"),
                    Class.forName("media.usenet.duplicates.DuplicateEvent$Restored"),
                    Class.forName("media.usenet.duplicates.DuplicateEvent$Emptied"),
                    Class.forName("media.usenet.duplicates.DuplicatesController$IgnoreAnswer"),
                    Class.forName("media.usenet.jobs.BulkCommand$Result"),
                    Class.forName("media.usenet.jobs.JobMessage$Progressed"),
                    Class.forName("media.usenet.jobs.JobMessage$Told"),
                    Class.forName("media.usenet.services.ServiceOutput$LoggedLine"),
                    Class.forName("media.usenet.services.ServiceOutput$ExecLine"));
            return document -> types.forEach(type -> ModelConverters.getInstance(true)
                    .readAll(type)
                    .forEach((name, schema) -> document.getComponents().addSchemas(name, schema)));
        }
    }
}
