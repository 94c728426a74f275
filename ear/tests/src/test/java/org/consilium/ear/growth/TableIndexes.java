package org.consilium.ear.growth;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The indexes of a table, but for its primary key.
 *
 * @param columns by the names of the indexes, with {@code UNIQUE} where it holds: UNIQUE (a, b DESC)
 */
record TableIndexes(String table, Map<String, String> columns) {

    private static final String QUERY = "SELECT index_name, MIN(non_unique), GROUP_CONCAT(column_name,"
            + " IF(collation = 'D', ' DESC', '') ORDER BY seq_in_index) FROM information_schema.statistics"
            + " WHERE table_schema = DATABASE() AND table_name = ? AND index_name <> 'PRIMARY' GROUP BY index_name";

    static TableIndexes of(Connection connection, String table) throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement(QUERY)) {
            query.setString(1, table);
            try (ResultSet indexes = query.executeQuery()) {
                while (indexes.next()) {
                    String kind = indexes.getInt(2) == 0 ? "UNIQUE " : "";
                    columns.put(indexes.getString(1), kind + "(" + indexes.getString(3) + ")");
                }
            }
        }
        return new TableIndexes(table, columns);
    }

    String drop() {
        return columns.keySet().stream()
                .map(name -> "DROP INDEX " + name)
                .collect(Collectors.joining(", ", "ALTER TABLE " + table + " ", ""));
    }

    String add() {
        return columns.entrySet().stream()
                .map(index -> added(index.getKey(), index.getValue()))
                .collect(Collectors.joining(", ", "ALTER TABLE " + table + " ", ""));
    }

    private static String added(String name, String index) {
        return index.startsWith("UNIQUE ")
                ? "ADD UNIQUE INDEX " + name + " " + index.substring("UNIQUE ".length())
                : "ADD INDEX " + name + " " + index;
    }
}
