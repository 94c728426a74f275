package org.consilium.local.demo;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.consilium.local.store.Bucket;
import org.consilium.local.store.BucketClient;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Draws the photos of the demo and stores them in the sizes that the application expects. */
final class PhotoStore {
    private static final int THUMBNAIL_WIDTH = 320;

    private final Bucket bucket;

    PhotoStore(Bucket bucket) {
        this.bucket = bucket;
    }

    List<StoredPhoto> store() {
        List<StoredPhoto> stored = new ArrayList<>();
        try (S3Client client = BucketClient.of(bucket)) {
            for (DemoPhoto photo : DemoPhoto.all()) {
                BufferedImage picture = photo.draw();
                byte[] original = Jpeg.encode(picture);
                put(client, photo.publicId() + "/original", original);
                // it is not larger than a display rendition, so all three are the same
                put(client, photo.publicId() + "/full", original);
                put(client, photo.publicId() + "/display", original);
                put(client, photo.publicId() + "/thumbnail", Jpeg.encode(Jpeg.scale(picture, THUMBNAIL_WIDTH)));
                stored.add(StoredPhoto.of(photo, original));
            }
        }
        return stored;
    }

    private void put(S3Client client, String key, byte[] content) {
        client.putObject(
                put -> put.bucket(bucket.name()).key(key).contentType(Jpeg.CONTENT_TYPE),
                RequestBody.fromBytes(content));
    }
}
