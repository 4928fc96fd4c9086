package media.usenet.hardware;

import java.util.function.Supplier;
import media.usenet.hardware.HardwareFacts.Board;
import media.usenet.hardware.HardwareFacts.Cpu;
import media.usenet.hardware.HardwareFacts.Memory;
import org.jspecify.annotations.Nullable;
import oshi.SystemInfo;

/// Processor, memory and board of this machine through OSHI, asked once: it takes a good part of a second to start, and
/// none of this changes while the machine runs. Where OSHI knows nothing the machine's own files answer.
record OshiHost(Cpu cpu, Memory memory, Board board) {

    static Supplier<OshiHost> lazy(HostFiles files) {
        return new Lazy(files)::get;
    }

    private static OshiHost read(HostFiles files) {
        var hardware = new SystemInfo().getHardware();
        var processor = hardware.getProcessor();
        var system = hardware.getComputerSystem();
        return new OshiHost(
                new Cpu(
                        known(
                                processor.getProcessorIdentifier().getName(),
                                files.cpu().model()),
                        files.cpu().architecture(),
                        processor.getPhysicalProcessorCount(),
                        processor.getLogicalProcessorCount()),
                new Memory(hardware.getMemory().getTotal()),
                new Board(
                        known(system.getManufacturer(), files.board().vendor()),
                        known(system.getModel(), files.board().model())));
    }

    private static String known(String text, String fallback) {
        return text.isBlank() || text.equalsIgnoreCase("unknown") ? fallback : text.strip();
    }

    private static final class Lazy {

        private final HostFiles files;
        private @Nullable OshiHost host;

        Lazy(HostFiles files) {
            this.files = files;
        }

        synchronized OshiHost get() {
            var known = host;
            if (known == null) {
                known = read(files);
                host = known;
            }
            return known;
        }
    }
}
