package media.usenet.fetch;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

@Configuration(proxyBeanMethods = false)
class FetchConfiguration {

    @Bean
    Fetcher fetcher(@Value("${fetch.allow:}") List<String> permitted) {
        return Fetcher.permitting(permitted);
    }

    @Bean
    Sender sender(@Value("${fetch.allow:}") List<String> permitted) {
        return Sender.permitting(permitted);
    }

    @Bean
    FetchLimits fetchLimits(@Value("${fetch.max-size:200GB}") DataSize most) {
        return FetchLimits.USUAL.withSize(most);
    }
}
