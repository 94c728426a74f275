package org.consilium.aws.stack.compute;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.consilium.aws.stack.data.Database;
import org.consilium.aws.stack.data.Images;
import org.consilium.aws.stack.data.Sessions;
import org.consilium.aws.stack.data.TrailArchive;
import org.consilium.aws.stack.edge.MailIdentity;
import org.consilium.aws.stack.stage.Stage;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.amazon.awscdk.services.ssm.ParameterTier;
import software.amazon.awscdk.services.ssm.StringParameter;
import software.constructs.Construct;

/**
 * The configuration that nodes read when they start: a parameter for each key of the application's configuration, in
 * Parameter Store under the stage's path. A value "secret:ARN" or "secret:ARN#field" refers to Secrets Manager.
 */
public final class Settings extends Construct {

    private static final int PASSWORD_LENGTH = 32;
    /** The field of the value in secrets that are created here. */
    private static final String FIELD = "key";

    private final Map<String, String> values = new TreeMap<>();
    private final Secret edgeKey;
    private final Secret administrator;
    private final Secret database;

    public Settings(Construct scope, Key key) {
        super(scope, "Settings");
        edgeKey = secret(
                "EdgeKey",
                "By which links to images are signed: CloudFront's id of the key, and the private key as PEM (PKCS #8)",
                key,
                "{\"id\":\"\"}");
        database = secret("Database", "Encrypts secrets in the database, such as those of authenticators", key, "{}");
        administrator = secret("Administrator", "The first administrator's password, used once", key, "{}");
    }

    private Secret secret(String id, String description, Key key, String others) {
        return Secret.Builder.create(this, id)
                .description(description)
                .encryptionKey(key)
                .generateSecretString(SecretStringGenerator.builder()
                        .secretStringTemplate(others)
                        .generateStringKey(FIELD)
                        .passwordLength(PASSWORD_LENGTH)
                        .excludePunctuation(true)
                        .requireEachIncludedType(true)
                        .build())
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
    }

    public void ofStage(Stage stage) {
        values.put("consilium.web.time-zone", stage.timeZone());
        values.put("consilium.web.address", "https://" + stage.domain());
        values.put("consilium.secret.keys", field(database, FIELD));
        values.put("consilium.account.privacy-officer-email", stage.privacyOfficerEmail());
        values.put("consilium.account.administrator-email", stage.operationsEmail());
        values.put("consilium.account.administrator-password", field(administrator, FIELD));
    }

    public void ofMail(Stage stage, ISecret login) {
        values.put("consilium.mail.host", "email-smtp." + stage.region() + ".amazonaws.com");
        values.put("consilium.mail.ses-region", stage.region());
        values.put("consilium.mail.user", field(login, MailIdentity.USER));
        values.put("consilium.mail.password", field(login, MailIdentity.PASSWORD));
        values.put("consilium.mail.from", "consilium@" + stage.domain());
    }

    public void ofDatabase(Database database) {
        values.put("consilium.database.url", database.address());
        if (!database.replicas().isEmpty()) {
            values.put("consilium.database.replica-url", database.replicaAddresses());
        }
        // new connections read it again, as the user alternates with each rotation
        values.put(
                "consilium.database.secret", database.passwords().application().getSecretArn());
        // until it can be read
        values.put("consilium.database.user", field(database.passwords().application(), "username"));
        values.put("consilium.database.password", field(database.passwords().application(), "password"));
    }

    public void ofSessions(Sessions sessions) {
        values.put("consilium.redis.url", sessions.addresses());
        values.put("consilium.redis.topology", "replicated");
        values.put("consilium.redis.user", Sessions.USER);
        values.put("consilium.redis.password", whole(sessions.password()));
        values.put("consilium.server.session-keys", whole(sessions.key()));
    }

    public void ofImages(Stage stage, Images images, Key key) {
        values.put("consilium.storage.region", stage.region());
        values.put("consilium.storage.bucket", images.bucket().getBucketName());
        values.put("consilium.storage.encryption", stage.encryption());
        values.put("consilium.storage.kms-key", key.getKeyArn());
        values.put("consilium.storage.edge-url", "https://" + stage.imagesDomain());
        // both in one secret, so that an id is never combined with another key
        values.put("consilium.storage.edge-key-id", field(edgeKey, "id"));
        values.put("consilium.storage.edge-key", field(edgeKey, FIELD));
    }

    public void ofTrail(TrailArchive archive, Key seals) {
        values.put("consilium.audit.seal-key", seals.getKeyArn());
        values.put("consilium.audit.anchor-bucket", archive.bucket().getBucketName());
    }

    private static String whole(ISecret secret) {
        return "secret:" + secret.getSecretArn();
    }

    private static String field(ISecret secret, String field) {
        return whole(secret) + "#" + field;
    }

    /** Creates the parameters. */
    public void store(Stage stage) {
        values.forEach((key, value) -> {
            Object unused = StringParameter.Builder.create(this, key)
                    .parameterName(stage.configurationPath() + "/" + key)
                    .stringValue(value)
                    // the addresses of many replicas exceed the size of a standard parameter
                    .tier(ParameterTier.INTELLIGENT_TIERING)
                    .build();
        });
    }

    public Secret edgeKey() {
        return edgeKey;
    }

    /** The secrets that are created here. */
    public List<ISecret> secrets() {
        return List.of(edgeKey, administrator, database);
    }
}
