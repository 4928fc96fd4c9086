package media.usenet.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IdenticalFilesTest {

    private static final int BIG = 700_000;

    private final RememberedHashes memory = new RememberedHashes();
    private final Instant now = Instant.now().plus(Duration.ofHours(1));
    private final IdenticalFiles identical = new IdenticalFiles(Lanes.one(), () -> now);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void files_of_every_size_with_the_same_bytes_are_a_group(Proof proof) throws IOException {
        for (int size : new int[] {1, 4096, 12_288, 12_289, 131_072, 262_144, 262_145, BIG}) {
            write("a-" + size, size, size);
            write("b-" + size, size, size);
            write("c-" + size, size, -size);
        }
        var answer = find(proof);
        assertThat(answer.groups()).hasSize(8).allSatisfy(group -> {
            assertThat(names(group)).containsExactly("a-" + group.bytes(), "b-" + group.bytes());
            assertThat(group.proof()).isEqualTo(proof);
            assertThat(group.repeatedBytes()).isEqualTo(group.bytes());
        });
        assertThat(answer.groups().getFirst().bytes()).isEqualTo(BIG);
        assertThat(answer.findings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void one_byte_between_the_samples_is_seen(Proof proof) throws IOException {
        write("a", BIG, 1);
        write("b", BIG, 1);
        var bytes = Files.readAllBytes(write("c", BIG, 1));
        bytes[BIG / 4] ^= 1;
        Files.write(folder.resolve("c"), bytes);
        assertThat(find(proof).groups())
                .singleElement()
                .satisfies(group -> assertThat(names(group)).containsExactly("a", "b"));
    }

    @ParameterizedTest
    @EnumSource
    void sets_that_come_apart_are_all_found(Proof proof) throws IOException {
        for (int n = 0; n < 40; n++) {
            var bytes = Files.readAllBytes(write("file-%02d".formatted(n), BIG, 1));
            bytes[BIG / 4] ^= (byte) (n % 3);
            Files.write(folder.resolve("file-%02d".formatted(n)), bytes);
        }
        assertThat(find(proof).groups())
                .extracting(group -> group.bodies().size())
                .containsExactlyInAnyOrder(14, 13, 13);
    }

    @ParameterizedTest
    @EnumSource
    void hard_links_are_one_body_and_no_duplicates(Proof proof) throws IOException {
        var file = write("a", BIG, 1);
        Files.createLink(folder.resolve("linked"), file);
        var answer = find(proof);
        assertThat(answer.groups()).isEmpty();
        assertThat(answer.linked()).singleElement().satisfies(body -> {
            assertThat(body.names()).hasSize(2);
            assertThat(body.reflinked()).isFalse();
        });
        assertThat(answer.effort().bytesRead()).isZero();

        write("copy", BIG, 1);
        var second = find(proof);
        assertThat(second.groups()).singleElement().satisfies(group -> {
            assertThat(group.bodies()).extracting(body -> body.names().size()).containsExactly(2, 1);
            assertThat(group.repeatedBytes()).isEqualTo(BIG);
        });
        assertThat(second.linked()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_did_not_change_is_not_read_again(Proof proof) throws IOException {
        write("a", BIG, 1);
        write("b", BIG, 1);
        write("other", BIG, 2);
        find(proof);
        var again = find(Proof.HASHED);
        assertThat(again.groups()).hasSize(1);
        assertThat(again.effort().bytesRead()).isZero();

        Files.move(folder.resolve("b"), folder.resolve("renamed"));
        assertThat(find(Proof.HASHED).effort().bytesRead()).isZero();

        write("a", BIG, 3);
        var changed = find(Proof.HASHED);
        assertThat(changed.groups()).isEmpty();
        assertThat(changed.effort().sampled()).isOne();
    }

    @Test
    void what_is_compared_is_read_even_if_it_is_remembered() throws IOException {
        write("a", BIG, 1);
        write("b", BIG, 1);
        find(Proof.HASHED);
        assertThat(find(Proof.COMPARED).effort().bytesRead()).isEqualTo(2 * BIG);
    }

    @Test
    void what_was_written_just_now_is_not_remembered() throws IOException {
        Files.setLastModifiedTime(write("a", BIG, 1), FileTime.from(now.minusSeconds(1)));
        Files.setLastModifiedTime(write("b", BIG, 1), FileTime.from(now.minusSeconds(3)));
        assertThat(find(Proof.HASHED).groups()).hasSize(1);
        assertThat(memory.kept().keySet()).extracting(Content::path).containsExactly(folder.resolve("b"));
    }

    @ParameterizedTest
    @EnumSource
    void what_changed_since_it_was_listed_is_a_finding_and_in_no_group(Proof proof) throws IOException {
        write("a", BIG, 1);
        write("gone", BIG, 1);
        write("grown", BIG, 1);
        write("shrunk", BIG, 1);
        write("rewritten", BIG, 1);
        write("replaced", BIG, 1);
        var listed = listed();
        Files.delete(folder.resolve("gone"));
        try (var file = new RandomAccessFile(folder.resolve("grown").toFile(), "rw")) {
            file.setLength(BIG + 1);
        }
        try (var file = new RandomAccessFile(folder.resolve("shrunk").toFile(), "rw")) {
            file.setLength(BIG / 3);
        }
        Files.setLastModifiedTime(folder.resolve("rewritten"), FileTime.from(Instant.EPOCH));
        Files.move(write("new", BIG, 1), folder.resolve("replaced"), StandardCopyOption.REPLACE_EXISTING);
        var answer = identical.find(listed, proof, memory);
        assertThat(answer.groups()).isEmpty();
        assertThat(answer.findings())
                .extracting(finding -> finding.path().getFileName() + " " + finding.kind())
                .containsExactly(
                        "gone VANISHED", "grown CHANGED", "replaced CHANGED", "rewritten CHANGED", "shrunk CHANGED");
        assertThat(memory.kept().keySet()).extracting(Content::path).containsOnly(folder.resolve("a"));
    }

    @Test
    void a_link_put_in_a_files_place_is_not_followed() throws IOException {
        write("a", BIG, 1);
        write("b", BIG, 1);
        var listed = listed();
        Files.move(folder.resolve("b"), folder.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve("b"), folder.resolve("elsewhere"));
        var answer = identical.find(listed, Proof.HASHED, memory);
        assertThat(answer.groups()).isEmpty();
        assertThat(answer.findings()).extracting(Finding::path).containsExactly(folder.resolve("b"));
    }

    @Test
    void a_name_that_went_does_not_hide_the_others_of_its_inode() throws IOException {
        Files.createLink(folder.resolve("z-linked"), write("b", BIG, 1));
        write("copy", BIG, 1);
        var listed = listed();
        Files.delete(folder.resolve("b"));
        var answer = identical.find(listed, Proof.HASHED, memory);
        assertThat(answer.groups())
                .singleElement()
                .satisfies(group -> assertThat(names(group)).containsExactly("copy", "z-linked"));
        assertThat(answer.findings()).singleElement().extracting(Finding::kind).isEqualTo(Finding.Kind.VANISHED);
    }

    @Test
    void names_of_an_inode_that_was_written_to_between_them_are_not_two_files() throws IOException {
        var file = write("a", BIG, 1);
        Files.createLink(folder.resolve("b"), file);
        var before = Content.of(file);
        Files.setLastModifiedTime(file, FileTime.from(now));
        var answer = identical.find(List.of(before, Content.of(folder.resolve("b"))), Proof.HASHED, memory);
        assertThat(answer.groups()).isEmpty();
        assertThat(answer.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.path()).isEqualTo(file);
            assertThat(finding.kind()).isEqualTo(Finding.Kind.CHANGED);
        });
    }

    @Test
    void empty_and_sparse_files_are_findings_and_cost_nothing() throws IOException {
        write("empty-1", 0, 1);
        write("empty-2", 0, 1);
        for (var name : new String[] {"sparse-1", "sparse-2"}) {
            try (var file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
                file.setLength(100L << 30);
            }
        }
        var answer = find(Proof.HASHED);
        assertThat(answer.groups()).isEmpty();
        assertThat(answer.findings())
                .extracting(finding -> finding.path().getFileName() + " " + finding.kind())
                .containsExactly("empty-1 EMPTY", "empty-2 EMPTY", "sparse-1 SPARSE", "sparse-2 SPARSE");
        assertThat(answer.effort().bytesRead()).isZero();
    }

    @Test
    void the_same_name_twice_is_one_name() throws IOException {
        var file = Content.of(write("a", BIG, 1));
        var answer = identical.find(List.of(file, file), Proof.HASHED, memory);
        assertThat(answer.groups()).isEmpty();
        assertThat(answer.linked()).isEmpty();
    }

    @Test
    void an_interrupted_search_ends() throws IOException {
        write("a", BIG, 1);
        write("b", BIG, 1);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> find(Proof.HASHED)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void two_files_are_compared_to_the_first_byte_that_differs() throws IOException {
        var a = Content.of(write("a", BIG, 1));
        assertThat(identical.compare(a, Content.of(write("b", BIG, 1)))).isEqualTo(new Match.Same());
        var bytes = Files.readAllBytes(a.path());
        bytes[BIG - 2] ^= 1;
        var other = Content.of(Files.write(folder.resolve("c"), bytes));
        assertThat(identical.compare(a, other)).isEqualTo(new Match.Different(BIG - 2));
        var longer = Content.of(write("d", BIG + 5, 1));
        assertThat(identical.compare(a, longer)).isInstanceOf(Match.Different.class);
    }

    @Test
    void a_file_that_changed_is_not_compared() throws IOException {
        var a = Content.of(write("a", BIG, 1));
        var b = Content.of(write("b", BIG, 1));
        Files.setLastModifiedTime(b.path(), FileTime.from(Instant.EPOCH));
        assertThat(identical.compare(a, b))
                .isInstanceOfSatisfying(
                        Match.Unknown.class,
                        unknown -> assertThat(unknown.finding().kind()).isEqualTo(Finding.Kind.CHANGED));
    }

    private Comparison find(Proof proof) throws IOException {
        return identical.find(listed(), proof, memory);
    }

    private List<Content> listed() throws IOException {
        return Listing.of(folder);
    }

    private Path write(String name, int size, int seed) throws IOException {
        var bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return Files.write(folder.resolve(name), bytes);
    }

    private static List<String> names(SameBytes group) {
        return group.bodies().stream()
                .flatMap(body -> body.names().stream())
                .map(name -> name.path().getFileName().toString())
                .toList();
    }
}
