package media.usenet.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.HttpConnectionFactory;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/// One HTTP client for one download, with everything off that would act by itself: it connects to the addresses
/// that it is given and to no other, follows nothing, keeps nothing, unpacks nothing.
final class HttpDoor implements Door {

    private static final Timeout PEEK = Timeout.ofMilliseconds(20);

    private final CloseableHttpClient client;
    private volatile List<InetAddress> pinned = List.of();
    private volatile @Nullable ManagedHttpClientConnection connection;

    HttpDoor(FetchLimits limits) {
        var connect = Timeout.of(limits.connect());
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new Pinned())
                .setConnectionFactory(remembering())
                .setDefaultConnectionConfig(
                        ConnectionConfig.custom().setConnectTimeout(connect).build())
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(connect).build())
                .build();
        var requests = RequestConfig.custom()
                .setResponseTimeout(Timeout.of(limits.firstByte()))
                .setProtocolUpgradeEnabled(false)
                .build();
        this.client = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(requests)
                .setConnectionReuseStrategy((_, _, _) -> false)
                .setUserAgent("usenet-media-stack")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    private final class Pinned implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            if (pinned.isEmpty()) {
                throw new UnknownHostException(host);
            }
            return pinned.toArray(InetAddress[]::new);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    private HttpConnectionFactory<ManagedHttpClientConnection> remembering() {
        return new HttpConnectionFactory<>() {
            @Override
            public ManagedHttpClientConnection createConnection(@Nullable Socket socket) throws IOException {
                var made = ManagedHttpClientConnectionFactory.INSTANCE.createConnection(socket);
                connection = made;
                return made;
            }
        };
    }

    @Override
    public ClassicHttpResponse get(WebAddress address, List<InetAddress> at, Map<String, String> headers)
            throws IOException {
        return ask(new HttpGet("/"), address, at, headers);
    }

    @Override
    public ClassicHttpResponse post(WebAddress address, List<InetAddress> at, Map<String, String> headers, byte[] body)
            throws IOException {
        var request = new HttpPost("/");
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        return ask(request, address, at, headers);
    }

    private ClassicHttpResponse ask(
            HttpUriRequestBase request, WebAddress address, List<InetAddress> at, Map<String, String> headers)
            throws IOException {
        pinned = at;
        request.setScheme(address.scheme());
        request.setPath(address.target());
        headers.forEach(request::setHeader);
        request.setHeader("Accept", "*/*");
        request.setHeader("Accept-Encoding", "identity");
        request.setHeader("Connection", "close");
        return client.executeOpen(new HttpHost(address.scheme(), address.host(), address.port()), request, null);
    }

    @Override
    public boolean moreThanDeclared() {
        var present = connection;
        try {
            return present != null && present.isOpen() && present.isDataAvailable(PEEK);
        } catch (IOException _) {
            // The server has closed: there is no more.
            return false;
        }
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
