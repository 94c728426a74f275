package org.consilium.aws.capacity.answers;

import java.util.Locale;

/** The kinds of requests to a node. Photos are not among them: they go to S3 and come from CloudFront. */
public enum RequestKind {
    /** Reads a page. */
    PAGE,
    /** Sends a consultation or a message. */
    MESSAGE,
    /** Verifies a photo in S3 and creates its renditions. */
    IMAGE,
    /** Checks a password. */
    SIGN_IN,
    /** Loads a style sheet, script or icon that the browser has not cached. */
    RESOURCE;

    /** The name in the answers file. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
