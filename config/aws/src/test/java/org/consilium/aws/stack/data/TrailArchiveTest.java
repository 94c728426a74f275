package org.consilium.aws.stack.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.consilium.aws.stack.Cloud;
import org.consilium.aws.stack.NeedsNode;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;

@NeedsNode
class TrailArchiveTest {

    private static final String TYPE = "AWS::S3::Bucket";
    private static final String PATH = "TrailArchive/Bucket/Resource";
    private static final int SIX_YEARS = 6 * 365;

    @Test
    void nobodyCanChangeOrDeleteAnythingForSixYears() {
        Cloud.has(
                TYPE,
                PATH,
                Map.of(
                        "ObjectLockEnabled",
                        true,
                        "VersioningConfiguration",
                        Map.of("Status", "Enabled"),
                        "ObjectLockConfiguration",
                        Map.of("Rule", Map.of("DefaultRetention", Map.of("Mode", "COMPLIANCE")))));
        assertThat(Cloud.at(TYPE, PATH)
                        .at("ObjectLockConfiguration", "Rule", "DefaultRetention", "Days")
                        .number())
                .isGreaterThanOrEqualTo(SIX_YEARS);
    }

    /** A marker of deletion is a new version, which Object Lock lets everybody add who may delete. */
    @Test
    void nobodyCanHideAnything() {
        assertPolicy(Map.of("Effect", "Deny", "Action", "s3:DeleteObject", "Principal", Map.of("AWS", "*")));
    }

    @Test
    void nothingExpiresBeforeThat() {
        assertThat(Cloud.at(TYPE, PATH).at("LifecycleConfiguration", "Rules").elements())
                .singleElement()
                .satisfies(
                        rule -> assertThat(rule.at("ExpirationInDays").number()).isGreaterThanOrEqualTo(SIX_YEARS));
    }

    @Test
    void isEncryptedWithTheHospitalsKey() {
        Cloud.has(
                TYPE,
                PATH,
                Map.of(
                        "BucketEncryption",
                        Map.of(
                                "ServerSideEncryptionConfiguration",
                                List.of(Map.of(
                                        "ServerSideEncryptionByDefault",
                                        Map.of("SSEAlgorithm", "aws:kms", "KMSMasterKeyID", Cloud.arn("KeysData")))))));
    }

    @Test
    void requestsWithoutTlsAreRefused() {
        assertPolicy(Map.of(
                "Effect",
                "Deny",
                "Action",
                "s3:*",
                "Condition",
                Map.of("Bool", Map.of("aws:SecureTransport", "false"))));
    }

    private static void assertPolicy(Map<String, Object> statement) {
        Cloud.has(
                "AWS::S3::BucketPolicy",
                "TrailArchive/Bucket/Policy/Resource",
                Map.of("PolicyDocument", Map.of("Statement", Cloud.containing(Match.objectLike(statement)))));
    }
}
