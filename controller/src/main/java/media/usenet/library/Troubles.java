package media.usenet.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;

/// What went wrong in a scan that went on: the first of each kind by name, the rest counted. Safe to use from several
/// threads.
final class Troubles {

    private static final int NAMED_OF_EACH = 20;

    private final List<Finding> named = new ArrayList<>();
    private final Map<String, Long> counts = new TreeMap<>();

    synchronized void add(String code, Severity severity, String text, String remedy) {
        if (counts.merge(code, 1L, Long::sum) <= NAMED_OF_EACH) {
            named.add(new Finding(code, severity, text, remedy));
        }
    }

    void warn(String code, String text, String remedy) {
        add(code, Severity.WARNING, text, remedy);
    }

    void notThere(Root root) {
        warn(
                "NOT_THERE",
                "%s is not there; what the catalog has of it stays, as unknown".formatted(root.path()),
                "plug its drive in, or mount it");
    }

    synchronized List<Finding> named() {
        return List.copyOf(named);
    }

    synchronized Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }

    synchronized boolean any(Severity severity) {
        return named.stream().anyMatch(finding -> finding.severity() == severity);
    }
}
