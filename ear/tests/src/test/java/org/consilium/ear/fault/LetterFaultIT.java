package org.consilium.ear.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.consilium.ear.http.RegistrationForm;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.SentMails;
import org.consilium.ear.stand.Stand;
import org.consilium.local.node.Node;
import org.consilium.local.node.NodeSettings;
import org.consilium.local.process.Ports;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two nodes and one mail server, which is away, swallows everything, or is slow: no page waits, and each letter is sent
 * once.
 */
class LetterFaultIT {
    private static final String DATABASE = "consilium_letters";
    private static final int LETTERS = 40;

    /** Longer than the timer needs that looks for letters that are due. */
    private static final Duration LATER = Duration.ofSeconds(60);

    /** Less than any timeout of a mail server. */
    private static final Duration PAGE = Duration.ofSeconds(4);

    private static FaultProxy toMail;
    private static final List<Node> NODES = new ArrayList<>();

    private final SentMails mails = Stand.get().mails();

    @BeforeAll
    static void start() {
        Stand stand = Stand.get();
        toMail =
                FaultProxy.before(Integer.parseInt(stand.configuration(DATABASE).get("consilium.mail.port")));
        NODES.add(startNode(1).awaitReady());
        NODES.add(startNode(2).awaitReady());
    }

    private static Node startNode(int number) {
        return Node.start(
                Stand.get().workspace(),
                NodeSettings.of("letters-" + number, Ports.free())
                        .with(Stand.get().configuration(DATABASE))
                        .with("consilium.mail.port", String.valueOf(toMail.port())));
    }

    @AfterAll
    static void stop() {
        NODES.forEach(Node::kill);
        toMail.close();
    }

    @AfterEach
    void heal() {
        toMail.pass();
        assertThat(NODES)
                .allSatisfy(node -> assertThat(node.lines())
                        .isNotEmpty()
                        .noneMatch(line -> line.contains("@letters.example") || line.contains("token=")));
    }

    private static String email() {
        return People.id().replaceAll("[^A-Za-z0-9]", "x").toLowerCase(Locale.ROOT) + "@letters.example";
    }

    private static String register(Node node) {
        String email = email();
        HttpVisit visit = HttpVisit.at(node.address());
        HtmlForm form = RegistrationForm.of(visit, email);
        long begin = System.nanoTime();
        Answer answer = visit.post("/register", form);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PAGE);
        assertThat(answer.location()).contains("done=registered");
        return email;
    }

    private static long waiting() {
        return number("SELECT COUNT(*) FROM letter");
    }

    private static long number(String query) {
        try (Connection connection = Stand.get().database(DATABASE).connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private static void change(String change) {
        try (Connection connection = Stand.get().database(DATABASE).connect();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(change)).isPositive();
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void eachIsSentOnceWhenTheServerIsThereAgain() {
        toMail.refuse();
        List<String> people = IntStream.range(0, LETTERS)
                .mapToObj(number -> register(NODES.get(number % 2)))
                .toList();
        assertThat(waiting()).isEqualTo(LETTERS);
        assertThat(people).noneMatch(mails::has);
        toMail.pass();
        await().atMost(LATER).until(() -> waiting() == 0);
        people.forEach(email -> assertThat(mails.take(email).subject()).isEqualTo("Confirm your e-mail address"));
        assertThat(people).noneMatch(mails::has);
    }

    @Test
    void noPageWaitsForAServerThatSwallowsEverything() {
        toMail.swallow();
        String first = register(NODES.get(0));
        String second = register(NODES.get(0));
        assertThat(mails.has(first) || mails.has(second)).isFalse();
        toMail.pass();
        await().atMost(LATER).until(() -> waiting() == 0);
        mails.take(first);
        mails.take(second);
    }

    /**
     * The node dies while the server has not answered yet. Once the time for its attempt has run out, another node
     * sends the letter.
     */
    @Test
    void anotherNodeSendsWhatADeadOneWasSending() {
        toMail.swallow();
        String email = register(NODES.get(0));
        await().atMost(LATER).until(() -> number("SELECT MAX(attempts) FROM letter") == 1);
        NODES.get(0).kill();
        toMail.cut();
        toMail.pass();
        assertThat(mails.has(email)).isFalse();
        change("UPDATE letter SET due_at = UTC_TIMESTAMP(6)");
        await().atMost(LATER).until(() -> waiting() == 0);
        mails.take(email);
        NODES.set(0, startNode(1).awaitReady());
    }
}
