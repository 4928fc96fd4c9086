package media.usenet.formats;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FormatsProperties.class)
class FormatsConfiguration {

    @Bean
    Guides guides(FormatsProperties properties) {
        return new Guides(properties.guide());
    }
}
