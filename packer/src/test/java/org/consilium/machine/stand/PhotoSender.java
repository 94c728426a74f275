package org.consilium.machine.stand;

import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.consilium.local.mail.Letter;
import org.consilium.local.mail.MailFolder;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.consilium.testing.photo.SamplePhotos;

/**
 * A patient who registers at a node, and sends a photo with a form: PhotoSender {@code <address> <folder of letters>}.
 */
public final class PhotoSender {

    private static final String EMAIL = "photo-sender@example.org";
    private static final String PASSWORD = "another horse battery staple";

    private PhotoSender() {}

    public static void main(String[] arguments) throws IOException {
        HttpVisit visit = HttpVisit.at(URI.create(arguments[0]));
        HtmlForm patient = HtmlForm.in(visit.get("/register").body(), "register")
                .with("firstName", "Pat")
                .with("lastName", "Photo")
                .with("dateOfBirth", "1990-01-02")
                .with("email", EMAIL)
                .with("password", PASSWORD)
                .with("repeated", PASSWORD)
                .with("agreed", "true");
        Answer registered = visit.post("/register", patient);
        require(registered, registered.location().contains("/sign-in"));
        require(visit.get("/confirm?token=" + token(new MailFolder(Path.of(arguments[1])))), true);
        Answer confirmed = visit.post(
                "/confirm", HtmlForm.in(visit.get("/confirm").body(), "confirm").with("password", PASSWORD));
        require(confirmed, confirmed.location().contains("/sign-in"));
        HtmlForm person = HtmlForm.in(visit.get("/sign-in").body(), "signin")
                .with("email", EMAIL)
                .with("password", PASSWORD);
        Answer signedIn = visit.post("/sign-in", person);
        require(signedIn, signedIn.isDone());
        HtmlForm consultation = HtmlForm.in(visit.get("/consultation/new").body(), "new")
                .with("title", "A photo")
                .with("description", "For the decoder")
                .with("bodySite", "ARM")
                .with("severity", "MILD");
        Answer sent = visit.post(
                "/consultation/new", consultation.contentType(), BodyPublishers.ofByteArray(body(consultation)));
        require(sent, sent.isDone());
    }

    /** In the link of the letter, which comes a moment later. */
    private static String token(MailFolder letters) {
        List<Letter> found = await().until(() -> letters.to(EMAIL), some -> !some.isEmpty());
        return found.get(0).token();
    }

    /** The form, and the photo as a browser without JavaScript adds it. */
    private static byte[] body(HtmlForm form) throws IOException {
        String boundary = "--" + form.contentType().replaceFirst(".*boundary=", "");
        String end = boundary + "--\r\n";
        String fields = form.body();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(fields.substring(0, fields.length() - end.length()).getBytes(StandardCharsets.UTF_8));
        String header = String.join(
                "\r\n",
                "",
                "Content-Disposition: form-data; name=\"new:photos\"; filename=\"arm.jpg\"",
                "Content-Type: image/jpeg",
                "",
                "");
        body.writeBytes((boundary + header).getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(SamplePhotos.jpeg(new BufferedImage(320, 240, BufferedImage.TYPE_3BYTE_BGR)));
        body.writeBytes(("\r\n" + end).getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }

    private static void require(Answer answer, boolean expected) {
        if (!expected) {
            throw new AssertionError(answer + "\n" + answer.body());
        }
    }
}
