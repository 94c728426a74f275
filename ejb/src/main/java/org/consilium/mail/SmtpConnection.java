package org.consilium.mail;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Date;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A connection to the mail server, over which one letter after the other is handed over. */
final class SmtpConnection implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(SmtpConnection.class.getName());

    /** Of RFC 5321, section 4.2. */
    private static final Pattern REPLY_CODE = Pattern.compile("^[45]\\d\\d\\b");

    private final Session session;
    private final Login login;
    private final String from;
    private @Nullable Transport transport;

    /** The user name and password for the server, if it asks for them. */
    record Login(@Nullable String user, @Nullable String password) {
        /** Without the password. */
        @Override
        public String toString() {
            return "Login";
        }
    }

    SmtpConnection(Session session, Login login, String from) {
        this.session = session;
        this.login = login;
        this.from = from;
    }

    /**
     * Hands over a letter.
     *
     * @throws MailRefusedException if there is no such address: another attempt would not help
     * @throws MailUnavailableException if the server may take it later
     */
    void send(Mail mail) throws MailRefusedException, MailUnavailableException {
        try {
            Address[] to = {new InternetAddress(mail.to())};
            opened().sendMessage(message(mail, to), to);
        } catch (SendFailedException failure) {
            if (failure.getInvalidAddresses() != null && failure.getInvalidAddresses().length > 0) {
                throw new MailRefusedException(reason(failure));
            }
            throw new MailUnavailableException(reason(failure));
        } catch (MessagingException failure) {
            throw new MailUnavailableException(reason(failure));
        }
    }

    /** The kind of the failure, and the server's reply code; its text often has the address in it. */
    private static String reason(MessagingException failure) {
        StringBuilder reason = new StringBuilder(failure.getClass().getSimpleName());
        for (Exception each = failure; each instanceof MessagingException known; each = known.getNextException()) {
            Matcher code = REPLY_CODE.matcher(String.valueOf(known.getMessage()));
            if (code.find()) {
                reason.append(' ').append(code.group());
            }
        }
        return reason.toString();
    }

    /** Whether another letter can be handed over. */
    boolean isOpen() {
        return transport != null && transport.isConnected();
    }

    private Transport opened() throws MessagingException {
        Transport known = transport;
        if (known == null) {
            known = session.getTransport();
            known.connect(login.user(), login.password());
            transport = known;
        }
        return known;
    }

    private MimeMessage message(Mail mail, Address... to) throws MessagingException {
        MimeMultipart parts = new MimeMultipart("alternative", part(mail.text(), "plain"), part(mail.html(), "html"));
        MimeMessage message = new IdentifiedMessage(session, mail.id() + from.substring(from.lastIndexOf('@')));
        message.setFrom(from);
        message.setRecipients(MimeMessage.RecipientType.TO, to);
        message.setSubject(mail.subject(), "UTF-8");
        message.setSentDate(Date.from(mail.date()));
        message.setContent(parts);
        message.setHeader("Content-Language", mail.language());
        // RFC 3834: nobody's absence is answered
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    private static BodyPart part(String content, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(content, "UTF-8", subtype);
        return part;
    }

    @Override
    public void close() {
        try {
            if (transport != null) {
                transport.close();
            }
        } catch (MessagingException failure) {
            LOG.log(Level.FINE, "the mail server did not say goodbye", failure);
        }
    }

    /** A message with an id of ours. */
    private static final class IdentifiedMessage extends MimeMessage {
        private final String id;

        IdentifiedMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        /** Jakarta Mail would give it one with the name of the machine. */
        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }
}
