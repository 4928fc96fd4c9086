package media.usenet.trash;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What has to be known of a file before it is taken away.
public enum Question {
    /// Does a program have it open?
    OPEN_FILES("a program has it open"),
    /// Does a torrent seed it?
    TORRENTS("a torrent seeds it"),
    /// Does anyone watch it?
    STREAMS("it is being watched");

    private final String yes;

    Question(String yes) {
        this.yes = yes;
    }

    String yes() {
        return yes;
    }

    /// As people write it: `open-files`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Question> of(String word) {
        return Stream.of(values())
                .filter(question -> question.word().equals(word))
                .findFirst();
    }
}
