package media.usenet.smart;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class AtaAttributesTest {

    /// Names, and how value and raw number run, as smartmontools' drivedb.h and recordings of such drives have them.
    @ParameterizedTest
    @CsvSource({
        "Samsung based SSDs,           177, Wear_Leveling_Count,     91, 1661, 9",
        "Silicon Motion based SSDs,    177, Wear_Leveling_Count,     100, 401, ",
        "Intel 730 Series SSDs,        233, Media_Wearout_Indicator, 15, 0,    85",
        "Phison Driven SSDs,           233, Flash_Writes_GiB,        100, 979, ",
        "Micron 5300 SSDs,             202, Percent_Lifetime_Remain, 99, 1,    1",
        "Crucial/Micron SSDs,          202, Percent_Lifetime_Used,   60, 40,   40",
        "Samsung based SSDs,           202, Exception_Mode_Status,   100, 0,   ",
        "Phison Driven SSDs,           231, SSD_Life_Left,           98, 98,   2",
        "Phison Driven SSDs,           231, SSD_Life_Left,           100, 74,  ",
        "Some disk,                    231, Temperature_Celsius,     38, 38,   ",
        "Silicon Motion based SSDs,    169, Remaining_Lifetime_Perc, 96, 96,   4",
        "Phison Driven SSDs,           169, Bad_Block_Rate,          100, 4,   "
    })
    void wear_is_told_only_where_its_meaning_is_certain(
            String family, int id, String name, int value, int raw, @Nullable Long wear) {
        assertThat(attributes(family, true, id, name, value, Integer.toString(raw))
                        .wearPercent())
                .isEqualTo(wear);
    }

    @Test
    void names_of_drives_that_the_database_lacks_are_no_ground_for_wear() {
        assertThat(attributes("Samsung", false, 177, "Wear_Leveling_Count", 91, "1661")
                        .wearPercent())
                .isNull();
    }

    @Test
    void a_number_with_another_name_is_another_figure() {
        assertThat(attributes("", true, 197, "Not_In_Use", 100, "7").pendingSectors())
                .isNull();
        assertThat(attributes("", true, 198, "Host_Reads_GiB", 100, "7").offlineUncorrectable())
                .isNull();
        assertThat(attributes("", true, 5, "Retried_Blk_Ct", 100, "7").reallocatedSectors())
                .isNull();
        assertThat(attributes("", true, 199, "Write_Sectors_Tot_Ct", 100, "7").crcErrors())
                .isNull();
    }

    @Test
    void makers_other_names_for_the_same_figure_are_known() {
        assertThat(attributes("", true, 197, "Pending_Sector_Count", 100, "7").pendingSectors())
                .isEqualTo(7);
        assertThat(attributes("", true, 5, "Retired_Block_Count", 100, "7").reallocatedSectors())
                .isEqualTo(7);
        assertThat(attributes("", true, 199, "SATA_CRC_Error_Count", 100, "7").crcErrors())
                .isEqualTo(7);
    }

    private static AtaAttributes attributes(
            String family, boolean inDatabase, int id, String name, int value, String raw) {
        return new AtaAttributes(
                JsonMapper.shared().readTree("""
                {"in_smartctl_database": %b, "model_family": "%s", "ata_smart_attributes": {"table": [
                  {"id": %d, "name": "%s", "value": %d, "raw": {"value": %s, "string": "%s"}}]}}
                """.formatted(inDatabase, family, id, name, value, raw, raw)));
    }
}
