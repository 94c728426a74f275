package org.consilium.aws.stack.security;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.kms.KeySpec;
import software.amazon.awscdk.services.kms.KeyUsage;
import software.constructs.Construct;

/** The hospital's own keys: for health information, for logs and alarms, and for the seals of the audit trail. */
public final class Keys extends Construct {

    private final Key data;
    private final Key logs;
    private final Key seals;

    public Keys(Construct scope) {
        super(scope, "Keys");
        data = Key.Builder.create(this, "Data")
                .description("Health information at rest: images, database, sessions, volumes, secrets, backups")
                .enableKeyRotation(true)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        logs = new LogKey(this).key();
        // by hand: the seals of six years are verified by its public key
        seals = Key.Builder.create(this, "Seals")
                .description("Signs the seals of the audit trail")
                .keySpec(KeySpec.ECC_NIST_P256)
                .keyUsage(KeyUsage.SIGN_VERIFY)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        AutoScalingRole.encryptsVolumes(data);
    }

    public Key data() {
        return data;
    }

    public Key seals() {
        return seals;
    }

    public Key logs() {
        return logs;
    }
}
