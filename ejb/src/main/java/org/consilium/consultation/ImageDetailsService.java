package org.consilium.consultation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.consilium.access.Action;
import org.consilium.access.Caller;
import org.consilium.access.Callers;
import org.consilium.access.NotFoundException;
import org.consilium.access.Requires;
import org.consilium.access.Role;
import org.consilium.account.AccountNames;
import org.consilium.care.Teams;
import org.consilium.image.ImageId;
import org.consilium.image.MessageImages;

/** Shows the details of an image: who sent it, when and of what, and other images of the same part of the body. */
@Stateless
public class ImageDetailsService {

    /** The newest images of a series. */
    static final int SERIES_MAX = 60;

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Callers callers;

    @Inject
    private Teams teams;

    @Inject
    private AccountNames people;

    @Inject
    private MessageImages images;

    /**
     * The details of an image.
     *
     * @throws NotFoundException when the image is not part of a message, or cannot be shown
     */
    @Requires(Action.SEE_IMAGE)
    public ImageDetails get(ImageId id) {
        Object[] row = entities.createQuery(
                        "select i, m, c from MessageImage i join Message m on m.key = i.messageKey"
                                + " join Consultation c on c.key = m.consultationKey"
                                + " where i.imageId = :id and i.width > 0",
                        Object[].class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
        return details((MessageImage) row[0], (Message) row[1], (Consultation) row[2]);
    }

    private ImageDetails details(MessageImage image, Message message, Consultation consultation) {
        Caller reader = callers.get();
        boolean staff = !reader.is(Role.PATIENT);
        Map<Long, String> names = people.of(List.of(message.authorKey(), consultation.patientKey()), reader);
        return new ImageDetails(
                image.image(),
                consultation.id(),
                consultation.title(),
                consultation.bodySite(),
                image.pin(),
                names.getOrDefault(message.authorKey(), ""),
                message.sentAt(),
                staff ? names.get(consultation.patientKey()) : null,
                staff && images.isWithoutMetadata(image.image().stored().id()),
                series(consultation, reader));
    }

    private List<ImageDetails.Moment> series(Consultation consultation, Caller reader) {
        boolean staff = !reader.is(Role.PATIENT);
        var query = entities.createQuery(
                        "select i, m.sentAt from Consultation c join Message m on m.consultationKey = c.key"
                                + " join MessageImage i on i.messageKey = m.key where c.patientKey = :patient"
                                + " and c.bodySite = :site and i.width > 0" + (staff ? " and c.teamKey in :teams" : "")
                                + " order by m.key desc, i.position",
                        Object[].class)
                .setParameter("patient", consultation.patientKey())
                .setParameter("site", consultation.bodySite())
                .setMaxResults(SERIES_MAX);
        if (staff) {
            query.setParameter("teams", teams.of(reader.accountKey()));
        }
        return query.getResultStream()
                .map(row -> new ImageDetails.Moment(((MessageImage) row[0]).image(), (Instant) row[1]))
                .toList();
    }
}
