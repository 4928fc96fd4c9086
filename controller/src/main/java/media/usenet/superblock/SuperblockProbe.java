package media.usenet.superblock;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import media.usenet.superblock.Sighting.Weight;

/// Reads what a device holds: its beginning, its end, and at most a few places that these lead to.
///
/// Blocks as long as the device takes to answer. Safe to use from several threads at once.
public final class SuperblockProbe {

    /// Reads one format, or a few that stand at the same place; empty where its signature is not.
    private interface Reader {
        Optional<Sighting> in(DeviceBytes device) throws IOException;
    }

    private static final List<Reader> READERS = List.of(
            MdSuperblock::in,
            LvmLabel::in,
            LuksHeader::in,
            ExtSuperblock::in,
            XfsSuperblock::in,
            BtrfsSuperblock::in,
            ExfatBootSector::in,
            NtfsBootSector::in,
            FatBootSector::in,
            HfsPlusHeader::in,
            ApfsSuperblock::in,
            ZfsLabel::in,
            SwapHeader::in,
            PartitionSector::in,
            OtherSignatures::in);

    /// @param device a block device or an image file
    public Content read(Path device) {
        try (var channel = FileChannel.open(device, StandardOpenOption.READ)) {
            return of(FileBytes.of(channel));
        } catch (IOException e) {
            return new Content.Unreadable(device + ": " + e.getMessage());
        }
    }

    /// A pure function of the bytes.
    static Content of(ByteSource source) throws IOException {
        if (source.size() == 0) {
            return new Content.Unreadable("it has no bytes: a drive without a medium?");
        }
        var device = new DeviceBytes(source);
        var sightings = new ArrayList<Sighting>();
        for (var reader : READERS) {
            reader.in(device).ifPresent(sightings::add);
        }
        if (!sightings.isEmpty()) {
            return verdict(sightings);
        }
        return device.blank() ? new Content.Blank() : new Content.Unknown("its bytes carry no signature that is known");
    }

    /// What is believed most. Two that are believed alike contradict each other, as blkid(8) finds them ambivalent: a
    /// format leaves bytes of the one before, and the wrong one of the two must not be mounted.
    private static Content verdict(List<Sighting> sightings) {
        var weight =
                sightings.stream().map(Sighting::weight).min(Weight::compareTo).orElseThrow();
        var best = sightings.stream().filter(each -> each.weight() == weight).toList();
        if (best.size() == 1 || weight == Weight.WRAPS) {
            return best.getFirst().content();
        }
        if (weight == Weight.BROKEN) {
            return new Content.Unknown(best.stream().map(Sighting::name).collect(joining("; ")));
        }
        return new Content.Unknown((best.size() == 2 ? "both " : "")
                + best.stream().map(Sighting::name).collect(joining(" and ")) + " are on it");
    }
}
