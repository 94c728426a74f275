package org.consilium.aws.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

@NeedsNode
class ImagesTest {

    private static final Json BUCKET = Cloud.at("AWS::S3::Bucket", "Images/");
    private static final Json POLICY = Cloud.at("AWS::S3::BucketPolicy", "Images/");

    @Test
    void everyObjectIsEncryptedWithTheHospitalsKey() {
        Json rule = BUCKET.at("BucketEncryption", "ServerSideEncryptionConfiguration", 0);

        assertThat(rule.at("BucketKeyEnabled").text()).isEqualTo("true");
        assertThat(rule.at("ServerSideEncryptionByDefault", "SSEAlgorithm").text())
                .isEqualTo("aws:kms");
        assertThat(rule.at("ServerSideEncryptionByDefault", "KMSMasterKeyID").toString())
                .contains("KeysData");
    }

    /** An operator with "Not" is also true where there is nothing, so presence is asked for too. */
    @Test
    void otherEncryptionIsRefused() {
        assertThat(refusal("s3:x-amz-server-side-encryption")).isEqualTo("aws:kms");
        assertThat(refusal("s3:x-amz-server-side-encryption-aws-kms-key-id")).contains("KeysData");
    }

    @Test
    void keysOfOtherPeopleAreRefused() {
        assertThat(statements()).anySatisfy(each -> {
            assertThat(each.at("Effect").text()).isEqualTo("Deny");
            assertThat(each.at("Action").text()).isEqualTo("s3:PutObject");
            assertThat(each.at("Condition", "Null", "s3:x-amz-server-side-encryption-customer-algorithm")
                            .text())
                    .isEqualTo("false");
            assertThat(each.at("Condition").has("StringNotEquals")).isFalse();
        });
    }

    private static String refusal(String condition) {
        Json statement = statements().stream()
                .filter(each -> each.at("Effect").text().equals("Deny"))
                .filter(each -> each.at("Condition").has("Null"))
                .filter(each -> each.at("Condition", "Null").has(condition))
                .findFirst()
                .orElseThrow();
        assertThat(statement.at("Action").text()).isEqualTo("s3:PutObject");
        assertThat(statement.at("Principal", "AWS").text()).isEqualTo("*");
        assertThat(statement.at("Condition", "Null", condition).text()).isEqualTo("false");
        return statement.at("Condition", "StringNotEquals", condition).toString();
    }

    private static List<Json> statements() {
        return POLICY.at("PolicyDocument", "Statement").elements();
    }

    @Test
    void whatDoesNotComeByTlsIsRefused() {
        assertThat(statements())
                .anySatisfy(each -> {
                    assertThat(each.at("Effect").text()).isEqualTo("Deny");
                    assertThat(each.at("Action").text()).isEqualTo("s3:*");
                    assertThat(each.at("Condition", "Bool", "aws:SecureTransport")
                                    .text())
                            .isEqualTo("false");
                })
                .anySatisfy(each -> assertThat(each.at("Condition", "NumericLessThan", "s3:TlsVersion")
                                .text())
                        .isEqualTo("1.2"));
    }

    @Test
    void onlyTheDistributionReadsForTheWorld() {
        List<Json> allowed = statements().stream()
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
    void nothingIsPublic() {
        for (Json bucket : Cloud.all("AWS::S3::Bucket")) {
            for (String what :
                    List.of("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets")) {
                assertThat(bucket.at("Properties", "PublicAccessBlockConfiguration", what)
                                .text())
                        .isEqualTo("true");
            }
        }
    }

    @Test
    void browsersMaySendFromTheSiteAlone() {
        Json rule = BUCKET.at("CorsConfiguration", "CorsRules", 0);

        assertThat(rule.at("AllowedOrigins").texts()).containsExactly("https://clinic.example.org");
        assertThat(rule.at("AllowedMethods").texts()).containsExactly("PUT");
        assertThat(rule.at("AllowedHeaders").texts()).containsExactly("x-amz-checksum-sha256");
    }

    @Test
    void unfinishedUploadsEndAndNoImageExpires() {
        List<Json> rules = BUCKET.at("LifecycleConfiguration", "Rules").elements();

        assertThat(rules)
                .anySatisfy(rule -> assertThat(rule.at("AbortIncompleteMultipartUpload", "DaysAfterInitiation")
                                .text())
                        .isEqualTo("2"));
        assertThat(rules.stream().filter(rule -> rule.has("ExpirationInDays")))
                .singleElement()
                .satisfies(rule -> assertThat(rule.at("Prefix").text()).isEqualTo("incoming/"));
    }

    @Test
    void deletedImagesCanBeBroughtBack() {
        assertThat(BUCKET.at("VersioningConfiguration", "Status").text()).isEqualTo("Enabled");
    }

    @Test
    void accessIsLogged() {
        assertThat(BUCKET.at("LoggingConfiguration", "LogFilePrefix").text()).isEqualTo("s3/images/");
        assertThat(Cloud.only("AWS::CloudTrail::Trail").at("EventSelectors").toString())
                .contains("AWS::S3::Object", "ImagesBucket");
    }
}
