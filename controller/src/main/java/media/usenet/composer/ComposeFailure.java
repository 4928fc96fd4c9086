package media.usenet.composer;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import media.usenet.docker.EngineFailure;
import media.usenet.host.Outcome.Exited;
import media.usenet.problem.Flaw;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// Tells what a failed Compose command means.
final class ComposeFailure {

    private static final int NAMED = 3;
    private static final Pattern UNREACHABLE = Pattern.compile("(?m)^(?! )(?:.*Cannot connect to the Docker daemon"
            + "|.*permission denied while trying to connect to the Docker daemon"
            + "|.*Error while fetching server API version).*$");
    private static final Pattern REJECTED =
            Pattern.compile("(?m)^(?:.* is invalid because:|yaml[.:].*|validating .*|.* which is undefined.*)$");
    // A file that cannot be read, and one that is wrong.
    private static final List<Integer> FILE_CODES = List.of(14, 15);

    private ComposeFailure() {}

    /// The failure, if it was one: pulling goes on after an image that cannot be had, and may end well all the same.
    static Optional<ProblemException> of(ComposeCommand<?> command, Exited exited, URI host) {
        var stderr = exited.stderr();
        var unreachable = UNREACHABLE.matcher(stderr);
        if (!exited.succeeded() && unreachable.find()) {
            return Optional.of(unreachable(unreachable.group(), host));
        }
        if (command instanceof ComposeCommand.Pull pull) {
            var reasons = ComposeWords.notPulled(stderr);
            if (!reasons.isEmpty()) {
                return Optional.of(notPulled(pull.images(), reasons));
            }
        }
        return exited.succeeded() ? Optional.empty() : Optional.of(failed(command, exited));
    }

    private static ProblemException failed(ComposeCommand<?> command, Exited exited) {
        var stderr = exited.stderr();
        if (isRejection(command, exited)) {
            return new ProblemException(
                    Problem.COMPOSE_REJECTED,
                    "Compose refuses the files: " + ComposeWords.error(stderr),
                    "correct compose.override.yaml or the template that it names");
        }
        return ComposeWords.missingImage(stderr)
                .map(ComposeFailure::missing)
                .or(() -> ComposeWords.unhealthy(stderr).map(ComposeFailure::unhealthy))
                .orElseGet(() -> new ProblemException(
                        Problem.COMPOSE_FAILED,
                        "Compose failed: " + ComposeWords.error(stderr),
                        "put right what it names, then run the command again: what is done stays done"));
    }

    private static boolean isRejection(ComposeCommand<?> command, Exited exited) {
        return switch (command) {
            case ComposeCommand.Validate _, ComposeCommand.Model _, ComposeCommand.ConfigHashes _ -> true;
            case ComposeCommand.Pull _,
                    ComposeCommand.Create _,
                    ComposeCommand.Up _,
                    ComposeCommand.Down _,
                    ComposeCommand.Start _,
                    ComposeCommand.Stop _,
                    ComposeCommand.Restart _ ->
                FILE_CODES.contains(exited.code())
                        || REJECTED.matcher(exited.stderr()).find();
        };
    }

    private static ProblemException unreachable(String words, URI host) {
        var because = words.toLowerCase(Locale.ROOT).contains("permission denied")
                ? "permission denied"
                : "nobody listens there";
        return EngineFailure.unreachable(because, host);
    }

    private static ProblemException missing(String image) {
        return new ProblemException(
                Problem.IMAGE_NOT_PULLED,
                "the image %s is not on this machine".formatted(image),
                "fetch it with: docker pull " + image);
    }

    private static ProblemException unhealthy(String container) {
        return new ProblemException(
                Problem.COMPOSE_FAILED,
                "%s did not become healthy, so what waits for it was not started".formatted(container),
                "see why: docker logs --tail 50 " + container);
    }

    private static ProblemException notPulled(Map<String, String> images, Map<String, String> reasons) {
        var flaws = reasons.entrySet().stream()
                .map(reason ->
                        new Flaw(reason.getKey(), images.getOrDefault(reason.getKey(), ""), brief(reason.getValue())))
                .toList();
        var named = flaws.stream().limit(NAMED).map(Flaw::key).collect(Collectors.joining(", "));
        var more = flaws.size() > NAMED ? " and %d more".formatted(flaws.size() - NAMED) : "";
        var registries =
                flaws.stream().map(flaw -> registry(flaw.key())).distinct().collect(Collectors.joining(", "));
        return new ProblemException(
                Problem.IMAGE_NOT_PULLED,
                "could not fetch %s%s from %s; everything that has its image keeps working"
                        .formatted(named, more, registries),
                "check that this machine reaches %s, then run the command again".formatted(registries),
                flaws);
    }

    /// `Get "https://lscr.io/v2/": dial tcp: lookup lscr.io on 10.0.0.1:53: no such host` is `no such host`.
    private static String brief(String reason) {
        return reason.startsWith("Get \"") ? reason.substring(reason.lastIndexOf(": ") + 2) : reason;
    }

    /// Where a reference's image comes from: the first part, if it looks like a host.
    static String registry(String reference) {
        var first = reference.split("/", 2)[0];
        var host = reference.contains("/") && (first.contains(".") || first.contains(":") || first.equals("localhost"));
        return host ? first : "docker.io";
    }
}
