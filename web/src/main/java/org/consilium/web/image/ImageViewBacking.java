package org.consilium.web.image;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.consilium.consultation.ImageDetails;
import org.consilium.consultation.ImageDetails.Moment;
import org.consilium.consultation.ImageDetailsService;
import org.consilium.form.FormKey;
import org.consilium.image.ImageId;
import org.consilium.image.annotation.Annotation;
import org.consilium.image.annotation.AnnotationService;
import org.consilium.image.annotation.Drawing;
import org.consilium.image.annotation.NewAnnotation;
import org.consilium.platform.ScriptValue;
import org.consilium.platform.ShortValue;
import org.consilium.web.address.Address;
import org.consilium.web.send.FormKeys;
import org.consilium.web.site.Done;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.Page;
import org.consilium.web.site.PageRecord;
import org.consilium.web.site.RequestParameter;
import org.jspecify.annotations.Nullable;

/** The page of one image, and of another one of the same part of the body beside it to compare. */
@Named
@RequestScoped
public class ImageViewBacking {

    @Inject
    private ImageDetailsService images;

    @Inject
    private AnnotationService annotations;

    @Inject
    private Navigation navigation;

    @Inject
    private PageRecord record;

    @Inject
    @RequestParameter
    private @Nullable ImageId with;

    private @Nullable ImageDetails details;

    @ScriptValue
    private @Nullable String shapes;

    @FormKey
    @ShortValue
    private String key = FormKeys.next();

    private ImageId getId() {
        return new ImageId(record.getId());
    }

    public ImageDetails getDetails() {
        if (details == null) {
            details = images.get(getId());
        }
        return details;
    }

    /** The image to compare with: another one of its series, by the parameter {@code with}. */
    public @Nullable Moment getOther() {
        return getDetails().series().stream()
                .filter(moment -> moment.image().stored().id().equals(with))
                .findFirst()
                .orElse(null);
    }

    /** The address that shows another image of the series beside this one. */
    public String beside(Moment moment) {
        return Address.of(Page.IMAGE.of(getId().value()))
                .with("with", moment.image().stored().id().value())
                .toString();
    }

    /** What has been drawn over the image. */
    public List<Annotation> getAnnotations() {
        return getDetails().annotations();
    }

    /** Saves what was drawn. */
    public void save() {
        try {
            Drawing drawing = Drawing.parse(Objects.toString(shapes, ""));
            annotations.add(getId(), new NewAnnotation(drawing, key));
            navigation.to(Done.ANNOTATED.at(Page.IMAGE.of(getId().value())));
        } catch (IllegalArgumentException not) {
            navigation.refuse("image.view.drawing.refused");
        }
    }

    /** The unsaved drawing, as {@link Drawing#parse} reads it. */
    public @Nullable String getShapes() {
        return shapes;
    }

    public void setShapes(@Nullable String shapes) {
        this.shapes = shapes;
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }
}
