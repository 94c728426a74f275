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
import org.consilium.ear.browser.Form;
import org.consilium.ear.browser.Hospital;
import org.consilium.ear.browser.Hospital.Person;
import org.consilium.ear.browser.Records;
import org.consilium.local.node.Node;
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
        Correspondent writer = Correspondent.signedIn(nodes.get(0));
        Form form = Form.in(writer.window().get(writer.path()).body(), "reply").with("message", "Here and there");
        List<CompletableFuture<Answer>> answers = nodes.stream()
                .limit(2)
                .map(node -> writer.window().ledTo(node))
                .map(window -> CompletableFuture.supplyAsync(() -> window.post(writer.path(), form)))
                .toList();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).matches(Answer::isDone));
        assertThat(Records.messagesIn(writer.consultation())).isEqualTo(2);
    }

    @Test
    void whoeverSignsOutSomewhereIsSignedOutEverywhere() {
        Correspondent reader = Correspondent.signedIn(nodes.get(0));
        List<Window> windows = nodes.stream().map(reader.window()::ledTo).toList();
        assertThat(windows)
                .allSatisfy(window -> assertThat(window.get(reader.path())).matches(Answer::isPage));
        List<Window> copies = windows.stream().map(Window::stolen).toList();
        assertThat(reader.window().signOut().status() / 100).isEqualTo(3);
        assertThat(windows)
                .allSatisfy(window -> assertThat(window.get(reader.path())).matches(Answer::isSignIn));
        assertThat(copies)
                .as("with the cookie as it was before")
                .allSatisfy(window -> assertThat(window.get(reader.path())).matches(Answer::isSignIn));
    }

    @Test
    void whoeverSignsInSomewhereIsSignedInEverywhere() throws InterruptedException, ExecutionException {
        Person patient = Hospital.patient();
        Window first = Window.signedIn(nodes.get(0), patient);
        List<Window> windows = nodes.stream().map(first::ledTo).toList();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Answer>> answers = IntStream.range(0, REQUESTS)
                    .mapToObj(number -> threads.submit(
                            () -> windows.get(number % windows.size()).get("/consultations")))
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
