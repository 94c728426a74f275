package org.consilium.ear.fault;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.consilium.local.process.Ports;

/**
 * What HAProxy is told. As the cloud's balancer does, it asks all nodes when none of them is ready: it is a node that
 * says "come again" then, not the balancer.
 */
record BalancerConfiguration(int port, int statistics, List<Integer> nodes) {

    /** The nodes of which it knows that they are ready. */
    static final String READY = "ready";

    private static final String GENERAL = """
            global
              maxconn 1000
              nbthread 1
              stats socket ipv4@%1$s:%2$d level user
            defaults
              mode http
              option http-keep-alive
              # another node is asked only if the first did not even take the connection: it knows nothing of the request
              retries 2
              retry-on conn-failure
              option redispatch 1
              timeout connect 1s
              timeout client 75s
              timeout http-request 10s
              timeout server 30s
              # web sockets and event streams
              timeout tunnel 1h
              timeout check 500ms
              http-error status 503 content-type text/plain hdr Retry-After 2 string "come again"
            frontend people
              bind %1$s:%3$d
              http-request set-header X-Forwarded-For %%[src]
              http-request set-header X-Forwarded-Proto %%[ssl_fc,iif(https,http)]
              use_backend any if { nbsrv(ready) lt 1 }
              default_backend ready
            """;

    private static final String BACK_ENDS = """
            backend ready
              balance roundrobin
              option httpchk GET /health/ready
              http-check expect status 200
              default-server check inter 500ms fall 2 rise 1
            %1$s
            backend any
              balance roundrobin
            %1$s
            """;

    static String node(int number) {
        return "node-" + number;
    }

    String text() {
        String servers = IntStream.range(0, nodes.size())
                .mapToObj(number -> "  server " + node(number) + " " + Ports.LOOPBACK + ":" + nodes.get(number))
                .collect(Collectors.joining("\n"));
        return GENERAL.formatted(Ports.LOOPBACK, statistics, port) + BACK_ENDS.formatted(servers);
    }
}
