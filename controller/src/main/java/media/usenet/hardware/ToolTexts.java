package media.usenet.hardware;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import media.usenet.nvidia.NvidiaSmi;
import media.usenet.nvidia.NvmlAnswer;

/// What tools had printed when a machine was captured: the texts that lie beside its `root`.
record ToolTexts(Optional<NvmlAnswer> nvidia, List<Vainfo> vainfo, List<Lspci> lspci) {

    static final ToolTexts NONE = new ToolTexts(Optional.empty(), List.of(), List.of());

    private static final int MOST_BYTES = 4 * 1024 * 1024;

    static ToolTexts read(Path folder) {
        var nvidia = texts(folder, "nvidia-smi*").stream();
        var nvml = texts(folder, "nvml*").stream();
        return new ToolTexts(
                Stream.concat(nvidia, nvml)
                        .map(NvidiaSmi::parse)
                        .flatMap(Optional::stream)
                        .findFirst(),
                texts(folder, "vainfo*").stream()
                        .map(Vainfo::parse)
                        .filter(info -> !info.driver().isEmpty())
                        .toList(),
                texts(folder, "lspci*").stream()
                        .map(Lspci::parse)
                        .flatMap(List::stream)
                        .toList());
    }

    private static List<String> texts(Path folder, String glob) {
        var files = new ArrayList<Path>();
        try (var found = Files.newDirectoryStream(folder, glob)) {
            found.forEach(files::add);
        } catch (IOException | DirectoryIteratorException _) {
            return List.of();
        }
        files.sort(null);
        return files.stream().map(ToolTexts::text).toList();
    }

    private static String text(Path file) {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        } catch (IOException _) {
            return "";
        }
    }
}
