package media.usenet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import media.usenet.api.RunningController;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// What Prometheus is told, on a machine that was captured.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "docker.host=unix:///nonexistent.sock")
class MetricsIT {

    private static final Path FOLDER = RunningController.folder();
    private static final Path MACHINE = Path.of("../../shared/data/hw-captures/intel-n100/root");
    private static final Pattern SERIES = Pattern.compile(
            "([a-zA-Z_:][a-zA-Z0-9_:]*(?:\\{(?:[a-zA-Z_]\\w*=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*\",?)*})?) (\\S+)");

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry properties) {
        RunningController.in(FOLDER, properties);
        properties.add("hardware.root", () -> Files.isDirectory(MACHINE) ? MACHINE.toString() : "/");
    }

    @Test
    void everyLineIsWellFormedAndEverySeriesStandsOnce() {
        var text = scrape();

        var series = text.lines()
                .filter(line -> !line.startsWith("#"))
                .map(SERIES::matcher)
                .toList();
        assertThat(series)
                .isNotEmpty()
                .allSatisfy(
                        line -> assertThat(line.matches()).as(line.toString()).isTrue());
        assertThat(series.stream().map(line -> line.group(1))).doesNotHaveDuplicates();
        assertThat(series.stream().map(line -> line.group(2)))
                .allSatisfy(value -> Double.parseDouble(value.replace("Inf", "Infinity")));
        assertThat(text.lines().filter(line -> line.startsWith("# TYPE "))).doesNotHaveDuplicates();
    }

    @Test
    void hostAndRequestsStandUnderTheNamesThatDashboardsKnow() {
        scrape();

        assertThat(scrape())
                .contains("\nnode_filesystem_avail_bytes{", "\njvm_memory_used_bytes{")
                .contains("\nhttp_server_requests_seconds_count{method=\"GET\",status=\"200\",uri=\"/metrics\"} ");
    }

    @Test
    void aGpuHasItsLine() {
        assumeTrue(Files.isDirectory(MACHINE), "skipped, needs the captures in " + MACHINE);

        assertThat(scrape()).contains("\nusenet_gpu_info{").contains("vendor=\"INTEL\"");
    }

    private String scrape() {
        var answer = new RunningController(port, FOLDER).get("/metrics");
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(
                        type -> assertThat(type).startsWith("text/plain").contains("version=0.0.4"));
        return answer.body();
    }
}
