package org.consilium.aws.capacity;

import java.nio.file.Path;

public final class Answers {
    public static Answers read(Path p) throws java.io.IOException {
        return new Answers();
    }
}
