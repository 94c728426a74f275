package org.consilium.web.image;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.consilium.access.NotFoundException;
import org.consilium.cache.CacheUnavailableException;
import org.consilium.image.ImageId;
import org.consilium.image.ImageRefusedException;
import org.consilium.image.ImageService;
import org.consilium.image.ImagesUnavailableException;
import org.consilium.image.NewUpload;
import org.consilium.limit.LimitReachedException;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.RouteFilter;
import org.jspecify.annotations.Nullable;

/**
 * The photos of a form. With JavaScript they were uploaded while the person was still writing, and the form carries
 * their ids; without it they come as files with the form, and either all of them are stored or none.
 */
@Named
@RequestScoped
public class PhotosField {

    @Inject
    private ImageService images;

    @Inject
    private Navigation navigation;

    @Inject
    private HttpServletRequest request;

    private @Nullable String ids;
    private List<Part> files = List.of();

    /**
     * Does {@code step} with the photos of the form; when one is refused the step is not done, and the field says why.
     *
     * @param field the client id of the field
     */
    public void use(String field, Consumer<List<ImageId>> step) {
        List<ImageId> fresh = new ArrayList<>();
        try {
            for (Part file : chosen()) {
                fresh.add(store(file));
            }
            List<ImageId> all = new ArrayList<>(uploaded());
            all.addAll(fresh);
            step.accept(all);
        } catch (ImageRefusedException refused) {
            discard(fresh);
            navigation.refuseAt(field, key(refused.reason()));
        } catch (LimitReachedException reached) {
            discard(fresh);
            navigation.refuseForNow(field, "limit.upload", reached);
        } catch (ImagesUnavailableException | CacheUnavailableException away) {
            discard(fresh);
            navigation.refuseAt(field, "image.unavailable");
        } catch (NotFoundException gone) {
            if (uploaded().isEmpty()) {
                throw gone;
            }
            navigation.refuseAt(field, "image.gone");
        }
    }

    /** The key of the words that say why a photo cannot be used. */
    public String reason(ImageRefusedException.Reason problem) {
        return key(problem);
    }

    static String key(ImageRefusedException.Reason reason) {
        return "image.refused." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private ImageId store(Part file) {
        try (InputStream content = file.getInputStream()) {
            return images.upload(content).id();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void discard(List<ImageId> fresh) {
        fresh.forEach(images::discard);
    }

    private List<Part> chosen() {
        List<Part> chosen = files.stream().filter(file -> file.getSize() > 0).toList();
        if (chosen.size() + uploaded().size() > ImageService.MAX_PER_MESSAGE) {
            throw new ImageRefusedException(ImageRefusedException.Reason.TOO_MANY);
        }
        return chosen;
    }

    private List<ImageId> uploaded() {
        String listed = ids == null ? "" : ids;
        return Arrays.stream(listed.split(","))
                .filter(id -> !id.isBlank())
                .map(ImageId::new)
                .toList();
    }

    public int getMost() {
        return ImageService.MAX_PER_MESSAGE;
    }

    public long getMostBytes() {
        return ImageService.MAX_BYTES;
    }

    /** Bytes of the parts in which a browser sends a photo by itself. */
    public int getPartBytes() {
        return NewUpload.PART;
    }

    /** The public id of the consultation that the photos are for; empty when there is none yet. */
    public String getConsultation() {
        return Objects.toString(request.getAttribute(RouteFilter.RECORD), "");
    }

    /** The public ids of uploaded photos, separated by commas. */
    public @Nullable String getIds() {
        return ids;
    }

    public void setIds(@Nullable String ids) {
        this.ids = ids;
    }

    public List<Part> getFiles() {
        return files;
    }

    public void setFiles(@Nullable List<Part> files) {
        this.files = files == null ? List.of() : List.copyOf(files);
    }
}
