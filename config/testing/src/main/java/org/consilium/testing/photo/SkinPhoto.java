package org.consilium.testing.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A drawing of skin, with pores, hairs and a mole, each as fine as a phone's camera shows them. */
public final class SkinPhoto {
    private static final int WIDTH = 4032;
    private static final int HEIGHT = 3024;
    private static final float QUALITY = 0.93f;

    private SkinPhoto() {}

    /** A JPEG of 12 megapixels and about 3 MB, the same each time. */
    public static byte[] twelveMegapixels() {
        Random random = new Random(20_260_101);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double pore = 8 * Math.sin(x / 7.0) * Math.sin(y / 9.0) + random.nextGaussian() * 3;
                image.setRGB(x, y, rgb(205 + pore, 160 + pore, 140 + pore));
            }
        }
        Graphics2D graphics = image.createGraphics();
        for (int hair = 0; hair < 400; hair++) {
            int x = random.nextInt(WIDTH);
            int y = random.nextInt(HEIGHT);
            graphics.setColor(new Color(90, 60, 50));
            graphics.drawLine(x, y, x + random.nextInt(120) - 60, y + random.nextInt(120));
        }
        for (int spot = 0; spot < 3_000; spot++) {
            double angle = random.nextDouble() * 2 * Math.PI;
            double far = Math.sqrt(random.nextDouble()) * 300;
            graphics.setColor(new Color(80 + random.nextInt(60), 45 + random.nextInt(30), 40));
            graphics.fillOval(
                    WIDTH / 2 + (int) (far * Math.cos(angle)), HEIGHT / 2 + (int) (far * Math.sin(angle)), 14, 14);
        }
        graphics.dispose();
        return jpeg(image);
    }

    private static int rgb(double red, double green, double blue) {
        return octet(red) << 16 | octet(green) << 8 | octet(blue);
    }

    private static int octet(double value) {
        return (int) Math.max(0, Math.min(255, value));
    }

    private static byte[] jpeg(BufferedImage image) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(file)) {
            ImageWriteParam writing = writer.getDefaultWriteParam();
            writing.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            writing.setCompressionQuality(QUALITY);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), writing);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }
}
