package media.usenet.copies;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;

/// Compares two files before something is done to one of them.
final class BytePair {

    /// A disk that spins moves its head once for each.
    private static final int STRIDE_BYTES = 4 << 20;

    private final ByteBuffer ours = ByteBuffer.allocateDirect(STRIDE_BYTES);
    private final ByteBuffer theirs = ByteBuffer.allocateDirect(STRIDE_BYTES);

    Match compare(Content one, Content other) {
        try {
            requireAsListed(one);
            requireAsListed(other);
            var match = read(one, other);
            requireAsListed(one);
            requireAsListed(other);
            return match;
        } catch (Unread e) {
            return new Match.Unknown(e.finding());
        }
    }

    private Match read(Content one, Content other) throws Unread {
        try (var left = OpenFile.open(one);
                var right = OpenFile.open(other)) {
            long at = 0;
            while (true) {
                int read = left.read(ours);
                right.read(theirs);
                int different = ours.mismatch(theirs);
                if (different >= 0) {
                    return new Match.Different(at + different);
                }
                if (read == 0) {
                    return new Match.Same();
                }
                at += read;
            }
        }
    }

    private static void requireAsListed(Content listed) throws Unread {
        try {
            if (!Files.isRegularFile(listed.path(), LinkOption.NOFOLLOW_LINKS)
                    || !Content.of(listed.path()).isSameAs(listed)) {
                throw new Unread(listed.path(), Finding.Kind.CHANGED, "it changed after it was listed");
            }
        } catch (IOException e) {
            throw Unread.of(listed.path(), e);
        }
    }
}
