package org.consilium.aws.stack.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.consilium.aws.stack.Cloud;
import org.consilium.aws.stack.Json;
import org.consilium.aws.stack.NeedsNode;
import org.junit.jupiter.api.Test;

@NeedsNode
class NetworkTest {

    private static final String SUBNET = "AWS::EC2::Subnet";

    @Test
    void threeTiersSpanThreeZones() {
        for (String tier : List.of("front", "nodes", "data")) {
            Set<String> zones = Cloud.all(SUBNET).stream()
                    .filter(subnet ->
                            subnet.at("Metadata", "aws:cdk:path").text().contains("/" + tier + "Subnet"))
                    .map(subnet -> subnet.at("Properties", "AvailabilityZone").text())
                    .collect(Collectors.toSet());
            assertThat(zones).as(tier).containsExactlyInAnyOrder("us-east-1a", "us-east-1b", "us-east-1c");
        }
    }

    @Test
    void onlyTheFrontHasARouteToTheInternet() {
        Cloud.template().resourceCountIs("AWS::EC2::NatGateway", 0);
        assertThat(Cloud.all("AWS::EC2::Route"))
                .hasSize(3)
                .allSatisfy(route ->
                        assertThat(route.at("Metadata", "aws:cdk:path").text()).contains("/frontSubnet"));
        Cloud.all(SUBNET, Map.of("MapPublicIpOnLaunch", false));
    }

    @Test
    void theDefaultSecurityGroupIsClosed() {
        Cloud.template().resourceCountIs("Custom::VpcRestrictDefaultSG", 1);
    }

    @Test
    void allTrafficIsLogged() {
        Cloud.template().resourcePropertiesCountIs("AWS::EC2::FlowLog", Map.of("TrafficType", "ALL"), 1);
    }

    @Test
    void awsServicesAreReachedInsideTheNetwork() {
        List<String> services = Cloud.all("AWS::EC2::VPCEndpoint").stream()
                .map(endpoint -> endpoint.at("Properties", "ServiceName").toString())
                .toList();
        for (String service : List.of(
                "s3",
                "secretsmanager",
                "kms",
                "ssm",
                "ssmmessages",
                "ec2messages",
                "logs",
                "monitoring",
                "autoscaling",
                "email")) {
            assertThat(services).as(service).anyMatch(name -> name.contains("." + service));
        }
    }

    /** But for SMTP, which has a login of its own. */
    @Test
    void endpointsAllowOnlyThisAccount() {
        List<Json> endpoints = Cloud.all("AWS::EC2::VPCEndpoint").stream()
                .filter(endpoint -> !endpoint.toString().contains("email-smtp"))
                .toList();
        assertThat(endpoints).hasSize(Cloud.all("AWS::EC2::VPCEndpoint").size() - 1);
        for (Json endpoint : endpoints) {
            Json policy = endpoint.at("Properties", "PolicyDocument", "Statement");
            assertThat(policy.elements()).hasSize(1);
            assertThat(policy.at(0, "Condition", "StringEquals", "aws:PrincipalAccount")
                            .text())
                    .isEqualTo("111122223333");
        }
        Json s3 = Cloud.all("AWS::EC2::VPCEndpoint").stream()
                .map(endpoint -> endpoint.at("Properties"))
                .filter(endpoint -> endpoint.at("VpcEndpointType").text().equals("Gateway"))
                .findFirst()
                .orElseThrow();
        assertThat(s3.at("PolicyDocument", "Statement", 0, "Resource").elements())
                .hasSize(4)
                .allSatisfy(resource -> assertThat(resource.toString()).containsAnyOf("ImagesBucket", "TrailArchive"));
    }

    @Test
    void onlyTheFrontIsOpenToTheWorld() {
        List<String> open = Cloud.all("AWS::EC2::SecurityGroup").stream()
                .filter(group -> group.at("Properties").has("SecurityGroupIngress"))
                .filter(group -> group.at("Properties", "SecurityGroupIngress")
                        .toString()
                        .contains("0.0.0.0/0"))
                .map(group -> group.at("Metadata", "aws:cdk:path").text())
                .toList();

        assertThat(open).containsExactly("Consilium-example/Network/Front/Resource");
        assertThat(Cloud.all("AWS::EC2::SecurityGroupIngress"))
                .allSatisfy(rule -> assertThat(rule.at("Properties").has("SourceSecurityGroupId"))
                        .isTrue());
    }

    /** Connections by security group: none leads from the front to the data. */
    @Test
    void eachTierReachesOnlyTheNext() {
        Set<String> connections = Cloud.all("AWS::EC2::SecurityGroupIngress").stream()
                .map(rule -> rule.at("Properties"))
                .map(rule -> group(rule.at("SourceSecurityGroupId")) + " > " + group(rule.at("GroupId")))
                .collect(Collectors.toSet());

        assertThat(connections)
                .containsExactlyInAnyOrder(
                        "Front > Nodes",
                        "Nodes > Database",
                        "Nodes > Sessions",
                        "Nodes > Endpoints",
                        "Keeper > Database",
                        "Keeper > Endpoints",
                        "Rotation > Database",
                        "Rotation > Endpoints");
    }

    private static String group(Json reference) {
        String id = reference.at("Fn::GetAtt", 0).text();
        return id.replaceFirst("^Network", "").replaceFirst("[0-9A-F]{8}$", "");
    }
}
