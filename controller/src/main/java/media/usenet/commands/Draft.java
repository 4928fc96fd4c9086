package media.usenet.commands;

import java.util.ArrayList;
import java.util.List;

/// A command taken apart into files and options, before anything was judged.
final class Draft {

    final List<DraftFile> inputs = new ArrayList<>();
    final List<DraftFile> outputs = new ArrayList<>();

    /// Options behind the last file: good for those of the whole command alone.
    final List<GivenOption> trailing = new ArrayList<>();

    /// A file with the options that stand before it.
    ///
    /// @param where its place in the request
    /// @param file the name that the request gives it, of an output
    record DraftFile(String where, String name, String file, List<GivenOption> options) {

        public DraftFile {
            options = List.copyOf(options);
        }
    }
}
