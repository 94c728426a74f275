package org.consilium.server.settings;

/** The server cannot start; the message tells the operator why, in one line. */
public final class CannotStart extends Exception {
    /** The command line is wrong. */
    public static final int USAGE = 2;

    /** The command line is right, but something that it names or that the application needs is missing. */
    public static final int FAILURE = 1;

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private CannotStart(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public static CannotStart usage(String message) {
        return new CannotStart(USAGE, message + " (--help lists the arguments)");
    }

    public static CannotStart because(String message) {
        return new CannotStart(FAILURE, "cannot start: " + message);
    }

    public int exitCode() {
        return exitCode;
    }
}
