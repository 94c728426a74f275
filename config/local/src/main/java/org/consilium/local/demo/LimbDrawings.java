package org.consilium.local.demo;

import static org.consilium.local.demo.Sketch.curve;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** Drawings of arms, hands and feet. */
final class LimbDrawings {
    private static final int RED = 0xC8323C;
    private static final int BRUISE = 0x5B4A8A;
    private static final int WOOD_LIGHT = 0xEFE3D0;
    private static final int WOOD_DARK = 0xD3BD9C;

    private LimbDrawings() {}

    static void armWithRash(Sketch sketch) {
        Path2D arm = curve(-60, 250, 250, 210, 600, 280, 900, 330, 1010, 350, 1130, 350, 1260, 340);
        arm.lineTo(1260, 600);
        arm.curveTo(1100, 600, 980, 590, 880, 600);
        arm.curveTo(600, 680, 250, 760, -60, 740);
        arm.closePath();
        sketch.background(0xDDE9EC, 0xA9C2C8)
                .skin(arm)
                .outline(curve(940, 360, 960, 420, 960, 520, 935, 585), Sketch.SHADE, 4)
                .spot(480, 480, 230, 0xE0606A, 90)
                .rash(480, 480, 105, 130, RED);
    }

    static void swollenAnkle(Sketch sketch) {
        foot(sketch, 60);
        sketch.spot(600, 560, 150, 0xD9626A, 130).spot(585, 600, 95, BRUISE, 120);
    }

    static void ankleNextDay(Sketch sketch) {
        foot(sketch, 25);
        sketch.spot(600, 570, 120, 0xD98A62, 80)
                .spot(590, 610, 120, BRUISE, 150)
                .spot(650, 640, 70, 0x8A8A3A, 90);
    }

    private static void foot(Sketch sketch, int swelling) {
        Path2D foot = curve(470, -40, 480, 200, 490, 330, 480 - swelling, 470, 440 - swelling, 560, 430, 640, 440, 700);
        foot.curveTo(450, 780, 560, 790, 680, 780);
        foot.curveTo(850, 775, 1000, 790, 1080, 760);
        foot.curveTo(1130, 735, 1110, 680, 1040, 660);
        foot.curveTo(900, 620, 780, 560, 730 + swelling / 2.0, 430);
        foot.curveTo(710, 300, 720, 150, 730, -40);
        foot.closePath();
        sketch.background(0xE6ECE4, 0xB9C7B8).skin(foot);
        for (int toe = 0; toe < 3; toe++) {
            double x = 985 + toe * 32;
            sketch.outline(curve(x, 690 + toe * 9, x + 8, 705, x + 8, 730, x - 2, 752), Sketch.SHADE.darker(), 4);
        }
        sketch.outline(curve(545, 545, 570, 500, 640, 500, 660, 550), Sketch.SHADE, 6);
    }

    static void dryHand(Sketch sketch) {
        sketch.background(WOOD_LIGHT, WOOD_DARK).skin(hand());
        for (int knuckle = 0; knuckle < 4; knuckle++) {
            double x = 445 + knuckle * 100;
            sketch.spot(x, 470, 62, 0xCB4A4A, 130).rash(x, 470, 26, 14, RED);
            sketch.outline(curve(x - 28, 462, x - 10, 472, x + 10, 458, x + 28, 470), new Color(0x8E2F2F), 4);
            sketch.outline(curve(x - 18, 486, x - 4, 480, x + 8, 492, x + 20, 484), new Color(0x8E2F2F), 3);
        }
    }

    static void handWithBlister(Sketch sketch) {
        sketch.background(WOOD_LIGHT, WOOD_DARK)
                .skin(hand())
                .spot(545, 240, 85, 0xD8434A, 190)
                .fill(Sketch.circle(545, 240, 32), new Color(0xF6E3C8))
                .outline(Sketch.circle(545, 240, 32), new Color(0xD9A98A), 4)
                .spot(535, 229, 11, 0xFFFFFF, 220);
    }

    private static Shape hand() {
        Area hand = new Area(new RoundRectangle2D.Double(385, 420, 420, 360, 170, 170));
        hand.add(new Area(new RoundRectangle2D.Double(450, 650, 290, 400, 120, 120)));
        hand.add(finger(395, 230, 260));
        hand.add(finger(495, 150, 340));
        hand.add(finger(595, 170, 320));
        hand.add(finger(697, 260, 240));
        Shape thumb = new RoundRectangle2D.Double(-52, -300, 104, 330, 100, 100);
        AffineTransform place = AffineTransform.getTranslateInstance(440, 700);
        place.rotate(Math.toRadians(-48));
        hand.add(new Area(place.createTransformedShape(thumb)));
        return hand;
    }

    private static Area finger(double x, double top, double length) {
        return new Area(new RoundRectangle2D.Double(x, top, 98, length + 120, 96, 96));
    }
}
