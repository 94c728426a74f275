package org.consilium.aws.stack.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.consilium.aws.stack.logs.LogGroups;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.wafv2.CfnLoggingConfiguration;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.constructs.Construct;

/** A web application firewall: it blocks known attacks and addresses that send too many requests. */
final class Firewall extends Construct {

    /** What it protects. */
    enum Target {
        LOAD_BALANCER("REGIONAL"),
        EDGE("CLOUDFRONT");

        private final String scope;

        Target(String scope) {
            this.scope = scope;
        }
    }

    private static final String PREFIX = "aws-waf-logs-";

    /**
     * Requests from one address in five minutes. Hundreds of people in a hospital share an address, and a page takes
     * several requests; a flood reaches the limit within seconds.
     */
    private static final int REQUESTS_PER_ADDRESS = 30_000;

    /**
     * Rules for request bodies, which are counted but not enforced: forms without JavaScript contain photos, and
     * patients may write anything. The application limits the size of bodies and escapes text.
     */
    private static final List<String> ONLY_COUNTED =
            List.of("SizeRestrictions_BODY", "CrossSiteScripting_BODY", "GenericRFI_BODY", "GenericLFI_BODY");

    private final CfnWebACL acl;

    Firewall(Construct scope, String id, Target target, LogGroups groups) {
        super(scope, id);
        acl = CfnWebACL.Builder.create(this, "Acl")
                .scope(target.scope)
                .defaultAction(CfnWebACL.DefaultActionProperty.builder()
                        .allow(CfnWebACL.AllowActionProperty.builder().build())
                        .build())
                .visibilityConfig(visible("All"))
                .rules(rules())
                .build();
        CfnLoggingConfiguration.Builder.create(this, "Logging")
                .resourceArn(acl.getAttrArn())
                // WAF writes only to log groups with this prefix
                .logDestinationConfigs(List.of(
                        groups.make(this, "Group", PREFIX + Stack.of(this).getStackName())
                                .getLogGroupArn()))
                .redactedFields(List.of(
                        Map.of("singleHeader", Map.of("Name", "cookie")),
                        Map.of("singleHeader", Map.of("Name", "authorization")),
                        // a page's address, with its query
                        Map.of("singleHeader", Map.of("Name", "referer")),
                        Map.of("queryString", Map.of())))
                .build();
    }

    private static List<CfnWebACL.RuleProperty> rules() {
        List<CfnWebACL.RuleProperty> rules = new ArrayList<>();
        rules.add(rateLimit());
        for (String name : List.of(
                "AWSManagedRulesAmazonIpReputationList",
                "AWSManagedRulesKnownBadInputsRuleSet",
                "AWSManagedRulesCommonRuleSet")) {
            rules.add(managed(name, rules.size()));
        }
        return rules;
    }

    private static CfnWebACL.RuleProperty rateLimit() {
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
                                .limit(REQUESTS_PER_ADDRESS)
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
                // samples contain whole requests
                .sampledRequestsEnabled(false)
                .build();
    }

    String arn() {
        return acl.getAttrArn();
    }
}
