package org.consilium.ear.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Trail;
import org.consilium.ear.stand.Visitors;
import org.consilium.local.demo.DemoData;
import org.consilium.local.node.Node;
import org.consilium.local.node.NodeSettings;
import org.consilium.local.process.Ports;
import org.consilium.local.store.S3Server;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The disk with the audit trail is full: nothing is shown and nothing is done that could not be put on record. */
class FullDiskFaultIT {
    private static final String DATABASE = "full";
    private static final String PATIENT = "patient@example.org";

    /** More than fit into the room that the table has already. */
    private static final int MOST = 5000;

    private static Path disk;
    private static Node node;

    @BeforeAll
    static void start() throws IOException {
        Stand stand = Stand.get();
        Assumptions.assumeTrue(stand.mariaDb().isPresent(), "the folder of a given database server is not known");
        // the folder of the trail's schema, before the server puts anything into it
        disk = stand.workspace().folder("mariadb").resolve("data").resolve(DATABASE + "_trail");
        Files.createDirectories(disk);
        Assumptions.assumeTrue(
                Command.in(disk, "mount", "-t", "tmpfs", "-o", "size=8m,mode=777", "tmpfs", disk.toString())
                        .succeeds(),
                "this user may not mount a small disk");
        var unused = stand.node(); // two nodes that both make the tables would wait for each other
        node = Node.start(
                        stand.workspace(),
                        NodeSettings.of("node-with-full-disk", Ports.free()).with(stand.configuration(DATABASE)))
                .awaitReady();
        new DemoData(stand.database(DATABASE), stand.s3().createBucket(S3Server.DEFAULT_BUCKET)).load();
    }

    @AfterAll
    static void stop() throws IOException {
        if (node != null) {
            node.kill();
        }
        // the database server has files open there until it ends
        var unused =
                Command.in(Path.of("/"), "umount", "--lazy", disk.toString()).succeeds();
    }

    @Test
    void nothingIsShownOrDoneUntilThereIsRoom() throws IOException {
        HttpVisit visit = Visitors.signedIn(node.address(), PATIENT);
        String path = Jsoup.parse(visit.get("/consultations").body())
                .select("main a[href^=/consultation/]:not([href$=new])")
                .attr("href");
        HtmlForm form = HtmlForm.in(visit.get(path).body(), "reply").with("message", "Not on record");
        // in a session of its own: one keeps the state of a few pages only, and that of the form is to stay
        HttpVisit looking = Visitors.signedIn(node.address(), PATIENT);
        Path filler = fill();

        // each kind of row has a place of its own in the indexes, and some may find room where others do not
        assertRefusedOnceUnrecorded("READ_CONSULTATION", () -> looking.get(path));
        assertRefusedOnceUnrecorded(
                "NOTE_SIGN_IN", () -> Visitors.signIn(HttpVisit.at(node.address()), PATIENT, People.PASSWORD));
        long written = recorded("WRITE_MESSAGE");
        Answer sent = visit.post(path, form);
        assertThat(sent.status()).isIn(302, 503);
        assertThat(recorded("WRITE_MESSAGE") - written).isEqualTo(sent.isDone() ? 1 : 0);

        Files.delete(filler);
        assertThat(visit.get(path).body().contains("Not on record")).isEqualTo(sent.isDone());
        assertThat(visit.post(path, form)).matches(Answer::isDone);
        assertThat(visit.get(path).body()).contains("Not on record");
    }

    /** Does something until it is refused; what was not refused is on record, each time. */
    private static void assertRefusedOnceUnrecorded(String action, Supplier<Answer> step) {
        long before = recorded(action);
        int done = 0;
        Answer answer = step.get();
        while (answer.status() < 400 && done < MOST) {
            done++;
            answer = step.get();
        }
        assertThat(answer.status()).as("%s, after %s", action, done).isEqualTo(503);
        assertThat(recorded(action) - before).as(action).isEqualTo(done);
    }

    private static long recorded(String action) {
        return Trail.rows(Stand.get().database(DATABASE), "action = ? AND outcome = 'DONE'", action)
                .size();
    }

    private static Path fill() throws IOException {
        Path filler = disk.resolve("filler");
        List<Integer> sizes = new ArrayList<>(List.of(1024 * 1024, 4096));
        try (var out = Files.newOutputStream(filler)) {
            while (!sizes.isEmpty()) {
                try {
                    out.write(new byte[sizes.getFirst()]);
                } catch (IOException full) {
                    sizes.removeFirst();
                }
            }
        }
        return filler;
    }
}
