package media.usenet.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import media.usenet.fetch.FetchException.Kind;

/// Finds the addresses that a host may be asked at, or why it may not. What is returned is what must be connected
/// to: asking DNS again could bring another answer.
final class AddressCheck {

    // Names that no public server has: RFC 6761, RFC 6762, RFC 8375, ICANN's .internal, and what routers make up.
    private static final Set<String> PRIVATE = Set.of(
            "corp", "home", "home.arpa", "internal", "intranet", "lan", "local", "localdomain", "localhost", "private");

    private final Resolver resolver;
    private final Permitted permitted;

    AddressCheck(Resolver resolver, Permitted permitted) {
        this.resolver = resolver;
        this.permitted = permitted;
    }

    /// @throws FetchException `REFUSED` when one of its addresses is not public, whatever the others are
    List<InetAddress> addresses(WebAddress address) throws FetchException, InterruptedException {
        var literal = address.literal();
        if (literal != null) {
            mustBePublic(address, literal);
            return List.of(literal);
        }
        mustBePublicName(address.host());
        var found = resolved(address.host());
        for (var each : found) {
            mustBePublic(address, each);
        }
        return found;
    }

    private void mustBePublicName(String host) throws FetchException {
        var made = !host.contains(".") || PRIVATE.stream().anyMatch(name -> host.endsWith("." + name));
        if (made && !permitted.host(host)) {
            throw refused(host, "is a name within a private network");
        }
    }

    private void mustBePublic(WebAddress address, InetAddress each) throws FetchException {
        if (permitted.host(address.host()) || permitted.address(each)) {
            return;
        }
        var refusal = AddressRules.refusal(each);
        if (refusal.isPresent()) {
            var detail = "is at %s, which is no public address (%s)".formatted(each.getHostAddress(), refusal.get());
            throw refused(address.host(), detail);
        }
    }

    private static FetchException refused(String host, String because) {
        return new FetchException(
                Kind.REFUSED,
                "%s %s".formatted(host, because),
                "use a public address; an administrator may permit this host with fetch.allow");
    }

    /// On a platform thread of its own: the system's resolver cannot be interrupted, only left behind, and holds the
    /// thread beneath a virtual one, of which there are as many as processors, for as long as DNS does not answer.
    private List<InetAddress> resolved(String host) throws FetchException, InterruptedException {
        var answer = new FutureTask<>(() -> resolver.resolve(host));
        Thread.ofPlatform().daemon().name("dns").start(answer);
        try {
            var found = answer.get();
            if (found.isEmpty()) {
                throw unknown(host, new UnknownHostException(host));
            }
            return List.copyOf(found);
        } catch (ExecutionException e) {
            throw unknown(host, e);
        }
    }

    private static FetchException unknown(String host, Throwable cause) {
        return new FetchException(
                Kind.NETWORK, "the host %s is not known".formatted(host), "check how it is spelled", null, cause);
    }
}
