package media.usenet.catalog;

import media.usenet.host.ProgramFolders;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CatalogProperties.class)
class CatalogConfiguration {

    @Bean
    CatalogFiles catalogFiles(CatalogProperties properties, ProgramFolders folders) {
        var own = folders.settings().resolve("templates");
        return new CatalogFiles(
                properties.templates(), properties.userTemplates().orElse(own));
    }
}
