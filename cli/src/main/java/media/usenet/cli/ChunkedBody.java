package media.usenet.cli;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;

/// The content of an answer that comes in chunks, each after its length in hexadecimal (RFC 9112, section 7.1).
final class ChunkedBody extends FilterInputStream {

    private long left;
    private boolean first = true;
    private boolean ended;

    ChunkedBody(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (left == 0 && !ended) {
            nextChunk();
        }
        if (ended) {
            return -1;
        }
        int count = in.read(bytes, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new EOFException("the answer ends within a chunk");
        }
        left -= count;
        return count;
    }

    /// Of this chunk alone: what follows on it may be a length and no content, and whoever reads on because there is
    /// something would wait for the next chunk while holding back this one.
    @Override
    public int available() throws IOException {
        return (int) Math.min(left, in.available());
    }

    private void nextChunk() throws IOException {
        if (!first && !HttpAnswer.line(in).isEmpty()) {
            throw new ProtocolException("a chunk is longer than it said");
        }
        first = false;
        left = length(HttpAnswer.line(in));
        if (left == 0) {
            ended = true;
            skipTrailers();
        }
    }

    private static long length(String line) throws ProtocolException {
        int end = line.indexOf(';');
        try {
            long length = Long.parseLong((end < 0 ? line : line.substring(0, end)).strip(), 16);
            if (length >= 0) {
                return length;
            }
        } catch (NumberFormatException e) {
            // told below, as a negative length is
        }
        throw new ProtocolException("a chunk without a length");
    }

    private void skipTrailers() throws IOException {
        var trailer = HttpAnswer.line(in);
        while (!trailer.isEmpty()) {
            trailer = HttpAnswer.line(in);
        }
    }
}
