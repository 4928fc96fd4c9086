package media.usenet.copies;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import media.usenet.linux.FileStatus;

/// Brings together the names of one inode, and leaves out what cannot be compared.
final class Bodies {

    /// Smaller ones are read rather than asked about.
    private static final long SPARSE_FROM_BYTES = 1 << 20;

    private final Findings findings;

    Bodies(Findings findings) {
        this.findings = findings;
    }

    List<Body> of(Collection<Content> files) {
        Map<FileKey, List<Content>> byInode = LinkedHashMap.newLinkedHashMap(files.size());
        for (var file : files) {
            byInode.computeIfAbsent(file.key(), _ -> new ArrayList<>(1)).add(file);
        }
        return byInode.values().stream().map(this::asOfLate).toList();
    }

    /// Listed one after another, names of one inode can show it before and after a change.
    private Body asOfLate(List<Content> names) {
        if (names.size() == 1) {
            return new Body(names);
        }
        var latest = names.stream().max(Comparator.comparing(Content::modified)).orElseThrow();
        var same = names.stream().distinct().filter(latest::isSameAs).toList();
        names.stream().filter(name -> !latest.isSameAs(name)).forEach(this::addChanged);
        return new Body(same);
    }

    /// Whether there is something in it that another file could repeat.
    boolean hasContent(Body body) {
        if (body.bytes() == 0) {
            body.names().forEach(name -> add(name, Finding.Kind.EMPTY, "it is empty"));
            return false;
        }
        return body.bytes() < SPARSE_FROM_BYTES || !isSparse(body);
    }

    private boolean isSparse(Body body) {
        for (var name : body.names()) {
            try {
                long allocated = FileStatus.of(name.path()).allocatedBytes();
                if (allocated < body.bytes() / 2) {
                    var because = "only %,d of its %,d bytes have been written".formatted(allocated, body.bytes());
                    body.names().forEach(one -> add(one, Finding.Kind.SPARSE, because));
                    return true;
                }
                return false;
            } catch (IOException e) {
                findings.add(Unread.of(name.path(), e).finding());
            }
        }
        return true;
    }

    /// What is left of it now: the names that still lead to the inode as it was listed.
    Optional<Body> asListed(Body body) {
        var names = body.names().stream().filter(this::isAsListed).toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(new Body(names));
    }

    private boolean isAsListed(Content listed) {
        try {
            if (Content.of(listed.path()).isSameAs(listed)) {
                return true;
            }
            addChanged(listed);
        } catch (IOException e) {
            findings.add(Unread.of(listed.path(), e).finding());
        }
        return false;
    }

    private void addChanged(Content listed) {
        add(listed, Finding.Kind.CHANGED, "it changed after it was listed");
    }

    private void add(Content file, Finding.Kind kind, String because) {
        findings.add(new Finding(file.path(), kind, because));
    }
}
