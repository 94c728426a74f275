package org.consilium.ear.service;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.consilium.care.cover.NewCover;
import org.consilium.consultation.BodySite;
import org.consilium.consultation.Closing;
import org.consilium.consultation.NewConsultation;
import org.consilium.consultation.NewMessage;
import org.consilium.consultation.NewStaffNote;
import org.consilium.consultation.SentImage;
import org.consilium.consultation.Severity;
import org.consilium.consultation.team.NewAsking;
import org.consilium.emergency.PatientSearch;
import org.consilium.image.ImageId;
import org.consilium.image.annotation.Drawing;
import org.consilium.image.annotation.NewAnnotation;
import org.consilium.image.upload.NewUpload;
import org.consilium.privacy.disclosure.NewDisclosure;

/** Forms as people fill them in, each with a key of its own. */
final class Forms {

    private Forms() {}

    static NewConsultation consultation() {
        return consultation(Severity.MODERATE);
    }

    static NewConsultation consultation(Severity severity) {
        return consultation("Itchy elbow", severity, List.of());
    }

    static NewConsultation consultation(String title, Severity severity, List<ImageId> images) {
        return new NewConsultation(title, "It began on Monday.", BodySite.ARM, null, severity, sent(images), key());
    }

    static NewMessage message(String body, ImageId... images) {
        return new NewMessage(body, sent(List.of(images)), key());
    }

    private static List<SentImage> sent(List<ImageId> images) {
        return images.stream().map(SentImage::of).toList();
    }

    static NewAnnotation annotation(String text) {
        return new NewAnnotation(
                Drawing.parse("[{\"kind\":\"text\",\"points\":[0.5,0.25],\"text\":\"" + text + "\"}]"), key());
    }

    static NewStaffNote note(String body) {
        return new NewStaffNote(body, key());
    }

    static Closing closing(long version) {
        return new Closing("A harmless rash.", "Apply the cream twice a day.", version);
    }

    /** A colleague is asked in. */
    static NewAsking asking(String colleague) {
        return new NewAsking(colleague, "Is it contagious?");
    }

    /** Cover for the caller from now on, for an hour. */
    static NewCover cover(String colleague) {
        return new NewCover(null, colleague, null, Instant.now().plus(Duration.ofHours(1)));
    }

    /** A photo of one byte, of which nobody has seen anything yet. */
    static NewUpload upload() {
        return new NewUpload("image/jpeg", 1, "0".repeat(64), List.of("A".repeat(43) + "="), false);
    }

    static NewDisclosure disclosure() {
        return new NewDisclosure(
                LocalDate.of(2026, 1, 2), "County health department", null, "Dates", "Public health", key());
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    /** Somebody whom the hospital does not know. */
    static PatientSearch nobody() {
        return new PatientSearch("Nobody", Hospital.word(), Hospital.BIRTH);
    }
}
