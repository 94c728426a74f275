package org.consilium.imaging.codec;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.consilium.imaging.Rendition;
import org.consilium.imaging.format.PhotoFile;

/** The JDK's codec, which every machine has. */
public final class JdkJpeg implements JpegCodec {

    @Override
    public BufferedImage decode(PhotoFile photo, Rendition rendition) {
        return PhotoDecoder.decode(photo);
    }

    @Override
    public Optional<byte[]> upright(PhotoFile photo) {
        return Optional.empty();
    }

    @Override
    public byte[] encode(BufferedImage image, float quality) {
        ByteArrayOutputStream file = new ByteArrayOutputStream(image.getWidth() * image.getHeight() / 4);
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(file)) {
            ImageWriter writer = ImageCodecs.JPEG_WRITER.createWriterInstance();
            try {
                ImageWriteParam writing = writer.getDefaultWriteParam();
                writing.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                writing.setCompressionQuality(quality);
                writer.setOutput(output);
                writer.write(null, new IIOImage(image, null, null), writing);
            } finally {
                writer.dispose();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory cannot be written to", impossible);
        }
        return file.toByteArray();
    }
}
