package org.consilium.peer;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import org.consilium.peer.ConsultationThread.Entry;
import org.consilium.peer.ConsultationThread.Thumbnail;
import org.springframework.data.domain.Limit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** Reads and writes consultations for those who may see them. */
@Service
@Transactional
class ConsultationService {

    private static final Limit ROWS = Limit.of(20);
    private static final Limit ENTRIES = Limit.of(50);

    private final ConsultationRepository consultations;
    private final MessageRepository messages;
    private final PhotoRepository photos;
    private final PersonRepository people;
    private final PhotoStore store;
    private final AuditTrail audit;

    ConsultationService(
            ConsultationRepository consultations,
            MessageRepository messages,
            PhotoRepository photos,
            PersonRepository people,
            PhotoStore store,
            AuditTrail audit) {
        this.consultations = consultations;
        this.messages = messages;
        this.photos = photos;
        this.people = people;
        this.store = store;
        this.audit = audit;
    }

    List<ConsultationRow> own(SignedIn patient) {
        audit.record(patient, Action.VIEW_LIST, null);
        return consultations.newestOf(patient.getId(), ROWS);
    }

    List<ConsultationRow> queue(SignedIn clinician) {
        audit.record(clinician, Action.VIEW_QUEUE, null);
        return consultations.waiting(ROWS);
    }

    ConsultationThread read(SignedIn reader, String publicId) {
        Consultation consultation = visible(reader, publicId);
        List<MessageRow> rows = messages.latest(consultation.getId(), ENTRIES).reversed();
        if (!rows.isEmpty()) {
            consultation.read(reader, rows.getLast().id());
        }
        audit.record(reader, Action.VIEW_CONSULTATION, consultation.getId());
        Map<Long, List<Thumbnail>> thumbnails = thumbnails(rows);
        return ConsultationThread.of(
                consultation,
                rows.stream()
                        .map(row -> new Entry(
                                row,
                                row.authorId() == reader.getId(),
                                thumbnails.getOrDefault(row.id(), List.of())))
                        .toList());
    }

    void send(SignedIn author, String publicId, String text) {
        Consultation consultation = writable(author, publicId);
        write(author, consultation, text);
        audit.record(author, Action.SEND_MESSAGE, consultation.getId());
    }

    void send(SignedIn author, String publicId, StoredPhoto stored) {
        Consultation consultation = writable(author, publicId);
        photos.save(new Photo(write(author, consultation, ""), stored));
        audit.record(author, Action.SEND_PHOTO, consultation.getId());
    }

    String linkToPhoto(SignedIn reader, String publicId, long photoId) {
        Consultation consultation = visible(reader, publicId);
        String name = photos.nameOf(photoId, consultation.getId()).orElseThrow(ConsultationService::notFound);
        audit.record(reader, Action.VIEW_PHOTO, consultation.getId());
        return store.linkToRendition(name);
    }

    /** Asked before a photo is worked on, which takes a while and should hold no connection. */
    void requireWritable(SignedIn author, String publicId) {
        writable(author, publicId);
    }

    private Message write(SignedIn author, Consultation consultation, String text) {
        Message message = messages.save(new Message(consultation, people.getReferenceById(author.getId()), text));
        consultation.written(author, message);
        return message;
    }

    private Map<Long, List<Thumbnail>> thumbnails(List<MessageRow> rows) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        return photos.of(rows.stream().map(MessageRow::id).toList()).stream()
                .collect(groupingBy(PhotoRow::messageId, mapping(this::thumbnail, toList())));
    }

    private Thumbnail thumbnail(PhotoRow photo) {
        return new Thumbnail(photo.id(), store.linkToThumbnail(photo.name()), photo.width(), photo.height());
    }

    private Consultation visible(SignedIn reader, String publicId) {
        return consultations
                .findByPublicId(publicId)
                .filter(consultation -> consultation.isVisibleTo(reader))
                .orElseThrow(ConsultationService::notFound);
    }

    private Consultation writable(SignedIn author, String publicId) {
        Consultation consultation = visible(author, publicId);
        if (consultation.isClosed()) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        return consultation;
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
