package media.usenet.smart;

import static media.usenet.smart.SmartText.SATA;
import static media.usenet.smart.SmartText.answered;
import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import media.usenet.smart.SmartReport.Asleep;
import media.usenet.smart.SmartReport.NoAnswer;
import org.junit.jupiter.api.Test;

class SmartMetricsTest {

    private static final String LABELS = "device=\"sdb\",model=\"WDC WD120EDAZ\",serial=\"5PGR4K2B\",slot=\"films\"";

    @Test
    void a_disk_is_shown_under_smartctl_exporter_s_names() throws IOException {
        var disk = answered("ata-disk-with-errors");
        assertThat(scrape(new SmartReading(SATA, disk, Instant.EPOCH, disk)))
                .contains("smartctl_device_temperature{%s,temperature_type=\"current\"} 58.0".formatted(LABELS))
                .contains("smartctl_device_smart_status{%s} 1.0".formatted(LABELS))
                .contains("smartctl_device_power_on_seconds{%s} 7.57224E7".formatted(LABELS))
                .contains("smartctl_device_block_size{blocks_type=\"physical\",%s} 4096.0".formatted(LABELS))
                .contains("attribute_id=\"197\",attribute_name=\"Current_Pending_Sector\","
                        + "attribute_value_type=\"raw\",%s} 16.0".formatted(LABELS))
                .doesNotContain("media_errors", "percentage_used");
    }

    @Test
    void a_drive_that_fails_and_wears_shows_it() throws IOException {
        var drive = answered("nvme-failing");
        assertThat(scrape(new SmartReading(SATA, drive, Instant.EPOCH, drive)))
                .contains("smartctl_device_smart_status{%s} 0.0".formatted(LABELS))
                .contains("smartctl_device_percentage_used{%s} 104.0".formatted(LABELS))
                .contains("smartctl_device_media_errors{%s} 7.0".formatted(LABELS));
    }

    @Test
    void a_sleeping_disk_shows_what_is_known_but_no_temperature() throws IOException {
        var reading = new SmartReading(SATA, new Asleep("it is in STANDBY mode"), Instant.EPOCH, answered("ata-disk"));
        assertThat(scrape(reading)).contains("smartctl_device_smart_status").doesNotContain("temperature");
    }

    @Test
    void a_drive_of_which_nothing_is_known_shows_nothing() throws IOException {
        assertThat(scrape(new SmartReading(SATA, new NoAnswer("no SMART"), Instant.EPOCH, null)))
                .isEmpty();
    }

    private static String scrape(SmartReading reading) throws IOException {
        var registry = new PrometheusRegistry();
        registry.register(new SmartMetrics(() -> List.of(reading)));
        var out = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.create().write(out, registry.scrape());
        return out.toString(StandardCharsets.UTF_8);
    }
}
