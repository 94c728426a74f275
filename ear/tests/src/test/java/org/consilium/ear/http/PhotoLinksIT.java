package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.consilium.testing.photo.SamplePhotos;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The links of small photos stand in the page, each for one photo and five minutes, and are renewed together. */
class PhotoLinksIT {

    private static final int MOST = 100;

    private Person patient;
    private HttpVisit visit;
    private String path;

    @BeforeEach
    void consultation() {
        patient = People.patient();
        visit = Visitors.signedIn(patient.email());
        path = "/consultation/" + People.consultation(patient, "With photos");
    }

    @Test
    void anybodyWhoHasALinkSeesThisPhotoForFiveMinutes() {
        String photo = send(visit, false);
        URI link = URI.create(links(visit).getFirst());
        assertThat(link.getHost() + link.getPath())
                .doesNotStartWith(visit.home().getAuthority())
                .endsWith("/" + photo + "/thumbnail");
        assertThat(link.getQuery()).contains("X-Amz-Expires=300");
        Answer seen = HttpVisit.at(link).get(link.toString());
        assertThat(seen.header("Content-Type")).contains("image/jpeg");
        assertThat(seen.header("Cache-Control")).contains("private, no-store");
        String other = link.toString().replace("/thumbnail?", "/original?");
        assertThat(HttpVisit.at(link).get(other).status()).isEqualTo(403);
    }

    @Test
    void linksAreRenewedTogetherForWhoMaySeeThePhotos() {
        String own = send(visit, false);
        HttpVisit stranger = Visitors.signedIn(People.patient().email());
        assertThat(renew(visit, own, own).body()).contains("\"" + own + "\":", "/" + own + "/thumbnail?");
        assertThat(renew(stranger, own).body()).isEqualTo("{}");
        assertThat(renew(Visitors.signedIn(People.doctor(People.GENERAL).email()), own)
                        .body())
                .contains(own);
        assertThat(renew(Visitors.signedIn(People.doctor(People.BONES).email()), own)
                        .body())
                .isEqualTo("{}");
        assertThat(renew(Visitors.anonymous(), own).status()).isEqualTo(401);
    }

    @Test
    void whatIsNoPhotoHasNoLink() {
        assertThat(renew(visit).body()).isEqualTo("{}");
        assertThat(renew(visit, People.id(), "x", "%00").body()).isEqualTo("{}");
        List<String> many = Collections.nCopies(MOST + 1, "x");
        assertThat(renew(visit, many.toArray(String[]::new)).status()).isEqualTo(400);
    }

    @Test
    void aPhotoThatOnlyThisApplicationCanReadIsShownByIt() {
        HttpVisit encrypting = Visitors.signedIn(Stand.get().secondNode().address(), patient.email());
        String photo = send(encrypting, true);
        assertThat(links(encrypting)).hasSize(1).allMatch(link -> link.startsWith("/photo/" + photo + "/thumbnail/"));
        assertThat(encrypting.get(links(encrypting).getFirst()).status()).isEqualTo(200);
        assertThat(renew(encrypting, photo).body()).isEqualTo("{}");
        assertThat(encrypting.get("/photo/" + photo + "/thumbnail").status()).isEqualTo(200);
    }

    private String send(HttpVisit sender, boolean encrypted) {
        String photo = Uploads.sendStored(sender, SamplePhotos.disc(80, 60, Color.PINK), encrypted);
        HtmlForm form = HtmlForm.in(sender.get(path).body(), "reply").with("message", "Here.");
        assertThat(sender.post(path, form.with("photo-ids", photo))).matches(Answer::isDone);
        return photo;
    }

    private List<String> links(HttpVisit reader) {
        return Jsoup.parse(reader.get(path).body()).select(".images img").eachAttr("src");
    }

    private static Answer renew(HttpVisit reader, String... photos) {
        return reader.get("/photos/links?id=" + String.join("&id=", photos), "Sec-Fetch-Site", "same-origin");
    }
}
