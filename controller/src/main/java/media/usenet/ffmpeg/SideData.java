package media.usenet.ffmpeg;

import com.github.kokorin.jaffree.ffprobe.data.ProbeData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a stream or its first frames carry beside the picture: rotation, mastering display, Dolby Vision.
final class SideData {

    private final List<ProbeData> all = new ArrayList<>();

    /// @param carriers those whose side data it is; null, as Jaffree has it, for none
    SideData(@Nullable List<ProbeData> carriers, String name) {
        for (var carrier : ProbeTexts.list(carriers)) {
            all.addAll(ProbeTexts.list(carrier.getSubDataList(name)));
        }
    }

    Optional<ProbeData> find(String type) {
        return all.stream()
                .filter(data ->
                        ProbeTexts.text(data.getString("side_data_type")).contains(type))
                .findFirst();
    }
}
