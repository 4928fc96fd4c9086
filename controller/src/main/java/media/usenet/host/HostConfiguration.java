package media.usenet.host;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HostConfiguration {

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
