package org.consilium.storage;

import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/** Calls AWS, and reports every failure as {@link StorageUnavailableException}. */
final class StorageCalls {

    private StorageCalls() {}

    static <T> T call(Supplier<T> request) {
        try {
            return request.get();
        } catch (SdkException failure) {
            throw new StorageUnavailableException(failure);
        }
    }
}
