package org.consilium.ear.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.consilium.ear.stand.Records;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.Test;

/**
 * A message is kept, and the connection is cut before its writer hears of it: what is sent again is the same message.
 */
class CutAnswerFaultIT {

    @Test
    void theWriterSendsItAgainElsewhere() {
        Cluster cluster = Cluster.whole();
        MessagingPatient writer = MessagingPatient.signedIn(cluster.node(0).address());
        HtmlForm form =
                HtmlForm.in(writer.visit().get(writer.path()).body(), "reply").with("message", "Kept and unheard");
        try (FaultProxy line = FaultProxy.before(cluster.node(0).port())) {
            HttpVisit visit = writer.visit().ledTo(URI.create("http://localhost:" + line.port() + "/"));
            CompletableFuture<Answer> unheard;
            try (LockedRow row = new LockedRow(writer.consultation())) {
                unheard = CompletableFuture.supplyAsync(() -> visit.post(writer.path(), form));
                row.awaitWaiting();
                line.swallow();
            }
            await().pollInterval(Duration.ofMillis(20)).until(() -> Records.messagesIn(writer.consultation()) == 2);
            line.refuse();
            assertThat(unheard.join().status()).as("no answer at all").isZero();
        }
        HttpVisit elsewhere = writer.visit().ledTo(cluster.node(1).address());
        assertThat(elsewhere.post(writer.path(), form)).matches(Answer::isDone);
        assertThat(Records.messagesIn(writer.consultation()))
                .as("with the first")
                .isEqualTo(2);
    }
}
