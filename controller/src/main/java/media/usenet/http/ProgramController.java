package media.usenet.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What is told about the program itself: its version, its interface, its figures.
@RestController
final class ProgramController {

    private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final ProgramVersion version;
    private final PrometheusMeterRegistry meters;

    ProgramController(ProgramVersion version, PrometheusMeterRegistry meters) {
        this.version = version;
        this.meters = meters;
    }

    @GetMapping("/v1/version")
    ProgramVersion version() {
        return version;
    }

    @GetMapping(value = "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Resource openApi() {
        return new ClassPathResource("openapi.json");
    }

    @GetMapping(value = "/metrics", produces = PROMETHEUS_TEXT)
    String metrics() {
        return meters.scrape();
    }
}
