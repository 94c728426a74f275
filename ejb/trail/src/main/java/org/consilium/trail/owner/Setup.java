package org.consilium.trail.owner;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.consilium.trail.TrailSchema;

/**
 * Creates the schema, and brings an older one up to date: it gets the tables, columns, and indexes that it does not
 * have. Nothing is changed or removed, so that nodes of the version before can go on.
 */
final class Setup {
    private static final String ANY_HOST = "@'%'";

    /** The codes of both servers for a grant to somebody who does not exist: the second of two users that alternate. */
    private static final Set<Integer> NO_SUCH_USER = Set.of(1133, 1410);

    private final TrailDatabase database;
    private final OwnerLog log;

    Setup(TrailDatabase database, OwnerLog log) {
        this.database = database;
        this.log = log;
    }

    void run(List<String> applicationUsers) throws SQLException {
        int added = 0;
        for (String statement : TrailSchema.creating(database.schema(), "")) {
            if (!isGrant(statement)) {
                database.execute(statement);
                added += TableDefinition.find(statement).isPresent() ? complete(statement) : 0;
            }
        }
        int granted = 0;
        for (String user : applicationUsers) {
            granted += grant(user) ? 1 : 0;
        }
        log.info("the schema is up to date", Map.of("added", added, "users", granted));
    }

    private int complete(String statement) throws SQLException {
        TableDefinition definition = TableDefinition.find(statement).orElseThrow();
        Set<String> present = names(
                "SELECT column_name FROM information_schema.columns WHERE table_schema = ? AND table_name = ?"
                        + " UNION SELECT index_name FROM information_schema.statistics"
                        + " WHERE table_schema = ? AND table_name = ?",
                definition.table());
        List<String> missing = definition.parts().entrySet().stream()
                .filter(part -> !present.contains(part.getKey()))
                .map(part -> "ADD " + part.getValue())
                .toList();
        if (!missing.isEmpty()) {
            database.change("ALTER TABLE " + database.table(definition.table()) + ' ' + String.join(", ", missing));
        }
        return missing.size();
    }

    private Set<String> names(String query, String table) throws SQLException {
        return database.rows(query, database.schema(), table, database.schema(), table).stream()
                .map(row -> row.getFirst().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** Whether the user exists. */
    private boolean grant(String user) throws SQLException {
        String account = '\'' + user.replace("'", "''") + '\'' + ANY_HOST;
        try {
            for (String statement : TrailSchema.creating(database.schema(), account)) {
                if (isGrant(statement)) {
                    database.execute(statement);
                }
            }
            return true;
        } catch (SQLException refused) {
            if (NO_SUCH_USER.contains(refused.getErrorCode())) {
                return false;
            }
            throw refused;
        }
    }

    private static boolean isGrant(String statement) {
        return statement.strip().startsWith("GRANT ");
    }
}
