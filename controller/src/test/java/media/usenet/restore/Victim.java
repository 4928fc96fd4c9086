package media.usenet.restore;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import media.usenet.restore.RestoreRig.Names;

/// A program that restores, or takes up a restore, and dies at a given step as a pulled plug would have it.
public final class Victim {

    private Victim() {}

    /// @param args folder, `restore` or `recover`, and the step at which it dies
    public static void main(String[] args) {
        var rig = new RestoreRig(Path.of(args[0]));
        int at = Integer.parseInt(args[2]);
        var told = new AtomicInteger();
        java.util.function.Consumer<String> dying = _ -> {
            if (told.getAndIncrement() == at) {
                Runtime.getRuntime().halt(137);
            }
        };
        if (args[1].equals("restore")) {
            rig.restore(new Names(""), dying);
        } else {
            rig.journal().recover(new Names(""), dying);
        }
    }
}
