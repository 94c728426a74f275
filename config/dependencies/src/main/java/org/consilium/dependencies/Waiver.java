package org.consilium.dependencies;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A library that is held back on purpose, until a day, for a reason. */
record Waiver(String name, LocalDate until, String reason) {

    static List<Waiver> read(Path file) throws IOException {
        List<Waiver> waivers = new ArrayList<>();
        for (List<String> entry : ListFile.read(file, 3)) {
            waivers.add(new Waiver(entry.get(0), LocalDate.parse(entry.get(1)), entry.get(2)));
        }
        return waivers;
    }

    boolean covers(Component component) {
        return component.isMeantBy(name);
    }

    boolean hasExpired(LocalDate today) {
        return today.isAfter(until);
    }

    @Override
    public String toString() {
        return "until " + until + ": " + reason;
    }
}
