package org.consilium.ear.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visitors;
import org.consilium.local.database.Database;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.consilium.trail.TrailSchema;
import org.junit.jupiter.api.Test;

/** The database user and its password are rotated while a node runs, which reads them again and is not restarted. */
class PasswordRotationFaultIT {

    private static final Duration RECOVERY = Duration.ofSeconds(30);

    @Test
    void newConnectionsUseThePresentPassword() {
        ReplicatedNode stand = ReplicatedNode.get();
        Database former = Stand.get().database();
        Database next = new Database(former.url(), "consilium_clone", People.id());
        Person patient = People.patient();
        String path = "/consultation/" + People.consultation(patient, "Sent through a rotation");
        HttpVisit visit = Visitors.signedIn(stand.node().address(), patient);
        try {
            root(
                    "CREATE OR REPLACE USER consilium_clone@127.0.0.1 IDENTIFIED BY '" + next.password() + "'",
                    "GRANT ALL PRIVILEGES ON consilium.* TO consilium_clone@127.0.0.1");
            Stand.get()
                    .databaseServer()
                    .execute(TrailSchema.creating(TrailSchema.beside("consilium"), "consilium_clone@127.0.0.1"));
            root("ALTER USER consilium@127.0.0.1 IDENTIFIED BY '" + People.id() + "'");
            assertThat(send(visit, path, "On a connection from before")).matches(Answer::isDone);
            stand.secrets().rotate(next);
            stand.toPrimary().cut();
            awaitSent(visit, path, "On a new connection");
        } finally {
            root("ALTER USER consilium@127.0.0.1 IDENTIFIED BY '" + former.password() + "'");
            stand.secrets().rotate(former);
            root("DROP USER consilium_clone@127.0.0.1");
            stand.toPrimary().cut();
        }
        awaitSent(visit, path, "As before");
    }

    private static void root(String... statements) {
        Stand.get().databaseServer().execute(List.of(statements));
    }

    private static Answer send(HttpVisit visit, String path, String text) {
        return visit.post(path, HtmlForm.in(visit.get(path).body(), "reply").with("message", text));
    }

    private static void awaitSent(HttpVisit visit, String path, String text) {
        await(text).atMost(RECOVERY).untilAsserted(() -> {
            assertThat(visit.get(path)).matches(Answer::isPage);
            assertThat(send(visit, path, text)).matches(Answer::isDone);
        });
    }
}
