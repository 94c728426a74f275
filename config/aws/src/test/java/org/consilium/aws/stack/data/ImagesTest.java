package org.consilium.aws.stack.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.consilium.aws.stack.Cloud;
import org.consilium.aws.stack.Json;
import org.consilium.aws.stack.NeedsNode;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;

@NeedsNode
class ImagesTest {

    private static final String TYPE = "AWS::S3::Bucket";

    private static void bucket(Map<String, Object> properties) {
        Cloud.has(TYPE, "Images/Bucket/Resource", properties);
    }

    private static void policy(Map<String, Object> statement) {
        Cloud.has(
                "AWS::S3::BucketPolicy",
                "Images/Bucket/Policy/Resource",
                Map.of("PolicyDocument", Map.of("Statement", Cloud.containing(Match.objectLike(statement)))));
    }

    @Test
    void everyObjectIsEncryptedWithTheHospitalsKey() {
        bucket(Map.of(
                "BucketEncryption",
                Map.of(
                        "ServerSideEncryptionConfiguration",
                        List.of(Map.of(
                                "BucketKeyEnabled",
                                true,
                                "ServerSideEncryptionByDefault",
                                Map.of("SSEAlgorithm", "aws:kms", "KMSMasterKeyID", Cloud.arn("KeysData")))))));
    }

    /** StringNotEquals is also true for a missing header, so that the policy has to check that it is there. */
    @Test
    void otherEncryptionIsRefused() {
        refusesOtherThan("s3:x-amz-server-side-encryption", "aws:kms");
        refusesOtherThan("s3:x-amz-server-side-encryption-aws-kms-key-id", Cloud.arn("KeysData"));
    }

    private static void refusesOtherThan(String header, Object value) {
        policy(Map.of(
                "Effect",
                "Deny",
                "Action",
                "s3:PutObject",
                "Principal",
                Map.of("AWS", "*"),
                "Condition",
                Map.of("Null", Map.of(header, "false"), "StringNotEquals", Map.of(header, value))));
    }

    @Test
    void keysOfOthersAreRefused() {
        policy(Map.of(
                "Effect",
                "Deny",
                "Action",
                "s3:PutObject",
                "Condition",
                Match.objectEquals(
                        Map.of("Null", Map.of("s3:x-amz-server-side-encryption-customer-algorithm", "false")))));
    }

    @Test
    void requestsWithoutTlsAreRefused() {
        policy(Map.of(
                "Effect", "Deny",
                "Action", "s3:*",
                "Condition", Map.of("Bool", Map.of("aws:SecureTransport", "false"))));
        policy(Map.of("Condition", Map.of("NumericLessThan", Map.of("s3:TlsVersion", 1.2))));
    }

    @Test
    void onlyTheDistributionMayRead() {
        List<Json> allowed =
                Cloud.at("AWS::S3::BucketPolicy", "Images/").at("PolicyDocument", "Statement").elements().stream()
                        .filter(each -> each.at("Effect").text().equals("Allow"))
                        .toList();

        assertThat(allowed).hasSize(1);
        assertThat(allowed.get(0).at("Action").text()).isEqualTo("s3:GetObject");
        assertThat(allowed.get(0).at("Principal", "Service").text()).isEqualTo("cloudfront.amazonaws.com");
        assertThat(allowed.get(0)
                        .at("Condition", "StringEquals", "AWS:SourceArn")
                        .toString())
                .contains("EdgeDistribution");
    }

    @Test
    void noBucketIsPublic() {
        Cloud.all(
                TYPE,
                Map.of(
                        "PublicAccessBlockConfiguration",
                        Map.of(
                                "BlockPublicAcls", true,
                                "BlockPublicPolicy", true,
                                "IgnorePublicAcls", true,
                                "RestrictPublicBuckets", true)));
    }

    @Test
    void browsersMayUploadFromTheSiteOnly() {
        bucket(Map.of(
                "CorsConfiguration",
                Map.of(
                        "CorsRules",
                        List.of(Map.of(
                                "AllowedOrigins", List.of("https://clinic.example.org"),
                                "AllowedMethods", List.of("PUT"),
                                "AllowedHeaders", List.of("x-amz-checksum-sha256"))))));
    }

    @Test
    void unfinishedUploadsEndAndNoImageExpires() {
        bucket(Map.of(
                "LifecycleConfiguration",
                Map.of(
                        "Rules",
                        Cloud.containing(Match.objectLike(
                                Map.of("AbortIncompleteMultipartUpload", Map.of("DaysAfterInitiation", 2)))))));
        assertThat(Cloud.at(TYPE, "Images/").at("LifecycleConfiguration", "Rules").elements().stream()
                        .filter(rule -> rule.has("ExpirationInDays")))
                .singleElement()
                .satisfies(rule -> assertThat(rule.at("Prefix").text()).isEqualTo("incoming/"));
    }

    @Test
    void deletedImagesCanBeRestored() {
        bucket(Map.of("VersioningConfiguration", Map.of("Status", "Enabled")));
    }

    @Test
    void accessIsLogged() {
        assertThat(Cloud.only("AWS::CloudTrail::Trail").at("EventSelectors").toString())
                .contains("AWS::S3::Object", "ImagesBucket");
    }
}
