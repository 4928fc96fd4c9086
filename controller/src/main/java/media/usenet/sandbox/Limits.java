package media.usenet.sandbox;

import java.time.Duration;
import org.springframework.util.unit.DataSize;

/// What each process in a cell may use at most.
///
/// @param memory what one process may write to of its own. Address space is left alone: CUDA reserves more of it
///     than any machine has memory
/// @param fileSize how large one file may grow
/// @param cpu processor time of one process; after it the kernel kills
/// @param processes processes and threads of the cell together
/// @param files open files of one process
/// @param niceness 0 to 19; above 0 the disk is used only when others leave it idle, as far as its scheduler can
public record Limits(DataSize memory, DataSize fileSize, Duration cpu, int processes, int files, int niceness) {

    public static final Limits USUAL =
            new Limits(DataSize.ofGigabytes(8), DataSize.ofTerabytes(2), Duration.ofDays(7), 2048, 4096, 10);

    public Limits {
        if (memory.toBytes() <= 0 || fileSize.toBytes() <= 0 || cpu.toSeconds() <= 0) {
            throw new IllegalArgumentException("memory, file size and processor time are above zero");
        }
        if (processes < 1 || files < 16) {
            throw new IllegalArgumentException("at least 1 process and 16 files");
        }
        if (niceness < 0 || niceness > 19) {
            throw new IllegalArgumentException("niceness is 0 to 19: " + niceness);
        }
    }

    public Limits withMemory(DataSize other) {
        return new Limits(other, fileSize, cpu, processes, files, niceness);
    }

    public Limits withFileSize(DataSize other) {
        return new Limits(memory, other, cpu, processes, files, niceness);
    }

    public Limits withCpu(Duration other) {
        return new Limits(memory, fileSize, other, processes, files, niceness);
    }

    public Limits withProcesses(int other) {
        return new Limits(memory, fileSize, cpu, other, files, niceness);
    }

    public Limits withNiceness(int other) {
        return new Limits(memory, fileSize, cpu, processes, files, other);
    }
}
