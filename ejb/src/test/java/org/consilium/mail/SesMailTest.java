package org.consilium.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Amazon SES is asked for, by a server on this machine in its place. */
class SesMailTest {

    private static final Map<String, String> SETTINGS =
            Map.of("aws.accessKeyId", "id", "aws.secretAccessKey", "secret");
    private static final String ENDPOINT = "aws.endpointUrlSesV2";

    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private final SesMail ses = new SesMail("us-east-1");
    private HttpServer server;
    private int status = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v2/email/outbound-emails", this::answer);
        server.start();
        SETTINGS.forEach(System::setProperty);
        System.setProperty(ENDPOINT, "http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        ses.close();
        server.stop(0);
        SETTINGS.keySet().forEach(System::clearProperty);
        System.clearProperty(ENDPOINT);
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        byte[] body = "{\"MessageId\":\"1\"}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void sendsOneMailToOnePerson() {
        ses.send("from@clinic.example.org", new Mail("ivo@example.org", "Subject", "Guten Tag, G\u00fcnter"));

        assertThat(requests).hasSize(1);
        JsonObject request =
                Json.createReader(new StringReader(requests.element())).readObject();
        JsonObject message = request.getJsonObject("Content").getJsonObject("Simple");
        assertThat(request.getString("FromEmailAddress")).isEqualTo("from@clinic.example.org");
        assertThat(request.getJsonObject("Destination"))
                .isEqualTo(Json.createObjectBuilder(Map.of("ToAddresses", List.of("ivo@example.org")))
                        .build());
        assertThat(message.getJsonObject("Subject").getString("Data")).isEqualTo("Subject");
        assertThat(message.getJsonObject("Body").getJsonObject("Text").getString("Data"))
                .isEqualTo("Guten Tag, G\u00fcnter");
    }

    @Test
    void reportsThatSesRefuses() {
        status = 400;
        assertThatExceptionOfType(MailUnavailableException.class)
                .isThrownBy(() -> ses.send("from@example.org", new Mail("ivo@example.org", "Subject", "secret")))
                .withMessageNotContaining("secret");
    }
}
