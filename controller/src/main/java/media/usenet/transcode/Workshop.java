package media.usenet.transcode;

import media.usenet.climb.RunLimits;
import media.usenet.ffmpeg.FFmpeg;
import media.usenet.making.Kitchen;
import tools.jackson.databind.json.JsonMapper;

/// All that is needed to do a job of any kind.
record Workshop(
        Gathering gathering,
        Kitchen kitchen,
        FFmpeg ffmpeg,
        RunLimits limits,
        Destination destination,
        Ownership ownership,
        SlotFollower slots,
        JsonMapper json) {}
