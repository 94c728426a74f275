package org.consilium.machine.stand;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** Connects to the image's decoders as the server does, and prints all that one says: DecoderVisit {@code <socket>}. */
public final class DecoderVisit {

    private DecoderVisit() {}

    public static void main(String[] arguments) throws IOException {
        try (SocketChannel decoder = SocketChannel.open(UnixDomainSocketAddress.of(Path.of(arguments[0])))) {
            Channels.newInputStream(decoder).transferTo(System.out);
        }
    }
}
