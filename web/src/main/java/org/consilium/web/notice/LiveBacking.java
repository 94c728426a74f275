package org.consilium.web.notice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.consilium.notice.LiveService;
import org.consilium.web.site.Visitor;
import org.jspecify.annotations.Nullable;

/** What a page that follows changes says of the moment at which it was made. */
@Named("live")
@RequestScoped
public class LiveBacking {

    @Inject
    private LiveService live;

    @Inject
    private HttpServletRequest request;

    private @Nullable String mark;

    /** The mark that the reader's audience had before the page was read; to be asked for before anything it shows. */
    public String getMark() {
        if (mark == null) {
            mark = Visitor.of(request).flatMap(live::audienceOf).map(live::mark).orElse("");
        }
        return mark;
    }
}
