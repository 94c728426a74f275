package org.consilium.aws.stack.logs;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.constructs.Construct;

/** The options that all of the hospital's buckets share: encrypted, private, TLS only, and retained. */
public final class ClosedBucket {

    private ClosedBucket() {}

    /** A bucket that is encrypted with the hospital's key and logs every access, with its query. */
    public static Bucket.Builder with(Key key, Bucket accessLogs, String prefix, Construct scope, String id) {
        return with(key, scope, id).serverAccessLogsBucket(accessLogs).serverAccessLogsPrefix(prefix);
    }

    /** A bucket that is encrypted with the hospital's key, and logs nothing itself. */
    public static Bucket.Builder with(Key key, Construct scope, String id) {
        return Bucket.Builder.create(scope, id)
                .encryption(BucketEncryption.KMS)
                .encryptionKey(key)
                .bucketKeyEnabled(true)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .enforceSsl(true)
                .minimumTlsVersion(1.2)
                .versioned(true)
                .removalPolicy(RemovalPolicy.RETAIN);
    }
}
