package org.consilium.machine.stand;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;

/** The instance metadata service, version 2 alone: without a token that it has given it answers 401. */
final class InstanceMetadata {

    /** The one that it has everywhere in the cloud: 169.254.169.254. */
    private static final byte[] ADDRESS = {(byte) 169, (byte) 254, (byte) 169, (byte) 254};

    private static final String TOKEN = "a-token-of-the-metadata-service";
    private static final String PREFIX = "/latest/meta-data/";

    private final Role role;
    private final Path lifecycleState;

    private InstanceMetadata(Role role, Path lifecycleState) {
        this.role = role;
        this.lifecycleState = lifecycleState;
    }

    /**
     * Starts on its own address.
     *
     * @param lifecycleState a file that holds what the Auto Scaling group is about to do; as long as a file "keeper"
     *     lies beside it, the machine is the keeper of the audit trail
     */
    static void start(Role role, Path lifecycleState) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(ADDRESS), 80), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", new InstanceMetadata(role, lifecycleState)::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (exchange.getRequestMethod().equals("PUT")
                && path.equals("/latest/api/token")
                && exchange.getRequestHeaders().containsKey("X-aws-ec2-metadata-token-ttl-seconds")) {
            exchange.getResponseHeaders().set("X-aws-ec2-metadata-token-ttl-seconds", "21600");
            answer(exchange, 200, TOKEN);
        } else if (!TOKEN.equals(exchange.getRequestHeaders().getFirst("X-aws-ec2-metadata-token"))) {
            answer(exchange, 401, "");
        } else {
            String value = path.startsWith(PREFIX) ? known().get(path.substring(PREFIX.length())) : null;
            answer(exchange, value == null ? 404 : 200, value == null ? "" : value);
        }
    }

    private Map<String, String> known() throws IOException {
        Map<String, String> known = new HashMap<>(Map.of(
                "instance-id",
                "i-0123456789abcdef0",
                "placement/region",
                "us-east-1",
                "placement/availability-zone",
                "us-east-1a",
                "placement/availability-zone/",
                "us-east-1a",
                "tags/instance/consilium:configuration",
                NodeConfiguration.PATH,
                "tags/instance/aws:autoscaling:groupName",
                "consilium-test",
                "iam/security-credentials",
                "node",
                "iam/security-credentials/",
                "node",
                "iam/security-credentials/node",
                credentials()));
        if (Files.exists(lifecycleState.resolveSibling("keeper"))) {
            known.put("tags/instance/consilium:configuration", NodeConfiguration.KEEPER_PATH);
        }
        if (Files.exists(lifecycleState)) {
            known.put(
                    "autoscaling/target-lifecycle-state",
                    Files.readString(lifecycleState).strip());
        }
        return known;
    }

    private String credentials() {
        return """
                {"Code": "Success", "Type": "AWS-HMAC", "LastUpdated": "%s", "Expiration": "%s",
                "AccessKeyId": "%s", "SecretAccessKey": "%s", "Token": "%s"}""".formatted(
                        Instant.now(),
                        Instant.now().plus(Duration.ofHours(6)),
                        role.accessKey(),
                        role.secretKey(),
                        role.sessionToken());
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
