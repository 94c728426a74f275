package org.consilium.ear.stand;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.consilium.local.database.Database;
import org.consilium.trail.TrailSchema;
import org.jspecify.annotations.Nullable;

/** The entries of the audit trail, as its table has them. */
public final class Trail {
    private static final String COLUMNS =
            "id, at, kind, action, outcome, account, role, patient, record_type, record, relation,"
                    + " address, device, node, request, reason, detail";

    private Trail() {}

    /**
     * One entry; what it does not say is null.
     *
     * @param at in UTC
     */
    public record Row(
            long id,
            LocalDateTime at,
            String kind,
            String action,
            String outcome,
            @Nullable Long account,
            @Nullable String role,
            @Nullable Long patient,
            @Nullable String recordType,
            @Nullable String record,
            @Nullable String relation,
            @Nullable String address,
            @Nullable String device,
            String node,
            @Nullable String request,
            @Nullable String reason,
            @Nullable String detail) {

        /** In short, to compare what was done: {@code VIEW READ_CONSULTATION DONE}. */
        public String step() {
            return kind + ' ' + action + ' ' + outcome;
        }
    }

    /** The schema beside a node's database. */
    static String schema(Database database) {
        return TrailSchema.beside(
                Objects.requireNonNull(database.url().replaceFirst("\\?.*$", "").replaceFirst(".*/", "")));
    }

    /** The table of a node's database. */
    public static String table(Database database) {
        return schema(database) + ".entry";
    }

    /** That of the demo's node. */
    public static String table() {
        return table(Stand.get().database());
    }

    /** The number of the newest entry. */
    public static long newest() {
        return Records.number("SELECT COALESCE(MAX(id), 0) FROM " + table());
    }

    /** The entries of an account after one of them, in their order. */
    public static List<Row> of(long account, long after) {
        return rows("account = ? AND id > ?", account, after);
    }

    /** The entries that a condition holds for, in their order. */
    public static List<Row> rows(String condition, Object... values) {
        return rows(Stand.get().database(), condition, values);
    }

    /** The same in another database. */
    public static List<Row> rows(Database database, String condition, Object... values) {
        String query = "SELECT " + COLUMNS + " FROM " + table(database) + " WHERE " + condition + " ORDER BY id";
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int place = 0; place < values.length; place++) {
                statement.setObject(place + 1, values[place]);
            }
            try (ResultSet found = statement.executeQuery()) {
                List<Row> rows = new ArrayList<>();
                while (found.next()) {
                    rows.add(row(found));
                }
                return rows;
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private static Row row(ResultSet found) throws SQLException {
        return new Row(
                found.getLong("id"),
                found.getObject("at", LocalDateTime.class),
                found.getString("kind"),
                found.getString("action"),
                found.getString("outcome"),
                number(found, "account"),
                found.getString("role"),
                number(found, "patient"),
                found.getString("record_type"),
                found.getString("record"),
                found.getString("relation"),
                found.getString("address"),
                found.getString("device"),
                found.getString("node"),
                found.getString("request"),
                found.getString("reason"),
                found.getString("detail"));
    }

    private static @Nullable Long number(ResultSet found, String column) throws SQLException {
        long value = found.getLong(column);
        return found.wasNull() ? null : value;
    }
}
