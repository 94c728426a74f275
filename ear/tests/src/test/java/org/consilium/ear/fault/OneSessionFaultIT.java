package org.consilium.ear.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Visitors;
import org.consilium.local.node.Node;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One person on all nodes at once: there is one session, and one of each message. */
class OneSessionFaultIT {

    private static final int REQUESTS = 200;
    private static final int AT_ONCE = 4;

    private List<URI> nodes;

    @BeforeEach
    void begin() {
        nodes = Cluster.whole().nodes().stream().map(Node::address).toList();
    }

    @Test
    void aFormThatArrivesAtTwoNodesAtOnceIsOneMessage() {
        MessagingPatient writer = MessagingPatient.signedIn(nodes.get(0));
        HtmlForm form =
                HtmlForm.in(writer.visit().get(writer.path()).body(), "reply").with("message", "Here and there");
        List<CompletableFuture<Answer>> answers = nodes.stream()
                .limit(2)
                .map(node -> writer.visit().ledTo(node))
                .map(visit -> CompletableFuture.supplyAsync(() -> visit.post(writer.path(), form)))
                .toList();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).matches(Answer::isDone));
        assertThat(Records.messagesIn(writer.consultation())).isEqualTo(2);
    }

    @Test
    void whoeverSignsOutSomewhereIsSignedOutEverywhere() {
        MessagingPatient reader = MessagingPatient.signedIn(nodes.get(0));
        List<HttpVisit> visits = nodes.stream().map(reader.visit()::ledTo).toList();
        assertThat(visits)
                .allSatisfy(visit -> assertThat(visit.get(reader.path())).matches(Answer::isPage));
        List<HttpVisit> copies = visits.stream().map(HttpVisit::copy).toList();
        assertThat(Visitors.signOut(reader.visit()).status() / 100).isEqualTo(3);
        assertThat(visits)
                .allSatisfy(visit -> assertThat(visit.get(reader.path())).matches(Answer::isSignIn));
        assertThat(copies)
                .as("with the cookie as it was before")
                .allSatisfy(visit -> assertThat(visit.get(reader.path())).matches(Answer::isSignIn));
    }

    @Test
    void whoeverSignsInSomewhereIsSignedInEverywhere() throws InterruptedException, ExecutionException {
        Person patient = People.patient();
        HttpVisit first = Visitors.signedIn(nodes.get(0), patient);
        List<HttpVisit> visits = nodes.stream().map(first::ledTo).toList();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Answer>> answers = IntStream.range(0, REQUESTS)
                    .mapToObj(number -> threads.submit(
                            () -> visits.get(number % visits.size()).get("/consultations")))
                    .toList();
            for (Future<Answer> answer : answers) {
                assertThat(answer.get())
                        .matches(Answer::isPage)
                        .satisfies(page -> assertThat(page.body()).contains(patient.name()));
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
