package media.usenet.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import media.usenet.problem.Flaw;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// A mapping in a [YamlFile]. Each getter asks for one key and gives its fallback where the key is absent or wrong;
/// what
/// is wrong is noted. A key that no getter asked for is unknown: [#check] refuses it.
public final class YamlMap {

    private final YamlFile file;
    private final String path;
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final List<YamlMap> children = new ArrayList<>();

    YamlMap(YamlFile file, String path, MappingNode node) {
        this(file, path);
        for (var tuple : node.getValue()) {
            var key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (values.put(key, tuple.getValueNode()) != null) {
                file.flaw(tuple.getKeyNode(), at(key), "stands twice");
            }
            keys.put(key, tuple.getKeyNode());
        }
    }

    private YamlMap(YamlFile file, String path) {
        this.file = file;
        this.path = path;
    }

    static YamlMap absent(YamlFile file, String path) {
        return new YamlMap(file, path);
    }

    public Set<String> keys() {
        return Set.copyOf(values.keySet());
    }

    /// The keys in the order in which they stand in the file.
    public List<String> orderedKeys() {
        return List.copyOf(values.keySet());
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    public String text(String key, String fallback) {
        return text(key).orElse(fallback);
    }

    public Optional<String> text(String key) {
        return scalar(key, "text");
    }

    /// A text that must be there.
    public String requiredText(String key) {
        var text = text(key);
        if (text.isEmpty() && !values.containsKey(key)) {
            file.flaw(at(key), "is required");
        }
        return text.orElse("");
    }

    public int integer(String key, int fallback, int least, int most) {
        return optionalInteger(key, least, most).orElse(fallback);
    }

    public Optional<Integer> optionalInteger(String key, int least, int most) {
        return scalar(key, "a whole number").flatMap(text -> {
            try {
                var number = Integer.parseInt(text);
                if (least <= number && number <= most) {
                    return Optional.of(number);
                }
            } catch (NumberFormatException _) {
                // told below, with the range
            }
            flaw(key, "must be a whole number from %d to %d, not '%s'".formatted(least, most, text));
            return Optional.empty();
        });
    }

    public boolean flag(String key, boolean fallback) {
        var text = scalar(key, "true or false").orElse(Boolean.toString(fallback));
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        flaw(key, "must be true or false, not '%s'".formatted(text));
        return fallback;
    }

    /// One of an enum's constants, spelled in lower case with `_` or `-`.
    public <E extends Enum<E>> E choice(String key, E fallback) {
        return choice(key, fallback.getDeclaringClass()).orElse(fallback);
    }

    public <E extends Enum<E>> Optional<E> choice(String key, Class<E> type) {
        return scalar(key, "text").flatMap(text -> choice(key, type, text));
    }

    private <E extends Enum<E>> Optional<E> choice(String key, Class<E> type, String text) {
        var found = Arrays.stream(type.getEnumConstants())
                .filter(constant -> spelling(constant).equals(text.replace('-', '_')))
                .findFirst();
        if (found.isEmpty()) {
            var known = Arrays.stream(type.getEnumConstants()).map(YamlMap::spelling);
            flaw(key, "must be one of %s, not '%s'".formatted(known.collect(Collectors.joining(", ")), text));
        }
        return found;
    }

    /// A list of an enum's constants, spelled as for [#choice].
    public <E extends Enum<E>> List<E> choices(String key, Class<E> type) {
        var choices = new ArrayList<E>();
        texts(key).forEach(text -> choice(key, type, text).ifPresent(choices::add));
        return List.copyOf(choices);
    }

    /// A list of texts; a single text reads as a list of one.
    public List<String> texts(String key) {
        var node = ask(key);
        return switch (node) {
            case null -> List.of();
            case ScalarNode scalar when isNull(scalar) -> List.of();
            case ScalarNode scalar -> List.of(scalar.getValue());
            case SequenceNode sequence -> texts(key, sequence);
            default -> {
                flaw(key, "must be a list of texts");
                yield List.of();
            }
        };
    }

    private List<String> texts(String key, SequenceNode sequence) {
        var texts = new ArrayList<String>();
        for (var item : sequence.getValue()) {
            if (item instanceof ScalarNode scalar) {
                texts.add(scalar.getValue());
            } else {
                file.flaw(item, at(key), "must be a list of texts");
            }
        }
        return List.copyOf(texts);
    }

    /// The mapping under the key; an empty one where it is absent.
    public YamlMap map(String key) {
        return optionalMap(key).orElseGet(() -> absent(file, at(key)));
    }

    /// The mapping under the key, for one whose keys are required only where it stands.
    public Optional<YamlMap> optionalMap(String key) {
        var child = switch (ask(key)) {
            case null -> Optional.<YamlMap>empty();
            case MappingNode mapping -> Optional.of(new YamlMap(file, at(key), mapping));
            case ScalarNode scalar when isNull(scalar) -> Optional.<YamlMap>empty();
            case Node _ -> {
                flaw(key, "must be a mapping of keys to values");
                yield Optional.<YamlMap>empty();
            }
        };
        child.ifPresent(children::add);
        return child;
    }

    /// The mappings in the list under the key.
    public List<YamlMap> maps(String key) {
        if (!(ask(key) instanceof SequenceNode sequence)) {
            if (values.containsKey(key)) {
                flaw(key, "must be a list of mappings");
            }
            return List.of();
        }
        var maps = new ArrayList<YamlMap>();
        for (var item : sequence.getValue()) {
            if (item instanceof MappingNode mapping) {
                maps.add(new YamlMap(file, at(key) + "[" + maps.size() + "]", mapping));
            } else {
                file.flaw(item, at(key), "must be a list of mappings");
            }
        }
        children.addAll(maps);
        return List.copyOf(maps);
    }

    /// Texts by name, in the file's order: an environment, say.
    public Map<String, String> textMap(String key) {
        var map = map(key);
        var texts = new LinkedHashMap<String, String>();
        map.orderedKeys().forEach(name -> texts.put(name, map.text(name, "")));
        return texts;
    }

    /// The whole mapping as plain maps, lists, texts, numbers and booleans, not looked into; merge keys are resolved.
    /// Keys without a value are left out.
    public Map<String, Object> plain() {
        var own = new LinkedHashMap<String, @Nullable Object>();
        orderedKeys().forEach(key -> own.put(key, plain(key)));
        var plain = new LinkedHashMap<String, Object>();
        if (MergeKeys.resolve(own) instanceof Map<?, ?> resolved) {
            resolved.forEach((key, value) -> {
                if (value != null) {
                    plain.put(String.valueOf(key), value);
                }
            });
        }
        return Collections.unmodifiableMap(plain);
    }

    /// As [#plain()], of what stands under the key.
    @Nullable
    public Object plain(String key) {
        var node = ask(key);
        try {
            return node == null
                    ? null
                    : MergeKeys.resolve(
                            new StandardConstructor(LoadSettings.builder().build())
                                    .constructSingleDocument(Optional.of(node)));
        } catch (YamlEngineException e) {
            flaw(
                    key,
                    e instanceof MarkedYamlEngineException marked
                            ? marked.getProblem() + line(marked)
                            : "refers to itself");
            return null;
        }
    }

    private static String line(MarkedYamlEngineException e) {
        return e.getProblemMark()
                .map(mark -> " in line " + (mark.getLine() + 1))
                .orElse("");
    }

    /// Notes a flaw of one key that only the reader's owner can see.
    public void flaw(String key, String message) {
        var node = values.get(key);
        if (node == null) {
            file.flaw(at(key), message);
        } else {
            file.flaw(node, at(key), message);
        }
    }

    /// Ends the reading of the whole document: refuses keys that nobody asked for, then throws all flaws at once.
    ///
    /// @throws ProblemException of the given kind, when anything is wrong
    public void check(Problem problem, String remedy) {
        noteUnknownKeys();
        file.check(problem, remedy);
    }

    /// As [#check], but gives the flaws back, for someone who reads many files and reports them together.
    public List<Flaw> finish() {
        noteUnknownKeys();
        return file.flaws();
    }

    private void noteUnknownKeys() {
        for (var key : values.keySet()) {
            if (!asked.contains(key)) {
                file.flaw(Objects.requireNonNull(keys.get(key)), at(key), "is unknown" + suggestion(key));
            }
        }
        children.forEach(YamlMap::noteUnknownKeys);
    }

    private String suggestion(String key) {
        return Spelling.nearest(key, asked)
                .map(near -> "; did you mean '%s'?".formatted(near))
                .orElse("");
    }

    private Optional<String> scalar(String key, String wanted) {
        return switch (ask(key)) {
            case null -> Optional.empty();
            case ScalarNode scalar when isNull(scalar) -> Optional.empty();
            case ScalarNode scalar -> Optional.of(scalar.getValue());
            default -> {
                flaw(key, "must be " + wanted);
                yield Optional.empty();
            }
        };
    }

    private @Nullable Node ask(String key) {
        asked.add(key);
        return values.get(key);
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static boolean isNull(ScalarNode scalar) {
        return scalar.getTag().getValue().equals("tag:yaml.org,2002:null");
    }

    private static String spelling(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
