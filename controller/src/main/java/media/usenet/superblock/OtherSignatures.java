package media.usenet.superblock;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// What is known by its signature alone: enough to say what it is, and to leave it alone.
final class OtherSignatures {

    private enum Kind {
        FILE_SYSTEM,
        MEMBER,
        ARRAY
    }

    /// @param position below zero from the end of the device
    private record Signature(Kind kind, String type, long position, String hex) {}

    /// The types are those that blkid(8) prints.
    private static final List<Signature> SIGNATURES = List.of(
            new Signature(Kind.FILE_SYSTEM, "f2fs", 1024, "1020f5f2"),
            new Signature(Kind.FILE_SYSTEM, "squashfs", 0, "68737173"),
            new Signature(Kind.FILE_SYSTEM, "erofs", 1024, "e2e1f5e0"),
            new Signature(Kind.FILE_SYSTEM, "iso9660", 32769, "4344303031"),
            new Signature(Kind.FILE_SYSTEM, "udf", 32769, "4245413031"),
            new Signature(Kind.FILE_SYSTEM, "jfs", 32768, "4a465331"),
            new Signature(Kind.FILE_SYSTEM, "reiserfs", 65588, "526549734572"),
            new Signature(Kind.FILE_SYSTEM, "ReFS", 3, "5265465300000000"),
            new Signature(Kind.FILE_SYSTEM, "bcachefs", 4120, "c68573f666ce90a9d96a60cf803df7ef"),
            new Signature(Kind.MEMBER, "bcache", 4120, "c68573f64e1a45ca8265f57f48ba6d81"),
            new Signature(Kind.MEMBER, "BitLocker", 3, "2d4656452d46532d"),
            new Signature(Kind.ARRAY, "isw_raid_member", -1024, "496e74656c20526169642049534d20436667205369672e20"),
            new Signature(Kind.ARRAY, "ddf_raid_member", -512, "de11de11"));

    private OtherSignatures() {}

    static Optional<Sighting> in(DeviceBytes device) throws IOException {
        for (var signature : SIGNATURES) {
            var expected = HexFormat.of().parseHex(signature.hex);
            var position = signature.position < 0 ? device.size() + signature.position : signature.position;
            if (device.at(position, expected.length).has(0, expected)) {
                return Optional.of(sighting(signature));
            }
        }
        return Optional.empty();
    }

    private static Sighting sighting(Signature signature) {
        var member = new Content.Member(signature.type, "", "");
        return switch (signature.kind) {
            case FILE_SYSTEM -> Sighting.likely(new Content.FileSystem(signature.type, "", "", false, false, 1));
            case MEMBER -> Sighting.likely(member);
            case ARRAY -> Sighting.wraps(member);
        };
    }
}
