package org.consilium.ear.stand;

import static org.awaitility.Awaitility.await;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The letters that nodes have sent. They come a moment after the step that they tell of. */
public final class SentMails {

    private static final Pattern TOKEN = Pattern.compile("/[a-z-]+\\?token=(\\S+)");
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration OFTEN = Duration.ofMillis(10);

    private final Path folder;

    /** @param folder of the mail server */
    public SentMails(Path folder) {
        this.folder = folder;
    }

    /** A letter. */
    public record Sent(String to, String subject, String text, String html) {
        /** The token in its link. */
        public String token() {
            Matcher token = TOKEN.matcher(text);
            if (!token.find()) {
                throw new AssertionError("no link in the letter to " + to + ": " + text);
            }
            return token.group(1);
        }
    }

    /** The token in the next letter to somebody, which is then removed. */
    public String takeToken(String email) {
        return take(email).token();
    }

    /** The next letter to somebody, which is then removed. */
    public Sent take(String email) {
        List<Path> found = await("a letter to " + email)
                .pollDelay(Duration.ZERO)
                .pollInterval(OFTEN)
                .atMost(SOON)
                .until(() -> to(email), files -> !files.isEmpty());
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " letters to " + email);
        }
        Sent sent = read(found.get(0));
        delete(found.get(0));
        return sent;
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The letters to somebody once there are so many, which are then removed. */
    public List<Sent> takeAll(String email, int count) {
        List<Path> found = await(count + " letters to " + email)
                .atMost(SOON)
                .until(() -> to(email), files -> files.size() == count);
        List<Sent> sent = found.stream().map(SentMails::read).toList();
        found.forEach(SentMails::delete);
        return sent;
    }

    /** Whether there is a letter to somebody at this moment. */
    public boolean has(String email) {
        return !to(email).isEmpty();
    }

    private List<Path> to(String email) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .filter(file -> read(file).to().equals(email))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Sent read(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), stream);
            Multipart parts = (Multipart) message.getContent();
            return new Sent(
                    message.getRecipients(Message.RecipientType.TO)[0].toString(),
                    message.getSubject(),
                    content(parts.getBodyPart(0)),
                    content(parts.getBodyPart(1)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (MessagingException malformed) {
            throw new AssertionError(malformed);
        }
    }

    private static String content(BodyPart part) throws IOException, MessagingException {
        return part.getContent().toString();
    }
}
