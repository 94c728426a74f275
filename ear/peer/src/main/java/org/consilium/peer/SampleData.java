package org.consilium.peer;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Completes once what the migrations cannot know: everybody's password, and the ten photos that the messages share. */
@Component
class SampleData implements ApplicationRunner {

    private static final int PHOTOS = 10;

    private final PersonRepository people;
    private final PhotoService photos;
    private final PasswordEncoder passwords;
    private final String password;

    SampleData(
            PersonRepository people,
            PhotoService photos,
            PasswordEncoder passwords,
            @Value("${peer.seed-password}") String password) {
        this.people = people;
        this.photos = photos;
        this.passwords = passwords;
        this.password = password;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (password.isEmpty() || !people.existsByPasswordHash("")) {
            return;
        }
        for (int i = 0; i < PHOTOS; i++) {
            photos.store("sample-" + i, drawing(i));
        }
        people.setMissingPasswords(passwords.encode(password));
    }

    private static byte[] drawing(int number) throws IOException {
        BufferedImage image = new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(225, 185, 160));
        pen.fillRect(0, 0, 1600, 1200);
        pen.setColor(new Color(185, 80 + 8 * number, 75));
        pen.fillOval(500 + 20 * number, 350, 400, 300 + 20 * number);
        pen.dispose();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", file);
        return file.toByteArray();
    }
}
