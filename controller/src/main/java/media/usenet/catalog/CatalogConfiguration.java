package media.usenet.catalog;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CatalogProperties.class)
class CatalogConfiguration {

    @Bean
    CatalogFiles catalogFiles(CatalogProperties properties) {
        return new CatalogFiles(properties.templates(), properties.userTemplates());
    }
}
