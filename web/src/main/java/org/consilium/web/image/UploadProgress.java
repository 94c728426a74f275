package org.consilium.web.image;

import org.consilium.image.ImageRefusedException;
import org.consilium.image.UploadState;
import org.consilium.web.site.Words;
import org.jspecify.annotations.Nullable;

/**
 * Tells the page, as JSON, how far a photo has come.
 *
 * @param message why it cannot be used, in the reader's language; left out for any other step
 */
public record UploadProgress(
        UploadState.Step step, @Nullable String message) {

    static UploadProgress of(UploadState state, Words words) {
        if (state.step() != UploadState.Step.REFUSED) {
            return new UploadProgress(state.step(), null);
        }
        ImageRefusedException.Reason problem = state.problem();
        return new UploadProgress(state.step(), words.get(problem == null ? "image.gone" : PhotosField.key(problem)));
    }
}
