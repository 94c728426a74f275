package org.consilium.ear.seal;

import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visitors;
import org.consilium.local.demo.DemoData;
import org.consilium.local.node.Node;
import org.consilium.local.node.NodeSettings;
import org.consilium.local.process.Ports;
import org.consilium.local.store.S3Server;
import org.consilium.testing.http.HttpVisit;

/** Nodes with the demo's people and a trail of their own, and the administrator of its database. */
final class SealedHospital {
    private static final String DOCTOR = "doctor@example.org";
    private static final String OFFICER = "privacy@example.org";

    private final String name;
    private final String trail;

    SealedHospital(String name) {
        this.name = name;
        // the account has the name of the database
        trail = Stand.get().database(name).user() + "_trail";
    }

    /** The first one brings the tables. */
    Node start(int number) {
        Node node = Node.start(
                        Stand.get().workspace(),
                        NodeSettings.of(name + "-node-" + number, Ports.free())
                                .with(Stand.get().configuration(name))
                                .with("consilium.server.session-keys", Stand.SESSION_KEY))
                .awaitReady();
        new DemoData(Stand.get().database(name), Stand.get().s3().createBucket(S3Server.DEFAULT_BUCKET)).load();
        return node;
    }

    static HttpVisit officer(URI home) {
        return Visitors.signedIn(home, OFFICER);
    }

    /** A clinician who looks at pages, each of which is an entry. */
    static HttpVisit doctor(URI home) {
        return Visitors.signedIn(home, DOCTOR);
    }

    static void look(HttpVisit doctor, int times) {
        for (int i = 0; i < times; i++) {
            if (!doctor.get("/queue").isPage()) {
                throw new AssertionError("no queue");
            }
        }
    }

    /** The name of a table of the trail. */
    String table(String table) {
        return trail + "." + table;
    }

    String trail() {
        return trail;
    }

    long number(String sql) {
        return Long.parseLong(column(sql).getFirst());
    }

    List<String> column(String sql) {
        try (Connection connection =
                        Stand.get().databaseServer().administrator().connect();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(String.valueOf(rows.getString(1)));
            }
            return found;
        } catch (SQLException failure) {
            throw new AssertionError(sql, failure);
        }
    }

    /** All statements in one transaction, as the database's administrator. */
    void change(String... statements) {
        try (Connection connection =
                        Stand.get().databaseServer().administrator().connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        } catch (SQLException failure) {
            throw new AssertionError(String.join("; ", statements), failure);
        }
    }

    long newestEntry() {
        return number("SELECT COALESCE(MAX(id), 0) FROM " + table("entry"));
    }

    long sealedUpTo() {
        return number("SELECT COALESCE(MAX(up_to), 0) FROM " + table("seal"));
    }

    long newestSeal() {
        return number("SELECT COALESCE(MAX(number), 0) FROM " + table("seal"));
    }
}
