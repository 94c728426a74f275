package org.consilium.ear.growth;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visitors;
import org.consilium.local.database.Database;
import org.consilium.local.demo.DemoData;
import org.consilium.local.node.Node;
import org.consilium.local.node.NodeSettings;
import org.consilium.local.process.Ports;
import org.consilium.local.store.S3Server;
import org.consilium.testing.http.HttpVisit;

/** A node with a database that is filled with so many consultations, and the people who visit it. */
final class GrownHospital implements AutoCloseable {

    /** Not "Questions", which also counts pings of connections. */
    private static final String COUNTERS = "SHOW GLOBAL STATUS WHERE Variable_name LIKE 'Handler_read%'"
            + " OR Variable_name IN ('Com_select', 'Com_insert', 'Com_update', 'Com_delete', 'Com_set_option',"
            + " 'Com_begin', 'Com_commit', 'Com_rollback')";

    private final GrowthData data;
    private final Node node;
    private final Map<String, HttpVisit> visits = new HashMap<>();

    private GrownHospital(GrowthData data, Node node) {
        this.data = data;
        this.node = node;
    }

    static GrownHospital start(long consultations) {
        Stand stand = Stand.get();
        String name = "growth_" + consultations;
        Map<String, String> configuration = stand.configuration(name);
        Node node = Node.start(
                        stand.workspace(),
                        NodeSettings.of("grown-" + consultations, Ports.free()).with(configuration))
                .awaitReady();
        Database database = stand.database(name);
        new DemoData(database, stand.s3().createBucket(S3Server.DEFAULT_BUCKET)).load();
        GrowthData data = new GrowthData(consultations);
        data.load(stand.databaseServer(), database);
        return new GrownHospital(data, node);
    }

    /** The only value that a query gives. */
    static String text(Database database, String query) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    GrowthData data() {
        return data;
    }

    /** A visit of somebody, who signs in at the first one. */
    HttpVisit visit(String email) {
        return visits.computeIfAbsent(email, name -> Visitors.signedIn(node.address(), name));
    }

    /**
     * What the database server has counted so far, for all of its databases.
     *
     * @param rows that were read, by a key or one after the other
     */
    record Counters(long rows, long statements) {

        static Counters read() {
            try (Connection connection =
                            Stand.get().databaseServer().administrator().connect();
                    Statement statement = connection.createStatement();
                    ResultSet counters = statement.executeQuery(COUNTERS)) {
                long rows = 0;
                long statements = 0;
                while (counters.next()) {
                    long count = counters.getLong(2);
                    if (counters.getString(1).startsWith("Com_")) {
                        statements += count;
                    } else {
                        rows += count;
                    }
                }
                return new Counters(rows, statements);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        Counters minus(Counters other) {
            return new Counters(rows - other.rows, statements - other.statements);
        }

        Counters least(Counters other) {
            return new Counters(Math.min(rows, other.rows), Math.min(statements, other.statements));
        }
    }

    @Override
    public void close() {
        node.kill();
    }
}
