package org.consilium.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * One bucket of the S3 server, and the credentials that open it.
 *
 * @param keyFile the key for what the application encrypts itself
 */
public record Bucket(URI endpoint, String name, String accessKey, String secretKey, Path keyFile) {
    public static final String REGION = "us-east-1";

    /** The configuration by which a node reaches it; the AWS SDK reads the credentials itself. */
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
                // it refuses every kind of encryption
                "consilium.storage.encryption",
                "none",
                "consilium.storage.key-file",
                keyFile.toString(),
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
