package org.consilium.server.http;

import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.Method;
import org.jspecify.annotations.Nullable;

/**
 * Collects the body of a request in memory before anything else happens, as long as it is short: no thread waits for
 * its sender. Every form of text is shorter.
 */
final class CollectedBody {
    private static final int MAX_BYTES = 64 * 1024;

    private @Nullable HttpContent collected;

    /** The message to pass on; null if there is more to wait for. */
    @Nullable
    HttpContent add(HttpContent content, HttpRequestPacket request) {
        if (HttpContent.isBroken(content)) {
            return content;
        }
        HttpContent all = collected == null ? content : collected.append(content);
        collected = all;
        return all.isLast() || isLong(all, request) ? all : null;
    }

    /** Whether a web socket begins: what follows is no body, and never ends. */
    static boolean isHandshake(HttpRequestPacket request) {
        return Method.GET.equals(request.getMethod()) && request.isUpgrade();
    }

    /**
     * Whether the application has to begin before everything has arrived. A sender that waits for "100 Continue" gets
     * it when the body is read.
     */
    private static boolean isLong(HttpContent all, HttpRequestPacket request) {
        return isHandshake(request)
                || request.getContentLength() > MAX_BYTES
                || all.getContent().remaining() > MAX_BYTES
                || request.requiresAcknowledgement();
    }
}
