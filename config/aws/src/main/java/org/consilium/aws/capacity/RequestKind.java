package org.consilium.aws.capacity;

import java.util.Locale;

/** What a browser asks a node for. Photos are not among it: they go to S3 and come from CloudFront. */
public enum RequestKind {
    /** A page that is read. */
    PAGE,
    /** A consultation or a message that is sent. */
    MESSAGE,
    /** A photo in S3 that a node verifies and makes renditions of. */
    IMAGE,
    /** A password that is checked. */
    SIGN_IN,
    /** A style sheet, script or icon that the browser does not have yet. */
    RESOURCE;

    /** How the answers file writes it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
