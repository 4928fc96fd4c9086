package media.usenet.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import media.usenet.commands.Draft.DraftFile;

/// Makes a command of a draft: gives every option its meaning on the file it stands before, and every output
/// its format.
final class Assembly {

    private static final int MOST_INPUTS = 50;
    private static final int MOST_OUTPUTS = 10;
    private static final String PICTURES = "image2";

    private final OptionTable options;
    private final OptionReader reader;
    private final Flaws flaws;
    private final List<Setting> globals = new ArrayList<>();

    Assembly(OptionTable options, OptionReader reader, Flaws flaws) {
        this.options = options;
        this.reader = reader;
        this.flaws = flaws;
    }

    FFmpegCommand assemble(Draft draft) {
        count(draft);
        var inputs = draft.inputs.stream()
                .map(file -> new CommandInput(file.name(), settings(file.options(), Side.INPUT)))
                .toList();
        var outputs = draft.outputs.stream().map(this::output).toList();
        settings(draft.trailing, Side.GLOBAL);
        var command = new FFmpegCommand(inputs, globals, outputs);
        new Links(inputs.size(), globals, outputs, flaws).check();
        return command;
    }

    private void count(Draft draft) {
        if (draft.inputs.size() > MOST_INPUTS) {
            flaws.add("the command", "", "reads more than %d inputs".formatted(MOST_INPUTS));
        }
        if (draft.outputs.size() > MOST_OUTPUTS) {
            flaws.add("the command", "", "makes more than %d outputs".formatted(MOST_OUTPUTS));
        }
        if (draft.outputs.isEmpty()) {
            flaws.add("the command", "", "makes no output");
        }
    }

    /// The settings of one file; those of the whole command go to the command.
    private List<Setting> settings(List<GivenOption> given, Side side) {
        var own = new ArrayList<Setting>();
        for (var option : given) {
            reader.setting(option, side, flaws).ifPresent(setting -> {
                switch (setting.rule().side()) {
                    case INPUT, OUTPUT -> own.add(setting);
                    case GLOBAL -> globals.add(setting);
                    case IGNORED -> {}
                }
            });
        }
        return own;
    }

    private CommandOutput output(DraftFile file) {
        var own = settings(file.options(), Side.OUTPUT);
        var format = options.format(extension(file.file()));
        var said = own.stream().filter(setting -> setting.is("f")).findFirst();
        if (format.isEmpty() && said.isEmpty()) {
            flaws.add(
                    file.where(),
                    file.file(),
                    "has no extension that is known: "
                            + String.join(" ", options.formats().keySet()));
        }
        var settings = new ArrayList<Setting>();
        if (said.isEmpty()) {
            format.ifPresent(known -> settings.add(Setting.of(option("f"), known.muxer())));
        }
        if (said.map(Setting::words).orElseGet(() -> words(settings)).contains(PICTURES)) {
            settings.addAll(picture(format.flatMap(OptionTable.Format::encoder), own));
        }
        settings.addAll(own);
        return new CommandOutput(file.name(), file.file(), settings);
    }

    /// One picture in one file: FFmpeg would number the files, and guess the encoder from the name.
    private List<Setting> picture(Optional<String> encoder, List<Setting> own) {
        var picture = new ArrayList<Setting>();
        if (own.stream().noneMatch(setting -> setting.is("update"))) {
            picture.add(Setting.of(option("update"), "1"));
        }
        if (own.stream().noneMatch(setting -> setting.is("c"))) {
            encoder.ifPresent(name -> picture.add(new Setting(option("c"), "v", new Setting.Value.Plain(name))));
        }
        return picture;
    }

    private static List<String> words(List<Setting> settings) {
        return settings.stream().flatMap(setting -> setting.words().stream()).toList();
    }

    private OptionRule option(String name) {
        return options.named(name).stream()
                .map(OptionTable.Named::rule)
                .filter(rule -> rule.side() == Side.OUTPUT)
                .findFirst()
                .orElseThrow();
    }

    private static String extension(String file) {
        return file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
