package org.consilium.imaging.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.time.Duration;
import org.consilium.imaging.PhotoRefusedException;
import org.consilium.imaging.WorkerProtocol;
import org.consilium.imaging.WorkerProtocol.Request;

/**
 * The process that decodes what strangers send. It has a heap of its own, an empty environment, and no network
 * connection, so a file that breaks a decoder breaks nothing else. It ends with the node, when its input ends, and
 * between two photos when it has worked for a while: what starts it kills it after twice that time.
 */
public final class PhotoWorker {

    /** Of processor time. */
    private static final Duration LIFETIME = Duration.ofSeconds(60);

    private PhotoWorker() {}

    public static void main(String[] none) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
                DataOutputStream out =
                        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)))) {
            // a library that prints must not write between the answers
            System.setOut(System.err);
            WorkerProtocol.ready(out);
            do {
                process(WorkerProtocol.receive(in), out);
            } while (processorTime().compareTo(LIFETIME) < 0);
        } catch (EOFException noMore) {
            return;
        }
    }

    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static void process(Request request, DataOutputStream out) throws IOException {
        try {
            WorkerProtocol.answer(out, PhotoPipeline.process(request));
        } catch (PhotoRefusedException refused) {
            WorkerProtocol.refuse(out, refused.reason());
        }
    }
}
