package org.consilium.local.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.consilium.local.process.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A letter is taken, kept for its owner's eyes, and shown on a page that nothing in it can take over. */
class MailServerTest {

    @TempDir
    private Path folder;

    private Workspace workspace;
    private MailServer server;

    @BeforeEach
    void start() {
        workspace = Workspace.open(folder);
        server = MailServer.start(workspace);
    }

    @AfterEach
    void stop() {
        server.close();
        workspace.close();
    }

    private void send(String subject, String text) throws Exception {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", server.properties().get("consilium.mail.host"));
        properties.put("mail.smtp.port", server.properties().get("consilium.mail.port"));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom("from@example.org");
        message.setRecipients(Message.RecipientType.TO, InternetAddress.parse("to@example.org"));
        message.setSubject(subject, "UTF-8");
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text, "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setText("<p>" + text + "</p>", "UTF-8", "html");
        message.setContent(new MimeMultipart("alternative", plain, html));
        Transport.send(message);
    }

    private static HttpResponse<String> get(URI address) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    @Test
    void keepsLettersForTheirReader() throws Exception {
        send("First", "G\u00fcnter");
        send("Second", "https://localhost/page?token=a_b-1");
        assertThat(server.folder().letters()).extracting(Letter::subject).containsExactly("Second", "First");
        assertThat(server.folder().to("to@example.org")).hasSize(2);
        assertThat(server.folder().to("other@example.org")).isEmpty();
        assertThat(server.folder().letters().get(1).text()).isEqualTo("G\u00fcnter");
        try (Stream<Path> files = Files.list(MailServer.folder(folder))) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(2);
            for (Path file : all) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
            }
        }
        server.folder().delete(server.folder().letters().get(0));
        assertThat(server.folder().letters()).extracting(Letter::subject).containsExactly("First");
    }

    @Test
    void showsThemOnAPage() throws Exception {
        assertThat(get(server.page()).body()).contains("No letter has been sent yet.");
        send("A link", "Go to https://localhost/page?token=a_b-1");
        assertThat(get(server.page()).body()).contains("to@example.org", ">A link</a>");
        String id = server.folder().letters().get(0).id();
        assertThat(get(server.page().resolve("/letter/" + id)).body())
                .contains(
                        "<a href=\"https://localhost/page?token=a_b-1\">",
                        "srcdoc=\"&lt;base target=&quot;_top&quot;&gt;&lt;p&gt;Go to");
        assertThat(get(server.page().resolve("/letter/20260101-000000.000000000-1-00000000"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(get(server.page().resolve("/letter/..%2f..%2fsecrets")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void takesNothingInALetterForMarkup() throws Exception {
        send("<script>alert(1)</script>", "<img src=x onerror=alert(1)> \"quoted\"");
        HttpResponse<String> list = get(server.page());
        String id = server.folder().letters().get(0).id();
        HttpResponse<String> letter = get(server.page().resolve("/letter/" + id));
        assertThat(list.body() + letter.body()).doesNotContain("<script>", "<img");
        assertThat(letter.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
    }
}
