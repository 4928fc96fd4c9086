package media.usenet.formats;

import media.usenet.formats.Condition.Matches;

/// What the expressions of a guide found in the texts of one release.
record Findings(ReleaseFacts facts, Hits title, Hits fileName, Hits group, Hits edition) {

    Answer answer(Matches matches) {
        int number = matches.expression();
        return switch (matches.text()) {
            case TITLE -> title(number);
            case GROUP -> facts.group().isPresent() ? group.of(number) : facts.unknown();
            case EDITION -> facts.edition().isPresent() ? edition.of(number) : facts.unknown();
        };
    }

    /// What a name that is no release's does not say may still be so.
    private Answer title(int number) {
        var said = title.of(number).or(fileName.of(number));
        return said == Answer.NO && !facts.complete() ? Answer.UNKNOWN : said;
    }
}
