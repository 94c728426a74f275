package org.consilium.image;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consilium.access.Callers;
import org.consilium.access.NotFoundException;

/** Makes images part of a message, in the transaction that stores the message. */
@ApplicationScoped
public class MessageImages {

    @Inject
    private Callers callers;

    @Inject
    private Images images;

    /**
     * Attaches images that the caller has uploaded; their check may still be pending.
     *
     * @param ids in the order in which the message shows them; duplicates are ignored
     * @param consultation the public id of the message's consultation
     * @return the images, in the same order
     * @throws NotFoundException if an image does not exist, or belongs to another person, another consultation or
     *     another message
     * @throws ImageRefusedException if there are more than {@link ImageService#MAX_PER_MESSAGE}
     */
    @Transactional(TxType.MANDATORY)
    public List<StoredImage> attach(List<ImageId> ids, String consultation) {
        List<String> names = ids.stream().map(ImageId::value).distinct().toList();
        if (names.size() > ImageService.MAX_PER_MESSAGE) {
            throw new ImageRefusedException(ImageRefusedException.Reason.TOO_MANY);
        }
        if (names.isEmpty()) {
            return List.of();
        }
        long owner = callers.get().accountKey();
        Map<String, StoredImage> attached = images.lock(names).stream()
                .peek(image -> image.attach(owner, consultation))
                .map(Image::asStored)
                .collect(toMap(image -> image.id().value(), image -> image));
        return names.stream().map(name -> found(attached, name)).toList();
    }

    /** The SHA-256 checksums of the files of those of the images that the caller has uploaded. */
    @Transactional(TxType.MANDATORY)
    public Map<ImageId, String> checksums(List<ImageId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : images.checksums(
                        callers.get().accountKey(),
                        ids.stream().map(ImageId::value).distinct().toList());
    }

    private static StoredImage found(Map<String, StoredImage> attached, String name) {
        return Optional.ofNullable(attached.get(name)).orElseThrow(NotFoundException::new);
    }
}
