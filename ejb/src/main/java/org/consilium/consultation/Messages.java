package org.consilium.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.consilium.access.Caller;
import org.consilium.form.SentForm;
import org.consilium.form.SentForms;
import org.consilium.image.ImageId;
import org.consilium.image.MessageImages;
import org.consilium.image.StoredImage;

/** The repository of messages and staff notes. */
@ApplicationScoped
public class Messages {

    private static final String AUTHOR = "authorKey";

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private MessageImages images;

    @Inject
    private SentForms forms;

    @Inject
    private Clock clock;

    /** Stores the message of the consultation's last step, with its images, which become a permanent part of it. */
    void add(Consultation consultation, Caller author, NewMessage form, SentForm sentForm) {
        Message message = new Message(consultation, author, form, sentForm);
        forms.store(message);
        Map<ImageId, SentImage> sent = new LinkedHashMap<>();
        form.images().forEach(image -> sent.putIfAbsent(image.id(), image));
        List<StoredImage> attached =
                images.attach(List.copyOf(sent.keySet()), consultation.id().value());
        int position = 0;
        for (SentImage image : sent.values()) {
            entities.persist(new MessageImage(message.key(), position, attached.get(position), image));
            position++;
        }
    }

    /** Stores a staff note. The consultation's version stays as it is: its patient sees no change. */
    void add(Consultation consultation, Caller author, NewStaffNote form, SentForm sentForm) {
        int number = consultation.notes() + 1;
        forms.store(new StaffNote(consultation.key(), number, author.accountKey(), form, sentForm, clock.instant()));
        entities.createNativeQuery("update consultation set notes = ?1 where id = ?2")
                .setParameter(1, number)
                .setParameter(2, consultation.key())
                .executeUpdate();
    }

    /** Whether the author has already sent this form as a message. */
    boolean isSent(Caller author, SentForm form, String formerKey) {
        return forms.find(Message.class, AUTHOR, author.accountKey(), form, formerKey)
                .isPresent();
    }

    /** Whether the author has already sent this form as a staff note. */
    boolean isNoted(Caller author, SentForm form, String formerKey) {
        return forms.find(StaffNote.class, AUTHOR, author.accountKey(), form, formerKey)
                .isPresent();
    }

    /**
     * What photos show and what their sender says about them, as part of a form's content. A photo that comes as a file
     * with its form has another id when the form is sent again; its content is the same.
     */
    String describe(List<SentImage> photos) {
        Map<ImageId, String> checksums =
                images.checksums(photos.stream().map(SentImage::id).toList());
        return photos.stream()
                .map(photo -> String.join(
                        " ",
                        checksums.getOrDefault(photo.id(), photo.id().value()),
                        String.valueOf(photo.pin()),
                        String.valueOf(photo.description())))
                .collect(Collectors.joining("\0"));
    }
}
