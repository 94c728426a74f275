package org.consilium.local.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.Random;
import java.util.function.Consumer;

/** A canvas of 1200 × 900 pixels, and the shapes that the photos of the demo are made of. */
final class Sketch {
    static final int WIDTH = 1200;
    static final int HEIGHT = 900;
    static final Color SKIN = new Color(0xF5CDB2);
    static final Color SHADE = new Color(0xC98F6C);

    /** Seeded, so that a photo is the same file at each load. */
    private final Random random = new Random(7);

    private final Graphics2D graphics;

    private Sketch(Graphics2D graphics) {
        this.graphics = graphics;
    }

    static BufferedImage of(Consumer<Sketch> drawing) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        drawing.accept(new Sketch(graphics));
        graphics.dispose();
        return picture;
    }

    /** Fills the canvas with a gradient. */
    Sketch background(int top, int bottom) {
        graphics.setPaint(new GradientPaint(0, 0, new Color(top), 0, HEIGHT, new Color(bottom)));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        return this;
    }

    Sketch fill(Shape shape, Paint paint) {
        graphics.setPaint(paint);
        graphics.fill(shape);
        return this;
    }

    Sketch outline(Shape shape, Color color, float width) {
        graphics.setPaint(color);
        graphics.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(shape);
        return this;
    }

    /** A part of the body: skin that is darker toward the bottom, with an outline. */
    Sketch skin(Shape shape) {
        return fill(shape, new GradientPaint(0, 150, SKIN, 0, 800, SHADE)).outline(shape, SHADE.darker(), 5);
    }

    /** A circle that fades out toward its edge. */
    Sketch spot(double x, double y, double radius, int rgb, int opacity) {
        Color inside = new Color((rgb >> 16) & 0xFF, (rgb >> 8) & 0xFF, rgb & 0xFF, opacity);
        Color outside = new Color(inside.getRed(), inside.getGreen(), inside.getBlue(), 0);
        return fill(
                circle(x, y, radius),
                new RadialGradientPaint(
                        new Point2D.Double(x, y), (float) radius, new float[] {0.35f, 1f}, new Color[] {inside, outside
                        }));
    }

    /** Many small spots, denser toward the middle. */
    Sketch rash(double x, double y, double spread, int dots, int rgb) {
        for (int i = 0; i < dots; i++) {
            double size = 6 + random.nextDouble() * 16;
            spot(x + random.nextGaussian() * spread, y + random.nextGaussian() * spread / 2, size, rgb, 190);
        }
        return this;
    }

    static Shape circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    /** A path of cubic curves, each given by three points. */
    static Path2D curve(double startX, double startY, double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(startX, startY);
        for (int i = 0; i + 5 < points.length; i += 6) {
            path.curveTo(points[i], points[i + 1], points[i + 2], points[i + 3], points[i + 4], points[i + 5]);
        }
        return path;
    }
}
