package media.usenet.video;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The arguments by which FFmpeg decodes, filters and encodes one video stream on one device.
///
/// @param devices opens the devices; before everything else
/// @param decoding before the input that the film comes from
/// @param filters in order; joined by commas they are the stream's `-filter`
/// @param encoding the encoder and its options
/// @param stages where each of the three stages runs
/// @param because each choice that a user may wonder about, in a sentence
/// @param passes 2 where the whole is to be run twice
public record Chain(
        List<String> devices,
        List<String> decoding,
        List<String> filters,
        List<Option> encoding,
        Stages stages,
        List<String> because,
        int passes) {

    public Chain {
        devices = List.copyOf(devices);
        decoding = List.copyOf(decoding);
        filters = List.copyOf(filters);
        encoding = List.copyOf(encoding);
        because = List.copyOf(because);
    }

    /// Where decoding, filtering and encoding run: `device` or `cpu`.
    public record Stages(String decode, String filter, String encode) {

        public boolean stayOnDevice() {
            return decode.equals("device") && filter.equals("device") && encode.equals("device");
        }
    }

    /// One of the two passes.
    ///
    /// @param log where the first leaves its figures for the second; in the job's own folder
    public Chain pass(int number, Path log) {
        var first = encoding.getFirst();
        if (!first.value().equals("libx265")) {
            var options = new ArrayList<>(encoding);
            options.add(new Option("pass", String.valueOf(number)));
            options.add(new Option("passlogfile", log.toString()));
            return encodedBy(options);
        }
        // libx265's wrapper takes no pass from FFmpeg; its own parameters are pairs behind colons.
        var stats = log.toString().replace("\\", "\\\\").replace(":", "\\:").replace("'", "\\'");
        return encodedBy(encoding.stream()
                .map(option -> option.name().equals(X265.PARAMETERS)
                        ? new Option(option.name(), "%s:pass=%d:stats=%s".formatted(option.value(), number, stats))
                        : option)
                .toList());
    }

    private Chain encodedBy(List<Option> options) {
        return new Chain(devices, decoding, filters, options, stages, because, passes);
    }

    /// What belongs to the output.
    ///
    /// @param stream which output stream: `v`, `v:0`
    public List<String> output(String stream) {
        var arguments = new ArrayList<String>();
        if (!filters.isEmpty()) {
            arguments.addAll(List.of("-filter:" + stream, String.join(",", filters)));
        }
        arguments.addAll(encoder(stream));
        return List.copyOf(arguments);
    }

    /// What belongs to the output where the filters stand in a graph of their own.
    public List<String> encoder(String stream) {
        return encoding.stream()
                .flatMap(option -> option.arguments(stream).stream())
                .toList();
    }
}
