package org.consilium.imaging.codec;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageReaderWriterSpi;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.spi.ServiceRegistry;

/**
 * The ImageIO decoders and encoders in use. ImageIO's registry belongs to the whole virtual machine and depends on who
 * asked first, so only the JDK's own are taken from there; those of libraries are created here.
 */
final class ImageCodecs {

    static final ImageReaderSpi JPEG_READER = ofJdk(ImageReaderSpi.class, "jpeg");
    static final ImageReaderSpi PNG_READER = ofJdk(ImageReaderSpi.class, "png");
    static final ImageReaderSpi WEBP_READER = new WebPImageReaderSpi();
    /** Reads CMYK, which the JDK's decoder does not. */
    static final ImageReaderSpi JPEG_CMYK_READER = onTopOf(JPEG_READER, new JPEGImageReaderSpi());

    static final ImageWriterSpi JPEG_WRITER = ofJdk(ImageWriterSpi.class, "jpeg");

    private ImageCodecs() {}

    private static <T extends ImageReaderWriterSpi> T ofJdk(Class<T> kind, String format) {
        Iterator<T> all = IIORegistry.getDefaultInstance().getServiceProviders(kind, true);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(all, 0), false)
                .filter(codec -> codec.getClass().getModule() == ImageReaderSpi.class.getModule())
                .filter(codec -> Arrays.asList(codec.getFormatNames()).contains(format))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the JDK has no codec for " + format));
    }

    /** The library's decoder looks up the one that it builds upon in its registry, so it gets a registry of its own. */
    private static ImageReaderSpi onTopOf(ImageReaderSpi basis, ImageReaderSpi codec) {
        List<Class<?>> kinds = List.of(ImageReaderSpi.class);
        ServiceRegistry own = new ServiceRegistry(kinds.iterator());
        own.registerServiceProvider(basis, ImageReaderSpi.class);
        own.registerServiceProvider(codec, ImageReaderSpi.class);
        return codec;
    }
}
