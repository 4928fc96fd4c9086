package media.usenet.restic;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// The key that a place behind SSH is entered with, and the file of the hosts that were met before: a host that
/// comes back with another key is refused.
public record SshLogin(Path key, Path knownHosts) {

    private static final Pattern SHORT = Pattern.compile("sftp:(?!//)(?:(?<user>[^@:/]+)@)?(?<host>[^:/@]+):.*");
    private static final Pattern LONG = Pattern.compile(
            "sftp://(?:(?<user>[^@:/]+)@)?(?<host>[^:/@\\[\\]]+|\\[[0-9a-fA-F:]+])(?::(?<port>\\d+))?/.*");
    private static final Pattern PLAIN = Pattern.compile("[\\w.\\[\\]:-]+");

    /// How restic is to start `ssh` for this place. It never asks: nobody is there to answer.
    String command(String place) {
        var address = Address.of(place);
        return "ssh -o BatchMode=yes -o ConnectTimeout=20 -o ServerAliveInterval=30 -o IdentitiesOnly=yes"
                + " -o StrictHostKeyChecking=accept-new -o 'UserKnownHostsFile=%s' -i '%s'%s%s -s -- %s sftp"
                        .formatted(
                                knownHosts,
                                key,
                                address.port().map(port -> " -p " + port).orElse(""),
                                address.user().map(user -> " -l " + user).orElse(""),
                                address.host());
    }

    private record Address(Optional<String> user, String host, Optional<String> port) {

        /// A host that begins with a dash would be an option of `ssh`.
        static Address of(String place) {
            var inFull = LONG.matcher(place);
            var inShort = SHORT.matcher(place);
            boolean full = inFull.matches();
            if (!full && !inShort.matches()) {
                throw refused(place);
            }
            var match = full ? inFull : inShort;
            var user = Optional.ofNullable(match.group("user"));
            var host = match.group("host").replaceAll("[\\[\\]]", "");
            if (host.startsWith("-")
                    || !plain(host)
                    || !user.map(Address::plain).orElse(true)) {
                throw refused(place);
            }
            return new Address(user, host, full ? Optional.ofNullable(match.group("port")) : Optional.empty());
        }

        private static boolean plain(String text) {
            return !text.startsWith("-") && PLAIN.matcher(text).matches();
        }

        private static ProblemException refused(String place) {
            return new ProblemException(
                    Problem.BACKUP_POLICY_INVALID,
                    "'%s' is no place behind SSH".formatted(Repository.shown(place)),
                    "write sftp:user@host:/folder, or sftp://user@host:port//folder");
        }
    }
}
