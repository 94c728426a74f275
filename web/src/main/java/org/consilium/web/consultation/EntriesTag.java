package org.consilium.web.consultation;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import java.util.List;
import org.consilium.consultation.ConsultationThread.Entry;
import org.consilium.consultation.ThreadImage;
import org.consilium.image.StoredImage;
import org.consilium.platform.IsolatedText;
import org.consilium.web.image.PhotosField;
import org.consilium.web.tag.Markup;
import org.consilium.web.tag.Tag;
import org.consilium.web.tag.TimeLook;

/** The messages and after-visit summaries of a thread, with their photos. */
@FacesComponent("consilium.entries")
public class EntriesTag extends Tag {

    /** The bean's proxy, which serves all requests. */
    private static final class Shared {
        static final PhotosField PHOTOS =
                CDI.current().select(PhotosField.class).get();
    }

    @Override
    protected void write(Markup page, FacesContext faces) {
        page.open("ol", "entries").attribute("aria-label", page.word("consultation.thread.messages"));
        for (Entry entry : rows(Entry.class, faces)) {
            write(entry, page);
        }
        page.close();
    }

    private static void write(Entry entry, Markup page) {
        String summary = entry.instructions() == null ? "" : " summary";
        page.open("li", "entry" + (entry.own() ? " own" : "") + summary);
        page.open("p", "by").open("strong").typed(entry.author()).close().text(" ");
        page.open("span").text(page.word("role." + entry.role())).close().text(" ");
        page.time(entry.at(), TimeLook.MOMENT).close();
        if (entry.instructions() == null) {
            page.typedText(entry.body());
        } else {
            heading("consultation.thread.summary", page).typedText(entry.body());
            heading("consultation.thread.instructions", page).typedText(entry.instructions());
        }
        if (!entry.images().isEmpty()) {
            writeImages(entry, page);
        }
        page.close();
    }

    private static Markup heading(String key, Markup page) {
        return page.open("h2").text(page.word(key)).close();
    }

    private static void writeImages(Entry entry, Markup page) {
        List<ThreadImage> images = entry.images();
        page.open("ul", "images").attribute("aria-label", Shared.PHOTOS.summary(images));
        for (int i = 0; i < images.size(); i++) {
            String name = page.word("image.photo") + " " + (i + 1) + " / " + images.size();
            page.open("li");
            write(images.get(i), name, IsolatedText.of(entry.author()), page);
            page.close();
        }
        page.close();
    }

    private static void write(ThreadImage image, String name, String author, Markup page) {
        StoredImage stored = image.stored();
        if (stored.isShown()) {
            writeShown(image, name, author, page);
        }
        if (stored.incomplete() && page.isForClinician()) {
            page.open("p", "hint").text(page.word("image.incomplete")).close();
        }
        if (stored.isChecking()) {
            page.open("span", "unseen")
                    .text(name + " " + page.word("image.still-checking"))
                    .close();
        }
        if (stored.problem() != null) {
            page.open("span", "unseen")
                    .text(name + ": " + page.word(Shared.PHOTOS.reason(stored.problem())))
                    .close();
        }
    }

    private static String shown(String id, ThreadImage image) {
        return "/photo/" + id + "/thumbnail/" + image.look();
    }

    private static void writeShown(ThreadImage image, String name, String author, Markup page) {
        StoredImage stored = image.stored();
        String id = stored.id().value();
        String description = image.description();
        page.open("a").attribute("href", "/image/" + id).attribute("data-zoom", "/photo/" + id + "/display");
        page.open("img")
                .attribute("loading", "lazy")
                .attribute("src", image.thumbnail() == null ? shown(id, image) : image.thumbnail())
                .attribute("data-photo", id)
                .attribute("width", stored.width())
                .attribute("height", stored.height())
                .attribute(
                        "alt", (description == null ? "" : IsolatedText.of(description) + ", ") + name + ", " + author)
                .close()
                .close();
        page.open("p", "printed").text(name).close();
        if (description != null) {
            page.open("p", "caption").typed(description).close();
        }
    }
}
