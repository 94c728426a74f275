package org.consilium.local.store;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * One bucket of the S3 server, and the credentials for it.
 *
 * @param keyFile the key by which the application encrypts images itself
 * @param sealKeyFile the key pair by which it signs the seals of the audit trail, whose anchors are kept here
 */
public record Bucket(URI endpoint, String name, String accessKey, String secretKey, Path keyFile, Path sealKeyFile) {
    public static final String REGION = "us-east-1";

    /** The configuration that lets a node use it; the AWS SDK reads the credentials by itself. */
    public Map<String, String> properties() {
        return Map.of(
                "consilium.storage.endpoint",
                endpoint.toString(),
                "consilium.storage.region",
                REGION,
                "consilium.storage.bucket",
                name,
                "consilium.storage.path-style",
                "true",
                // s3proxy supports no server-side encryption
                "consilium.storage.encryption",
                "none",
                "consilium.storage.key-file",
                keyFile.toString(),
                "consilium.audit.seal-key-file",
                sealKeyFile.toString(),
                "aws.accessKeyId",
                accessKey,
                "aws.secretAccessKey",
                secretKey);
    }

    @Override
    public String toString() {
        return name + " at " + endpoint;
    }
}
