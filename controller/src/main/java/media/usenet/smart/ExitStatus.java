package media.usenet.smart;

import java.util.ArrayList;

/// What smartctl ends with: eight bits, each with a meaning of its own; smartctl(8), EXIT STATUS.
record ExitStatus(int bits) {

    /// Nothing was asked of the drive, or it did not answer as one of its type. Sleeping drives end so, too.
    boolean notAsked() {
        return bit(0) || bit(1);
    }

    boolean commandFailed() {
        return bit(2);
    }

    boolean failing() {
        return bit(3);
    }

    boolean prefail() {
        return bit(4);
    }

    /// The bits in words, for where smartctl itself gave no message.
    String words() {
        var words = new ArrayList<String>();
        if (bit(0)) {
            words.add("smartctl does not know how to ask this device");
        }
        if (bit(1)) {
            words.add("the device could not be opened or did not identify itself");
        }
        if (commandFailed()) {
            words.add("a SMART command failed");
        }
        return words.isEmpty() ? "the drive tells no SMART figures" : String.join("; ", words);
    }

    private boolean bit(int number) {
        return (bits >> number & 1) == 1;
    }
}
