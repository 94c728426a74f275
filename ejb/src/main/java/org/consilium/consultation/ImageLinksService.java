package org.consilium.consultation;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.consilium.access.Action;
import org.consilium.access.Caller;
import org.consilium.access.Callers;
import org.consilium.access.Refusal;
import org.consilium.access.Requires;
import org.consilium.audit.AuditEvent;
import org.consilium.audit.AuditKind;
import org.consilium.image.ImageId;
import org.consilium.platform.PublicIds;

/** Renews the links of a page that is open for longer than they are valid. */
@Stateless
public class ImageLinksService {

    /** The most links at once. */
    public static final int MOST = 100;

    @Inject
    private Callers callers;

    @Inject
    private Thumbnails thumbnails;

    @Inject
    private PhotoEntries photos;

    @Inject
    private Event<AuditEvent> audit;

    /**
     * New links to thumbnails that a page shows, for another five minutes. It is on record once for each consultation.
     *
     * @param ids of images in messages, {@link #MOST} at most
     * @return those that the caller may see, and that have links
     */
    @Requires(Action.SEE_IMAGES)
    public Map<ImageId, URI> renew(@Size(max = MOST) List<ImageId> ids) {
        Caller reader = callers.get();
        List<Thumbnails.Permitted> permitted = thumbnails.permitted(ids, reader);
        photos.shown(
                permitted.stream()
                        .filter(one -> one.link().isPresent())
                        .collect(Collectors.groupingBy(Thumbnails.Permitted::consultation, Collectors.counting())),
                reader);
        Set<ImageId> seen = permitted.stream().map(Thumbnails.Permitted::image).collect(Collectors.toSet());
        ids.stream()
                .filter(id -> PublicIds.isWellFormed(id.value()) && !seen.contains(id))
                .distinct()
                .forEach(this::refuse);
        return permitted.stream()
                .flatMap(one -> one.link().stream().map(link -> Map.entry(one.image(), link)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void refuse(ImageId id) {
        audit.fire(AuditEvent.of(AuditKind.PHOTO)
                .on(id)
                .because(Refusal.NOT_PERMITTED)
                .refused());
    }
}
