package org.consilium.aws.stack;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

/** Permissions in a few words, and the policies that roles get them by: of their own, so that they can be looked at. */
final class Rights {

    private Rights() {}

    static PolicyStatement allow(List<String> actions, String... resources) {
        return allowIf(Map.of(), actions, resources);
    }

    /** As IAM writes it: an operator, and what is compared by it. */
    static PolicyStatement allowIf(
            Map<String, Map<String, String>> conditions, List<String> actions, String... resources) {
        return PolicyStatement.Builder.create()
                .actions(actions)
                .resources(List.of(resources))
                .conditions(conditions)
                .build();
    }

    static ManagedPolicy give(Construct scope, String id, Role role, PolicyStatement... statements) {
        return ManagedPolicy.Builder.create(scope, id)
                .roles(List.of(role))
                .statements(List.of(statements))
                .build();
    }
}
