package org.consilium.aws.stack.security;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
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

    public static ManagedPolicy attach(Construct scope, String id, Role role, PolicyStatement... statements) {
        return ManagedPolicy.Builder.create(scope, id)
                .roles(List.of(role))
                .statements(List.of(statements))
                .build();
    }
}
