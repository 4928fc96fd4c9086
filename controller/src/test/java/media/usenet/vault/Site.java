package media.usenet.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import media.usenet.host.Command;
import media.usenet.host.HostProcessRunner;
import media.usenet.host.Outcome.Exited;
import media.usenet.host.RunningProgram;
import media.usenet.vault.Destination.Engine;

/// One real place that backups go to, with the server behind it where it needs one.
final class Site implements AutoCloseable {

    enum Kind {
        ARCHIVE,
        FOLDER,
        S3,
        SFTP,
        REST,
        RCLONE
    }

    static final HostProcessRunner PROGRAMS = new HostProcessRunner();
    private static final Path S3PROXY = Path.of("target/s3proxy");

    private final Kind kind;
    private final Path folder;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private Optional<RunningProgram> server = Optional.empty();
    private String place = "";

    private Site(Kind kind, Path folder) {
        this.kind = kind;
        this.folder = folder;
    }

    static Site open(Kind kind, Path folder) throws IOException {
        require(kind == Kind.ARCHIVE ? "tar" : "restic", "--help");
        var site = new Site(kind, Files.createDirectories(folder));
        switch (kind) {
            case ARCHIVE, FOLDER -> site.place = folder.resolve("place").toString();
            case S3 -> site.s3();
            case SFTP -> site.sftp();
            case REST -> site.rest();
            case RCLONE -> site.rclone();
        }
        return site;
    }

    static void require(String program, String... argv) {
        var command = new java.util.ArrayList<>(List.of(program));
        command.addAll(List.of(argv));
        assumeTrue(
                PROGRAMS.run(Command.of(Duration.ofSeconds(20), command)) instanceof Exited,
                "SKIPPED: %s is not installed".formatted(program));
    }

    /// What must never be seen.
    List<String> secrets() throws IOException {
        var password = folder.resolve("settings/password");
        return Files.exists(password)
                ? List.of("very-secret", Files.readString(password).strip())
                : List.of("very-secret");
    }

    Destination destination() throws IOException {
        return destination("password", environment, "id");
    }

    Destination destination(String password, Map<String, String> environment, String sshKey) throws IOException {
        var settings = Files.createDirectories(folder.resolve("settings"));
        var variables = settings.resolve("environment-" + environment.hashCode());
        Files.write(
                variables,
                environment.entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .toList());
        return new Destination(
                "site",
                kind == Kind.ARCHIVE ? Engine.ARCHIVE : Engine.RESTIC,
                place,
                true,
                settings.resolve(password),
                Optional.of(variables),
                kind == Kind.SFTP ? Optional.of(folder.resolve(sshKey)) : Optional.empty());
    }

    Vault vault() throws IOException {
        return open(destination());
    }

    Vault open(Destination destination) {
        return new Destinations(PROGRAMS, folder.resolve("settings"), folder.resolve("state")).open(destination);
    }

    /// The same place, which is entered with what is wrong.
    Destination withWrongCredentials() throws IOException {
        var wrong = new LinkedHashMap<>(environment);
        wrong.replace("AWS_SECRET_ACCESS_KEY", "wrong");
        if (kind == Kind.REST) {
            place = place.replace("very-secret", "wrong");
        }
        return destination("password", wrong, "other");
    }

    /// Where the repository lies, whatever stands before it.
    Path repository() {
        return switch (kind) {
            case ARCHIVE, FOLDER, SFTP -> folder.resolve("place");
            case S3 -> folder.resolve("s3/bucket");
            case REST -> folder.resolve("rest");
            case RCLONE -> folder.resolve("remote");
        };
    }

    private void s3() throws IOException {
        assumeTrue(
                Files.isDirectory(S3PROXY),
                "SKIPPED: no S3 server: ./mvnw -f controller/src/test/s3proxy/pom.xml dependency:copy-dependencies");
        Files.createDirectories(repository());
        int port = freePort();
        var file = folder.resolve("s3proxy.conf");
        Files.write(
                file,
                List.of(
                        "s3proxy.authorization=aws-v2-or-v4",
                        "s3proxy.endpoint=http://127.0.0.1:" + port,
                        "s3proxy.identity=usenet",
                        "s3proxy.credential=very-secret",
                        "jclouds.provider=filesystem-nio2",
                        "jclouds.filesystem.basedir=" + repository().getParent()));
        serve(
                port,
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                S3PROXY.toAbsolutePath() + "/*",
                "org.gaul.s3proxy.Main",
                "--properties",
                file.toString());
        place = "s3:http://127.0.0.1:%d/bucket".formatted(port);
        environment.put("AWS_ACCESS_KEY_ID", "usenet");
        environment.put("AWS_SECRET_ACCESS_KEY", "very-secret");
    }

    private void sftp() throws IOException {
        var sshd = Path.of("/usr/sbin/sshd");
        assumeTrue(Files.isExecutable(sshd), "SKIPPED: the server of OpenSSH is not installed");
        Files.createDirectories(Path.of("/run/sshd"));
        for (var key : List.of("host", "id", "other")) {
            run(
                    "ssh-keygen",
                    "-q",
                    "-t",
                    "ed25519",
                    "-N",
                    "",
                    "-f",
                    folder.resolve(key).toString());
        }
        int port = freePort();
        var file = folder.resolve("sshd_config");
        Files.write(
                file,
                List.of(
                        "ListenAddress 127.0.0.1",
                        "Port " + port,
                        "HostKey " + folder.resolve("host"),
                        "PidFile none",
                        "AuthorizedKeysFile " + folder.resolve("id.pub"),
                        "StrictModes no",
                        "UsePAM no",
                        "PasswordAuthentication no",
                        "Subsystem sftp internal-sftp"));
        serve(port, sshd.toString(), "-D", "-e", "-f", file.toString());
        place = "sftp://%s@127.0.0.1:%d/%s".formatted(System.getProperty("user.name"), port, repository());
    }

    private void rest() throws IOException {
        require("rclone", "version");
        int port = freePort();
        // The server's own command line is the test's, and has the password in a file all the same.
        var passwords = folder.resolve("htpasswd");
        Files.writeString(passwords, "usenet:" + run("openssl", "passwd", "-apr1", "very-secret"));
        serve(
                port,
                "rclone",
                "serve",
                "restic",
                Files.createDirectories(repository()).toString(),
                "--addr",
                "127.0.0.1:" + port,
                "--htpasswd",
                passwords.toString());
        place = "rest:http://usenet:very-secret@127.0.0.1:%d/".formatted(port);
    }

    private void rclone() throws IOException {
        require("rclone", "version");
        var config = folder.resolve("rclone.conf");
        Files.write(
                config,
                List.of(
                        "[nas]",
                        "type = crypt",
                        "remote = " + Files.createDirectories(repository()),
                        "password = " + run("rclone", "obscure", "very-secret").strip()));
        environment.put("RCLONE_CONFIG", config.toString());
        place = "rclone:nas:repository";
    }

    private void serve(int port, String... argv) {
        server = Optional.of(PROGRAMS.start(Command.of(Duration.ofHours(1), argv), _ -> {}, _ -> {}));
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!answers(port)) {
            assertThat(System.nanoTime()).as("%s does not answer", argv[0]).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    static String run(String... argv) {
        var outcome = PROGRAMS.run(Command.of(Duration.ofMinutes(2), argv));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Exited.class,
                        exited -> assertThat(exited.code()).as(exited.stderr()).isZero());
        return ((Exited) outcome).stdout();
    }

    /// Takes the server away; the place stays as it is.
    void down() {
        server.ifPresent(program -> program.end(Duration.ofSeconds(3)));
        server = Optional.empty();
    }

    @Override
    public void close() {
        down();
    }
}
