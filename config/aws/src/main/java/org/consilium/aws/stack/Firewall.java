package org.consilium.aws.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.wafv2.CfnLoggingConfiguration;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.constructs.Construct;

/** What is turned away before it reaches anything of ours: known attacks, and whoever asks too often. */
final class Firewall extends Construct {

    /** Where it stands. */
    enum Place {
        LOAD_BALANCER("REGIONAL"),
        EDGE("CLOUDFRONT");

        private final String scope;

        Place(String scope) {
            this.scope = scope;
        }
    }

    private static final String PREFIX = "aws-waf-logs-";

    /**
     * Requests of one address in five minutes: behind a hospital's address sit hundreds of people, and each page is a
     * few requests; one that floods asks as often in seconds.
     */
    private static final int REQUESTS_OF_ADDRESS = 30_000;

    /**
     * Photos come with the form where there is no JavaScript, and patients write whatever they like: both are the
     * application's to judge, which takes bodies of bounded size and shows text as text.
     */
    private static final List<String> ONLY_COUNTED =
            List.of("SizeRestrictions_BODY", "CrossSiteScripting_BODY", "GenericRFI_BODY", "GenericLFI_BODY");

    private final CfnWebACL acl;

    Firewall(Construct scope, String id, Place place, LogGroups groups) {
        super(scope, id);
        acl = CfnWebACL.Builder.create(this, "Acl")
                .scope(place.scope)
                .defaultAction(CfnWebACL.DefaultActionProperty.builder()
                        .allow(CfnWebACL.AllowActionProperty.builder().build())
                        .build())
                .visibilityConfig(visible("All"))
                .rules(rules())
                .build();
        CfnLoggingConfiguration.Builder.create(this, "Logging")
                .resourceArn(acl.getAttrArn())
                // the name is given: WAF writes to groups that begin so alone
                .logDestinationConfigs(List.of(
                        groups.make(this, "Group", PREFIX + Stack.of(this).getStackName())
                                .getLogGroupArn()))
                .redactedFields(List.of(
                        Map.of("singleHeader", Map.of("Name", "cookie")),
                        Map.of("singleHeader", Map.of("Name", "authorization")),
                        Map.of("queryString", Map.of())))
                .build();
    }

    private static List<CfnWebACL.RuleProperty> rules() {
        List<CfnWebACL.RuleProperty> rules = new ArrayList<>();
        rules.add(tooOften());
        for (String name : List.of(
                "AWSManagedRulesAmazonIpReputationList",
                "AWSManagedRulesKnownBadInputsRuleSet",
                "AWSManagedRulesCommonRuleSet")) {
            rules.add(managed(name, rules.size()));
        }
        return rules;
    }

    private static CfnWebACL.RuleProperty tooOften() {
        return CfnWebACL.RuleProperty.builder()
                .name("TooOften")
                .priority(0)
                .action(CfnWebACL.RuleActionProperty.builder()
                        .block(CfnWebACL.BlockActionProperty.builder().build())
                        .build())
                .visibilityConfig(visible("TooOften"))
                .statement(CfnWebACL.StatementProperty.builder()
                        .rateBasedStatement(CfnWebACL.RateBasedStatementProperty.builder()
                                .aggregateKeyType("IP")
                                .limit(REQUESTS_OF_ADDRESS)
                                .build())
                        .build())
                .build();
    }

    private static CfnWebACL.RuleProperty managed(String name, int priority) {
        return CfnWebACL.RuleProperty.builder()
                .name(name)
                .priority(priority)
                .overrideAction(CfnWebACL.OverrideActionProperty.builder()
                        .none(Map.of())
                        .build())
                .visibilityConfig(visible(name))
                .statement(CfnWebACL.StatementProperty.builder()
                        .managedRuleGroupStatement(CfnWebACL.ManagedRuleGroupStatementProperty.builder()
                                .vendorName("AWS")
                                .name(name)
                                .ruleActionOverrides(name.endsWith("CommonRuleSet") ? counted() : List.of())
                                .build())
                        .build())
                .build();
    }

    private static List<CfnWebACL.RuleActionOverrideProperty> counted() {
        return ONLY_COUNTED.stream()
                .map(rule -> CfnWebACL.RuleActionOverrideProperty.builder()
                        .name(rule)
                        .actionToUse(CfnWebACL.RuleActionProperty.builder()
                                .count(CfnWebACL.CountActionProperty.builder().build())
                                .build())
                        .build())
                .toList();
    }

    private static CfnWebACL.VisibilityConfigProperty visible(String name) {
        return CfnWebACL.VisibilityConfigProperty.builder()
                .cloudWatchMetricsEnabled(true)
                .metricName(name)
                // samples hold whole requests
                .sampledRequestsEnabled(false)
                .build();
    }

    String arn() {
        return acl.getAttrArn();
    }
}
