package media.usenet.copies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/// Makes the tree that programs which look for the same bytes are measured with: 20,200 names of 19,800 files in
/// 4.7 GB. 2,800 pairs are the same (608 MB), 400 files have two names, 100 pairs have the same size, 50 pairs
/// differ in 16 bytes between their samples.
final class CopiesTree {

    static final int PAIRS = 2_800;
    static final int LINKS = 400;
    static final int SAME_SIZE = 100;
    static final int NEARLY_SAME = 50;
    static final int NAMES = 20_200;
    private static final int ALONE = NAMES - 2 * (PAIRS + SAME_SIZE + NEARLY_SAME) - LINKS;
    private static final int IN_A_FOLDER = 100;

    private final Path root;
    private final Random random = new Random(20_200);
    private int written;
    private long floor;

    private CopiesTree(Path root) {
        this.root = root;
    }

    /// @return the bytes that must be read to know: both of every pair that is the same at its size and its samples
    static long make(Path root) throws IOException {
        var tree = new CopiesTree(root);
        tree.pairs();
        for (int n = 0; n < ALONE; n++) {
            var file = tree.write(tree.bytes(sizeOf(n, ALONE, 4_000, 1_095_000) | 1));
            if (n < LINKS) {
                Files.createLink(tree.next(), file);
            }
        }
        return tree.floor;
    }

    private void pairs() throws IOException {
        for (int n = 0; n < PAIRS; n++) {
            var bytes = bytes(sizeOf(n, PAIRS, 16_000, 860_000) & ~1);
            write(bytes);
            write(bytes);
            floor += 2L * bytes.length;
        }
        for (int n = 0; n < SAME_SIZE; n++) {
            int size = 2_000_000 + 2 * n;
            write(bytes(size));
            write(bytes(size));
        }
        for (int n = 0; n < NEARLY_SAME; n++) {
            var bytes = bytes(400_000 + 2 * n);
            write(bytes);
            for (int at = 0; at < 16; at++) {
                bytes[bytes.length / 4 + at] ^= 1;
            }
            write(bytes);
            floor += 2L * bytes.length;
        }
    }

    /// Spread over the decades, and no two alike.
    private static int sizeOf(int n, int of, int least, int most) {
        return (int) (least * Math.pow((double) most / least, (double) n / of)) / 2 * 2 + n * 4;
    }

    private byte[] bytes(int size) {
        var bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(next(), bytes);
    }

    private Path next() throws IOException {
        // Partners of a pair lie far from each other, as copies do.
        int n = (int) ((long) written * 7_919 % NAMES);
        var folder = Files.createDirectories(root.resolve("%03d".formatted(n / IN_A_FOLDER)));
        written++;
        return folder.resolve("file-%05d.mkv".formatted(n));
    }

    public static void main(String[] args) throws IOException {
        System.out.println(make(Path.of(args[0])));
    }
}
