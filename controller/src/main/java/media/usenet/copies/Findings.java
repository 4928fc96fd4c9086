package media.usenet.copies;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// What could not be compared, gathered from all threads: the first reason for each file.
final class Findings {

    private final ConcurrentMap<Path, Finding> byPath = new ConcurrentHashMap<>();

    void add(Finding finding) {
        byPath.putIfAbsent(finding.path(), finding);
    }

    List<Finding> all() {
        return byPath.values().stream()
                .sorted(Comparator.comparing(Finding::path))
                .toList();
    }
}
