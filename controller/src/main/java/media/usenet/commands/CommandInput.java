package media.usenet.commands;

import java.util.List;
import java.util.stream.Stream;

/// A file that is read.
///
/// @param name what the request calls it: `in_1` of `{{in_1}}`
record CommandInput(String name, List<Setting> settings) {

    CommandInput {
        settings = List.copyOf(settings);
    }

    Stream<String> words(List<String> opening) {
        return Stream.concat(settings.stream().flatMap(setting -> setting.words().stream()), opening.stream());
    }
}
