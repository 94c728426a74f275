package org.consilium.ear.growth;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.consilium.ear.stand.Trail;
import org.consilium.local.database.Database;
import org.consilium.local.database.DatabaseServer;

/**
 * Fills the audit trail of a hospital, as after a year, by statements that insert many rows each. Every clinician has
 * as many entries as any other one; each patient is seen by all of them, from two hundred networks.
 *
 * @param count how many entries
 */
record TrailRows(long count) {

    /** Of rows that one statement inserts. */
    private static final long CHUNK = 100_000;

    private static final long MICROSECONDS_OF_YEAR = 31_536_000_000_000L;

    private static final String INSERT = """
            INSERT INTO %s (at, kind, action, outcome, account, role, patient, record_type, record, relation, address,
            device, node, request)
            SELECT @now - INTERVAL (%d - k) * %d MICROSECOND,
            CASE WHEN k %% 1000 = 0 THEN 'EXPORT' WHEN k %% 10 < 6 THEN 'VIEW' WHEN k %% 10 < 9 THEN 'PHOTO' ELSE 'CHANGE' END,
            CASE WHEN k %% 1000 = 0 THEN 'EXPORT_TRAIL' WHEN k %% 10 < 6 THEN 'READ_CONSULTATION'
            WHEN k %% 10 < 9 THEN 'SEE_IMAGE' ELSE 'WRITE_MESSAGE' END,
            'DONE', @clinician + (k * 13) %% @clinicians, 'DOCTOR', @patient + (k * 7919) %% @patients, 'CONSULTATION',
            CONCAT('trail-record-', LPAD((k * 7919) %% @patients, 9, '0')), 'CARE_TEAM',
            CONCAT('10.0.', k %% 200, '.', (k DIV 200) %% 50), 'device-of-the-benchmark', 'benchmark/1', 'request'
            FROM (SELECT %d + n AS k FROM number WHERE n < %d) k""";

    /** Loads it beside {@link GrowthData}. */
    void load(DatabaseServer server, Database database) {
        Database administrator = server.administrator();
        try (Connection connection =
                        new Database(database.url(), administrator.user(), administrator.password()).connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE number (n INT PRIMARY KEY)");
            String digit = "(SELECT 0 d" + " UNION ALL SELECT %d".repeat(9).formatted(1, 2, 3, 4, 5, 6, 7, 8, 9) + ") ";
            statement.execute("INSERT INTO number SELECT a.d + 10 * b.d + 100 * c.d + 1000 * d.d + 10000 * e.d FROM "
                    + String.join(", ", digit + "a", digit + "b", digit + "c", digit + "d", digit + "e"));
            people(statement, "clinician", "c");
            people(statement, "patient", "p");
            statement.execute("SET @now = UTC_TIMESTAMP(6)");
            String table = Trail.table(database);
            for (long first = 0; first < count; first += CHUNK) {
                statement.execute(INSERT.formatted(
                        table, count, MICROSECONDS_OF_YEAR / count, first, Math.min(CHUNK, count - first)));
            }
            statement.execute("ANALYZE TABLE " + table);
        } catch (SQLException e) {
            throw new IllegalStateException("the trail cannot be filled", e);
        }
    }

    /** The first key of these people, and how many follow it. */
    private static void people(Statement statement, String name, String letter) throws SQLException {
        long first = number(statement, "MIN(id)", letter);
        long all = number(statement, "COUNT(*)", letter);
        if (number(statement, "MAX(id)", letter) - first + 1 != all) {
            throw new IllegalStateException("the keys of every " + name + " do not follow each other");
        }
        statement.execute("SET @" + name + " = " + first + ", @" + name + "s = " + all);
    }

    private static long number(Statement statement, String value, String letter) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "SELECT " + value + " FROM account WHERE email REGEXP '^" + letter + "[0-9]+@growth[.]example$'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
