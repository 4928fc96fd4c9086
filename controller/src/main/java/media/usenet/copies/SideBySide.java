package media.usenet.copies;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Reads several files beside each other and compares their bytes. For one thread.
final class SideBySide {

    /// As many files at a time, so that descriptors and memory do not grow with the set.
    private static final int WIDTH = 8;

    private final Knowledge knowledge;
    private final ByteBuffer ours;
    private final ByteBuffer theirs;
    private final Digest digest;

    /// @param strideBytes read of each file in turn
    SideBySide(Knowledge knowledge, int strideBytes) {
        this.knowledge = knowledge;
        this.ours = ByteBuffer.allocateDirect(strideBytes);
        this.theirs = ByteBuffer.allocateDirect(strideBytes);
        this.digest = Digest.of(strideBytes);
    }

    /// @return those whose bytes are all the same, two or more in each
    List<List<Body>> same(List<Body> set) {
        var found = new ArrayList<List<Body>>();
        var rest = set;
        while (rest.size() > 1) {
            var like = new HashSet<Body>();
            var others = rest.subList(1, rest.size());
            for (int from = 0; from < others.size(); from += WIDTH) {
                like.addAll(likeLeader(rest.getFirst(), others.subList(from, Math.min(others.size(), from + WIDTH))));
            }
            if (!like.isEmpty()) {
                like.add(rest.getFirst());
                found.add(List.copyOf(like));
            }
            rest = others.stream().filter(file -> !like.contains(file)).toList();
        }
        return found;
    }

    private List<Body> likeLeader(Body leader, List<Body> others) {
        var runners = new ArrayList<Runner>();
        try {
            for (var other : others) {
                knowledge.read(other, OpenFile::open).ifPresent(open -> runners.add(new Runner(other, open)));
            }
            return knowledge
                    .read(leader, name -> likeLeader(leader, name, List.copyOf(runners)))
                    .orElse(List.of());
        } finally {
            runners.forEach(runner -> runner.open().close());
        }
    }

    private List<Body> likeLeader(Body leader, Content name, List<Runner> runners) throws Unread {
        try (var open = OpenFile.open(name)) {
            var beside = new ArrayList<>(runners);
            digest.begin();
            long length = 0;
            while (!beside.isEmpty() && length < name.bytes()) {
                open.read(ours, (int) Math.min(ours.capacity(), name.bytes() - length));
                if (!ours.hasRemaining()) {
                    throw Unread.changed(name, length);
                }
                length += ours.remaining();
                knowledge.count(ours.remaining());
                digest.add(ours);
                beside.removeIf(runner -> !continuesAsLeader(runner));
            }
            return beside.isEmpty() ? List.of() : learn(leader, beside);
        }
    }

    private List<Body> learn(Body leader, List<Runner> beside) {
        var hash = digest.end();
        var files = beside.stream().map(Runner::file).toList();
        knowledge.readWhole(leader, hash);
        files.forEach(file -> knowledge.readWhole(file, hash));
        return files;
    }

    private boolean continuesAsLeader(Runner runner) {
        try {
            runner.open().read(theirs, ours.remaining());
            knowledge.count(theirs.remaining());
            return ours.equals(theirs);
        } catch (Unread e) {
            knowledge.findings().add(e.finding());
            return false;
        }
    }

    /// One that was the same as the leader up to here.
    private record Runner(Body file, OpenFile open) {}
}
