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
import org.consilium.image.ImageId;
import org.consilium.image.MessageImages;
import org.consilium.image.StoredImage;
import org.jspecify.annotations.Nullable;

/** The repository of messages and staff notes. */
@ApplicationScoped
public class Messages {

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private MessageImages images;

    /** Stores the message of the consultation's last step, with its images, which become a permanent part of it. */
    void add(Consultation consultation, Caller author, NewMessage form) {
        Message message = new Message(consultation.key(), author, form, consultation.lastActivityAt());
        entities.persist(message);
        entities.flush();
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

    boolean isSent(Caller author, String idempotencyKey) {
        return isKnown("Message", author, idempotencyKey);
    }

    boolean isNoted(Caller author, String idempotencyKey) {
        return isKnown("StaffNote", author, idempotencyKey);
    }

    private boolean isKnown(String entity, Caller author, String idempotencyKey) {
        String query = "select e.key from " + entity + " e where e.authorKey = :author and e.idempotencyKey = :key";
        return !entities.createQuery(query, Long.class)
                .setParameter("author", author.accountKey())
                .setParameter("key", idempotencyKey)
                .getResultList()
                .isEmpty();
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
