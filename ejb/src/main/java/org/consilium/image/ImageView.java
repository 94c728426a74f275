package org.consilium.image;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** An image for a browser: either a link to it, or its bytes if a link cannot show it. */
public final class ImageView {

    private final String contentType;
    private final @Nullable URI link;
    private final byte @Nullable [] file;

    private ImageView(String contentType, @Nullable URI link, byte @Nullable [] file) {
        this.contentType = contentType;
        this.link = link;
        this.file = file;
    }

    static ImageView of(String contentType, URI link) {
        return new ImageView(contentType, link, null);
    }

    static ImageView of(String contentType, byte[] file) {
        return new ImageView(contentType, null, file);
    }

    public String contentType() {
        return contentType;
    }

    /** A link that works for five minutes, for anyone; {@code null} if there are bytes instead. */
    public @Nullable URI link() {
        return link;
    }

    /** The bytes of the image; {@code null} if there is a link instead. */
    public byte @Nullable [] file() {
        return file;
    }
}
