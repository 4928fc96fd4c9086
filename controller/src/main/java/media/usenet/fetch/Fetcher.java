package media.usenet.fetch;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.LongConsumer;
import media.usenet.fetch.FetchException.Kind;

/// Downloads files over HTTP from public addresses; everything private is as if it did not exist.
public final class Fetcher {

    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final AddressCheck check;
    private final Function<FetchLimits, Door> doors;

    Fetcher(Resolver resolver, Permitted permitted, Function<FetchLimits, Door> doors) {
        this.check = new AddressCheck(resolver, permitted);
        this.doors = doors;
    }

    /// @param permitted hosts and CIDR ranges that may be asked although they are not public
    /// @throws IllegalArgumentException when one of them is neither
    public static Fetcher permitting(List<String> permitted) {
        return new Fetcher(Resolver::ofTheSystem, Permitted.of(permitted), HttpDoor::new);
    }

    /// As [#fetch(String, Map, Path, FetchLimits, LongConsumer)], without headers.
    public Fetched fetch(URI uri, Path target, FetchLimits limits, LongConsumer onBytes)
            throws FetchException, InterruptedException {
        return fetch(uri.toString(), Map.of(), target, limits, onBytes);
    }

    /// Downloads to a `.part` beside the target, syncs it and renames it. A cut connection is taken up again where
    /// the server can. An interrupt ends it at once, in every phase.
    ///
    /// @param url as a person wrote it: it is parsed strictly, and not as `URI` would
    /// @param headers such as `Authorization`; no other host than the first one sees them
    /// @param target absolute; its folder is there
    /// @param onBytes told how many bytes are there, as they come, from another thread
    /// @throws FetchException with nothing left behind
    public Fetched fetch(String url, Map<String, String> headers, Path target, FetchLimits limits, LongConsumer onBytes)
            throws FetchException, InterruptedException {
        var request = new Download.Request(parsed(url), Map.copyOf(headers), target, limits, onBytes);
        var watch = new Watch(limits.total());
        var task = new FutureTask<>(new Download(request, check, doors, watch));
        var worker = Thread.startVirtualThread(task);
        try {
            return awaited(task, watch);
        } finally {
            worker.interrupt();
            leave(worker);
        }
    }

    /// Looks whether an address may be asked, and asks nothing but DNS: for requests that are to be refused early.
    ///
    /// @throws FetchException `REFUSED` when it may not; `NETWORK` when the host is not known
    public void mayBeAsked(String url) throws FetchException, InterruptedException {
        check.addresses(parsed(url));
    }

    static WebAddress parsed(String url) throws FetchException {
        try {
            return WebAddress.parse(url);
        } catch (WebAddress.Malformed e) {
            throw new FetchException(Kind.REFUSED, e.detail(), "write it as https://host/path");
        }
    }

    private static Fetched awaited(FutureTask<Fetched> task, Watch watch) throws FetchException, InterruptedException {
        while (true) {
            try {
                return task.get(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                var late = watch.late();
                if (!late.isEmpty()) {
                    throw new FetchException(Kind.TIMEOUT, late + " took too long", "try again later");
                }
            } catch (ExecutionException e) {
                throw failure(e);
            }
        }
    }

    private static FetchException failure(ExecutionException e) {
        return switch (e.getCause()) {
            case FetchException expected -> expected;
            case RuntimeException bug -> throw bug;
            case null, default -> throw new IllegalStateException(e);
        };
    }

    /// Until its part is gone. The interrupt that brought us here is not to cut this short.
    private static void leave(Thread worker) {
        var interrupted = Thread.interrupted();
        try {
            worker.join(FAREWELL);
        } catch (InterruptedException _) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
