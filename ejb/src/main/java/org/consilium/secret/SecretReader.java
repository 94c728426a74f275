package org.consilium.secret;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import software.amazon.awssdk.arns.Arn;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * Reads a secret in AWS Secrets Manager that is a JSON object. The credentials and, for tests, the endpoint come from
 * the SDK's default chains, and the region from the ARN.
 */
public final class SecretReader {
    private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(500);
    private static final Duration READ_TIMEOUT = Duration.ofMillis(700);
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(1);

    private final SecretsManagerClient client;
    private final String arn;

    /** @param arn of the secret */
    public SecretReader(String arn) {
        this.arn = arn;
        client = SecretsManagerClient.builder()
                .region(Arn.fromString(arn).region().map(Region::of).orElseThrow())
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT_TIMEOUT)
                        .socketTimeout(READ_TIMEOUT))
                .overrideConfiguration(calls -> calls.apiCallTimeout(CALL_TIMEOUT))
                .build();
    }

    /**
     * Its current value; takes a second at most.
     *
     * @throws SecretUnavailableException if it cannot be read
     */
    public JsonObject read() {
        try {
            String text = client.getSecretValue(secret -> secret.secretId(arn)).secretString();
            try (JsonReader reader = Json.createReader(new StringReader(text))) {
                return reader.readObject();
            }
        } catch (SdkException | JsonException failure) {
            throw new SecretUnavailableException(arn, failure);
        }
    }
}
