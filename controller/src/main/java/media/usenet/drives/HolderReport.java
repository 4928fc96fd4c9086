package media.usenet.drives;

import java.util.List;
import media.usenet.effect.Effect;

/// Who holds files of a slot's drive.
record HolderReport(String slot, List<Effect.Holder> holders) {}
