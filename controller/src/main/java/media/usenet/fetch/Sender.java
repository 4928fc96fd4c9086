package media.usenet.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.regex.Pattern;
import media.usenet.fetch.FetchException.Kind;
import org.apache.hc.core5.http.ClassicHttpResponse;

/// Sends messages to addresses that users name, by the rules that downloads are made by: public addresses only, the
/// one that was checked is the one that is connected to, and no redirect is followed.
public final class Sender {

    private static final int MOST_OF_ANSWER = 64 << 10;
    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

    private final AddressCheck check;
    private final Function<FetchLimits, Door> doors;

    Sender(Resolver resolver, Permitted permitted, Function<FetchLimits, Door> doors) {
        this.check = new AddressCheck(resolver, permitted);
        this.doors = doors;
    }

    /// @param permitted hosts and CIDR ranges that may be asked although they are not public
    public static Sender permitting(List<String> permitted) {
        return new Sender(Resolver::ofTheSystem, Permitted.of(permitted), HttpDoor::new);
    }

    /// What the server said.
    ///
    /// @param text the beginning of it, at most 64 KiB
    /// @param retryAfter how long it asks to be left alone
    public record Answer(int status, String text, Optional<Duration> retryAfter) {}

    /// @param most time from the first look at DNS to the last byte of the answer that is kept
    /// @throws FetchException `REFUSED`, `NETWORK` or `TIMEOUT`
    public Answer post(String url, Map<String, String> headers, String body, Duration most)
            throws FetchException, InterruptedException {
        var address = Fetcher.parsed(url);
        try (var door = doors.apply(FetchLimits.USUAL.withPatience(most, most, most))) {
            var exchange = new FutureTask<>(() -> exchange(door, address, headers, body));
            var worker = Thread.startVirtualThread(exchange);
            try {
                return exchange.get(most.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                throw new FetchException(
                        Kind.TIMEOUT, "no whole answer within %d s".formatted(most.toSeconds()), "answer sooner");
            } catch (ExecutionException e) {
                throw failure(e);
            } finally {
                worker.interrupt();
            }
        }
    }

    private Answer exchange(Door door, WebAddress address, Map<String, String> headers, String body)
            throws FetchException, IOException, InterruptedException {
        var at = check.addresses(address);
        var response = door.post(address, at, headers, body.getBytes(StandardCharsets.UTF_8));
        var entity = response.getEntity();
        var text = entity == null ? "" : beginning(entity.getContent());
        // The answer itself is not closed: that would read an endless one to its end. The door's closing ends it.
        return new Answer(response.getCode(), text, retryAfter(response));
    }

    private static String beginning(InputStream content) throws IOException {
        return new String(content.readNBytes(MOST_OF_ANSWER), StandardCharsets.UTF_8);
    }

    private static Optional<Duration> retryAfter(ClassicHttpResponse response) {
        return Optional.ofNullable(response.getFirstHeader("Retry-After"))
                .filter(header -> SECONDS.matcher(header.getValue()).matches())
                .map(header -> Duration.ofSeconds(Long.parseLong(header.getValue())));
    }

    private static FetchException failure(ExecutionException e) {
        return switch (e.getCause()) {
            case FetchException expected -> expected;
            case IOException network ->
                new FetchException(Kind.NETWORK, reason(network), "see that it can be reached", null, network);
            case RuntimeException bug -> throw bug;
            case null, default -> throw new IllegalStateException(e);
        };
    }

    private static String reason(IOException e) {
        return "%s: %s".formatted(e.getClass().getSimpleName(), e.getMessage());
    }
}
