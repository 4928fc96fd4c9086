package media.usenet.formats;

import java.util.ArrayList;
import java.util.List;
import media.usenet.formats.Condition.Text;

/// All custom formats of one application, with their expressions.
public final class FormatBook {

    /// What a release was found to be.
    ///
    /// @param matched the formats that it matches
    /// @param unsure those of which it cannot be told, because they ask for what is not known
    public record Matches(List<CustomFormat> matched, List<CustomFormat> unsure) {

        public Matches {
            matched = List.copyOf(matched);
            unsure = List.copyOf(unsure);
        }
    }

    private final List<CustomFormat> formats;
    private final ExpressionSet titles;
    private final ExpressionSet groups;
    private final ExpressionSet editions;

    FormatBook(List<CustomFormat> formats, ExpressionSet titles, ExpressionSet groups, ExpressionSet editions) {
        this.formats = List.copyOf(formats);
        this.titles = titles;
        this.groups = groups;
        this.editions = editions;
    }

    public List<CustomFormat> formats() {
        return formats;
    }

    /// How many different expressions its conditions have.
    public int expressions() {
        return titles.size() + groups.size() + editions.size();
    }

    ExpressionSet expressions(Text text) {
        return switch (text) {
            case TITLE -> titles;
            case GROUP -> groups;
            case EDITION -> editions;
        };
    }

    public Matches match(ReleaseFacts facts) {
        var title = titles.find(facts.title());
        var file = facts.fileName().filter(name -> !name.equals(facts.title()));
        var findings = new Findings(
                facts,
                title,
                file.map(titles::find).orElse(Hits.NONE),
                facts.group().map(groups::find).orElse(Hits.NONE),
                facts.edition().map(editions::find).orElse(Hits.NONE));
        var matched = new ArrayList<CustomFormat>();
        var unsure = new ArrayList<CustomFormat>();
        for (var format : formats) {
            switch (format.matches(facts, findings)) {
                case YES -> matched.add(format);
                case UNKNOWN -> unsure.add(format);
                case NO -> {}
            }
        }
        return new Matches(matched, unsure);
    }
}
