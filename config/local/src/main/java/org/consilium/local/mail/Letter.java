package org.consilium.local.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * A letter that the mail server has taken.
 *
 * @param id by which {@link MailFolder} knows it
 * @param messageId by which mail programs recognize one that comes twice (RFC 5322, section 3.6.4)
 * @param html empty if the letter has no such part
 * @param source the whole message, with all headers, in ISO 8859-1
 */
public record Letter(
        String id, String messageId, String to, String subject, Instant sent, String text, String html, String source) {

    /** @throws IOException if it is not a message */
    static Letter parse(String id, byte[] bytes) throws IOException {
        try {
            MimeMessage message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
            return new Letter(
                    id,
                    Objects.requireNonNullElse(message.getMessageID(), ""),
                    recipients(message),
                    Objects.requireNonNullElse(message.getSubject(), ""),
                    Optional.ofNullable(message.getSentDate())
                            .map(Date::toInstant)
                            .orElse(Instant.EPOCH),
                    find(message, "text/plain"),
                    find(message, "text/html"),
                    new String(bytes, StandardCharsets.ISO_8859_1));
        } catch (MessagingException malformed) {
            throw new IOException(malformed);
        }
    }

    private static String recipients(MimeMessage message) throws MessagingException {
        return Arrays.stream(Objects.requireNonNullElse(
                        message.getRecipients(Message.RecipientType.TO), new InternetAddress[0]))
                .map(address -> ((InternetAddress) address).getAddress())
                .collect(Collectors.joining(", "));
    }

    /** The content of the first part of a type; empty if there is none. */
    private static String find(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (!(part.getContent() instanceof Multipart parts)) {
            return "";
        }
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart inner = parts.getBodyPart(i);
            String found = find(inner, type);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return "";
    }
}
