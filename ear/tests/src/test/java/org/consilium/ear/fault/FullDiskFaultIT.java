package org.consilium.ear.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        long before = seen();
        Path filler = fill();

        int shown = 0;
        Answer answer = looking.get(path);
        while (answer.status() == 200 && shown < MOST) {
            shown++;
            answer = looking.get(path);
        }
        assertThat(answer.status()).as("after %s views", shown).isEqualTo(503);
        assertThat(seen() - before).isEqualTo(shown);
        assertThat(visit.post(path, form).status()).isEqualTo(503);
        assertThat(Visitors.signIn(HttpVisit.at(node.address()), PATIENT, People.PASSWORD)
                        .status())
                .isEqualTo(503);

        Files.delete(filler);
        assertThat(visit.get(path).body()).doesNotContain("Not on record");
        assertThat(visit.post(path, form)).matches(Answer::isDone);
        assertThat(visit.get(path).body()).contains("Not on record");
    }

    private static long seen() {
        return Trail.rows(Stand.get().database(DATABASE), "action = 'READ_CONSULTATION' AND outcome = 'DONE'")
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
