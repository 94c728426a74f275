package org.consilium.ear.fault;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.consilium.local.database.Database;

/** Stands in for AWS Secrets Manager: it has one secret, the login for the database. */
final class SecretsManager implements AutoCloseable {

    private static final String ARN = "arn:aws:secretsmanager:us-east-1:123456789012:secret:database-AbCdEf";

    private final HttpServer server;
    private volatile Database login;

    SecretsManager(Database login) {
        this.login = login;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** What lets a node read the login here. */
    Map<String, String> properties() {
        return Map.of(
                "consilium.database.secret",
                ARN,
                "aws.endpointUrlSecretsManager",
                "http://127.0.0.1:" + server.getAddress().getPort());
    }

    void rotate(Database next) {
        login = next;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String action = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            if (!"secretsmanager.GetSecretValue".equals(action)) {
                exchange.sendResponseHeaders(400, -1);
                return;
            }
            String text =
                    "{\"ARN\":\"%s\",\"SecretString\":\"{\\\"username\\\":\\\"%s\\\",\\\"password\\\":\\\"%s\\\"}\"}"
                            .formatted(ARN, login.user(), login.password());
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
