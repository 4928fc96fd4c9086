package media.usenet.smart;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What came of asking a drive how it fares.
public sealed interface SmartReport {

    /// In one word, as the API has it.
    enum Verdict {
        PASSED,
        /// The drive itself expects to fail.
        FAILING,
        /// A figure by which its maker foretells failure has reached its threshold.
        PREFAIL,
        /// It sleeps, and was left asleep.
        STANDBY,
        UNKNOWN
    }

    Verdict verdict();

    /// Why the verdict is what it is; none for a drive that passed.
    @Nullable
    String because();

    /// The drive answered. What it does not tell, or tells in a way that only its maker can read, is null.
    ///
    /// @param verdict `UNKNOWN` where it gave figures but no judgement
    /// @param rotating whether it has platters; null where it does not say
    /// @param wearPercent of the writes it was built for; above 100 on drives that outlive that
    record Answered(
            Verdict verdict,
            @Nullable String because,
            @Nullable Boolean rotating,
            Temperature temperature,
            @Nullable Long powerOnHours,
            @Nullable Long wearPercent,
            Errors errors,
            SelfTest selfTest,
            @Nullable Long logicalSectorBytes,
            @Nullable Long physicalSectorBytes)
            implements SmartReport {}

    /// The drive sleeps. Asking further would have woken it.
    record Asleep(String because) implements SmartReport {

        @Override
        public Verdict verdict() {
            return Verdict.STANDBY;
        }
    }

    /// smartctl ran and learnt nothing: a device without SMART, a USB bridge that lets nothing through, no permission.
    record NoAnswer(String because) implements SmartReport {

        @Override
        public Verdict verdict() {
            return Verdict.UNKNOWN;
        }
    }

    /// smartctl did not come back: the drive, or the bus before it, hangs.
    record Hanging(Duration after) implements SmartReport {

        @Override
        public Verdict verdict() {
            return Verdict.UNKNOWN;
        }

        @Override
        public String because() {
            return "the drive did not answer within %d s".formatted(after.toSeconds());
        }
    }

    /// There is no smartctl on this machine.
    record NotInstalled() implements SmartReport {

        @Override
        public Verdict verdict() {
            return Verdict.UNKNOWN;
        }

        @Override
        public String because() {
            return "smartctl is not installed";
        }
    }

    /// @param celsius now
    /// @param warningAbove the drive's own limit
    /// @param criticalAbove the limit at which it protects itself
    record Temperature(
            @Nullable Long celsius,
            @Nullable Long warningAbove,
            @Nullable Long criticalAbove) {}

    /// Counted since the drive was made.
    ///
    /// @param reallocatedSectors bad ones, replaced by spare ones; grown defects of a SCSI drive
    /// @param pendingSectors cannot be read at present
    /// @param offlineUncorrectable could not be read when the drive looked through itself
    /// @param crcErrors transfers that its cable damaged
    /// @param mediaErrors reads and writes that failed for good: NVMe and SCSI
    record Errors(
            @Nullable Long reallocatedSectors,
            @Nullable Long pendingSectors,
            @Nullable Long offlineUncorrectable,
            @Nullable Long crcErrors,
            @Nullable Long mediaErrors) {}

    /// The latest self-test.
    ///
    /// @param text as smartctl words it
    record SelfTest(State state, @Nullable String text) {

        public enum State {
            NEVER_RUN,
            RUNNING,
            PASSED,
            FAILED,
            /// By the host, a reset or a power cut: it says nothing of the drive.
            ABORTED,
            UNKNOWN
        }

        static final SelfTest UNKNOWN = new SelfTest(State.UNKNOWN, null);
    }
}
