package org.consilium.aws.stack.edge;

import java.util.List;
import java.util.Map;
import org.consilium.aws.stack.security.Policies;
import org.consilium.aws.stack.stage.Stage;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.SecretValue;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.AccessKey;
import software.amazon.awscdk.services.iam.Group;
import software.amazon.awscdk.services.iam.User;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.route53.CnameRecord;
import software.amazon.awscdk.services.route53.IHostedZone;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.ses.CloudWatchDimension;
import software.amazon.awscdk.services.ses.CloudWatchDimensionSource;
import software.amazon.awscdk.services.ses.ConfigurationSet;
import software.amazon.awscdk.services.ses.ConfigurationSetEventDestinationOptions;
import software.amazon.awscdk.services.ses.ConfigurationSetTlsPolicy;
import software.amazon.awscdk.services.ses.DkimRecord;
import software.amazon.awscdk.services.ses.EmailIdentity;
import software.amazon.awscdk.services.ses.EmailSendingEvent;
import software.amazon.awscdk.services.ses.EventDestination;
import software.amazon.awscdk.services.ses.Identity;
import software.amazon.awscdk.services.ses.SuppressionReasons;
import software.constructs.Construct;

/**
 * The domain of the application as a sender in Amazon SES, which verifies it by signatures (DKIM) in the DNS, and the
 * login by which nodes hand over letters. A letter is passed on over TLS or not at all; addresses that have refused
 * one, or complained about one, get no more, and both are counted, without the addresses.
 */
public final class MailIdentity extends Construct {
    /** The fields of the secret. */
    public static final String USER = "user";

    public static final String PASSWORD = "password";

    /** A larger number replaces the access key. */
    private static final int ACCESS_SERIAL = 1;

    private final EmailIdentity identity;
    private final ConfigurationSet reports;
    private final Secret login;

    public MailIdentity(Construct scope, Stage stage, IKey key) {
        super(scope, "Mail");
        reports = ConfigurationSet.Builder.create(this, "Reports")
                .tlsPolicy(ConfigurationSetTlsPolicy.REQUIRE)
                .suppressionReasons(SuppressionReasons.BOUNCES_AND_COMPLAINTS)
                .reputationMetrics(true)
                .build();
        Object unused = reports.addEventDestination(
                "Counted",
                ConfigurationSetEventDestinationOptions.builder()
                        .destination(EventDestination.cloudWatchDimensions(List.of(CloudWatchDimension.builder()
                                .source(CloudWatchDimensionSource.MESSAGE_TAG)
                                .name("ses:from-domain")
                                .defaultValue("unknown")
                                .build())))
                        .events(List.of(
                                EmailSendingEvent.SEND,
                                EmailSendingEvent.BOUNCE,
                                EmailSendingEvent.COMPLAINT,
                                EmailSendingEvent.REJECT))
                        .build());
        identity = EmailIdentity.Builder.create(this, "Identity")
                .identity(Identity.domain(stage.domain()))
                .configurationSet(reports)
                .build();
        login = login(key);
    }

    /** SMTP knows no roles: a user that may do nothing but send, from this domain alone. */
    private Secret login(IKey key) {
        Group senders = new Group(this, "Senders");
        Object unused = Policies.attach(
                this,
                "Send",
                senders,
                Policies.allow(
                        List.of("ses:SendRawEmail"),
                        identity.getEmailIdentityArn(),
                        Stack.of(this)
                                .formatArn(ArnComponents.builder()
                                        .service("ses")
                                        .resource("configuration-set")
                                        .resourceName(reports.getConfigurationSetName())
                                        .build())));
        User sender =
                User.Builder.create(this, "Sender").groups(List.of(senders)).build();
        AccessKey access = AccessKey.Builder.create(this, "Access")
                .user(sender)
                .serial(ACCESS_SERIAL)
                .build();
        return Secret.Builder.create(this, "Login")
                .description("By which nodes sign in at Amazon SES: an access key")
                .encryptionKey(key)
                .secretObjectValue(Map.of(
                        USER, SecretValue.unsafePlainText(access.getAccessKeyId()),
                        PASSWORD, access.getSecretAccessKey()))
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
    }

    /** Creates the records by which SES knows the domain. */
    public void prove(IHostedZone zone) {
        List<DkimRecord> records = identity.getDkimRecords();
        for (int number = 0; number < records.size(); number++) {
            CnameRecord.Builder.create(this, "Dkim" + number)
                    .zone(zone)
                    .recordName(records.get(number).getName() + ".")
                    .domainName(records.get(number).getValue())
                    .build();
        }
    }

    /** The access key with which nodes sign in. */
    public ISecret login() {
        return login;
    }
}
