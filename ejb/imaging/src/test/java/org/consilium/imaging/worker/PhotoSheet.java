package org.consilium.imaging.worker;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.consilium.imaging.PixelLimits;
import org.consilium.imaging.ProcessedPhoto;
import org.consilium.imaging.codec.PhotoDecoder;
import org.consilium.imaging.format.JpegFile;
import org.consilium.imaging.format.PhotoFile;
import org.consilium.imaging.pixels.Orientation;

/** A page of details of photos, each as sent, as a clinician zooms into it, and as it fills the screen. */
final class PhotoSheet {

    private static final int DETAIL = 240;
    private static final int ENLARGED = 2;

    private final Path folder;
    private final StringBuilder rows = new StringBuilder();
    private int pictures;

    PhotoSheet(Path folder) {
        this.folder = folder;
    }

    /** One photo's details: its middle, and the middle of its upper left quarter. */
    void add(String name, byte[] file, ProcessedPhoto photo) throws IOException {
        PhotoFile sent = JpegFile.inspect(file, new PixelLimits(100_000_000, 25_000_000));
        BufferedImage original = Orientation.upright(PhotoDecoder.decode(sent), sent.orientation());
        BufferedImage full =
                ImageIO.read(new ByteArrayInputStream(photo.renditions().full()));
        BufferedImage display =
                ImageIO.read(new ByteArrayInputStream(photo.renditions().display()));
        rows.append(String.format(
                "<tr><th colspan='3'>%s: %d x %d, PSNR of full %.1f dB; %,d / %,d / %,d bytes%n",
                name,
                original.getWidth(),
                original.getHeight(),
                psnr(original, full),
                file.length,
                photo.renditions().full().length,
                photo.renditions().display().length));
        for (double at : new double[] {0.5, 0.25}) {
            rows.append("<tr>");
            for (BufferedImage each : new BufferedImage[] {original, full, display}) {
                rows.append("<td><img src='").append(detail(each, original, at)).append("'>");
            }
        }
    }

    /** The page's file. */
    Path write() throws IOException {
        return Files.writeString(
                folder.resolve("photos.html"),
                "<!doctype html><meta charset='utf-8'><title>Renditions</title><table><tr><th>as sent<th>full<th>display"
                        + rows + "</table>");
    }

    private String detail(BufferedImage image, BufferedImage original, double at) throws IOException {
        double scale = (double) image.getWidth() / original.getWidth();
        int side = (int) Math.min(image.getHeight(), Math.round(DETAIL * scale));
        int x = (int) Math.max(0, image.getWidth() * at - side / 2.0);
        int y = (int) Math.max(0, image.getHeight() * at - side / 2.0);
        BufferedImage detail = new BufferedImage(DETAIL * ENLARGED, DETAIL * ENLARGED, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = detail.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(image.getSubimage(x, y, side, side), 0, 0, detail.getWidth(), detail.getHeight(), null);
        graphics.dispose();
        pictures++;
        String name = "detail-" + pictures + ".png";
        ImageIO.write(detail, "png", folder.resolve(name).toFile());
        return name;
    }

    /** Decibels, over all colours; NaN where the sizes differ. */
    private static double psnr(BufferedImage one, BufferedImage other) {
        if (one.getWidth() != other.getWidth()) {
            return Double.NaN;
        }
        double squares = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                for (int band = 0; band < 3; band++) {
                    int difference = one.getRaster().getSample(x, y, band)
                            - other.getRaster().getSample(x, y, band);
                    squares += difference * difference;
                }
            }
        }
        return 10 * Math.log10(255.0 * 255.0 * 3 * one.getWidth() * one.getHeight() / squares);
    }
}
