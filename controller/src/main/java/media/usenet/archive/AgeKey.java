package media.usenet.archive;

import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.regex.Pattern;
import media.usenet.host.WholeFile;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// An age identity, in a file as `age-keygen` writes it: what encrypts a backup, and what opens it.
public final class AgeKey {

    private static final Pattern SECRET = Pattern.compile("(?m)^AGE-SECRET-KEY-1[A-Z0-9]{58}$");
    private static final Pattern PUBLIC = Pattern.compile("(?m)^# public key: (age1[a-z0-9]{58})$");

    private final Path file;
    private final String secret;
    private final String recipient;

    private AgeKey(Path file, String secret, String recipient) {
        this.file = file;
        this.secret = secret;
        this.recipient = recipient;
    }

    /// The key in the file; a new one where there is no file yet, readable by its owner alone.
    public static AgeKey ensure(Path file) {
        if (!Files.exists(file)) {
            WholeFile.writePrivate(file, generated());
        }
        return read(file);
    }

    /// @throws ProblemException `FILE_NOT_READ`, without ever telling what stands in it
    public static AgeKey read(Path file) {
        try {
            var text = Files.readString(file);
            var secret = SECRET.matcher(text);
            var recipient = PUBLIC.matcher(text);
            if (secret.find() && recipient.find()) {
                return new AgeKey(file, secret.group(), recipient.group(1));
            }
        } catch (IOException e) {
            throw notRead(file, "cannot be read", e);
        }
        throw notRead(file, "holds no age identity with its public key", new IOException("no identity"));
    }

    private static ProblemException notRead(Path file, String what, IOException e) {
        return new ProblemException(
                Problem.FILE_NOT_READ,
                "the key file %s %s".formatted(file, what),
                "it has to be as age-keygen writes it, with its line '# public key: age1...'",
                e);
    }

    private static String generated() {
        try {
            var pair = new X25519KeyPairGenerator().generateKeyPair();
            return "# usenet backup key: without this file no encrypted backup can be read. Keep a copy elsewhere.\n"
                    + "# public key: " + text(pair.getPublic().getEncoded()) + "\n"
                    + text(pair.getPrivate().getEncoded()) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no X25519", e);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    public Path file() {
        return file;
    }

    /// The public half: whom a backup is encrypted to.
    public String recipient() {
        return recipient;
    }

    OutputStream encrypting(OutputStream to) throws IOException {
        WritableByteChannel channel = Channels.newChannel(to);
        try {
            var writer = X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient);
            return Channels.newOutputStream(
                    new StandardEncryptingChannelFactory().newEncryptingChannel(channel, List.of(writer)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt to " + recipient, e);
        }
    }

    InputStream decrypting(InputStream from) throws IOException {
        ReadableByteChannel channel = Channels.newChannel(from);
        try {
            var reader = X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(secret);
            return Channels.newInputStream(
                    new StandardDecryptingChannelFactory().newDecryptingChannel(channel, List.of(reader)));
        } catch (GeneralSecurityException e) {
            throw new ProblemException(
                    Problem.BACKUP_LOCKED,
                    "the key in %s does not open this backup".formatted(file),
                    "name the key that it was made with: --key FILE",
                    e);
        }
    }

    @Override
    public String toString() {
        return recipient;
    }
}
