package media.usenet.http;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import media.usenet.host.ProgramFolders;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

    @Bean
    TokenFilter tokenFilter(ProgramFolders folders, ProgramVersion version, JsonMapper json) {
        return new TokenFilter(Token.at(folders.run().resolve("token")), version.version(), json);
    }

    @Bean
    OldPaths oldPaths() {
        return new OldPaths();
    }

    @Bean
    RequestMetrics requestMetrics(MeterRegistry meters) {
        return new RequestMetrics(meters);
    }

    @Bean
    ProgramVersion programVersion() {
        return ProgramVersion.ofThisProgram();
    }

    /// Features add their figures as `MultiCollector` beans, under the names that dashboards know.
    @Bean
    PrometheusRegistry prometheusRegistry(ObjectProvider<MultiCollector> collectors) {
        var registry = new PrometheusRegistry();
        collectors.orderedStream().forEach(registry::register);
        return registry;
    }

    @Bean
    PrometheusMeterRegistry meters(PrometheusRegistry registry) {
        var meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, registry, Clock.SYSTEM);
        new JvmMemoryMetrics().bindTo(meters);
        new JvmThreadMetrics().bindTo(meters);
        new ProcessorMetrics().bindTo(meters);
        new UptimeMetrics().bindTo(meters);
        return meters;
    }
}
