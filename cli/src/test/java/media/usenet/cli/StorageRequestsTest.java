package media.usenet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the controller is asked for.
class StorageRequestsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            list | GET /v1/storage/drives
            discover --all | GET /v1/storage/devices?all=true
            add ZDHA1B2C --slot a --roles media --read-only \
                | POST /v1/storage/drives {"drive":"ZDHA1B2C","slot":"a","roles":["media"],"readOnly":true,"path":null}
            add --path /mnt/raid --slot raid \
                | POST /v1/storage/drives {"drive":null,"slot":"raid","roles":["media","downloads"],"readOnly":false,"path":"/mnt/raid"}
            add /mnt/raid \
                | POST /v1/storage/drives {"drive":null,"slot":null,"roles":["media","downloads"],"readOnly":false,"path":"/mnt/raid"}
            add /dev/sdb1 \
                | POST /v1/storage/drives {"drive":"/dev/sdb1","slot":null,"roles":["media","downloads"],"readOnly":false,"path":null}
            remove films --yes | DELETE /v1/storage/drives/films
            remove films --dry-run | DELETE /v1/storage/drives/films?dryRun=true
            eject films | POST /v1/storage/drives/films/eject {"force":false,"timeoutSeconds":30}
            eject films -f --timeout 2m | POST /v1/storage/drives/films/eject {"force":true,"timeoutSeconds":120}
            eject films -n | POST /v1/storage/drives/films/eject?dryRun=true {"force":false,"timeoutSeconds":30}
            mount films | POST /v1/storage/drives/films/mount
            unmount films | POST /v1/storage/drives/films/unmount
            unmount a/b?c | POST /v1/storage/drives/a%2Fb%3Fc/unmount
            sync | POST /v1/storage/sync {"drives":[]}
            sync films travel | POST /v1/storage/sync {"drives":["films","travel"]}
            identify films | POST /v1/storage/drives/films/identify {"seconds":15}
            identify films --seconds 60 | POST /v1/storage/drives/films/identify {"seconds":60}
            who films | GET /v1/storage/drives/films/holders
            status | GET /v1/storage/status
            doctor | GET /v1/storage/doctor
            health | GET /v1/storage/health
            health films | GET /v1/storage/health?drive=films
            health films --test long | POST /v1/storage/drives/films/test {"kind":"long"}
            pool | GET /v1/storage/pool
            pool create films series --policy mfs --min-free 20G \
                | POST /v1/storage/pool {"slots":["films","series"],"createPolicy":"mfs","minFreeBytes":21474836480}
            pool create films | POST /v1/storage/pool {"slots":["films"],"createPolicy":null,"minFreeBytes":null}
            pool add films | POST /v1/storage/pool/branches {"slot":"films"}
            pool drop films | DELETE /v1/storage/pool/branches/films
            pool policy epmfs | POST /v1/storage/pool/policy {"createPolicy":"epmfs","minFreeBytes":null}
            pool balance | POST /v1/storage/pool/balance {"percent":2}
            pool drain films | POST /v1/storage/pool/drain {"slot":"films"}
            pool give-up | POST /v1/storage/pool/give-up
            pool give-up --dry-run | POST /v1/storage/pool/give-up?dryRun=true
            pool destroy --yes | DELETE /v1/storage/pool
            """)
    void eachCommandAsksOnce(String command, String request) {
        try (var controller = new FakeController()) {
            run(controller, "", ("storage " + command).split(" "));
            assertThat(controller.asked()).first().isEqualTo(request);
            assertThat(controller.asked().stream().filter(asked -> !asked.contains("/operations/")))
                    .hasSize(1);
        }
    }

    @Test
    void aFormatIsConfirmedByWhatWasTyped() {
        try (var controller = new FakeController()) {
            var ran = run(controller, "ZDHA1B2C\n", "storage", "format", "ZDHA1B2C");
            assertThat(ran.exit()).isZero();
            assertThat(ran.err())
                    .startsWith("format erases ST4000VN008-2DR1 ZDHA1B2C (blank, 4.0 TB).\nType its serial to go on: ");
            assertThat(controller.asked())
                    .startsWith(
                            "POST /v1/storage/format?dryRun=true " + format("null"),
                            "POST /v1/storage/format " + format("\"ZDHA1B2C\""));
        }
    }

    @Test
    void aFormatThatIsConfirmedBeforehandAsksNothing() {
        try (var controller = new FakeController()) {
            run(controller, "", "storage", "format", "ZDHA1B2C", "--confirm", "ZDHA1B2C");
            assertThat(controller.asked()).first().isEqualTo("POST /v1/storage/format " + format("\"ZDHA1B2C\""));
        }
    }

    @Test
    void neitherYesNorAnEmptyLineConfirmsAFormat() {
        for (var args : List.of("storage format ZDHA1B2C", "storage format ZDHA1B2C --yes")) {
            try (var controller = new FakeController()) {
                var ran = run(controller, "\n", args.split(" "));
                assertThat(ran.exit()).isEqualTo(1);
                assertThat(ran.err()).contains("error: nothing was changed");
                assertThat(controller.asked()).containsExactly("POST /v1/storage/format?dryRun=true " + format("null"));
            }
        }
    }

    @Test
    void whatTheControllerRefusesToFormatIsNotAskedFor() {
        try (var controller = new FakeController()) {
            controller.put(
                    "dry run of storage/format",
                    409,
                    "application/problem+json",
                    "{\"code\":\"DRIVE_NOT_EMPTY\",\"detail\":\"it holds an ext4\",\"remedy\":\"--wipe\",\"exit\":1}");
            assertThat(run(controller, "ZDHA1B2C\n", "storage", "format", "ZDHA1B2C"))
                    .isEqualTo(new Ran(1, "", "error: it holds an ext4\n  try: --wipe\n"));
        }
    }

    private static String format(String confirm) {
        return "{\"drive\":\"ZDHA1B2C\",\"fileSystem\":\"ext4\",\"label\":null,\"slot\":null,\"wipe\":false,\"confirm\":"
                + confirm + "}";
    }

    private static Ran run(FakeController controller, String typed, String... args) {
        return Ran.with(
                Map.of("USENET_CONTROLLER", controller.url().toString(), "USENET_TOKEN", FakeController.TOKEN),
                Ran.TERMINAL,
                typed,
                args);
    }
}
