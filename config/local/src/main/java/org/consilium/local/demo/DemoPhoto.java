package org.consilium.local.demo;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Consumer;

/**
 * A photo of the demo. It is drawn, so that it cannot be mistaken for a photo of a real person.
 *
 * @param owner the account of the patient who sent it
 */
record DemoPhoto(int number, long owner, Consumer<Sketch> drawing) {
    private static final long PAULA = 1;
    private static final long ROSA = 6;
    private static final long MILO = 9;

    static List<DemoPhoto> all() {
        return List.of(
                new DemoPhoto(1, PAULA, LimbDrawings::armWithRash),
                new DemoPhoto(2, PAULA, LimbDrawings::swollenAnkle),
                new DemoPhoto(3, PAULA, FaceDrawings::redEye),
                new DemoPhoto(4, PAULA, LimbDrawings::ankleNextDay),
                new DemoPhoto(5, PAULA, FaceDrawings::thermometer),
                new DemoPhoto(6, ROSA, FaceDrawings::moleBesideCoin),
                new DemoPhoto(7, ROSA, LimbDrawings::dryHand),
                new DemoPhoto(8, MILO, LimbDrawings::handWithBlister));
    }

    String publicId() {
        return String.format("demo-image-%011d", number);
    }

    BufferedImage draw() {
        return Sketch.of(drawing);
    }
}
