package org.consilium.web.tag;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import org.consilium.web.site.Language;
import org.consilium.web.site.Page;
import org.consilium.web.site.SiteBacking;

/** The foot of every page: the privacy notice, and the languages. */
@FacesComponent("consilium.footer")
public class FooterTag extends Tag {

    @Override
    protected void write(Markup page, FacesContext faces) {
        SiteBacking site = bean("site", SiteBacking.class, faces);
        page.open("footer", "bottom").open("p").open("a").attribute("href", Page.PRIVACY_NOTICE.path());
        page.text(page.word("site.notice.title")).close().close();
        page.open("p", "languages");
        for (Language language : Language.values()) {
            page.open("a")
                    .attribute("href", site.in(language))
                    .attribute("lang", language.code())
                    .attribute("hreflang", language.code())
                    .text(page.word("site.language." + language.code()))
                    .close()
                    .text(" ");
        }
        page.close().close();
    }
}
