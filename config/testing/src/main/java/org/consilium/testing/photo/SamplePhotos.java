package org.consilium.testing.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Draws pictures and encodes them as a camera might. */
public final class SamplePhotos {

    public static final Color TOP_LEFT = Color.RED;
    public static final Color TOP_RIGHT = Color.GREEN;
    public static final Color BOTTOM_LEFT = Color.BLUE;
    public static final Color BOTTOM_RIGHT = Color.YELLOW;

    /** 16 x 8, left half red, right half blue. */
    public static final byte[] WEBP_LOSSY = Base64.getDecoder()
            .decode("UklGRkQAAABXRUJQVlA4IDgAAAAwAgCdASoQAAgAAMASJaACdLoB+AH4gARoAAD+/Suf/9+gm/93m/10S8z/60c//rRlcH9a"
                    + "Ob+gAA==");

    /** 16 x 8, left half red, right half transparent. */
    public static final byte[] WEBP_LOSSLESS =
            Base64.getDecoder().decode("UklGRiQAAABXRUJQVlA4TBcAAAAvD8ABEA8Q8x/zHwyxYDJ/6c4UIvofGQA=");

    /** {@link #quarters} of 64 x 32, stored mirrored. */
    public static final byte[] AVIF = Base64.getDecoder()
            .decode(
                    "AAAAHGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZgAAAPRtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAA"
                            + "AA5waXRtAAAAAAABAAAAImlsb2MAAAAAREAAAQABAAAAAAEYAAEAAAAAAAAARAAAACNpaW5mAAAAAAABAAAAFWluZmUCAAAA"
                            + "AAEAAGF2MDEAAAAAdGlwcnAAAABUaXBjbwAAABNjb2xybmNseAACAAIABoAAAAAMYXYxQ4EgAgAAAAAJaW1pcgEAAAAUaXNw"
                            + "ZQAAAAAAAABAAAAAIAAAABBwaXhpAAAAAAMICAgAAAAYaXBtYQAAAAAAAAABAAEFgYIEhYMAAABMbWRhdBIACgk4FT/7CBAQ"
                            + "NIAyNRZABhhhhADpQvNU5n4ziD8vgS5Df6+M9nVFhZ3CAhdRxaX1I5XJ9Kkn3RDmvsirSPah8rTJ");

    /** {@link #quarters} of 64 x 32, stored turned. */
    public static final byte[] HEIC = Base64.getDecoder()
            .decode(
                    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAbhtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAA"
                            + "AA5waXRtAAAAAAACAAAAEGlkYXQAAAAAACAAQAAAADhpbG9jAQAAAERAAAIAAQAAAAAAAAHcAAEAAAAAAAAAiQACAAEAAAAAAAAA"
                            + "AQAAAAAAAAAIAAAAOGlpbmYAAAAAAAIAAAAVaW5mZQIAAAEAAQAAaHZjMQAAAAAVaW5mZQIAAAAAAgAAZ3JpZAAAAADjaXBycAAA"
                            + "AMBpcGNvAAAAd2h2Y0MBBAgAAAAAAAAAAAAe8AD8//j4AAAPAyAAAQAXQAEMAf//BAgAAAMAnjgAAAMAAB66AkAhAAEAKkIBAQQI"
                            + "AAADAJ44AAADAAAekAQQILLdXJTXNwICBgQAAAMABAAAAwAEICIAAQAIRAHBcxgwCJAAAAAUaXNwZQAAAAAAAABAAAAAQAAAAAlp"
                            + "cm90AwAAABRpc3BlAAAAAAAAAEAAAAAgAAAAEHBpeGkAAAAAAwgICAAAABtpcG1hAAAAAAAAAAIAAQKBAgACAwMEhQAAABppcmVm"
                            + "AAAAAAAAAA5kaW1nAAIAAQABAAAAkW1kYXQAAACFKAGvCeAhOTQeQ9w6f/+S+f/+0uPvC34AIl/1L23/gg6MXCUAp0osUIqzGsKl"
                            + "BSh3fjui9VbyYZW3efj5dh+ao34QaCpcAxb/h+chDV/+3YNP8ektv2M5QKr/402M/upgL+8e2Ejn1adLr98luuAXslK5mh/bqAQL"
                            + "hU2r2nT8dpjpyrCsng==");

    /** The place that {@link #withPlace} writes. */
    public static final String PLACE = "50.0755N 14.4378E";

    private static final int LINE_SPACING = 8;
    private static final int NOISE_CELL = 5;

    private SamplePhotos() {}

    public static BufferedImage quarters(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D graphics = image.createGraphics();
        Color[] colors = {TOP_LEFT, TOP_RIGHT, BOTTOM_LEFT, BOTTOM_RIGHT};
        for (int quarter = 0; quarter < colors.length; quarter++) {
            graphics.setColor(colors[quarter]);
            graphics.fillRect(quarter % 2 * width / 2, quarter / 2 * height / 2, width / 2, height / 2);
        }
        graphics.dispose();
        return image;
    }

    /** The file of a camera that was held like that: what it saw is {@link #quarters}, width x height upright. */
    public static byte[] heldLike(int orientation, int width, int height) {
        BufferedImage seen = quarters(width, height, BufferedImage.TYPE_INT_RGB);
        boolean swapped = orientation > 4;
        BufferedImage stored =
                new BufferedImage(swapped ? height : width, swapped ? width : height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < stored.getHeight(); y++) {
            for (int x = 0; x < stored.getWidth(); x++) {
                stored.setRGB(x, y, seenAt(seen, orientation, x, y));
            }
        }
        return CraftedFiles.withSegment(jpeg(stored), 0xE1, CraftedFiles.exif(orientation));
    }

    /** Exif 2.32, tag 0x0112: where row 0 and column 0 of the stored picture lie in the scene. */
    private static int seenAt(BufferedImage seen, int orientation, int x, int y) {
        int right = seen.getWidth() - 1;
        int bottom = seen.getHeight() - 1;
        return switch (orientation) {
            case 2 -> seen.getRGB(right - x, y);
            case 3 -> seen.getRGB(right - x, bottom - y);
            case 4 -> seen.getRGB(x, bottom - y);
            case 5 -> seen.getRGB(y, x);
            case 6 -> seen.getRGB(right - y, x);
            case 7 -> seen.getRGB(right - y, bottom - x);
            case 8 -> seen.getRGB(y, bottom - x);
            default -> seen.getRGB(x, y);
        };
    }

    public static byte[] jpeg(BufferedImage image) {
        return write("jpeg", new IIOImage(image, null, null), false);
    }

    public static byte[] progressiveJpeg(BufferedImage image) {
        return write("jpeg", new IIOImage(image, null, null), true);
    }

    public static byte[] png(BufferedImage image) {
        return write("png", new IIOImage(image, null, null), false);
    }

    /** The PNG of {@link #quarters}. */
    public static byte[] png(int width, int height) {
        return png(quarters(width, height, BufferedImage.TYPE_INT_RGB));
    }

    public static byte[] write(String format, IIOImage image, boolean progressive) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(file)) {
            ImageWriteParam writing = writer.getDefaultWriteParam();
            if (progressive) {
                writing.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.setOutput(output);
            writer.write(null, image, writing);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }

    /** The JPEG of {@link #quarters} with a place in its Exif, as a phone that knows where it is writes it. */
    public static byte[] withPlace(int width, int height) {
        byte[] plain = jpeg(quarters(width, height, BufferedImage.TYPE_INT_RGB));
        return CraftedFiles.withSegment(plain, 0xE1, CraftedFiles.exifDescription(PLACE));
    }

    /** A JPEG of a colored disc, with fine lines so that it does not look blurred. */
    public static byte[] disc(int width, int height, Color color) {
        return jpeg(drawDisc(width, height, color));
    }

    /** The same as PNG. */
    public static byte[] discPng(int width, int height, Color color) {
        return png(drawDisc(width, height, color));
    }

    /** A PNG of one gray, which looks blurred, with one byte for each pixel. */
    public static byte[] grayPng(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.GRAY);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return png(image);
    }

    private static BufferedImage drawDisc(int width, int height, Color color) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.LIGHT_GRAY);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(color);
        graphics.fillOval(width / 4, height / 4, width / 2, height / 2);
        graphics.setColor(Color.DARK_GRAY);
        for (int x = 0; x < width; x += LINE_SPACING) {
            graphics.drawLine(x, 0, x, height);
        }
        graphics.dispose();
        return image;
    }

    /** Soft noise, the same each time: no part of it looks like another, and none is plain. */
    public static BufferedImage noise(int width, int height, int type) {
        Random random = new Random(20_260_101);
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D graphics = image.createGraphics();
        for (int y = 0; y < height; y += NOISE_CELL) {
            for (int x = 0; x < width; x += NOISE_CELL) {
                graphics.setColor(new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256)));
                graphics.fillRect(x, y, NOISE_CELL, NOISE_CELL);
            }
        }
        graphics.dispose();
        return image;
    }

    /** A JPEG with a restart marker after so many units, as some cameras write it. */
    public static byte[] jpegWithRestarts(BufferedImage image, int units) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
        writer.dispose();
        String format = metadata.getNativeMetadataFormatName();
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(format);
        IIOMetadataNode restarts = new IIOMetadataNode("dri");
        restarts.setAttribute("interval", String.valueOf(units));
        root.getLastChild().insertBefore(restarts, root.getLastChild().getLastChild());
        try {
            metadata.setFromTree(format, root);
        } catch (IIOInvalidTreeException failure) {
            throw new AssertionError(failure);
        }
        return write("jpeg", new IIOImage(image, null, metadata), false);
    }

    /** A JPEG of one color, which looks blurred. */
    public static byte[] plain(int width, int height, Color color) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(color);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return jpeg(image);
    }

    /** Decodes a file by the JDK. */
    public static BufferedImage read(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
