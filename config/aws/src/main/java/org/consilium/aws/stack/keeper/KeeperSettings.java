package org.consilium.aws.stack.keeper;

import java.util.Map;
import java.util.TreeMap;
import org.consilium.aws.stack.data.Database;
import org.consilium.aws.stack.data.Stores;
import org.consilium.aws.stack.stage.Stage;
import software.amazon.awscdk.services.ssm.StringParameter;
import software.constructs.Construct;

/** The settings of the command that looks after the trail, which the keeper reads as a node reads its configuration. */
final class KeeperSettings extends Construct {

    KeeperSettings(Construct scope, Stage stage, Stores stores) {
        super(scope, "Settings");
        Database database = stores.database();
        String owner = "secret:" + database.passwords().trailOwner().getSecretArn();
        Map<String, String> values = new TreeMap<>();
        values.put("url", database.address());
        values.put("user", owner + "#username");
        values.put("password", owner + "#password");
        values.put("application-users", String.join(",", Database.applicationUsers()));
        values.put("archive-bucket", stores.archive().bucket().getBucketName());
        values.put("archive-region", stage.region());
        values.forEach((key, value) -> {
            Object unused = StringParameter.Builder.create(this, key)
                    .parameterName(stage.keeperPath() + "/consilium.trail." + key)
                    .stringValue(value)
                    .build();
        });
    }
}
