package org.consilium.aws.stack.security;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.IIdentity;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/** IAM permissions in a few words, and managed policies that attach them to roles: inline ones are harder to review. */
public final class Policies {

    private Policies() {}

    public static PolicyStatement allow(List<String> actions, String... resources) {
        return allowIf(Map.of(), actions, resources);
    }

    /**
     * Permits actions under conditions.
     *
     * @param conditions as IAM writes them: an operator, and the key and value that it compares
     */
    public static PolicyStatement allowIf(
            Map<String, Map<String, String>> conditions, List<String> actions, String... resources) {
        return PolicyStatement.Builder.create()
                .actions(actions)
                .resources(List.of(resources))
                .conditions(conditions)
                .build();
    }

    /**
     * Attaches permissions.
     *
     * @param owner a role, or a group of users
     */
    public static ManagedPolicy attach(Construct scope, String id, IIdentity owner, PolicyStatement... statements) {
        ManagedPolicy policy = ManagedPolicy.Builder.create(scope, id)
                .statements(List.of(statements))
                .build();
        owner.addManagedPolicy(policy);
        return policy;
    }
}
