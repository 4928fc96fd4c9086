package media.usenet.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.github.dockerjava.api.model.Statistics;
import com.github.dockerjava.core.DockerClientConfig;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UsageTest {

    private static final Usage SAMPLE = usage(0, 0);

    @Test
    void readsASampleOfTheFirstGenerationOfControlGroups() {
        var usage = Usage.of(Recorded.engine("stats.json", Statistics.class)).orElseThrow();

        assertThat(usage.read()).isEqualTo(Instant.parse("2026-11-21T13:39:54.475607373Z"));
        assertThat(usage.cpuNanos()).isEqualTo(98360708);
        assertThat(usage.systemNanos()).isEqualTo(10246230000000L);
        assertThat(usage.cpus()).isEqualTo(2);
        assertThat(usage.memoryBytes()).isEqualTo(1040384);
        assertThat(usage.memoryLimitBytes()).isEqualTo(64 << 20);
        assertThat(usage.processes()).isEqualTo(4);
    }

    @Test
    void aStoppedContainerUsesNothing() {
        assertThat(Usage.of(Recorded.engine("stats-stopped.json", Statistics.class)))
                .isEmpty();
    }

    @Test
    void memoryThatThePageCacheCouldGiveBackDoesNotCount() throws JsonProcessingException {
        assertThat(memory("{\"usage\": 1000, \"stats\": {\"total_inactive_file\": 300, \"inactive_file\": 100}}"))
                .isEqualTo(700);
        assertThat(memory("{\"usage\": 1000, \"stats\": {\"inactive_file\": 100}}"))
                .isEqualTo(900);
        assertThat(memory("{\"usage\": 1000, \"stats\": {\"inactive_file\": 2000}}"))
                .isEqualTo(1000);
    }

    @Test
    void diskTrafficIsSummedOverDevicesInEitherSpelling() throws JsonProcessingException {
        var usage = read("""
                {"read": "2026-11-21T00:00:00Z", "blkio_stats": {"io_service_bytes_recursive": [
                  {"major": 8, "minor": 0, "op": "Read", "value": 5}, {"major": 8, "minor": 16, "op": "read", "value": 6},
                  {"major": 8, "minor": 0, "op": "Write", "value": 7}, {"major": 8, "minor": 0, "op": "Total", "value": 18}]}}
                """);

        assertThat(usage.diskReadBytes()).isEqualTo(11);
        assertThat(usage.diskWrittenBytes()).isEqualTo(7);
    }

    @Test
    void cpuIsAShareOfOneProcessor() {
        // Both of two CPUs, the machine's whole time: 200 %.
        assertThat(usage(2_000, 2_000).cpuPercentSince(SAMPLE)).isEqualTo(200);
        assertThat(usage(500, 2_000).cpuPercentSince(SAMPLE)).isEqualTo(50);
        assertThat(SAMPLE.cpuPercentSince(SAMPLE)).isZero();
        // It was restarted between the samples.
        assertThat(SAMPLE.cpuPercentSince(usage(500, 0))).isZero();
    }

    private static long memory(String memory) throws JsonProcessingException {
        return read("{\"read\": \"2026-11-21T00:00:00Z\", \"memory_stats\": " + memory + "}")
                .memoryBytes();
    }

    private static Usage read(String json) throws JsonProcessingException {
        return Usage.of(DockerClientConfig.getDefaultObjectMapper().readValue(json, Statistics.class))
                .orElseThrow();
    }

    private static Usage usage(long cpuNanos, long systemNanos) {
        return new Usage(Instant.EPOCH, cpuNanos, systemNanos, 2, 0, 0, 0, 0, 0, 0, 0);
    }
}
