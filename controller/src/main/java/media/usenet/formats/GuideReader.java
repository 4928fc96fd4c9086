package media.usenet.formats;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import media.usenet.formats.GuideProfile.Rank;
import media.usenet.problem.Flaw;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Turns the texts of a guide into what it says; what cannot be used is noted and the rest kept.
final class GuideReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Application application;
    private final ConditionReader conditions = new ConditionReader();
    private final List<CustomFormat> formats = new ArrayList<>();
    private final List<GuideProfile> profiles = new ArrayList<>();
    private final Map<String, Map<String, QualitySize>> sizes = new HashMap<>();
    private final List<Flaw> flaws = new ArrayList<>();

    GuideReader(Application application) {
        this.application = application;
    }

    /// @param file its name, for people
    void format(String file, String text) {
        var json = parse(file, text);
        var known = new ArrayList<Condition>();
        for (var condition : json.path("specifications")) {
            try {
                known.add(conditions.read(condition));
            } catch (UnusableExpression e) {
                // A format without one of its conditions would mean something else.
                flaws.add(new Flaw(
                        file, condition.path("name").asString(""), "the format is left out: " + e.getMessage()));
                return;
            }
        }
        var id = json.path("trash_id").asString("");
        if (id.isEmpty() || json.path("name").asString("").isEmpty()) {
            flaws.add(new Flaw(file, "trash_id", "it is no custom format: it has no trash_id or no name"));
            return;
        }
        formats.add(new CustomFormat(id, json.path("name").asString(""), scores(json.path("trash_scores")), known));
    }

    private static Map<String, Integer> scores(JsonNode json) {
        var scores = new HashMap<String, Integer>();
        json.properties()
                .forEach(entry -> scores.put(entry.getKey(), entry.getValue().asInt(0)));
        return scores;
    }

    void profile(String file, String text) {
        var json = parse(file, text);
        var ranks = new ArrayList<Rank>();
        for (var item : json.path("items")) {
            var name = item.path("name").asString("");
            var inner = texts(item.path("items"));
            ranks.add(new Rank(
                    name,
                    inner.isEmpty() ? Set.of(name) : inner,
                    item.path("allowed").asBoolean(false)));
        }
        if (ranks.isEmpty()) {
            flaws.add(new Flaw(file, "items", "it is no quality profile: it has no items"));
            return;
        }
        profiles.add(new GuideProfile(
                json.path("trash_id").asString(""),
                json.path("name").asString(""),
                ranks,
                json.path("cutoff").asString(""),
                json.path("upgradeAllowed").asBoolean(true),
                json.path("minFormatScore").asInt(0),
                json.path("cutoffFormatScore").asInt(0),
                json.path("minUpgradeFormatScore").asInt(1),
                json.path("trash_score_set").asString("default"),
                texts(json.path("formatItems"))));
    }

    /// The texts in a list, or of an object's values.
    private static Set<String> texts(JsonNode json) {
        var texts = new HashSet<String>();
        json.forEach(item -> texts.add(item.asString("")));
        return texts;
    }

    void sizes(String file, String text) {
        var json = parse(file, text);
        var byQuality = new HashMap<String, QualitySize>();
        for (var quality : json.path("qualities")) {
            double least = quality.path("min").asDouble(-1);
            double most = quality.path("max").asDouble(-1);
            if (least < 0 || most < least) {
                flaws.add(new Flaw(file, quality.path("quality").asString(""), "its sizes are no range"));
                continue;
            }
            byQuality.put(
                    quality.path("quality").asString(""),
                    new QualitySize(least, quality.path("preferred").asDouble(most), most));
        }
        sizes.put(json.path("type").asString("other"), Map.copyOf(byQuality));
    }

    private JsonNode parse(String file, String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            flaws.add(new Flaw(file, "", "it is no JSON: " + e.getOriginalMessage()));
            return JSON.createObjectNode();
        }
    }

    Guide read(String origin) {
        return new Guide(application, origin, conditions.book(formats), profiles, sizes, flaws);
    }
}
