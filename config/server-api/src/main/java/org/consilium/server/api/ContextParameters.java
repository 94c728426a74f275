package org.consilium.server.api;

/** Context parameters by which a web application tells the server about its sessions, in web.xml. */
public final class ContextParameters {
    /**
     * The application's classes whose objects may be in a session, in the syntax of {@link java.io.ObjectInputFilter}.
     * The server adds those of the Java platform, Faces, and its own.
     */
    public static final String SESSION_CLASSES = "consilium.session.classes";

    /**
     * Prefixes of the session attributes that belong to the application's views, separated by whitespace. The server
     * adds those of Faces. Nodes with different views keep these attributes apart, and they are dropped without a word
     * to any listener when their session ends.
     */
    public static final String SESSION_VIEWS = "consilium.session.views";

    private ContextParameters() {}
}
