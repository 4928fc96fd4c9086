package media.usenet.union;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import media.usenet.mover.Slot;

/// What is said about a union to whoever makes or looks at one.
final class UnionFindings {

    private static final Set<String> LINKLESS = Set.of("exfat", "fuse.exfat", "vfat");

    private UnionFindings() {}

    static List<Finding> of(UnionSettings settings, List<Slot> slots) {
        var findings = new ArrayList<Finding>();
        findings.add(new Finding(
                "UNION_HARD_LINKS",
                Severity.NOTICE,
                "a hard link needs both files on one drive: imports are links only while downloads and library"
                        + " share a branch",
                "keep downloads and the library they feed on the same drive"));
        findings.add(new Finding(
                "UNION_NO_DATABASES",
                Severity.NOTICE,
                "no database and no application's configuration may lie in the union: it has no shared memory mapping",
                "keep them in the folder apps, where the stack puts them"));
        slots.stream()
                .filter(slot -> settings.branches().contains(slot.name()))
                .filter(slot -> LINKLESS.contains(slot.fileSystem()))
                .map(slot -> new Finding(
                        "BRANCH_WITHOUT_LINKS",
                        Severity.WARNING,
                        "%s is %s: files on it have no hard links, no owner and no mode"
                                .formatted(slot.name(), slot.fileSystem()),
                        "turn hard links off in the applications, or leave it out of the union"))
                .forEach(findings::add);
        return findings;
    }
}
