package media.usenet.formats;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A rule with a name, which a release matches or does not.
public final class CustomFormat {

    private final String id;
    private final String name;
    private final Map<String, Integer> scores;
    private final List<List<Condition>> alternatives;

    /// @param id the guide's, 32 hexadecimal digits
    /// @param scores by set of scores; `default` is for sets that say nothing else
    CustomFormat(String id, String name, Map<String, Integer> scores, List<Condition> conditions) {
        this.id = id;
        this.name = name;
        this.scores = Map.copyOf(scores);
        this.alternatives = List.copyOf(conditions.stream()
                .collect(Collectors.groupingBy(Condition::kind, LinkedHashMap::new, Collectors.toUnmodifiableList()))
                .values());
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    /// What it is worth by one set of scores; 0 where the guide says nothing.
    public int score(String set) {
        return scores.getOrDefault(set, scores.getOrDefault("default", 0));
    }

    /// The rule of both applications, read in Radarr 1b9662d5 and Sonarr 49df353f: of every kind at least one
    /// condition holds, and none that is required fails. Unknown where the answer hangs on what is not known.
    Answer matches(ReleaseFacts facts, Findings findings) {
        boolean surely = true;
        for (var kind : alternatives) {
            var one = oneKind(kind, facts, findings);
            if (one == Answer.NO) {
                return Answer.NO;
            }
            surely &= one == Answer.YES;
        }
        return surely ? Answer.YES : Answer.UNKNOWN;
    }

    private static Answer oneKind(List<Condition> kind, ReleaseFacts facts, Findings findings) {
        var any = Answer.NO;
        boolean everyRequired = true;
        for (var condition : kind) {
            var answer = condition.answer(facts, findings);
            if (condition.required() && answer == Answer.NO) {
                return Answer.NO;
            }
            everyRequired &= !condition.required() || answer == Answer.YES;
            any = any.or(answer);
        }
        return any == Answer.YES && !everyRequired ? Answer.UNKNOWN : any;
    }

    @Override
    public String toString() {
        return name;
    }
}
