package media.usenet.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// What a command is called, what it takes, and what its help says.
final class Manual {

    record Example(String line, String meaning) {}

    private final String name;
    private final String summary;
    private final CommandSpec spec;
    private final List<OptionSpec> options = new ArrayList<>();
    private final List<Example> examples = new ArrayList<>();
    private final List<Exit> exits = new ArrayList<>(List.of(Exit.DONE));
    private String synopsis = "";
    private String about = "";

    /// @param summary one line, for the list of commands
    Manual(String name, String summary) {
        this.name = name;
        this.summary = summary;
        this.spec = CommandSpec.create().name(name);
        spec.usageMessage().description(summary);
    }

    Manual about(String text) {
        about = text;
        return this;
    }

    Manual flag(String names, String description) {
        return option(OptionSpec.builder(names.split(" "))
                .type(boolean.class)
                .arity("0")
                .description(description)
                .build());
    }

    Manual option(String names, String label, String description, String... candidates) {
        return option(OptionSpec.builder(names.split(" "))
                .type(String.class)
                .paramLabel(label)
                .completionCandidates(List.of(candidates))
                .description(description)
                .build());
    }

    /// An option as it was called before; it works, and no help tells of it.
    Manual old(String name, String label) {
        spec.addOption(OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(label)
                .hidden(true)
                .build());
        return this;
    }

    private Manual option(OptionSpec option) {
        options.add(option);
        spec.addOption(option);
        return this;
    }

    /// @param label how the words are called in the help: `[SERVICE...]`
    /// @param arity how many there may be: `0..*`; from 0, or `--help` could not stand alone
    Manual words(String label, String arity, String... candidates) {
        synopsis = label;
        var most = arity.substring(arity.lastIndexOf('.') + 1);
        spec.addPositional(PositionalParamSpec.builder()
                .index("0.." + (most.equals("*") ? most : Integer.parseInt(most) - 1))
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel(label)
                .arity(arity)
                .completionCandidates(List.of(candidates))
                .build());
        return this;
    }

    /// Whatever follows the first word belongs to it, even if it looks like an option.
    Manual rest() {
        spec.parser().stopAtPositional(true);
        return this;
    }

    /// The services meant, by name or by category; all that are enabled where neither is given.
    Manual services() {
        return words("[SERVICE...]", "0..*")
                .option(
                        "--category",
                        "NAME",
                        "those of a category: media, downloads ...",
                        "media",
                        "automation",
                        "downloads",
                        "management",
                        "network",
                        "monitoring");
    }

    Manual example(String line, String meaning) {
        examples.add(new Example(line, meaning));
        return this;
    }

    Manual exits(Exit... others) {
        exits.addAll(List.of(others));
        return this;
    }

    String name() {
        return name;
    }

    String summary() {
        return summary;
    }

    String about() {
        return about;
    }

    String synopsis() {
        return synopsis;
    }

    List<OptionSpec> options() {
        return options;
    }

    List<Example> examples() {
        return examples;
    }

    List<Exit> exits() {
        return exits;
    }

    CommandSpec spec() {
        return spec;
    }
}
