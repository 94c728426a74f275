package org.consilium.aws.stack.edge;

import java.util.List;
import java.util.Map;
import org.consilium.aws.stack.logs.LogGroups;
import org.consilium.aws.stack.stage.Stage;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.CfnDelivery;
import software.amazon.awscdk.services.logs.CfnDeliveryDestination;
import software.amazon.awscdk.services.logs.CfnDeliverySource;
import software.amazon.awscdk.services.logs.CfnResourcePolicy;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * CloudFront's access log, which AWS requires to be in us-east-1. Links to images carry their signatures in the query,
 * so the log has neither queries nor the headers that may repeat one.
 */
public final class EdgeLogStack extends software.amazon.awscdk.Stack {

    /** As "Standard logging reference" in the Amazon CloudFront Developer Guide names them. */
    static final List<String> FIELDS = List.of(
            "date",
            "time",
            "x-edge-location",
            "x-edge-request-id",
            "c-ip",
            "c-port",
            "cs-method",
            "cs(Host)",
            "cs-uri-stem",
            "cs-protocol",
            "cs-protocol-version",
            "ssl-protocol",
            "ssl-cipher",
            "cs-bytes",
            "sc-bytes",
            "sc-status",
            "time-taken",
            "x-edge-result-type",
            "x-edge-detailed-result-type");

    /** Creates the stack, after the one with the distribution. */
    public EdgeLogStack(Construct scope, Stage stage, LogGroups groups, Edge edge) {
        super(scope, "Consilium-" + stage.name() + "-edge-log", stage.stackIn("us-east-1"));
        String name = "consilium-" + stage.name() + "-edge";
        LogGroup group = groups.make(this, "Group", "/aws/vendedlogs/cloudfront/" + name);
        CfnResourcePolicy permission = permission(name, group);
        CfnDeliverySource source = CfnDeliverySource.Builder.create(this, "Source")
                .name(name)
                .logType("ACCESS_LOGS")
                .resourceArn(edge.arn())
                .build();
        CfnDeliveryDestination destination = CfnDeliveryDestination.Builder.create(this, "Destination")
                .name(name)
                .destinationResourceArn(group.getLogGroupArn())
                .outputFormat("json")
                .build();
        CfnDelivery delivery = CfnDelivery.Builder.create(this, "Delivery")
                .deliverySourceName(source.getName())
                .deliveryDestinationArn(destination.getAttrArn())
                .recordFields(FIELDS)
                .build();
        delivery.getNode().addDependency(source, permission);
    }

    /** As "Logs sent to CloudWatch Logs" in the Amazon CloudWatch Logs User Guide asks for. */
    private CfnResourcePolicy permission(String name, LogGroup group) {
        PolicyStatement write = PolicyStatement.Builder.create()
                .effect(Effect.ALLOW)
                .principals(List.of(new ServicePrincipal("delivery.logs.amazonaws.com")))
                .actions(List.of("logs:CreateLogStream", "logs:PutLogEvents"))
                .resources(List.of(group.getLogGroupArn()))
                .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", getAccount())))
                .build();
        PolicyDocument document =
                PolicyDocument.Builder.create().statements(List.of(write)).build();
        return CfnResourcePolicy.Builder.create(this, "Permission")
                .policyName(name)
                .policyDocument(toJsonString(document.toJSON()))
                .build();
    }
}
