package org.consilium.image;

/** A photo that has been checked, with the renditions that were made of it; lives only while it is being stored. */
final class Photo {

    private final PhotoFormat format;
    private final byte[] original;
    private final Renditions renditions;

    Photo(PhotoFormat format, byte[] original, Renditions renditions) {
        this.format = format;
        this.original = original;
        this.renditions = renditions;
    }

    /** What the original is by its content, whatever the sender called it. */
    String contentType() {
        return format.contentType();
    }

    /** The file byte for byte as it was sent, its metadata included: for the record, never shown. */
    byte[] original() {
        return original;
    }

    /** Of the original; 64 hexadecimal digits. */
    String sha256() {
        return PhotoLab.sha256(original);
    }

    PhotoFormat format() {
        return format;
    }

    Renditions renditions() {
        return renditions;
    }

    byte[] full() {
        return renditions.full();
    }

    byte[] display() {
        return renditions.display();
    }

    byte[] thumbnail() {
        return renditions.thumbnail();
    }

    /** Pixels of the display rendition. */
    int width() {
        return renditions.width();
    }

    /** Pixels of the display rendition. */
    int height() {
        return renditions.height();
    }
}
