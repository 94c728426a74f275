package org.consilium.image;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;

/**
 * The process that decodes what strangers send. It has a heap of its own, nothing in its environment, and no
 * connection: a file that breaks a decoder breaks nothing else. It ends with the node, when its input does.
 */
public final class DarkRoom {

    private DarkRoom() {}

    public static void main(String[] none) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
                DataOutputStream out =
                        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)))) {
            // what a library prints would stand between the answers
            System.setOut(System.err);
            while (true) {
                develop(in, out);
            }
        } catch (EOFException over) {
            // the node has no more photos, or is no more
            return;
        }
    }

    private static void develop(DataInputStream in, DataOutputStream out) throws IOException {
        PixelLimits limits = PhotoWire.limits(in);
        byte[] file = PhotoWire.read(in);
        try {
            PhotoWire.answer(out, PhotoLab.developHere(file, limits));
        } catch (ImageRefusedException refused) {
            PhotoWire.refuse(out, refused.reason());
        }
    }
}
