package media.usenet.restic;

import java.util.List;
import java.util.regex.Pattern;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// Why restic did not do what it was asked, told from how it ended: by the code where it is 0.17 or newer, else by
/// its words and those of the programs and servers below it.
///
/// @param what fills in where the repository is
record Trouble(Problem problem, String what, String remedy) {

    private static final int ABSENT = 10;
    private static final int LOCKED = 11;
    private static final int WRONG_PASSWORD = 12;

    private static final Trouble NO_KEY = new Trouble(
            Problem.BACKUP_LOCKED,
            "the password does not open %s",
            "put the password it was made with into its password file: usenet backup destinations");
    private static final Trouble NONE_THERE = new Trouble(
            Problem.DESTINATION_FAILED,
            "there is no repository at %s",
            "check its address; the first backup to it makes it: usenet backup create --to");
    private static final Trouble HELD = new Trouble(
            Problem.DESTINATION_FAILED,
            "%s is locked by another program that uses it",
            "wait until that one is done; if its machine is gone for good: restic unlock --remove-all");
    private static final Trouble OTHER = new Trouble(
            Problem.DESTINATION_FAILED,
            "restic failed at %s",
            "check the address, the password file and the connection: usenet backup destinations");

    private record Sign(Pattern words, Trouble trouble) {

        static Sign of(String words, Problem problem, String what, String remedy) {
            return new Sign(Pattern.compile(words, Pattern.CASE_INSENSITIVE), new Trouble(problem, what, remedy));
        }
    }

    /// The first that fits; what is nearer to the cause stands before what follows from it.
    private static final List<Sign> SIGNS = List.of(
            Sign.of(
                    "no space left on device|quota exceeded|QuotaExceeded|insufficient storage|\\b507\\b",
                    Problem.DESTINATION_FAILED,
                    "%s is full",
                    "make room there, then remove old backups: usenet backup prune"),
            Sign.of(
                    "read-only file system",
                    Problem.DESTINATION_FAILED,
                    "%s can only be read",
                    "mount it for writing, and see in the kernel's log why it was not"),
            Sign.of(
                    "host key verification failed|REMOTE HOST IDENTIFICATION HAS CHANGED",
                    Problem.DESTINATION_FAILED,
                    "%s is not the machine that it was",
                    "find out why its key has changed; then remove its line from the file of known hosts"),
            Sign.of(
                    "permission denied|unauthorized|forbidden|access denied|AccessDenied|InvalidAccessKeyId"
                            + "|SignatureDoesNotMatch|\\b40[13]\\b",
                    Problem.DESTINATION_FAILED,
                    "%s refuses to let this machine in",
                    "correct the credentials in its environment file, or its key: usenet backup destinations"),
            Sign.of(
                    "didn't find section in config file",
                    Problem.DESTINATION_FAILED,
                    "rclone knows no remote of the name in %s",
                    "make it: rclone config; its file is the one named by RCLONE_CONFIG in the environment file"),
            Sign.of(
                    "executable file not found",
                    Problem.DESTINATION_FAILED,
                    "a program is not installed that %s is reached with",
                    "install rclone, or the client of OpenSSH"),
            Sign.of(
                    "connection refused|connection reset|connection timed out|no route to host|network is unreachable"
                            + "|no such host|could not resolve|name resolution|i/o timeout|handshake timeout"
                            + "|connection closed by",
                    Problem.DESTINATION_FAILED,
                    "%s cannot be reached",
                    "see whether it is on and this machine is online, then back up again"),
            Sign.of(
                    "unable to start the sftp session",
                    Problem.DESTINATION_FAILED,
                    "%s cannot be reached, or does not let this machine in",
                    "see what ssh says of it, as the user that the controller runs as"),
            Sign.of(
                    "config or key \\S+ is damaged",
                    Problem.BACKUP_DAMAGED,
                    "the repository %s is damaged, or its making was broken off",
                    "if no backup was ever made there, empty it and back up again; else use another destination"),
            Sign.of(
                    "ciphertext verification failed|does not match|not found in (index|repository)|hash .* mismatch"
                            + "|invalid data returned|wrong data|contains errors|unable to load|failed to load"
                            + "|unexpected EOF|is damaged|decrypt|Unmarshal",
                    Problem.BACKUP_DAMAGED,
                    "the repository %s is damaged",
                    "back up to another destination now; then see what can be saved: restic check --read-data"));

    static Trouble of(int code, String error) {
        return switch (code) {
            case ABSENT -> NONE_THERE;
            case LOCKED -> HELD;
            case WRONG_PASSWORD -> NO_KEY;
            default -> told(error);
        };
    }

    private static Trouble told(String error) {
        if (error.contains("wrong password or no key found")) {
            return NO_KEY;
        }
        if (error.contains("already locked")) {
            return HELD;
        }
        return SIGNS.stream()
                .filter(sign -> sign.words().matcher(error).find())
                .map(Sign::trouble)
                .findFirst()
                .orElse(saysAbsent(error) ? NONE_THERE : OTHER);
    }

    /// Only what is certain to be missing may be made: a line that is down must never lead to a second repository.
    boolean absent() {
        return equals(NONE_THERE);
    }

    boolean held() {
        return equals(HELD);
    }

    /// In the words of each kind of place (restic 0.14).
    private static boolean saysAbsent(String error) {
        return error.contains("repository does not exist")
                || (error.contains("unable to open config file")
                        && (error.contains("no such file or directory") || error.contains("does not exist")));
    }

    ProblemException problem(String verb, Repository repository, String error) {
        return new ProblemException(
                problem,
                "cannot %s: %s: %s".formatted(verb, what.formatted(repository), Repository.shown(line(error))),
                remedy);
    }

    /// The line that says why: before it stand retries, after it where in restic's own text it happened.
    private static String line(String error) {
        return error.lines()
                .filter(line -> line.startsWith("Fatal:"))
                .findFirst()
                .or(() -> error.lines().filter(line -> !line.isBlank()).findFirst())
                .orElse("it said nothing")
                .strip();
    }
}
