package org.consilium.aws.stack;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.constructs.Construct;

/** What all buckets of the hospital's own have in common: encrypted, private, by TLS alone, and kept. */
final class ClosedBucket {

    private ClosedBucket() {}

    /** One whose objects are encrypted with a key of the hospital's, and that says who looked at them. */
    static Bucket.Builder with(Key key, Bucket accessLogs, String prefix, Construct scope, String id) {
        return Bucket.Builder.create(scope, id)
                .encryption(BucketEncryption.KMS)
                .encryptionKey(key)
                .bucketKeyEnabled(true)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .enforceSsl(true)
                .minimumTlsVersion(1.2)
                .versioned(true)
                .serverAccessLogsBucket(accessLogs)
                .serverAccessLogsPrefix(prefix)
                .removalPolicy(RemovalPolicy.RETAIN);
    }
}
