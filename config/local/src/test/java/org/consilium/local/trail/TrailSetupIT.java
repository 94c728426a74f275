package org.consilium.local.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consilium.local.trail.OwnedTrail.TODAY;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The schema of the trail and its partitions, as the owner makes them and the application finds them. */
class TrailSetupIT {

    @RegisterExtension
    private static final OwnedTrails TRAILS = new OwnedTrails();

    @Test
    void theApplicationMayReadAndAddAndNothingElse() throws SQLException {
        OwnedTrail trail = TRAILS.trail("rights");
        trail.begin(TODAY);
        trail.add(TODAY, 1);

        assertThat(trail.entries()).hasSize(1);
        for (String statement : List.of(
                "UPDATE entry SET account = 2",
                "DELETE FROM entry",
                "TRUNCATE entry",
                "DROP TABLE entry",
                "ALTER TABLE entry ADD COLUMN x INT",
                "ALTER TABLE entry TRUNCATE PARTITION d20260310",
                "ALTER TABLE entry DROP PARTITION d20260310",
                "CREATE TABLE another (x INT)",
                "CREATE INDEX another ON entry (node)",
                "REPLACE INTO late_entries VALUES ('a', NOW(6))",
                "INSERT INTO archived_day (day, entries, last_id, archived_at) VALUES ('2026-03-01', 1, 1, NOW(6))",
                "UPDATE seal SET line = 'x'",
                "DELETE FROM seal",
                "DELETE FROM anchor",
                "INSERT INTO archived_file VALUES ('2026-03-01', 1, 'a', 1, 1, 1, 1, 'a')",
                "LOCK TABLES entry WRITE",
                "CREATE TRIGGER t BEFORE INSERT ON entry FOR EACH ROW SET NEW.account = 1",
                "GRANT DELETE ON entry TO " + trail.application() + "@'%'",
                "DROP DATABASE " + trail.schema())) {
            assertThatThrownBy(() -> OwnedTrail.run(trail.asApplication(), statement))
                    .as(statement)
                    .hasMessageContaining("denied");
        }
    }

    @Test
    void settingUpAgainChangesNothing() throws SQLException {
        OwnedTrail trail = TRAILS.trail("again");
        trail.begin(TODAY);
        trail.add(TODAY, 2);
        List<String> entries = trail.entries();

        trail.owner(TODAY).setUp();

        assertThat(trail.entries()).isEqualTo(entries);
        assertThat(trail.log())
                .contains("\"added\":0")
                .doesNotContain("\"added\":1,")
                .contains("\"users\":1");
    }

    @Test
    void anOlderSchemaIsBroughtUpToDate() throws SQLException {
        OwnedTrail trail = TRAILS.trail("older");
        trail.begin(TODAY);
        trail.add(TODAY, 1);
        trail.asAdministrator("ALTER TABLE entry DROP COLUMN detail, DROP KEY entry_address");
        trail.asAdministrator("DROP TABLE archived_file");

        trail.owner(TODAY).setUp();

        assertThat(trail.values("SELECT COUNT(*) FROM archived_file")).containsExactly("0");
        assertThat(trail.values("SELECT COUNT(detail) FROM entry")).containsExactly("0");
        assertThat(trail.values("SELECT DISTINCT index_name FROM information_schema.statistics WHERE table_schema = '"
                        + trail.schema() + "' AND index_name = 'entry_address'"))
                .hasSize(1);
        trail.addUnsealed(TODAY, 1);
    }

    @Test
    void theComingDaysHavePartitions() throws SQLException {
        OwnedTrail trail = TRAILS.trail("ahead");
        trail.begin(TODAY);

        assertThat(trail.partitions())
                .hasSize(1 + 15 + 1)
                .startsWith("earlier", "d20260310", "d20260311")
                .endsWith("d20260324", "later");
        trail.owner(TODAY).addPartitions();
        assertThat(trail.partitions()).hasSize(17);
        trail.owner(TODAY.plusDays(1)).addPartitions();
        assertThat(trail.partitions()).hasSize(18).endsWith("d20260325", "later");
        trail.owner(TODAY.minusDays(3)).addPartitions();
        assertThat(trail.partitions()).as("by a clock that is late").hasSize(18);
        assertThat(trail.log()).contains("\"daysAhead\":14").doesNotContain("\"daysMissing\":1");
    }

    @Test
    void entriesFromBeforeTheFirstPartitionsGetThoseOfTheirDays() throws SQLException {
        OwnedTrail trail = TRAILS.trail("unparted");
        trail.owner(TODAY).setUp();
        trail.addUnsealed(TODAY.minusDays(2), 2);
        trail.addUnsealed(TODAY, 1);

        trail.owner(TODAY).addPartitions();

        assertThat(trail.partitions()).startsWith("earlier", "d20260308", "d20260309", "d20260310");
        assertThat(trail.values("SELECT COUNT(*) FROM entry PARTITION (d20260308)"))
                .containsExactly("2");
        assertThat(trail.entries()).hasSize(3);
    }

    /** A change of the table waits for an open transaction; those who come after it must not wait as long. */
    @Test
    void aLongTransactionDelaysTheOwnerAndNotTheApplication() throws Exception {
        OwnedTrail trail = TRAILS.trail("waiting");
        trail.begin(TODAY);
        try (ExecutorService aside = Executors.newSingleThreadExecutor();
                Connection open = trail.asApplication().connect();
                Statement statement = open.createStatement()) {
            open.setAutoCommit(false);
            statement.execute("SELECT COUNT(*) FROM entry");
            Future<?> partitions = aside.submit(() -> {
                trail.owner(TODAY.plusDays(1)).addPartitions();
                return true;
            });
            for (int i = 0; i < 3; i++) {
                long begin = System.nanoTime();
                trail.add(TODAY, 10);
                assertThat(System.nanoTime() - begin).isLessThan(8_000_000_000L);
            }
            open.rollback();
            assertThatCode(partitions::get).doesNotThrowAnyException();
        }
        assertThat(trail.partitions()).contains("d20260325");
    }
}
