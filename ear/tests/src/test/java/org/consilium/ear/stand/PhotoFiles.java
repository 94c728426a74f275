package org.consilium.ear.stand;

import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.consilium.testing.photo.CraftedFiles;
import org.consilium.testing.photo.SamplePhotos;

/** Files for the file field of a page: photos, and files that only pretend to be photos. */
public final class PhotoFiles {

    private static final int APP1 = 0xE1;
    private static final int TURNED_RIGHT = 6;
    private static final int BOMB_SIDE = 50_000;
    private static final int TOO_LARGE = 51 * 1024 * 1024;

    private PhotoFiles() {}

    /** A photo of a colored disc, wider than high. */
    public static FilePayload photo(String name, Color color) {
        return file(name, "image/jpeg", SamplePhotos.disc(400, 300, color));
    }

    /** The photo of a camera that was held upright: stored lying, 300 wide and 400 high to the eye. */
    public static FilePayload heldUpright(String name) {
        byte[] lying = SamplePhotos.disc(400, 300, Color.MAGENTA);
        return file(name, "image/jpeg", CraftedFiles.withSegment(lying, APP1, CraftedFiles.exif(TURNED_RIGHT)));
    }

    public static FilePayload png(String name) {
        return file(name, "image/png", SamplePhotos.discPng(400, 300, Color.CYAN));
    }

    /** A photo of one color, which looks blurred. */
    public static FilePayload plain(String name, Color color) {
        return file(name, "image/jpeg", SamplePhotos.plain(640, 480, color));
    }

    /** The first half of a photo. */
    public static FilePayload truncated(String name) {
        byte[] whole = SamplePhotos.disc(400, 300, Color.RED);
        return file(name, "image/jpeg", Arrays.copyOf(whole, whole.length / 2));
    }

    /** Larger than any photo may be: a picture with a long tail. */
    public static byte[] tooLarge() {
        return Arrays.copyOf(SamplePhotos.disc(40, 30, Color.RED), TOO_LARGE);
    }

    /** A PNG that is little more than a header, which promises 50,000 by 50,000 pixels. */
    public static FilePayload bomb(String name) {
        return file(name, "image/png", CraftedFiles.pngClaiming(BOMB_SIDE, BOMB_SIDE));
    }

    public static FilePayload text(String name, String type, String content) {
        return file(name, type, content.getBytes(StandardCharsets.UTF_8));
    }

    public static FilePayload file(String name, String type, byte[] content) {
        return new FilePayload(name, type, content);
    }
}
