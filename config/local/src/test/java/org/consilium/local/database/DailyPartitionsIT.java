package org.consilium.local.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.consilium.local.TestFolders;
import org.consilium.local.process.Workspace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DailyPartitionsIT {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-10T09:00:00Z"), ZoneOffset.UTC);

    private final List<String> problems = new ArrayList<>();
    private Workspace workspace;
    private MariaDb mariaDb;

    @BeforeAll
    void start() throws IOException {
        workspace = Workspace.open(TestFolders.empty("partitions"));
        mariaDb = MariaDb.start(workspace);
        mariaDb.awaitReady();
    }

    @AfterAll
    void stop() {
        workspace.close();
    }

    @Test
    void theRunCommandAddsThoseOfTheComingDays() throws SQLException {
        mariaDb.createDatabase("daily");

        new DailyPartitions(mariaDb, "daily", CLOCK, problems::add).begin();

        assertThat(problems).isEmpty();
        assertThat(partitions("daily_trail")).hasSize(17).contains("d20260310", "d20260324");
    }

    @Test
    void aFailureIsToldAndStopsNothing() {
        new DailyPartitions(mariaDb, "missing", CLOCK, problems::add).begin();

        assertThat(problems)
                .singleElement()
                .asString()
                .startsWith("the trail gets no partitions for the coming days: ");
        problems.clear();
    }

    private List<String> partitions(String schema) throws SQLException {
        try (Connection connection = mariaDb.administrator().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT partition_name FROM information_schema.partitions WHERE table_name = 'entry'"
                                + " AND table_schema = '" + schema + "'")) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }
}
