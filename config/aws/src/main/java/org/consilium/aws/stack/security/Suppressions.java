package org.consilium.aws.stack.security;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;

/**
 * Exceptions from the rule packs. Each is for one rule on one resource, with its reason; an exception for a second
 * resource needs a reason of its own.
 */
public abstract class Suppressions {

    protected static final String HIPAA = "HIPAA.Security-";
    protected static final String SOLUTIONS = "AwsSolutions-";

    /** The reason for roles that CDK creates. */
    protected static final String INLINE =
            "CDK gives this service's role the one statement that it needs, on the one resource;"
                    + " nobody else has the role, so there is nothing to share as a policy of its own.";

    private static final String NIST = "NIST.800.53.R5-";

    private final Stack stack;

    protected Suppressions(Stack stack) {
        this.stack = stack;
    }

    /** A bucket that receives access logs. */
    protected final void ofAccessLogs(String path) {
        law(
                path,
                "S3DefaultEncryptionKMS",
                "Load balancers and S3 itself write access logs only to a bucket that S3 encrypts with keys of its own.");
        law(
                path,
                "S3BucketReplicationEnabled",
                "Who came to which address is of no use without the region that they came to; S3 keeps three copies in"
                        + " as many zones, and versions protect them from deletion.");
    }

    /** The same rule in both packs that follow a law: HIPAA and NIST. */
    protected final void law(String path, String rule, String reason) {
        suppress(path, HIPAA + rule, reason);
        suppress(path, NIST + rule, reason);
    }

    /**
     * Suppresses a rule on one path.
     *
     * @param findings regular expressions that name the findings, for rules with several findings on one resource
     */
    protected final void suppress(String path, String rule, String reason, String... findings) {
        NagPackSuppression.Builder suppression =
                NagPackSuppression.builder().id(rule).reason(reason);
        List<Object> meant = new ArrayList<>();
        for (String finding : findings) {
            meant.add(Map.of("regex", finding));
        }
        if (!meant.isEmpty()) {
            suppression.appliesTo(meant);
        }
        NagSuppressions.addResourceSuppressionsByPath(
                stack, "/" + stack.getNode().getPath() + "/" + path, List.of(suppression.build()));
    }
}
