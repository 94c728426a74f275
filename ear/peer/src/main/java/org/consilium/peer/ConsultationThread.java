package org.consilium.peer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A consultation as its page shows it: the facts, and the latest messages in their order. */
public record ConsultationThread(
        String publicId,
        String title,
        String patient,
        LocalDate born,
        String clinician,
        String bodySite,
        Status status,
        Urgency urgency,
        Instant openedAt,
        Instant activeAt,
        List<Entry> entries) {

    static ConsultationThread of(Consultation consultation, List<Entry> entries) {
        return new ConsultationThread(
                consultation.getPublicId(),
                consultation.getTitle(),
                consultation.getPatient().getName(),
                consultation.getPatient().getBorn(),
                consultation.getClinician().getName(),
                consultation.getBodySite(),
                consultation.getStatus(),
                consultation.getUrgency(),
                consultation.getOpenedAt(),
                consultation.getActiveAt(),
                entries);
    }

    public boolean closed() {
        return status == Status.CLOSED;
    }

    /** A message, with whether the reader has written it. */
    public record Entry(MessageRow message, boolean mine, List<Thumbnail> thumbnails) {}

    /** A small picture of a photo, with a signed link to it. */
    public record Thumbnail(long photoId, String link, int width, int height) {}
}
