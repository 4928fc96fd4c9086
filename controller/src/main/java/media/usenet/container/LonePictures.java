package media.usenet.container;

/// Makes pictures of H.265 decodable that begin an open group of pictures.
final class LonePictures {

    private static final int CRA = 21;
    private static final int BLA_N_LP = 18;

    private LonePictures() {}

    /// A decoder drops a CRA picture that follows another one without what lies between; as BLA it is taken
    /// for what it is here, a splice. The two have the same syntax (ITU-T H.265, 7.4.2.2).
    static byte[] spliced(byte[] packet, int lengthBytes) {
        var at = 0;
        while (lengthBytes > 0 && at + lengthBytes < packet.length) {
            var length = 0L;
            for (var i = 0; i < lengthBytes; i++) {
                length = (length << 8) | (packet[at + i] & 0xff);
            }
            at += lengthBytes;
            if (((packet[at] >> 1) & 0x3f) == CRA) {
                packet[at] = (byte) ((packet[at] & 0x81) | (BLA_N_LP << 1));
            }
            at = (int) Math.min(packet.length, at + length);
        }
        return packet;
    }
}
