package media.usenet.formats;

import java.util.List;
import media.usenet.formats.Condition.Dated;
import media.usenet.formats.Condition.Figure;
import media.usenet.formats.Condition.Flagged;
import media.usenet.formats.Condition.Is;
import media.usenet.formats.Condition.Matches;
import media.usenet.formats.Condition.Sized;
import media.usenet.formats.Condition.Speaks;
import media.usenet.formats.Condition.Test;
import media.usenet.formats.Condition.Text;
import media.usenet.formats.Condition.Unanswerable;
import tools.jackson.databind.JsonNode;

/// Reads conditions, of the guide's files or of an application's own answers, and gathers their expressions.
final class ConditionReader {

    private static final long GIGABYTE = 1L << 30;

    private final ExpressionSet.Collector titles = new ExpressionSet.Collector();
    private final ExpressionSet.Collector groups = new ExpressionSet.Collector();
    private final ExpressionSet.Collector editions = new ExpressionSet.Collector();

    /// @throws UnusableExpression when its expression cannot be used
    Condition read(JsonNode json) throws UnusableExpression {
        var kind = json.path("implementation").asString("");
        return new Condition(
                json.path("name").asString(""),
                kind,
                json.path("negate").asBoolean(false),
                json.path("required").asBoolean(false),
                test(kind, json.path("fields")));
    }

    private Test test(String kind, JsonNode fields) throws UnusableExpression {
        return switch (kind) {
            case "ReleaseTitleSpecification" -> matches(Text.TITLE, titles, fields);
            case "ReleaseGroupSpecification" -> matches(Text.GROUP, groups, fields);
            case "EditionSpecification" -> matches(Text.EDITION, editions, fields);
            case "SourceSpecification" -> new Is(Figure.SOURCE, integer(fields, "value"));
            case "ResolutionSpecification" -> new Is(Figure.RESOLUTION, integer(fields, "value"));
            case "QualityModifierSpecification" -> new Is(Figure.MODIFIER, integer(fields, "value"));
            case "ReleaseTypeSpecification" -> new Is(Figure.RELEASE_TYPE, integer(fields, "value"));
            case "IndexerFlagSpecification" -> new Flagged(integer(fields, "value"));
            case "LanguageSpecification" ->
                new Speaks(
                        integer(fields, "value"),
                        field(fields, "exceptLanguage").asBoolean(false));
            case "SizeSpecification" -> new Sized(gigabytes(fields, "min"), gigabytes(fields, "max"));
            case "YearSpecification" -> new Dated(integer(fields, "min"), integer(fields, "max"));
            default -> new Unanswerable();
        };
    }

    private static Matches matches(Text text, ExpressionSet.Collector expressions, JsonNode fields)
            throws UnusableExpression {
        return new Matches(text, expressions.add(field(fields, "value").asString("")));
    }

    /// The guide's files have an object, the applications a list of names and values.
    private static JsonNode field(JsonNode fields, String name) {
        if (!fields.isArray()) {
            return fields.path(name);
        }
        for (var field : fields) {
            if (field.path("name").asString("").equals(name)) {
                return field.path("value");
            }
        }
        return fields.path(name);
    }

    private static int integer(JsonNode fields, String name) throws UnusableExpression {
        var field = field(fields, name);
        if (!field.isNumber() || !field.canConvertToInt()) {
            throw new UnusableExpression("its %s is no number".formatted(name));
        }
        return field.asInt();
    }

    private static long gigabytes(JsonNode fields, String name) throws UnusableExpression {
        var field = field(fields, name);
        if (!field.isNumber()) {
            throw new UnusableExpression("its %s is no number".formatted(name));
        }
        return Math.round(field.asDouble() * GIGABYTE);
    }

    FormatBook book(List<CustomFormat> formats) {
        return new FormatBook(formats, titles.collected(), groups.collected(), editions.collected());
    }
}
