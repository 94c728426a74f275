package org.consilium.local.demo;

import static org.consilium.local.demo.Sketch.circle;
import static org.consilium.local.demo.Sketch.curve;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** Drawings of an eye, a mole and a thermometer. */
final class FaceDrawings {
    private static final Color VEIN = new Color(200, 40, 50, 150);
    private static final Color BROW = new Color(0x5A3A28);
    private static final Color INK = new Color(0x4A5560);

    private FaceDrawings() {}

    static void redEye(Sketch sketch) {
        Path2D eye = curve(170, 500, 330, 270, 850, 250, 1040, 510, 860, 690, 340, 700, 170, 500);
        sketch.background(0xEFC4A4, 0xD9A080).spot(600, 500, 520, 0xD9626A, 110).fill(eye, new Color(0xFBE9E6));
        for (int vein = 0; vein < 9; vein++) {
            double y = 410 + vein * 24;
            sketch.outline(curve(260 + vein % 3 * 20, 500, 320, y, 380, 1000 - y, 445, y), VEIN, 4);
            sketch.outline(curve(980 - vein % 3 * 20, 505, 900, y, 850, 1000 - y, 770, y), VEIN, 4);
        }
        sketch.fill(circle(605, 475, 150), new Color(0x4F7F8C))
                .outline(circle(605, 475, 150), new Color(0x2F5560), 8)
                .fill(circle(605, 475, 68), Color.BLACK)
                .spot(560, 430, 36, 0xFFFFFF, 235)
                .outline(eye, new Color(0x8A5138), 12);
        brow(sketch);
    }

    private static void brow(Sketch sketch) {
        for (int hair = 0; hair < 40; hair++) {
            double x = 230 + hair * 19;
            double y = 190 - 90 * Math.sin(hair / 40.0 * Math.PI);
            sketch.outline(new Line2D.Double(x, y + 34, x + 34, y - 26), BROW, 9);
        }
    }

    static void thermometer(Sketch sketch) {
        RoundRectangle2D glass = new RoundRectangle2D.Double(180, 390, 800, 110, 110, 110);
        sketch.background(0xDCEBF0, 0x9EBFCA)
                .fill(new RoundRectangle2D.Double(200, 412, 800, 110, 110, 110), new Color(0, 0, 0, 40))
                .fill(glass, new Color(0xFAFDFE))
                .outline(glass, INK, 6)
                .fill(new RoundRectangle2D.Double(160, 424, 640, 40, 40, 40), new Color(0xD0343C))
                .fill(circle(200, 445, 72), new Color(0xD0343C))
                .outline(circle(200, 445, 72), INK, 6)
                .spot(176, 420, 24, 0xFFFFFF, 200);
        for (int mark = 0; mark <= 24; mark++) {
            double x = 320 + mark * 25;
            sketch.outline(new Line2D.Double(x, 392, x, mark % 5 == 0 ? 422 : 408), INK, mark % 5 == 0 ? 5 : 3);
        }
    }

    static void moleBesideCoin(Sketch sketch) {
        Path2D mole = curve(
                430, 400, 470, 320, 590, 330, 620, 400, 660, 480, 580, 560, 500, 540, 410, 530, 400, 450, 430, 400);
        sketch.background(0xF0C8AA, 0xDDA886)
                .rash(600, 300, 330, 26, 0xB98A66)
                .spot(525, 440, 170, 0xC07A5A, 90)
                .fill(mole, new Color(0x6B4229))
                .spot(480, 410, 60, 0x3F2414, 230)
                .spot(575, 480, 46, 0x9A6A44, 210)
                .fill(circle(880, 560, 150), new Color(0xC9A95A))
                .outline(circle(880, 560, 150), new Color(0x8C7232), 8)
                .outline(circle(880, 560, 122), new Color(0x8C7232), 4)
                .spot(830, 510, 60, 0xFFF3C8, 150);
    }
}
