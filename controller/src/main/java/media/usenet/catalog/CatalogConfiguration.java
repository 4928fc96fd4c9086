package media.usenet.catalog;

import java.nio.file.Path;
import media.usenet.host.ProgramFolders;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CatalogProperties.class)
class CatalogConfiguration {

    @Bean
    CatalogFiles catalogFiles(CatalogProperties properties, ProgramFolders folders) {
        var own = properties.userTemplates();
        return new CatalogFiles(
                Path.of(properties.templates()),
                own == null ? folders.settings().resolve("templates") : Path.of(own));
    }
}
