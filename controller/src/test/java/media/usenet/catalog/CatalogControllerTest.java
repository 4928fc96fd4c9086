package media.usenet.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebMvcTest(CatalogController.class)
class CatalogControllerTest {

    @Autowired
    private MockMvcTester mvc;

    @Test
    void listsEveryServiceThatCanBeRun() {
        assertThat(mvc.get().uri("/v1/catalog"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo(new ClassPathResource("/api/catalog.json"));
    }

    @TestConfiguration
    static class FixtureCatalog {

        @Bean
        CatalogFiles catalogFiles() {
            return new CatalogFiles(
                    Path.of("src/test/resources/catalog/templates"), Path.of("src/test/no-such-folder"));
        }
    }
}
