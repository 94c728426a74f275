package org.consilium.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** Letters reach a mail server complete; those that it does not take are sent later or given up. */
class SmtpConnectionTest {
    private static final Mail MAIL = new Mail(
            "AAAAAAAAAAAAAAAAAAAAAA",
            "gunter@example.org",
            Instant.parse("2026-11-29T08:00:00Z"),
            "es",
            "Su contrase\u00f1a",
            "Hola: a\u00f1o",
            "<p>Hola: a\u00f1o</p>");

    private final Queue<byte[]> taken = new ConcurrentLinkedQueue<>();
    private @Nullable RejectException onRecipient;
    private @Nullable RejectException onData;
    private SMTPServer server;

    @BeforeEach
    void start() {
        server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .messageHandlerFactory(this::handler)
                .build();
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private MessageHandler handler(MessageContext context) {
        return new MessageHandler() {
            @Override
            public void from(String from) {
                // anybody may send
            }

            @Override
            public void recipient(String recipient) throws RejectException {
                if (onRecipient != null) {
                    throw onRecipient;
                }
            }

            @Override
            public @Nullable String data(InputStream data) throws RejectException, IOException {
                byte[] message = data.readAllBytes();
                if (onData != null) {
                    throw onData;
                }
                taken.add(message);
                return null;
            }

            @Override
            public void done() {
                // nothing to end
            }
        };
    }

    private SmtpConnection connection(boolean encrypted) {
        Properties properties = SmtpServer.properties(
                "127.0.0.1",
                server.getPortAllocated(),
                encrypted ? SmtpServer.Encryption.STARTTLS : SmtpServer.Encryption.NONE,
                false,
                "example.org");
        return new SmtpConnection(
                Session.getInstance(properties), new SmtpConnection.Login(null, null), "consilium@example.org");
    }

    @Test
    void carriesTextAndHtmlAndSaysThatNobodyWroteIt() throws Exception {
        try (SmtpConnection connection = connection(false)) {
            connection.send(MAIL);
            connection.send(MAIL);
        }
        assertThat(taken).hasSize(2);
        MimeMessage message = parsed(taken.remove());
        assertThat(message.getMessageID()).isEqualTo("<AAAAAAAAAAAAAAAAAAAAAA@example.org>");
        assertThat(message.getFrom()).extracting(Object::toString).containsExactly("consilium@example.org");
        assertThat(message.getSubject()).isEqualTo("Su contrase\u00f1a");
        assertThat(message.getSentDate()).isEqualTo(MAIL.date());
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getHeader("Content-Language")).containsExactly("es");
        assertThat(message.getContentType()).startsWith("multipart/alternative");
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Hola: a\u00f1o");
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>Hola: a\u00f1o</p>");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        // by it, mail programs recognize a letter that comes twice
        assertThat(parsed(taken.remove()).getMessageID()).isEqualTo(message.getMessageID());
    }

    @Test
    void tellsNothingOfThisMachine() throws Exception {
        try (SmtpConnection connection = connection(false)) {
            connection.send(MAIL);
        }
        assertThat(new String(taken.remove(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain(InetAddress.getLocalHost().getHostName());
    }

    @Test
    void isNeverSentInClearIfEncryptionIsWanted() {
        try (SmtpConnection connection = connection(true)) {
            assertThatExceptionOfType(MailUnavailableException.class).isThrownBy(() -> connection.send(MAIL));
        }
        assertThat(taken).isEmpty();
    }

    @Test
    void isGivenUpIfThereIsNoSuchAddress() throws Exception {
        onRecipient = new RejectException(550, "no such mailbox: " + MAIL.to());
        try (SmtpConnection connection = connection(false)) {
            assertThatExceptionOfType(MailRefusedException.class)
                    .isThrownBy(() -> connection.send(MAIL))
                    .withMessageContaining("550")
                    .withNoCause()
                    .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain(MAIL.to()));
            // and the next one is sent over the same connection
            assertThat(connection.isOpen()).isTrue();
            onRecipient = null;
            connection.send(MAIL);
        }
        assertThat(taken).hasSize(1);
    }

    @Test
    void isTriedAgainIfTheServerAsksForIt() {
        for (RejectException later :
                List.of(new RejectException(450, "mailbox busy"), new RejectException(421, "shutting down"))) {
            onRecipient = later;
            onData = null;
            assertLater();
            onRecipient = null;
            onData = later;
            assertLater();
        }
    }

    private void assertLater() {
        try (SmtpConnection connection = connection(false)) {
            assertThatExceptionOfType(MailUnavailableException.class).isThrownBy(() -> connection.send(MAIL));
        }
    }

    @Test
    void isTriedAgainIfNobodyAnswers() {
        server.stop();
        assertLater();
    }

    private static MimeMessage parsed(byte[] message) throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message));
    }
}
