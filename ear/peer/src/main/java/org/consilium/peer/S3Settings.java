package org.consilium.peer;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where the photos are. */
@ConfigurationProperties("peer.s3")
record S3Settings(URI endpoint, String bucket, String accessKey, String secretKey) {}
