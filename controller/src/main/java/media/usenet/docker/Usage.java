package media.usenet.docker;

import com.github.dockerjava.api.model.BlkioStatEntry;
import com.github.dockerjava.api.model.BlkioStatsConfig;
import com.github.dockerjava.api.model.CpuStatsConfig;
import com.github.dockerjava.api.model.MemoryStatsConfig;
import com.github.dockerjava.api.model.StatisticNetworksConfig;
import com.github.dockerjava.api.model.Statistics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// What a container has used since it started, and uses now: one sample.
///
/// @param read when the sample was taken
/// @param cpuNanos CPU time used since the start, over all CPUs
/// @param systemNanos CPU time of the whole machine at that moment, over all CPUs
/// @param cpus how many CPUs are online
/// @param memoryBytes memory in use, without what the page cache could give back
/// @param memoryLimitBytes its limit; the machine's memory where it has none
public record Usage(
        Instant read,
        long cpuNanos,
        long systemNanos,
        int cpus,
        long memoryBytes,
        long memoryLimitBytes,
        long networkReadBytes,
        long networkWrittenBytes,
        long diskReadBytes,
        long diskWrittenBytes,
        long processes) {

    /// One that does not run uses nothing; its sample is of the year 1.
    static Optional<Usage> of(Statistics answer) {
        return answer.getRead() == null || answer.getRead().startsWith("0001-")
                ? Optional.empty()
                : Optional.of(running(answer));
    }

    private static Usage running(Statistics answer) {
        var cpu = Objects.requireNonNullElseGet(answer.getCpuStats(), CpuStatsConfig::new);
        var memory = answer.getMemoryStats();
        var networks = Objects.requireNonNullElse(answer.getNetworks(), Map.<String, StatisticNetworksConfig>of());
        var pids = answer.getPidsStats();
        return new Usage(
                Instant.parse(answer.getRead()),
                cpu.getCpuUsage() == null ? 0 : number(cpu.getCpuUsage().getTotalUsage()),
                number(cpu.getSystemCpuUsage()),
                Math.toIntExact(Math.max(1, number(cpu.getOnlineCpus()))),
                memory == null ? 0 : used(memory),
                memory == null ? 0 : number(memory.getLimit()),
                sum(networks, StatisticNetworksConfig::getRxBytes),
                sum(networks, StatisticNetworksConfig::getTxBytes),
                transferred(answer.getBlkioStats(), "read"),
                transferred(answer.getBlkioStats(), "write"),
                pids == null ? 0 : number(pids.getCurrent()));
    }

    /// Share of one CPU between an earlier sample and this one, in percent: 200 is two CPUs all the time. As `docker
    /// stats` counts it.
    public double cpuPercentSince(Usage earlier) {
        var machine = systemNanos - earlier.systemNanos;
        var container = cpuNanos - earlier.cpuNanos;
        return machine <= 0 || container <= 0 ? 0 : 100.0 * container * cpus / machine;
    }

    // As the docker command subtracts it: total_inactive_file with cgroup v1, inactive_file with v2.
    private static long used(MemoryStatsConfig memory) {
        var usage = number(memory.getUsage());
        var stats = memory.getStats();
        if (stats == null) {
            return usage;
        }
        var total = stats.getTotalInactiveFile();
        var reclaimable = number(total == null ? stats.getInactiveFile() : total);
        return reclaimable < usage ? usage - reclaimable : usage;
    }

    private static long sum(
            Map<String, StatisticNetworksConfig> networks, ToLongFunction<StatisticNetworksConfig> figure) {
        return networks.values().stream().mapToLong(figure).sum();
    }

    // "Read" with cgroup v1, "read" with v2.
    private static long transferred(@Nullable BlkioStatsConfig blkio, String direction) {
        if (blkio == null) {
            return 0;
        }
        return Objects.requireNonNullElse(blkio.getIoServiceBytesRecursive(), List.<BlkioStatEntry>of()).stream()
                .filter(entry -> direction.equalsIgnoreCase(entry.getOp()))
                .mapToLong(entry -> number(entry.getValue()))
                .sum();
    }

    private static long number(@Nullable Long value) {
        return Objects.requireNonNullElse(value, 0L);
    }
}
