package media.usenet.services;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import media.usenet.catalog.HealthProbe;
import media.usenet.docker.Container;
import media.usenet.plan.PlannedService;

/// Asks a running service whether it is well, from this machine, over its published port.
final class ServiceProbe {

    private final Duration patience;

    ServiceProbe(Duration patience) {
        this.patience = patience;
    }

    /// Empty when there is nothing to ask, or no published port to ask at: then Docker's own word stands.
    Optional<Probed> ask(PlannedService service, Container container) {
        if (!(service.definition().health() instanceof HealthProbe.Http http) || isCompanion(service)) {
            return Optional.empty();
        }
        return port(http, service, container).map(port -> ask(http, uri(http, port)));
    }

    /// The published port of the one that the probe names. A service that listens on whatever is published has the same
    /// number on both sides, perhaps another one than the probe's: the one where its pages open.
    private static Optional<Container.Port> port(HealthProbe.Http http, PlannedService service, Container container) {
        var ports = container.ports().stream()
                .filter(port -> port.protocol().equals("tcp") && !port.address().contains(":"))
                .toList();
        return ports.stream()
                .filter(port -> port.containerPort() == http.port())
                .findFirst()
                .or(() -> ports.stream()
                        .filter(port -> port.containerPort() == port.hostPort())
                        .filter(port -> port.hostPort() == pages(service))
                        .findFirst());
    }

    private static int pages(PlannedService service) {
        return URI.create(service.url()).getPort();
    }

    private static boolean isCompanion(PlannedService service) {
        return !service.name().equals(service.definition().name());
    }

    private static URI uri(HealthProbe.Http http, Container.Port port) {
        var host = port.address().equals("0.0.0.0") ? "127.0.0.1" : port.address();
        return URI.create("%s://%s:%d%s".formatted(http.scheme(), host, port.hostPort(), http.path()));
    }

    private Probed ask(HealthProbe.Http http, URI uri) {
        try {
            var connection = open(uri.toURL());
            connection.setInstanceFollowRedirects(false);
            connection.setConnectTimeout((int) patience.toMillis());
            connection.setReadTimeout((int) patience.toMillis());
            int status = connection.getResponseCode();
            connection.disconnect();
            return new Probed(http.okStatus().contains(status), "answers %d to %s".formatted(status, http.path()));
        } catch (IOException e) {
            return new Probed(false, "does not answer at %s: %s".formatted(uri, e.getMessage()));
        }
    }

    private static HttpURLConnection open(URL url) throws IOException {
        var connection = (HttpURLConnection) url.openConnection();
        if (connection instanceof HttpsURLConnection secured) {
            secured.setSSLSocketFactory(anyCertificate().getSocketFactory());
            secured.setHostnameVerifier((_, _) -> true);
        }
        return connection;
    }

    /// These are services of this machine asked on this machine, with certificates that they made themselves; nothing
    /// secret is sent.
    private static SSLContext anyCertificate() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new TrustsAll()}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no TLS in this runtime", e);
        }
    }

    private static final class TrustsAll implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
