package org.consilium.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The mail server that letters are handed over to, by SMTP (RFC 5321) with Jakarta Mail: Amazon SES, or any other. It
 * answers slowly rather than twice: a reply that comes after a timeout would make a letter be sent once more.
 */
@ApplicationScoped
public class SmtpServer {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration REPLY_TIMEOUT = Duration.ofMinutes(1);

    /**
     * More than there are replies in an exchange: greeting, two EHLO, STARTTLS, AUTH, MAIL, RCPT, DATA, its end, QUIT.
     */
    private static final int REPLIES = 14;

    /** No attempt to hand over a letter takes longer. */
    static final Duration MAX_TIME = REPLY_TIMEOUT.multipliedBy(REPLIES);

    /** How the connection is encrypted. */
    enum Encryption {
        /** Not at all: for a mail server on this machine. */
        NONE,
        /** From the command STARTTLS on, without which nothing is sent (RFC 3207). */
        STARTTLS,
        /** From the beginning (RFC 8314). */
        TLS
    }

    @Inject
    @ConfigProperty(name = "consilium.mail.host")
    private Optional<String> host;

    @Inject
    @ConfigProperty(name = "consilium.mail.port")
    private int port;

    @Inject
    @ConfigProperty(name = "consilium.mail.encryption")
    private String encryption;

    @Inject
    @ConfigProperty(name = "consilium.mail.user")
    private Optional<String> user;

    @Inject
    @ConfigProperty(name = "consilium.mail.password")
    private Optional<String> password;

    @Inject
    @ConfigProperty(name = "consilium.mail.ses-region")
    private Optional<String> sesRegion;

    @Inject
    @ConfigProperty(name = "consilium.mail.from")
    private String from;

    @SuppressWarnings("NullAway.Init") // the container sets the fields before the first call
    public SmtpServer() {}

    /** A connection, which is opened when the first letter is sent. */
    SmtpConnection connection() {
        String server = host.orElseThrow(() -> new IllegalStateException("consilium.mail.host is missing"));
        Encryption used = Encryption.valueOf(encryption.toUpperCase(Locale.ROOT));
        Session session = Session.getInstance(properties(server, port, used, user.isPresent(), domain()));
        return new SmtpConnection(session, new SmtpConnection.Login(user.orElse(null), secret()), from);
    }

    private @Nullable String secret() {
        return sesRegion.isPresent() ? SesPassword.of(password.orElse(""), sesRegion.get()) : password.orElse(null);
    }

    private String domain() {
        return from.substring(from.lastIndexOf('@') + 1);
    }

    /** @param name by which this node introduces itself: not its own, which nobody has to know */
    static Properties properties(String host, int port, Encryption used, boolean signsIn, String name) {
        Properties properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", host);
        properties.put("mail.smtp.port", String.valueOf(port));
        properties.put("mail.smtp.localhost", name);
        properties.put("mail.smtp.auth", String.valueOf(signsIn));
        properties.put("mail.smtp.starttls.required", String.valueOf(used == Encryption.STARTTLS));
        properties.put("mail.smtp.starttls.enable", String.valueOf(used == Encryption.STARTTLS));
        properties.put("mail.smtp.ssl.enable", String.valueOf(used == Encryption.TLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.connectiontimeout", String.valueOf(CONNECT_TIMEOUT.toMillis()));
        properties.put("mail.smtp.timeout", String.valueOf(REPLY_TIMEOUT.toMillis()));
        properties.put("mail.smtp.writetimeout", String.valueOf(REPLY_TIMEOUT.toMillis()));
        // addresses may have letters of any script (RFC 6531), if the server takes them
        properties.put("mail.mime.allowutf8", "true");
        return properties;
    }
}
