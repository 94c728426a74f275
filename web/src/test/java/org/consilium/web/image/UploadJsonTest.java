package org.consilium.web.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import java.util.List;
import java.util.Set;
import org.consilium.image.ImageId;
import org.consilium.image.ImageRefusedException.Reason;
import org.consilium.image.UploadState;
import org.consilium.image.UploadState.Step;
import org.consilium.image.upload.NewUpload;
import org.consilium.image.upload.UploadTicket;
import org.consilium.storage.SignedParts;
import org.consilium.web.site.Language;
import org.consilium.web.site.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON between server.js and the upload API. */
class UploadJsonTest {

    private static final Jsonb JSON = JsonbBuilder.create();

    @Test
    void readsAPhoto() {
        UploadRequest request = JSON.fromJson(
                "{\"type\":\"image/png\",\"bytes\":9000000,\"sha256\":\"ab\",\"parts\":[\"x=\",\"y=\"],"
                        + "\"consultation\":\"c1\",\"withoutMetadata\":true,\"more\":{}}",
                UploadRequest.class);

        assertThat(request.photo()).isEqualTo(new NewUpload("image/png", 9_000_000, "ab", List.of("x=", "y="), true));
        assertThat(request.consultation()).isEqualTo("c1");
    }

    /** The service's constraints then refuse them. */
    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"type\":null,\"sha256\":null,\"parts\":null}"})
    void readsMissingValuesAsEmpty(String json) {
        UploadRequest request = JSON.fromJson(json, UploadRequest.class);

        assertThat(request.photo()).isEqualTo(new NewUpload("", 0, "", List.of(), false));
        assertThat(request.consultation()).isNull();
    }

    @Test
    void readsAMissingChecksumAsEmpty() {
        assertThat(JSON.fromJson("{\"parts\":[null,\"x=\"]}", UploadRequest.class)
                        .photo()
                        .partSha256())
                .containsExactly("", "x=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "5", "{", "{\"bytes\":\"many\"}", "{\"parts\":\"x=\"}", "{\"parts\":[[]]}"})
    void refusesAnythingElse(String json) {
        assertThatThrownBy(() -> JSON.fromJson(json, UploadRequest.class)).isInstanceOf(JsonbException.class);
    }

    @Test
    void writesWhereToSendAPhoto() {
        UploadTicket ticket = new UploadTicket(
                new ImageId("i1"), new SignedParts("https://s3/b/k", "a=1", List.of("p=1", "p=2")), Set.of(2));

        assertThat(JSON.toJson(UploadPermission.of(ticket)))
                .isEqualTo("{\"address\":\"https://s3/b/k\",\"ends\":[\"p=1\",\"p=2\"],\"id\":\"i1\",\"part\":8388608,"
                        + "\"query\":\"a=1\",\"there\":[2]}");
    }

    @Test
    void writesItsProgress() {
        Words words = Words.in(Language.ENGLISH);

        assertThat(JSON.toJson(UploadProgress.of(new UploadState(Step.CHECKING, null), words)))
                .isEqualTo("{\"step\":\"CHECKING\"}");
        assertThat(JSON.toJson(UploadProgress.of(new UploadState(Step.REFUSED, Reason.TRUNCATED), words)))
                .isEqualTo("{\"message\":\"" + words.get("image.refused.truncated") + "\",\"step\":\"REFUSED\"}");
        assertThat(JSON.toJson(UploadProgress.of(new UploadState(Step.REFUSED, null), words)))
                .isEqualTo("{\"message\":\"" + words.get("image.gone") + "\",\"step\":\"REFUSED\"}");
    }

    @Test
    void writesAMessage() {
        assertThat(JSON.toJson(new Message("Später"))).isEqualTo("{\"message\":\"Später\"}");
    }
}
