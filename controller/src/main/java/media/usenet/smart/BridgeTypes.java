package media.usenet.smart;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Which `-d` type got through to each drive behind a USB bridge that smartctl does not know.
final class BridgeTypes {

    /// SATA bridges first, which most are; then the makers of bridges to NVMe; then SAT in its short form.
    static final List<String> ALL = List.of("sat", "sntasmedia", "sntrealtek", "sntjmicron", "sat,12");

    private final Map<String, String> known = new ConcurrentHashMap<>();

    Optional<String> of(SmartTarget target) {
        return target.identity().map(known::get);
    }

    void worked(SmartTarget target, String type) {
        target.identity().ifPresent(identity -> known.put(identity, type));
    }

    void forget(SmartTarget target) {
        target.identity().ifPresent(known::remove);
    }
}
