package media.usenet.settings;

/// How much of the machine the stack may take.
public enum ResourceProfile {
    DEDICATED(100, "the machine does nothing else"),
    HIGH_PERFORMANCE(75, "most of the machine"),
    BALANCED(50, "half of the machine"),
    LIGHT(25, "a quarter of the machine"),
    DEVELOPMENT(10, "as little as works"),
    CUSTOM(50, "as stack.yaml says under custom");

    private final int percent;
    private final String meaning;

    ResourceProfile(int percent, String meaning) {
        this.percent = percent;
        this.meaning = meaning;
    }

    /// The share of CPU and of memory; [#CUSTOM] takes the settings' own.
    public Share share(Share custom) {
        return this == CUSTOM ? custom : new Share(percent, percent);
    }

    public String meaning() {
        return meaning;
    }

    /// @param cpuPercent 1 to 100, of all threads
    /// @param memoryPercent 1 to 100, of all memory
    public record Share(int cpuPercent, int memoryPercent) {

        public Share {
            if (cpuPercent < 1 || cpuPercent > 100 || memoryPercent < 1 || memoryPercent > 100) {
                throw new IllegalArgumentException("a share is from 1 to 100 percent");
            }
        }
    }
}
