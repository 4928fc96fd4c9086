package media.usenet.yaml;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import media.usenet.problem.Flaw;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// One YAML document written by a person. Reading it collects every flaw; [#check] then throws them all at once.
public final class YamlFile {

    private final String name;
    private final List<Flaw> flaws = new ArrayList<>();

    private YamlFile(String name) {
        this.name = name;
    }

    /// Reads a file; one that is empty reads as an empty mapping.
    ///
    /// @throws ProblemException `FILE_NOT_READ` when it cannot be read at all; what is wrong inside it is a flaw
    public static YamlMap read(Path file) {
        return read(file.getFileName().toString(), file);
    }

    /// As [#read(Path)], where the file's own name would not say which one is meant.
    public static YamlMap read(String name, Path file) {
        try {
            return parse(name, Files.readString(file));
        } catch (CharacterCodingException _) {
            var undecoded = new YamlFile(name);
            undecoded.flaws.add(new Flaw(name, "", "is no text in UTF-8"));
            return YamlMap.absent(undecoded, "");
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.FILE_NOT_READ,
                    "cannot read %s: %s".formatted(file, e.getMessage()),
                    "check that the controller may read it",
                    e);
        }
    }

    /// Parses text; `name` is what messages call it.
    public static YamlMap parse(String name, String text) {
        return new YamlFile(name).root(text);
    }

    private YamlMap root(String text) {
        var settings = LoadSettings.builder().setLabel(name).build();
        try {
            var node = new Compose(settings).composeString(text);
            if (node.isEmpty() || isNothing(node.get())) {
                return YamlMap.absent(this, "");
            }
            if (node.get() instanceof MappingNode mapping) {
                return new YamlMap(this, "", mapping);
            }
            flaw(node.get(), "", "must be a mapping of keys to values");
        } catch (MarkedYamlEngineException e) {
            var line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            flaws.add(new Flaw(name + ":" + line, "", "is no valid YAML: " + e.getProblem()));
        } catch (YamlEngineException e) {
            flaws.add(new Flaw(name, "", "is no valid YAML: " + e.getMessage()));
        }
        return YamlMap.absent(this, "");
    }

    /// A document of which only `---` is there.
    private static boolean isNothing(Node node) {
        return node instanceof ScalarNode scalar && Tag.NULL.equals(scalar.getTag());
    }

    void flaw(Node node, String key, String message) {
        var line = node.getStartMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
        flaws.add(new Flaw(name + line, key, message));
    }

    void flaw(String key, String message) {
        flaws.add(new Flaw(name, key, message));
    }

    List<Flaw> flaws() {
        return List.copyOf(flaws);
    }

    void check(Problem problem, String remedy) {
        if (!flaws.isEmpty()) {
            var what = flaws.size() == 1 ? "%s has a flaw" : "%s has " + flaws.size() + " flaws";
            throw new ProblemException(problem, what.formatted(name), remedy, flaws);
        }
    }
}
