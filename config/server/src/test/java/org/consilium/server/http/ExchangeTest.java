package org.consilium.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.Protocol;
import org.junit.jupiter.api.Test;

class ExchangeTest {

    private final Exchange exchange = new Exchange(
            HttpRequestPacket.builder()
                    .method("GET")
                    .uri("/live")
                    .protocol(Protocol.HTTP_1_1)
                    .build(),
            "127.0.0.1",
            0);

    /** Otherwise bytes after the end of a web socket would be handled as the request that began it. */
    @Test
    void isHandedOverOnce() {
        assertThat(exchange.handOver()).isTrue();
        assertThat(exchange.handOver()).isFalse();
    }
}
