package org.consilium.machine.stand;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Parameter Store, Secrets Manager and Auto Scaling, as far as a node calls them. A request must be signed with the
 * role's key, whose signature is not verified. The first request for parameters is refused, as it is while a role is
 * new.
 */
final class AwsApi {

    /** As many as the real one gives at most. */
    private static final int PAGE = 10;

    private final NodeConfiguration configuration;
    private final Path lifecycleAction;
    private final Path secretsGone;
    private final AtomicBoolean refused = new AtomicBoolean();

    private AwsApi(NodeConfiguration configuration, Path lifecycleAction, Path secretsGone) {
        this.configuration = configuration;
        this.lifecycleAction = lifecycleAction;
        this.secretsGone = secretsGone;
    }

    /**
     * Starts on a free port of the loop-back interface.
     *
     * @param lifecycleAction a file for the completed lifecycle action, as it was asked for
     * @param secretsGone as long as there is such a file, there are no secrets
     */
    static int start(NodeConfiguration configuration, Path lifecycleAction, Path secretsGone) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", new AwsApi(configuration, lifecycleAction, secretsGone)::handle);
        server.start();
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String target = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Target"))
                .orElse("");
        if (!isSigned(exchange)) {
            answer(exchange, 403, fault("UnrecognizedClientException", "not signed by the role"));
        } else if (target.equals("AmazonSSM.GetParametersByPath") && refused.compareAndSet(false, true)) {
            answer(exchange, 400, fault("AccessDeniedException", "the role is new"));
        } else if (target.equals("AmazonSSM.GetParametersByPath")) {
            answer(exchange, 200, parameters(body));
        } else if (target.equals("secretsmanager.GetSecretValue")) {
            secret(exchange, field(body, "SecretId"));
        } else if (body.contains("Action=CompleteLifecycleAction")) {
            Files.writeString(lifecycleAction, body);
            answer(exchange, 200, "<CompleteLifecycleActionResponse/>");
        } else if (body.contains("Action=TerminateInstanceInAutoScalingGroup")) {
            Files.writeString(lifecycleAction, body);
            answer(exchange, 200, "<TerminateInstanceInAutoScalingGroupResponse/>");
        } else {
            answer(exchange, 400, fault("UnknownOperationException", target));
        }
    }

    private boolean isSigned(HttpExchange exchange) {
        String authorization = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse("");
        return authorization.startsWith(
                        "AWS4-HMAC-SHA256 Credential=" + configuration.role().accessKey() + "/")
                && configuration
                        .role()
                        .sessionToken()
                        .equals(exchange.getRequestHeaders().getFirst("X-Amz-Security-Token"));
    }

    private String parameters(String body) {
        String path = field(body, "Path");
        if (!Set.of(NodeConfiguration.PATH, NodeConfiguration.KEEPER_PATH).contains(path)
                || !body.contains("\"WithDecryption\": true")
                || !body.contains("\"Recursive\": true")) {
            return "{\"Parameters\": []}";
        }
        List<Map.Entry<String, String>> all = List.copyOf(
                (path.equals(NodeConfiguration.PATH) ? configuration.parameters() : configuration.keeper()).entrySet());
        String token = field(body, "NextToken");
        int from = token.isEmpty() ? 0 : Integer.parseInt(token);
        int to = Math.min(from + PAGE, all.size());
        String page = all.subList(from, to).stream()
                .map(parameter -> "{\"Name\": %s, \"Value\": %s, \"Type\": \"SecureString\"}"
                        .formatted(quoted(parameter.getKey()), quoted(parameter.getValue())))
                .collect(Collectors.joining(", "));
        return "{\"Parameters\": [%s]%s}".formatted(page, to < all.size() ? ", \"NextToken\": \"" + to + "\"" : "");
    }

    private void secret(HttpExchange exchange, String id) throws IOException {
        String value =
                Files.exists(secretsGone) ? null : configuration.secrets().get(id);
        if (value == null) {
            answer(exchange, 400, fault("ResourceNotFoundException", id));
        } else {
            answer(
                    exchange,
                    200,
                    "{\"ARN\": %s, \"Name\": %s, \"SecretString\": %s}"
                            .formatted(quoted(id), quoted(id), quoted(value)));
        }
    }

    private static String fault(String type, String message) {
        return "{\"__type\": %s, \"message\": %s}".formatted(quoted(type), quoted(message));
    }

    /** A field of a flat JSON object; empty if it is not there. */
    private static String field(String json, String name) {
        Matcher matcher =
                Pattern.compile('"' + Pattern.quote(name) + "\": *\"([^\"]*)\"").matcher(json);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String quoted(String text) {
        return text.chars()
                .mapToObj(code -> code < ' ' || code == '"' || code == '\\'
                        ? "\\u%04x".formatted(code)
                        : String.valueOf((char) code))
                .collect(Collectors.joining("", "\"", "\""));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders()
                    .set("Content-Type", body.startsWith("<") ? "text/xml" : "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
