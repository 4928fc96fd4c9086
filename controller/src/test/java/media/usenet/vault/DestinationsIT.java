package media.usenet.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import media.usenet.host.Command;
import media.usenet.host.User;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.sqlite.Writer;
import media.usenet.staging.StagedManifest;
import media.usenet.vault.Site.Kind;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every kind of place with the real server behind it: what they are good for, and what is said when they fail.
class DestinationsIT {

    @TempDir
    private Path folder;

    private Tree tree;

    @BeforeEach
    void anApplicationHasRun() throws Exception {
        tree = new Tree(folder).prepare();
    }

    @ParameterizedTest
    @EnumSource
    void a_place_takes_backups_and_gives_them_back_and_shows_no_secret(Kind kind) throws Exception {
        try (var site = Site.open(kind, folder.resolve("site"));
                var onlooker = new Onlooker()) {
            var vault = site.vault();
            tree.store(vault, "first");
            tree.write("now");
            var bytes = new ArrayList<Long>();
            var staged = tree.stage((_, _) -> {});
            var second = vault.store(StagedManifest.of(staged, "second"), staged.tree(), bytes::add);
            assertThat(vault.check(second, staged.copied(), _ -> {})).isEmpty();
            assertThat(bytes)
                    .isSorted()
                    .last()
                    .isEqualTo(
                            staged.entries().stream().mapToLong(e -> e.size()).sum());

            var again = site.vault();
            assertThat(again.list()).extracting(Stored::id).containsExactlyInAnyOrder("first", "second");
            for (var stored : again.list()) {
                assertThat(again.check(stored, null, _ -> {})).isEmpty();
            }
            restored(again, "first", "then");
            restored(again, "second", "now");

            again.remove(List.of(find(again, "first")));
            assertThat(again.list()).extracting(Stored::id).containsExactly("second");
            assertThat(again.check(find(again, "second"), null, _ -> {})).isEmpty();

            var secrets = site.secrets();
            assertThat(secrets).hasSize(2);
            var shown = new ArrayList<>(onlooker.all().toList());
            shown.add(site.destination().toString());
            again.list().forEach(stored -> shown.add(stored.toString()));
            assertThat(shown).noneMatch(text -> secrets.stream().anyMatch(text::contains));
            if (kind != Kind.ARCHIVE) {
                assertThat(onlooker.commandLines()).anyMatch(line -> line.startsWith("restic "));
            }
        }
    }

    private void restored(Vault vault, String id, String when) throws Exception {
        var out = Files.createDirectories(folder.resolve("out-" + id));
        vault.fetch(find(vault, id), _ -> true, out, _ -> {});
        var app = out.resolve("apps/sonarr");
        assertThat(app.resolve("config.xml")).hasContent(when);
        assertThat(app.resolve("plugins/deep/a*b[1].txt")).exists();
        assertThat(Files.readSymbolicLink(app.resolve("link.xml"))).hasToString("config.xml");
        assertThat(Writer.isWhole(app.resolve("sonarr.db"))).isTrue();
    }

    private static Stored find(Vault vault, String id) {
        return vault.list().stream()
                .filter(stored -> stored.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(names = {"S3", "SFTP", "REST"})
    void a_place_that_does_not_answer_is_told_of(Kind kind) throws Exception {
        try (var site = Site.open(kind, folder.resolve("site"))) {
            site.down();
            var problem = problem(() -> tree.store(site.vault(), "first"));
            assertThat(problem.problem()).isEqualTo(Problem.DESTINATION_FAILED);
            assertThat(problem.detail()).contains("cannot be reached").doesNotContain("very-secret");
            assertThat(problem.remedy()).contains("online");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"S3", "SFTP", "REST"})
    void a_place_that_refuses_us_is_told_of(Kind kind) throws Exception {
        try (var site = Site.open(kind, folder.resolve("site"))) {
            tree.store(site.vault(), "first");
            var vault = site.open(site.withWrongCredentials());
            var problem = problem(() -> tree.store(vault, "second"));
            assertThat(problem.problem()).isEqualTo(Problem.DESTINATION_FAILED);
            // Not always does restic wait for what ssh has to say.
            assertThat(problem.detail()).containsPattern("refuses to let this machine in|does not let this machine in");
            assertThat(problem.remedy()).containsPattern("credentials|what ssh says");
        }
    }

    @Test
    void a_host_that_comes_back_with_another_key_is_refused() throws Exception {
        try (var site = Site.open(Kind.SFTP, folder.resolve("site"))) {
            tree.store(site.vault(), "first");
            var known = folder.resolve("site/settings/known_hosts");
            assertThat(known).isNotEmptyFile();
            var other = Files.readString(folder.resolve("site/other.pub")).split(" ", -1)[1];
            Files.writeString(known, Files.readString(known).replaceAll("AAAA\\S+", other));
            var problem = problem(() -> tree.store(site.vault(), "second"));
            // Not always does restic wait for what ssh has to say.
            assertThat(problem.detail()).containsPattern("is not the machine that it was|does not let this machine in");
        }
    }

    @Test
    void a_remote_that_rclone_does_not_know_is_told_of() throws Exception {
        try (var site = Site.open(Kind.RCLONE, folder.resolve("site"))) {
            var vault = site.open(site.destination("password", Map.of("RCLONE_CONFIG", "/dev/null"), "id"));
            var problem = problem(() -> tree.store(vault, "first"));
            assertThat(problem.detail()).contains("rclone knows no remote");
            assertThat(problem.remedy()).contains("rclone config");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FOLDER", "S3"})
    void a_wrong_password_is_told_of_and_makes_no_second_repository(Kind kind) throws Exception {
        try (var site = Site.open(kind, folder.resolve("site"))) {
            tree.store(site.vault(), "first");
            var wrong = site.destination("other-password", environment(kind), "id");
            Files.writeString(wrong.key(), "another\n");
            for (var problem : List.of(
                    problem(() -> tree.store(site.open(wrong), "second")),
                    problem(() -> site.open(wrong).list()))) {
                assertThat(problem.problem()).isEqualTo(Problem.BACKUP_LOCKED);
                assertThat(problem.remedy()).contains("password file");
            }
            assertThat(site.vault().list()).hasSize(1);
        }
    }

    private static Map<String, String> environment(Kind kind) {
        return kind == Kind.S3
                ? Map.of("AWS_ACCESS_KEY_ID", "usenet", "AWS_SECRET_ACCESS_KEY", "very-secret")
                : Map.of();
    }

    @ParameterizedTest
    @EnumSource(names = {"ARCHIVE", "FOLDER"})
    void a_full_place_is_told_of_and_keeps_what_it_has(Kind kind) throws Exception {
        var place = small();
        try (var site = Site.open(kind, folder.resolve("site"))) {
            tree.store(site.vault(), "first");
            var big = new byte[8 << 20];
            new java.util.Random(1).nextBytes(big);
            Files.write(tree.app().resolve("big.bin"), big);
            var problem = problem(() -> tree.store(site.vault(), "second"));
            assertThat(problem.problem()).isIn(Problem.DESTINATION_FAILED, Problem.FILE_NOT_WRITTEN);
            assertThat(problem.detail()).containsPattern("is full|No space left|Write chunk failed");
            assertThat(problem.remedy()).containsPattern("room|free space");

            Files.delete(tree.app().resolve("big.bin"));
            var stored = site.vault().list();
            assertThat(stored).extracting(Stored::id).containsExactly("first");
            assertThat(site.vault().check(stored.getFirst(), null, _ -> {})).isEmpty();
        } finally {
            Site.run("umount", place.toString());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ARCHIVE", "FOLDER"})
    void a_place_that_can_only_be_read_takes_nothing_and_still_gives(Kind kind) throws Exception {
        var place = small();
        try (var site = Site.open(kind, folder.resolve("site"))) {
            tree.store(site.vault(), "first");
            Site.run("mount", "-o", "remount,ro", place.toString());
            var problem = problem(() -> tree.store(site.vault(), "second"));
            assertThat(problem.detail()).containsPattern("can only be read|Read-only");
            assertThat(problem.remedy()).isNotBlank();
            restored(site.vault(), "first", "then");
        } finally {
            Site.run("umount", place.toString());
        }
    }

    /// A drive of four megabytes.
    private Path small() throws IOException {
        assumeTrue(User.ofThisProcess().root(), "SKIPPED: only root mounts");
        var place = Files.createDirectories(folder.resolve("site/place"));
        Site.run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", place.toString());
        return place;
    }

    @Test
    void a_lock_that_a_killed_restic_of_ours_has_left_is_removed() throws Exception {
        try (var site = Site.open(Kind.FOLDER, folder.resolve("site"))) {
            tree.store(site.vault(), "first");
            leaveLock(site, List.of());
            assertThat(locks(site)).isNotEmpty();
            tree.store(site.vault(), "second");
            assertThat(site.vault().list()).hasSize(2);
            assertThat(locks(site)).isEmpty();
        }
    }

    @Test
    void the_lock_of_another_machine_stays_and_keeps_nobody_from_reading() throws Exception {
        assumeTrue(User.ofThisProcess().root(), "SKIPPED: only root gives a process another host's name");
        try (var site = Site.open(Kind.FOLDER, folder.resolve("site"))) {
            tree.store(site.vault(), "first");
            leaveLock(site, List.of("unshare", "--uts", "sh", "-c", "hostname elsewhere; exec \"$@\"", "sh"));
            var problem = problem(() -> tree.store(site.vault(), "second"));
            assertThat(problem.problem()).isEqualTo(Problem.DESTINATION_FAILED);
            assertThat(problem.detail()).contains("locked").contains("elsewhere");
            assertThat(problem.remedy()).contains("restic unlock");
            assertThat(locks(site)).isNotEmpty();
            restored(site.vault(), "first", "then");
        }
    }

    /// Killed as it is about to remove its lock: when it is asked to end, it removes it.
    private static void leaveLock(Site site, List<String> before) throws IOException {
        Site.require("strace", "-V");
        var argv = new ArrayList<>(before);
        argv.addAll(List.of("strace", "-f", "-qqq", "-o", "/dev/null", "-e", "trace=unlinkat"));
        argv.addAll(List.of("-e", "inject=unlinkat:signal=KILL:when=1", "restic", "check"));
        var destination = site.destination();
        Site.PROGRAMS.run(Command.of(Duration.ofMinutes(2), argv)
                .with("RESTIC_REPOSITORY", destination.place())
                .with("RESTIC_PASSWORD_FILE", destination.key().toString()));
    }

    private static List<Path> locks(Site site) throws IOException {
        try (var files = Files.list(site.repository().resolve("locks"))) {
            // What is written under another name first is not yet a lock.
            return files.filter(file -> !file.toString().contains("-tmp-")).toList();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ARCHIVE", "FOLDER"})
    void a_byte_that_was_flipped_is_found_whatever_file_it_is_in(Kind kind) throws Exception {
        try (var site = Site.open(kind, folder.resolve("site"))) {
            tree.store(site.vault(), "first");
            var files = files(site.repository());
            assertThat(files).isNotEmpty();
            for (var file : files) {
                var before = Files.readAllBytes(file);
                var flipped = before.clone();
                flipped[flipped.length / 2] ^= 1;
                Files.setPosixFilePermissions(file, Set.of(java.nio.file.attribute.PosixFilePermission.OWNER_WRITE));
                Files.write(file, flipped);
                assertThat(isFound(site)).as("%s damaged", file).isTrue();
                Files.write(file, before);
            }
            assertThat(isFound(site)).isFalse();
        }
    }

    /// One of each kind: of archives, manifests, packs, indexes, snapshots, keys.
    private static Collection<Path> files(Path repository) throws IOException {
        try (var all = Files.walk(repository)) {
            return all.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(file -> kind(repository.relativize(file)), file -> file, (one, _) -> one))
                    .values();
        }
    }

    private static String kind(Path file) {
        return file.getNameCount() > 1
                ? file.getName(0).toString()
                : file.toString().replaceFirst("^[^.]*", "");
    }

    /// By what a person would see: the backup is gone from the list, is called unknown, or cannot be verified.
    private static boolean isFound(Site site) throws IOException {
        try {
            var fresh = site.vault();
            Site.run(
                    "rm",
                    "-rf",
                    site.repository()
                            .resolveSibling("state/backup/restic-cache")
                            .toString());
            var stored = fresh.list();
            return stored.size() != 1
                    || !fresh.check(stored.getFirst(), null, _ -> {}).isEmpty();
        } catch (ProblemException e) {
            assertThat(e.remedy()).isNotBlank();
            assertThat(e.problem()).as(e.detail()).isIn(Problem.BACKUP_DAMAGED, Problem.BACKUP_LOCKED);
            return true;
        }
    }

    private static ProblemException problem(ThrowingCallable work) {
        return Objects.requireNonNull(catchThrowableOfType(ProblemException.class, work), "it succeeded");
    }
}
