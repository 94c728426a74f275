package org.consilium.aws.stack.security;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/** The hospital's own keys: one for health information, one for logs and alarms. */
public final class Keys extends Construct {

    private final Key data;
    private final Key logs;

    public Keys(Construct scope) {
        super(scope, "Keys");
        data = Key.Builder.create(this, "Data")
                .description("Health information at rest: images, database, sessions, volumes, secrets, backups")
                .enableKeyRotation(true)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        logs = new LogKey(this).key();
        AutoScalingRole.encryptsVolumes(data);
    }

    public Key data() {
        return data;
    }

    public Key logs() {
        return logs;
    }
}
