package org.consilium.mail;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.EmailContent;
import software.amazon.awssdk.services.sesv2.model.SendEmailResponse;

/** Sends e-mail by Amazon SES in the region of the images; the credentials come from the SDK's default chain. */
@ApplicationScoped
public class SesMail {
    private static final Logger LOG = Logger.getLogger(SesMail.class.getName());

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(6);

    private String region;
    private @Nullable SesV2Client client;

    @SuppressWarnings("NullAway.Init") // CDI's proxy has no state
    protected SesMail() {}

    @Inject
    SesMail(@ConfigProperty(name = "consilium.storage.region") String region) {
        this.region = region;
    }

    @PreDestroy
    synchronized void close() {
        if (client != null) {
            client.close();
        }
    }

    void send(String from, Mail mail) {
        try {
            SendEmailResponse sent = client().sendEmail(email -> email.fromEmailAddress(from)
                    .destination(to -> to.toAddresses(mail.to()))
                    .content(content(mail)));
            LOG.log(Level.INFO, "an e-mail was handed over to SES: message={0}", sent.messageId());
        } catch (SdkException failure) {
            throw new MailUnavailableException("SES does not take an e-mail", failure);
        }
    }

    private static EmailContent content(Mail mail) {
        return EmailContent.builder()
                .simple(message -> message.subject(text(mail.subject())).body(body -> body.text(text(mail.text()))))
                .build();
    }

    private static Content text(String data) {
        return Content.builder().charset("UTF-8").data(data).build();
    }

    /** Created on first use: a node that sends nothing needs no credentials. */
    private synchronized SesV2Client client() {
        SesV2Client known = client;
        if (known == null) {
            known = SesV2Client.builder()
                    .region(Region.of(region))
                    .httpClientBuilder(UrlConnectionHttpClient.builder()
                            .connectionTimeout(CONNECT_TIMEOUT)
                            .socketTimeout(READ_TIMEOUT))
                    .overrideConfiguration(calls -> calls.apiCallTimeout(CALL_TIMEOUT))
                    .build();
            client = known;
        }
        return known;
    }
}
