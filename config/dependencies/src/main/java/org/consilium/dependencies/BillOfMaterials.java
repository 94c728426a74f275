package org.consilium.dependencies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** What ships: the components of CycloneDX files, without our own modules. */
final class BillOfMaterials {
    private static final String OWN = "org.consilium";

    private BillOfMaterials() {}

    static NavigableSet<Component> read(List<Path> files) throws IOException {
        NavigableSet<Component> all = new TreeSet<>(Comparator.comparing(Component::toString));
        for (Path file : files) {
            Xml.parse(Files.readAllBytes(file))
                    .at("components", "component")
                    .map(BillOfMaterials::component)
                    .filter(component -> !component.group().equals(OWN))
                    .forEach(all::add);
        }
        return all;
    }

    private static Component component(Xml xml) {
        return new Component(
                xml.text("group").orElse(""),
                xml.text("name").orElseThrow(),
                xml.text("version").orElseThrow());
    }
}
