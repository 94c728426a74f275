package org.consilium.web.tag;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import java.util.List;
import org.consilium.access.Role;
import org.consilium.web.site.Page;
import org.consilium.web.site.SiteBacking;
import org.jspecify.annotations.Nullable;

/** The head of every page: where its reader can go, who they are, and the way in or out. Icon: the product's. */
@FacesComponent("consilium.header")
public class HeaderTag extends Tag {

    private record Way(Page page, String title) {}

    private static final List<Way> WAYS = List.of(
            new Way(Page.CONSULTATIONS, "consultation.list.title"),
            new Way(Page.NEW_CONSULTATION, "consultation.new.title"),
            new Way(Page.QUEUE, "consultation.queue.title"),
            new Way(Page.EMERGENCY, "emergency.search.title"),
            new Way(Page.COVER, "care.cover.title"),
            new Way(Page.PEOPLE, "account.people.title"),
            new Way(Page.TEAMS, "care.teams.title"),
            new Way(Page.LETTERS, "mail.letters.title"),
            new Way(Page.REVIEWS, "review.list.title"),
            new Way(Page.EMERGENCIES, "emergency.queue.title"),
            new Way(Page.PRIVACY, "privacy.overview.title"),
            new Way(Page.PRIVACY_QUESTIONS, "privacy.questions.title"),
            new Way(Page.APPROVALS, "account.approvals.title"));

    @Override
    protected void write(Markup page, FacesContext faces) {
        SiteBacking site = bean("site", SiteBacking.class, faces);
        page.open("header", "top");
        page.open("a", "brand").attribute("href", "/");
        page.open("img")
                .attribute("src", value("icon", faces))
                .attribute("alt", "")
                .attribute("width", 28)
                .attribute("height", 28)
                .close();
        page.text("Consilium").close();
        page.open("nav").attribute("aria-label", page.word("site.navigation"));
        writeWays(site.getRole(), page);
        page.close();
        if (site.isSignedIn()) {
            writeReader(site, page);
        } else {
            writeEntrance(site, page);
        }
        page.close();
    }

    private static void writeWays(@Nullable Role reader, Markup page) {
        for (Way way : WAYS) {
            if (reader != null && way.page().isOpenTo(reader)) {
                link(way.page().path(), way.title(), page);
            }
        }
    }

    private static void writeReader(SiteBacking site, Markup page) {
        page.open("form", "who").attribute("method", "post").attribute("action", "/sign-out");
        page.open("input")
                .attribute("type", "hidden")
                .attribute("name", "shown-to")
                .attribute("value", site.getAccount())
                .close();
        page.open("a").attribute("href", Page.ACCOUNT.path()).attribute("title", page.word("account.overview.title"));
        page.typed(site.getName()).close();
        page.open("button", "quiet").attribute("type", "submit");
        page.text(page.word("site.sign-out")).close().close();
    }

    private static void writeEntrance(SiteBacking site, Markup page) {
        page.open("p", "who");
        link(site.getSignIn(), "account.signin.title", page);
        link(site.getRegister(), "care.register.title", page);
        page.close();
    }

    private static void link(String address, String key, Markup page) {
        page.open("a").attribute("href", address).text(page.word(key)).close().text(" ");
    }
}
