package org.consilium.ear.stand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.consilium.trail.command.VerifyTrail;
import org.jsoup.nodes.Document;

/** Where a privacy officer has the trail verified, and downloads it to verify it by the command. */
public final class ProofPage {
    public static final String PATH = "/privacy/proof";

    private static final Duration MOST = Duration.ofSeconds(60);

    private final HttpVisit officer;

    public ProofPage(HttpVisit officer) {
        this.officer = officer;
    }

    /** The words of the page after a check. */
    public String check() {
        Answer begun = officer.post(PATH, HtmlForm.in(officer.get(PATH).body(), "check"));
        assertThat(begun.location()).endsWith(PATH + "?done=check-begun");
        await("the end of the check").atMost(MOST).until(() -> !words().contains("The check is running."));
        return words();
    }

    private String words() {
        return page().select("section[aria-labelledby=check-title]").text();
    }

    /** The last seal and the last anchor, as the page shows them. */
    public List<String> facts() {
        return page().select("h1 ~ dl.facts > div").eachText();
    }

    private Document page() {
        return Visitors.page(officer, PATH);
    }

    /** The whole trail. */
    public String download() {
        Answer file = officer.get("/privacy-export/whole");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Disposition")).hasValue("attachment; filename=\"consilium-trail.ndjson\"");
        return new String(file.content(), StandardCharsets.ISO_8859_1);
    }

    /**
     * What the command says about a file, with nothing but it and the key of the page, and its exit code.
     *
     * @param folder for the two
     */
    public String verify(Path folder, String file) throws IOException {
        Path trail = Files.writeString(folder.resolve("trail.ndjson"), file, StandardCharsets.ISO_8859_1);
        Path key = Files.writeString(
                folder.resolve("key.pem"), page().expectFirst("p.key").wholeText());
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int code = VerifyTrail.run(List.of("--key", key.toString(), trail.toString()), out, out);
        return said.toString(StandardCharsets.UTF_8) + "exit code " + code;
    }
}
