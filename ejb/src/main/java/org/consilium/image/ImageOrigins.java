package org.consilium.image;

import java.net.URI;

/** The origins that the Content-Security-Policy of pages must allow for photos. */
public interface ImageOrigins {

    /** The scheme, host and port from which pages load images. */
    URI origin();

    /** The scheme, host and port to which pages send files. */
    URI uploadOrigin();
}
