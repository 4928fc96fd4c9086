package media.usenet.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import media.usenet.nvidia.Nvml;
import media.usenet.nvidia.NvmlAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HardwareMetricsTest {

    @TempDir
    Path root;

    @Test
    void the_host_is_shown_under_node_exporter_s_names() throws IOException {
        write("""
                file /proc/meminfo MemTotal: 1000 kB\\nMemAvailable: 400 kB\\nActive(anon): 1 kB\\nHugePages_Total: 0
                file /proc/loadavg 0.42 0.35 0.30 1/200 4242
                file /proc/stat cpu  250 0 0 0 0 0 0 0\\ncpu0 250 0 0 100 0 0 0 0\\nbtime 1700000000
                file /proc/sys/kernel/hostname livingroom
                """);
        assertThat(scrape(new HostMetrics(hardware())))
                .contains("node_memory_MemTotal_bytes 1024000.0")
                .contains("node_memory_MemAvailable_bytes 409600.0")
                .contains("node_memory_Active_anon_bytes 1024.0")
                .contains("node_load1 0.42")
                .contains("node_load15 0.3")
                .contains("node_boot_time_seconds 1.7E9")
                .contains("node_cpu_seconds_total{cpu=\"0\",mode=\"user\"} 2.5")
                .contains("nodename=\"livingroom\"")
                .contains("node_uname_info{");
    }

    @Test
    void each_gpu_has_a_line_and_amd_s_figures_come_from_the_kernel() throws IOException {
        write("""
                pci 0000:03:00.0 1002:15bf 030000 driver=amdgpu nodes=card0,renderD128
                pci 0000:01:00.0 10de:1c81 030000 driver=nouveau
                file /sys/devices/pci0000:00/0000:03:00.0/gpu_busy_percent 25
                file /sys/devices/pci0000:00/0000:03:00.0/mem_info_vram_used 1048576
                file /sys/devices/pci0000:00/0000:03:00.0/hwmon/hwmon3/name amdgpu
                file /sys/devices/pci0000:00/0000:03:00.0/hwmon/hwmon3/temp1_input 51000
                """);
        var hardware = hardware();
        var live = new LiveFigures(hardware, nvml());
        assertThat(scrape(new HardwareMetrics(hardware, live)))
                .contains("usenet_gpu_info{driver=\"amdgpu\",family=\"AMD_VCN4\",model=\"AMD Phoenix (1002:15bf)\","
                        + "slot=\"0000:03:00.0\",vendor=\"AMD\",verdict=\"OK\"} 1")
                .contains("family=\"NVIDIA_PASCAL\"")
                .contains("verdict=\"DRIVER_MISSING\"")
                .contains("usenet_gpu_utilization_gpu_ratio{slot=\"0000:03:00.0\"} 0.25")
                .contains("usenet_gpu_memory_used_bytes{slot=\"0000:03:00.0\"} 1048576.0")
                .contains("usenet_gpu_temperature_gpu{slot=\"0000:03:00.0\"} 51.0")
                .doesNotContain("nvidia_smi");
    }

    private static String scrape(MultiCollector collector) throws IOException {
        var registry = new PrometheusRegistry();
        registry.register(collector);
        var out = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.create().write(out, registry.scrape());
        return out.toString(StandardCharsets.UTF_8);
    }

    private Hardware hardware() {
        return new Hardware(root, new HardwareProfiles(Path.of("../hardware-profiles"), Optional.empty()), nvml());
    }

    private static Nvml nvml() {
        return new Nvml(NvmlAnswer.Absent::new, InstantSource.system());
    }

    private void write(String facts) throws IOException {
        new FactText(root).write(facts);
    }
}
