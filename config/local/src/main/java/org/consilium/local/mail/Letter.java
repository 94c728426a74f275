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
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A letter that the mail server has taken.
 *
 * @param id by which {@link MailFolder} knows it
 * @param html empty if the letter has no such part
 */
public record Letter(String id, String to, String subject, Instant sent, String text, String html) {
    private static final Pattern TOKEN = Pattern.compile("/[a-z-]+\\?token=(\\S+)");

    /** @throws IOException if it is not a message */
    static Letter parse(String id, byte[] bytes) throws IOException {
        try {
            MimeMessage message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
            return new Letter(
                    id,
                    recipients(message),
                    Objects.requireNonNullElse(message.getSubject(), ""),
                    Optional.ofNullable(message.getSentDate())
                            .map(Date::toInstant)
                            .orElse(Instant.EPOCH),
                    find(message, "text/plain"),
                    find(message, "text/html"));
        } catch (MessagingException malformed) {
            throw new IOException(malformed);
        }
    }

    /** Whether its link has a token. */
    public boolean hasToken() {
        return TOKEN.matcher(text).find();
    }

    /**
     * The token in its link.
     *
     * @throws IllegalStateException if it has no such link
     */
    public String token() {
        Matcher found = TOKEN.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("no link with a token in the letter: " + subject);
        }
        return found.group(1);
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
