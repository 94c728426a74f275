package org.consilium.local.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.consilium.local.TestFolders;
import org.consilium.local.process.Ports;
import org.consilium.local.process.StartException;
import org.consilium.local.process.Workspace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MariaDbIT {
    private Workspace workspace;
    private MariaDb mariaDb;

    @BeforeAll
    void start() throws IOException {
        workspace = Workspace.open(TestFolders.empty("mariadb"));
        mariaDb = restart();
    }

    @AfterAll
    void stop() {
        workspace.close();
    }

    @Test
    void keepsItsDataWhenItIsKilledAndRestarted() throws SQLException {
        Database before = mariaDb.createDatabase("kept");
        run(before, "CREATE TABLE t (x VARCHAR(10))", "INSERT INTO t VALUES ('here')");
        mariaDb.process().kill();
        assertThat(mariaDb.process().isAlive()).isFalse();
        mariaDb = restart();
        assertThat(value(mariaDb.createDatabase("kept"), "SELECT x FROM t")).isEqualTo("here");
    }

    @Test
    void anAccountHasNoRightsBeyondItsDatabase() throws SQLException {
        Database own = mariaDb.createDatabase("own_data");
        Database other = mariaDb.createDatabase("ownxdata");
        run(own, "CREATE TABLE t (x INT)");
        run(other, "CREATE TABLE secret (x INT)");
        assertThatThrownBy(() -> value(own, "SELECT COUNT(*) FROM ownxdata.secret"))
                .hasMessageContaining("denied");
        assertThatThrownBy(() -> value(own, "SELECT COUNT(*) FROM mysql.global_priv"))
                .hasMessageContaining("denied");
    }

    @Test
    void anAccountMayAddToItsDatabaseButNotDropAnything() throws SQLException {
        Database database = mariaDb.createDatabase("growing");
        run(
                database,
                "CREATE TABLE parent (id INT PRIMARY KEY)",
                "CREATE TABLE child (id INT, FOREIGN KEY (id) REFERENCES parent (id))",
                "ALTER TABLE child ADD COLUMN x INT",
                "CREATE INDEX child_x ON child (x)");
        for (String statement : List.of(
                "DROP TABLE child",
                "TRUNCATE child",
                "CREATE TEMPORARY TABLE t (x INT)",
                "CREATE VIEW v AS SELECT 1",
                "CREATE TRIGGER t BEFORE INSERT ON child FOR EACH ROW SET NEW.x = 1")) {
            assertThatThrownBy(() -> run(database, statement)).as(statement).hasMessageContaining("denied");
        }
    }

    @Test
    void refusesEveryoneWithoutAPassword() {
        Database database = mariaDb.createDatabase("closed");
        assertThatThrownBy(() -> new Database(database.url(), "closed", "").connect())
                .hasMessageContaining("Access denied");
        assertThatThrownBy(() -> new Database(database.url(), "root", "").connect())
                .hasMessageContaining("Access denied");
    }

    @Test
    void isSetUpAsTheSchemaExpects() throws SQLException {
        String settings = value(
                mariaDb.createDatabase("settings"),
                "SELECT CONCAT_WS(' ', @@version, @@transaction_isolation, @@character_set_server, @@time_zone,"
                        + " @@max_allowed_packet)");
        assertThat(settings).startsWith("11.4.").endsWith(" REPEATABLE-READ utf8mb4 +00:00 67108864");
    }

    @Test
    void namesTheMissingLibrary(@TempDir Path other) throws IOException {
        Path program = Files.createDirectories(other.resolve("bin")).resolve("mariadbd");
        Files.writeString(
                program,
                "#!/bin/sh\necho 'mariadbd: error while loading shared libraries: libcrypt.so.1: cannot open'\nexit 127\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        for (String script : MariaDbData.SCRIPTS) {
            Files.writeString(Files.createDirectories(other.resolve("share")).resolve(script), "");
        }
        try (Workspace empty = Workspace.open(other.resolve("workspace"))) {
            assertThatThrownBy(() -> MariaDb.start(empty, Ports.free(), other))
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining("the library libcrypt.so.1 is missing")
                    .hasMessageContaining("apt-get install libcrypt1");
        }
    }

    private MariaDb restart() {
        MariaDb started = MariaDb.start(workspace);
        started.awaitReady();
        return started;
    }

    private static void run(Database database, String... statements) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String value(Database database, String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
