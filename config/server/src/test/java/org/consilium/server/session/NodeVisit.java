package org.consilium.server.session;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import org.consilium.server.ServerProcess;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HttpVisit;

/** A client with a session cookie that sends each request to the node that the test chooses. */
final class NodeVisit {
    private static final String COOKIE = "JSESSIONID";

    private final HttpVisit visit;

    private NodeVisit(HttpVisit visit) {
        this.visit = visit;
    }

    NodeVisit() {
        this(HttpVisit.at(URI.create("http://127.0.0.1/")));
    }

    /** A client with a cookie from elsewhere. */
    NodeVisit(String id) {
        this();
        visit.withCookie(COOKIE, id);
    }

    String id() {
        return visit.cookie(COOKIE);
    }

    /** Another client with a copy of the cookie. */
    NodeVisit copy() {
        return new NodeVisit(visit.copy());
    }

    Answer get(ServerProcess node, String path, String... headers) {
        return visit.get(node.uri(path).toString(), headers);
    }

    String text(ServerProcess node, String path) {
        return get(node, path).body();
    }

    Answer post(ServerProcess node, String path, String form) {
        return post(node, path, "application/x-www-form-urlencoded", BodyPublishers.ofString(form));
    }

    Answer post(ServerProcess node, String path, String type, BodyPublisher body) {
        return visit.post(node.uri(path).toString(), type, body);
    }
}
