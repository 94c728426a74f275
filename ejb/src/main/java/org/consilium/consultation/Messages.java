package org.consilium.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.consilium.access.Caller;
import org.consilium.access.NotFoundException;
import org.consilium.form.SentForm;
import org.consilium.form.SentForms;
import org.consilium.image.ImageId;
import org.consilium.image.MessageImages;
import org.consilium.image.StoredImage;
import org.jspecify.annotations.Nullable;

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

    /** Stores the message of the consultation's last step, with its images, which become a permanent part of it. */
    void add(Consultation consultation, Caller author, NewMessage form, SentForm sentForm) {
        Message message = new Message(consultation.key(), author, form, sentForm, consultation.lastActivityAt());
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

    void add(StaffNote note) {
        forms.store(note);
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

    /** The last messages before the given one, newest first. */
    List<Message> latest(Consultation consultation, @Nullable String before, int most) {
        String bound = before == null ? "" : " and m.key < :before";
        var query = entities.createQuery(
                        "select m from Message m where m.consultationKey = :consultation" + bound
                                + " order by m.key desc",
                        Message.class)
                .setParameter("consultation", consultation.key())
                .setMaxResults(most);
        return (before == null ? query : query.setParameter("before", keyOf(consultation, before))).getResultList();
    }

    private long keyOf(Consultation consultation, String publicId) {
        return entities.createQuery("select m from Message m where m.publicId = :id", Message.class)
                .setParameter("id", publicId)
                .getResultStream()
                .filter(message -> message.consultationKey() == consultation.key())
                .findFirst()
                .map(Message::key)
                .orElseThrow(NotFoundException::new);
    }

    /** The images of messages by the message's key, in their order. */
    Map<Long, List<ThreadImage>> imagesOf(Collection<Message> messages) {
        if (messages.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(
                        "select i from MessageImage i where i.messageKey in :keys order by i.messageKey, i.position",
                        MessageImage.class)
                .setParameter("keys", messages.stream().map(Message::key).toList())
                .getResultStream()
                .collect(Collectors.groupingBy(
                        MessageImage::messageKey, Collectors.mapping(MessageImage::image, Collectors.toList())));
    }
}
