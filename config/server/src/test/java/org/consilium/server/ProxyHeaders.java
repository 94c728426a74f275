package org.consilium.server;

/** Headers of a request through a proxy: those that the proxy sets, and those that a client has made up. */
final class ProxyHeaders {
    /** Alternating names and values. */
    static final String[] ALL = {
        "X-Forwarded-Proto", "https",
        "X-Forwarded-For", "198.51.100.7, 203.0.113.9",
        "X-Forwarded-Host", "evil.example",
        "X-Forwarded-Host", "evil.example.org",
        "x-forwarded-port", "666",
        "X-Forwarded-Prefix", "/evil",
        "X-Forwarded-Server", "evil.example",
        "X-Forwarded-Anything", "evil",
        "Forwarded", "for=192.0.2.1;host=evil.example;proto=http"
    };

    private ProxyHeaders() {}
}
