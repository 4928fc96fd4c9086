package media.usenet.commands;

import java.util.List;
import java.util.stream.Stream;

/// A file that is made.
///
/// @param name what the request calls it: `out_1` of `{{out_1}}`
/// @param file the file name that the request gives it; only its extension has been looked at
record CommandOutput(String name, String file, List<Setting> settings) {

    CommandOutput {
        settings = List.copyOf(settings);
    }

    Stream<String> words(String path) {
        return Stream.concat(settings.stream().flatMap(setting -> setting.words().stream()), Stream.of(path));
    }
}
