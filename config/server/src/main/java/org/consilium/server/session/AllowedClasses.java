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
 * The classes of which a session may hold objects: those of the file {@code allowed-classes} and those that the web
 * application names in its context parameter {@value #PARAMETER}, in the syntax of {@link ObjectInputFilter}. An object
 * of another class is refused before it comes into being, whoever has put it into Redis.
 */
final class AllowedClasses implements ObjectInputFilter {
    static final String PARAMETER = "consilium.session.classes";

    private static final Logger LOG = Logger.getLogger(AllowedClasses.class.getName());
    private static final String LIMITS = "maxdepth=100;maxrefs=100000;maxbytes=4000000;maxarray=1000000;";

    private static final String PROXY = "$Proxy$_$$_Weld";

    private final ObjectInputFilter filter;

    AllowedClasses(@Nullable String ofApplication) {
        filter = ObjectInputFilter.Config.createFilter(
                LIMITS + (ofApplication == null ? "" : ofApplication.strip() + ";") + ofServer() + ";!*");
    }

    @Override
    public Status checkInput(FilterInfo info) {
        Status status = filter.checkInput(isProxy(info.serialClass()) ? new Proxied(info) : info);
        if (status == Status.REJECTED) {
            LOG.log(Level.SEVERE, "refused in a session: {0}", info.serialClass());
        }
        return status;
    }

    /** CDI's stand-in for a bean is as good as the bean. */
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
