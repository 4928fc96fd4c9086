package media.usenet.smart;

import media.usenet.smart.SmartReport.SelfTest;
import media.usenet.smart.SmartReport.SelfTest.State;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The latest self-test, as ATA, NVMe (smartctl 7.4 and later) and SCSI drives tell it.
final class SelfTests {

    private SelfTests() {}

    static SelfTest latest(JsonNode root) {
        if (root.path("ata_smart_data").has("self_test")) {
            return ata(root);
        }
        if (root.has("nvme_self_test_log")) {
            return nvme(root.path("nvme_self_test_log"));
        }
        return root.has("scsi_self_test_0") ? scsi(root.path("scsi_self_test_0")) : SelfTest.UNKNOWN;
    }

    /// A drive on which none ever ran says that the last one passed; its log tells the two apart.
    private static SelfTest ata(JsonNode root) {
        var status = root.path("ata_smart_data").path("self_test").path("status");
        var logged = SmartJson.number(root, "ata_smart_self_test_log", "standard", "count");
        if (status.has("remaining_percent")) {
            return new SelfTest(State.RUNNING, text(status));
        }
        var passed = status.path("passed");
        if (passed.isBoolean() && passed.booleanValue() && Long.valueOf(0).equals(logged)) {
            return new SelfTest(State.NEVER_RUN, null);
        }
        if (passed.isBoolean()) {
            return new SelfTest(passed.booleanValue() ? State.PASSED : State.FAILED, text(status));
        }
        return status.has("string") ? new SelfTest(State.ABORTED, text(status)) : SelfTest.UNKNOWN;
    }

    /// NVMe base specification, Device Self-test log.
    private static SelfTest nvme(JsonNode log) {
        var current = log.path("current_self_test_operation");
        if (current.path("value").asInt(0) != 0) {
            return new SelfTest(State.RUNNING, text(current));
        }
        if (!log.has("table")) {
            return new SelfTest(State.NEVER_RUN, null);
        }
        var result = log.path("table").path(0).path("self_test_result");
        var state = switch (result.path("value").asInt(-1)) {
            case 0 -> State.PASSED;
            case 1, 2, 3, 4, 8, 9 -> State.ABORTED;
            case 5, 6, 7 -> State.FAILED;
            default -> State.UNKNOWN;
        };
        return new SelfTest(state, text(result));
    }

    /// SPC-4, Self-test results log page.
    private static SelfTest scsi(JsonNode test) {
        var result = test.path("result");
        var state = switch (result.path("value").asInt(-1)) {
            case 0 -> State.PASSED;
            case 1, 2 -> State.ABORTED;
            case 3, 4, 5, 6, 7 -> State.FAILED;
            case 15 -> State.RUNNING;
            default -> State.UNKNOWN;
        };
        return new SelfTest(state, text(result));
    }

    private static @Nullable String text(JsonNode node) {
        return node.path("string").isString() ? node.path("string").stringValue() : null;
    }
}
