package org.consilium.image;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A way to look at an image: a link that leads to it, or the image itself where no link can. */
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

    /** Good for five minutes, for whoever has it; {@code null} when there is the file instead. */
    public @Nullable URI link() {
        return link;
    }

    /** The image itself; {@code null} when there is a link instead. */
    public byte @Nullable [] file() {
        return file;
    }
}
