package org.consilium.web.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import javax.xml.parsers.DocumentBuilderFactory;
import org.consilium.image.ImageService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** The server takes the photos that the code takes, and the page promises no more than the server takes. */
class UploadLimitsTest {

    private static final Path WEB_XML = Path.of("src/main/webapp/WEB-INF/web.xml");
    private static final long MEGABYTE = 1024L * 1024;
    /** A form has texts, too, and a few lines about each photo. */
    private static final long TEXTS = MEGABYTE;

    @Test
    void theServerReadsAPhotoThatIsSlightlyTooLargeSoThatThePageCanSaySo() throws Exception {
        assertThat(limit("max-file-size")).isEqualTo(ImageService.MAX_BYTES + MEGABYTE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void thePagePromisesWhatTheServerTakes(String language) throws Exception {
        ResourceBundle words = ResourceBundle.getBundle("org.consilium.web.Words", Locale.of(language));
        String each = ImageService.MAX_BYTES / MEGABYTE + " MB";
        assertThat(words.getString("image.hint")).contains(each);
        assertThat(words.getString("image.hint.heif")).contains(each);
        assertThat(words.getString("image.refused.too-large")).contains(each);
        long together = Long.parseLong(words.getString("image.hint.together").replaceAll("\\D+", ""));
        assertThat(together * MEGABYTE + TEXTS).isLessThanOrEqualTo(limit("max-request-size"));
        assertThat(together * MEGABYTE).isGreaterThan(2 * ImageService.MAX_BYTES);
    }

    private static long limit(String name) throws Exception {
        Document descriptor =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(WEB_XML.toFile());
        return Long.parseLong(descriptor.getElementsByTagName(name).item(0).getTextContent());
    }
}
