package org.consilium.image;

import java.net.URI;

/** Where browsers get photos from and send them to, for the Content-Security-Policy of pages; nothing of a person. */
public interface ImageOrigins {

    /** Where links lead: the scheme, host and port that a page has to allow images from. */
    URI origin();

    /** Where browsers send photos: the scheme, host and port that a page has to allow connections to. */
    URI uploadOrigin();
}
