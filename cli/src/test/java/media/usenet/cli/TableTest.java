package media.usenet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

    private final Table table =
            new Table(Column.whole("NAME"), Column.number("SIZE"), Column.tail("IMAGE", 1), Column.text("WHY", 2));

    TableTest() {
        table.row(Cell.of("jellyfin"), Cell.of("5 B"), Cell.of("registry/jellyfin:1"), Cell.of("it answers"));
        table.row(Cell.of("a"), Cell.of(null), Cell.of("registry/a:2"), new Cell("no", Tone.BAD));
    }

    @Test
    void columnsAreAsWideAsTheirWidestField() {
        assertThat(table.text(Terminal.UNLIMITED, false)).isEqualTo("""
                NAME      SIZE  IMAGE                WHY
                jellyfin   5 B  registry/jellyfin:1  it answers
                a            -  registry/a:2         no
                """);
    }

    @Test
    void theLeastImportantColumnIsShortenedFirst() {
        assertThat(table.text(40, false)).isEqualTo("""
                NAME      SIZE  IMAGE         WHY
                jellyfin   5 B  …/jellyfin:1  it answers
                a            -  registry/a:2  no
                """);
    }

    @Test
    void ofEquallyUnimportantColumnsTheWidestGivesWay() {
        var shared = new Table(Column.whole("SLOT"), Column.tail("DRIVE", 1), Column.text("SERVICES", 1));
        shared.row(Cell.of("films"), Cell.of("WDC WD120EDAZ 5PGR4K2B"), Cell.of("jellyfin, radarr"));
        assertThat(shared.text(40, false)).isEqualTo("""
                SLOT   DRIVE            SERVICES
                films  …0EDAZ 5PGR4K2B  jellyfin, radarr
                """);
    }

    @Test
    void whatADriveOrAFileIsCalledCannotMoveTheCursor() {
        assertThat(Cell.of("films\u001b[2J\u0007").text()).isEqualTo("films");
    }

    @Test
    void aColumnThatWouldSayNothingIsLeftOut() {
        assertThat(table.text(24, false)).isEqualTo("""
                NAME      SIZE  WHY
                jellyfin   5 B  it answ…
                a            -  no
                """);
    }

    @Test
    void coloursChangeNoColumn() {
        var coloured = table.text(40, true);
        assertThat(coloured).contains("\u001b[31mno\u001b[0m");
        assertThat(coloured.replaceAll("\u001b\\[\\d+m", "")).isEqualTo(table.text(40, false));
    }
}
