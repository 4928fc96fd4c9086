package media.usenet.superblock;

/// What one reader of a format saw, and how far it is to be believed.
record Sighting(Weight weight, Content content) {

    enum Weight {
        /// Other software lays its own content over the whole device: whatever else is seen may lie inside.
        WRAPS,
        /// A checksum holds, or as much structure as would not come by chance.
        CERTAIN,
        /// A signature and fields that fit each other: a format without checksums, or a remnant of one.
        LIKELY,
        /// A signature that the rest contradicts.
        BROKEN
    }

    static Sighting wraps(Content.Member member) {
        return new Sighting(Weight.WRAPS, member);
    }

    static Sighting certain(Content content) {
        return new Sighting(Weight.CERTAIN, content);
    }

    static Sighting likely(Content content) {
        return new Sighting(Weight.LIKELY, content);
    }

    static Sighting broken(String type, String because) {
        return new Sighting(Weight.BROKEN, new Content.Unknown(type + ": " + because));
    }

    /// The same for a file system of `units` times `unitBytes` bytes if its device holds them all.
    Sighting fitting(DeviceBytes device, long units, long unitBytes) {
        var needed = Math.unsignedMultiplyHigh(units, unitBytes) == 0 ? units * unitBytes : -1;
        if (weight == Weight.BROKEN || Long.compareUnsigned(needed, device.size()) <= 0) {
            return this;
        }
        return broken(
                name(),
                "the file system is larger than the device: %s > %d bytes"
                        .formatted(Long.toUnsignedString(needed), device.size()));
    }

    /// As it is called in a sentence.
    String name() {
        return switch (content) {
            case Content.FileSystem system -> system.type();
            case Content.Member member -> member.type();
            case Content.PartitionTable table -> "a " + table.type() + " partition table";
            case Content.Unknown unknown -> unknown.because();
            case Content.Unreadable unreadable -> unreadable.because();
            case Content.Blank _ -> "nothing";
        };
    }
}
