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
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.access.NotFoundException;
import org.consilium.cache.CacheUnavailableException;
import org.consilium.consultation.ConsultationId;
import org.consilium.consultation.PhotoDescription;
import org.consilium.consultation.SentImage;
import org.consilium.consultation.ThreadImage;
import org.consilium.form.FormReusedException;
import org.consilium.image.ImageId;
import org.consilium.image.ImageRefusedException;
import org.consilium.image.ImageService;
import org.consilium.image.ImagesUnavailableException;
import org.consilium.image.upload.ImageUploadService;
import org.consilium.image.upload.NewUpload;
import org.consilium.imaging.InstalledFormats;
import org.consilium.imaging.PhotoFormat;
import org.consilium.limit.Limit;
import org.consilium.limit.LimitReachedException;
import org.consilium.platform.ScriptValue;
import org.consilium.web.site.Language;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.PageRecord;
import org.consilium.web.site.Words;
import org.jspecify.annotations.Nullable;

/**
 * The photos of a form. With JavaScript they are uploaded while the person is still writing, and the form carries their
 * ids; without it they come as files with the form, and either all of them are stored or none. Both are checked in the
 * same way, after the message is sent.
 */
@Named
@RequestScoped
public class PhotosField {

    private static final Set<String> NAMING_FORMATS = Set.of("image.hint", "image.refused.not-an-image");

    private static final Set<PhotoFormat> HEIF = EnumSet.of(PhotoFormat.HEIC, PhotoFormat.AVIF);

    /** Those of them that this machine decodes. */
    private static final Set<PhotoFormat> READS =
            HEIF.stream().filter(InstalledFormats::has).collect(Collectors.toSet());

    /** The id of the field in its form. */
    private static final String FIELD = "photos";

    @Inject
    private ImageUploadService uploads;

    @Inject
    private Navigation navigation;

    @Inject
    private PageRecord record;

    @Inject
    private HttpServletRequest request;

    @ScriptValue
    private @Nullable String ids;

    @ScriptValue
    private @Nullable String notes;

    private @Nullable String text;
    private boolean withoutMetadata;
    private List<Part> files = List.of();

    /**
     * Does {@code step} with the photos of the form. If one is refused the step is not done, and the field, which every
     * form has at most once, says why.
     */
    public void use(Consumer<List<SentImage>> step) {
        List<ImageId> fresh = new ArrayList<>();
        try {
            for (Part file : chosen()) {
                fresh.add(store(file));
            }
            if (withoutMetadata) {
                uploaded().forEach(this::removeMetadata);
            }
            PhotoNotes noted = PhotoNotes.parse(notes);
            step.accept(Stream.concat(
                            uploaded().stream().map(noted::of), fresh.stream().map(this::described))
                    .toList());
        } catch (ImageRefusedException refused) {
            discard(fresh);
            navigation.refuseAt(FIELD, key(refused.reason()));
        } catch (LimitReachedException reached) {
            discard(fresh);
            if (reached.limit() != Limit.UPLOAD_ACCOUNT) {
                throw reached;
            }
            navigation.refuseForNow(FIELD, "limit.upload", reached);
        } catch (FormReusedException reused) {
            discard(fresh);
            throw reused;
        } catch (ImagesUnavailableException | CacheUnavailableException away) {
            discard(fresh);
            navigation.refuseAt(FIELD, "image.unavailable");
        } catch (NotFoundException gone) {
            if (uploaded().isEmpty()) {
                throw gone;
            }
            navigation.refuseAt(FIELD, "image.gone");
        }
    }

    /** Without JavaScript, one text describes all photos of the form. */
    private SentImage described(ImageId id) {
        return SentImage.of(id, text, null);
    }

    /** The bundle key of the reason why a photo cannot be used. */
    public String reason(ImageRefusedException.Reason problem) {
        return key(problem);
    }

    /** Describes the photos of a message: how many there are, and which are still being checked. */
    public String summary(List<ThreadImage> photos) {
        Words words = Words.in(Language.of(request));
        StringBuilder said = new StringBuilder(words.get("image.attached", photos.size()));
        for (int place = 0; place < photos.size(); place++) {
            if (photos.get(place).stored().isChecking()) {
                said.append(", ").append(words.get("image.attached.checking", place + 1));
            }
        }
        return said.toString();
    }

    static String key(ImageRefusedException.Reason reason) {
        return named("image.refused." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The bundle key of the formats and the sizes of photos. */
    public String getHint() {
        return named("image.hint");
    }

    /** Texts that name formats have a second version for nodes that take HEIC and AVIF as well. */
    private static String named(String key) {
        return NAMING_FORMATS.contains(key) && READS.containsAll(HEIF) ? key + ".heif" : key;
    }

    /** The formats, of those that not every browser and server reads, that this server reads. */
    public String getReads() {
        return READS.stream().map(PhotoFormat::name).collect(Collectors.joining(" "));
    }

    private ImageId store(Part file) {
        try (InputStream content = file.getInputStream()) {
            String consultation = getConsultation();
            return consultation.isEmpty()
                    ? uploads.upload(content, withoutMetadata)
                    : uploads.uploadInto(new ConsultationId(consultation), content, withoutMetadata);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The box may have been ticked after the photo was uploaded. */
    private void removeMetadata(ImageId id) {
        try {
            uploads.removeMetadata(id);
        } catch (NotFoundException unused) {
            // it is gone, or the same form was sent before: the step finds out
            return;
        }
    }

    private void discard(List<ImageId> fresh) {
        fresh.forEach(uploads::discard);
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

    /** The length in bytes of the parts in which a browser uploads a photo. */
    public int getPartBytes() {
        return NewUpload.PART;
    }

    /** The public id of the consultation that the photos are for; empty when there is none yet. */
    public String getConsultation() {
        return record.find().orElse("");
    }

    /** The public ids of uploaded photos, separated by commas. */
    public @Nullable String getIds() {
        return ids;
    }

    public void setIds(@Nullable String ids) {
        this.ids = ids;
    }

    /** What the sender says about the uploaded photos, as {@link PhotoNotes} reads it. */
    public @Nullable String getNotes() {
        return notes;
    }

    public void setNotes(@Nullable String notes) {
        this.notes = notes;
    }

    /** What the photos that come as files with the form show. */
    @PhotoDescription
    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    /** Whether the sender wants the place, the camera and the like removed from the files of all photos. */
    public boolean isWithoutMetadata() {
        return withoutMetadata;
    }

    public void setWithoutMetadata(boolean withoutMetadata) {
        this.withoutMetadata = withoutMetadata;
    }

    public int getMostText() {
        return PhotoDescription.MAX;
    }

    public List<Part> getFiles() {
        return files;
    }

    public void setFiles(@Nullable List<Part> files) {
        this.files = files == null ? List.of() : List.copyOf(files);
    }
}
