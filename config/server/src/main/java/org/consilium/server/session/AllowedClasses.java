package org.consilium.server.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The classes whose objects may be in a session: those of the file {@code allowed-classes}, and those that the web
 * application names in a context parameter. Objects of other classes are rejected before they are created, so that
 * write access to Redis is not enough to run code here.
 */
final class AllowedClasses implements ObjectInputFilter {
    private static final Logger LOG = Logger.getLogger(AllowedClasses.class.getName());
    private static final String LIMITS = "maxdepth=100;maxrefs=100000;maxbytes=4000000;maxarray=1000000;";

    private static final String PROXY = "$Proxy$_$$_Weld";

    private final ObjectInputFilter filter;

    /** @param ofApplication patterns in the syntax of {@link ObjectInputFilter} */
    AllowedClasses(@Nullable String ofApplication) {
        filter = ObjectInputFilter.Config.createFilter(
                LIMITS + (ofApplication == null ? "" : ofApplication.strip() + ";") + ofServer() + ";!*");
    }

    @Override
    public Status checkInput(FilterInfo info) {
        Status status = filter.checkInput(isProxy(info.serialClass()) ? new Proxied(info) : info);
        if (status == Status.REJECTED) {
            LOG.log(Level.SEVERE, "rejected in a session: {0}", info.serialClass());
        }
        return status;
    }

    /** CDI's proxy of a bean is allowed if the bean is. */
    private static boolean isProxy(@Nullable Class<?> type) {
        return type != null && type.getName().contains(PROXY);
    }

    private record Proxied(FilterInfo info) implements FilterInfo {
        @Override
        public Class<?> serialClass() {
            return info.serialClass().getSuperclass();
        }

        @Override
        public long arrayLength() {
            return info.arrayLength();
        }

        @Override
        public long depth() {
            return info.depth();
        }

        @Override
        public long references() {
            return info.references();
        }

        @Override
        public long streamBytes() {
            return info.streamBytes();
        }
    }

    private static String ofServer() {
        try (InputStream stream = AllowedClasses.class.getResourceAsStream("allowed-classes")) {
            if (stream == null) {
                throw new IllegalStateException("allowed-classes is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.joining(";"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
