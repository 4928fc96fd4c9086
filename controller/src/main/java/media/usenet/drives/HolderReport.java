package media.usenet.drives;

import java.util.List;
import media.usenet.drives.Who.Held;
import media.usenet.effect.Effect;
import media.usenet.health.Finding;

/// Who holds files of a slot's drive.
///
/// @param findings what keeps the answer from being whole
record HolderReport(String slot, List<Effect.Holder> holders, List<Finding> findings) {

    static HolderReport of(String slot, Held held) {
        return new HolderReport(slot, held.holders(), held.unseen().stream().toList());
    }
}
