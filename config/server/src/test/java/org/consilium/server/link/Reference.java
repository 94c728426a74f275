package org.consilium.server.link;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;

/**
 * A class, field or method that a class refers to, in the terms of the JVM specification, 4.4. One to a class has no
 * member.
 *
 * @param from the internal name of the class that refers
 * @param owner the internal name of the class referred to
 */
record Reference(String from, String owner, @Nullable Member member) {
    private static final int CLASS = 7;
    private static final int FIELD = 9;
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;
    private static final int NAME_AND_TYPE = 2;

    /** @param descriptor of a field its type, of a method its parameters and result: {@code (I)V} */
    record Member(String name, String descriptor) {
        @Override
        public String toString() {
            return "." + name + (descriptor.startsWith("(") ? descriptor : ":" + descriptor);
        }
    }

    /** All references in the constant pool of a class. */
    static List<Reference> in(ClassReader type) {
        char[] buffer = new char[type.getMaxStringLength()];
        List<Reference> references = new ArrayList<>();
        for (int index = 1; index < type.getItemCount(); index++) {
            int item = type.getItem(index);
            // the second slot of a long or double has no tag
            int tag = item == 0 ? 0 : type.readByte(item - 1);
            if (tag == CLASS) {
                references.add(new Reference(type.getClassName(), type.readUTF8(item, buffer), null));
            } else if (tag == FIELD || tag == METHOD || tag == INTERFACE_METHOD) {
                int signature = type.getItem(type.readUnsignedShort(item + NAME_AND_TYPE));
                references.add(new Reference(
                        type.getClassName(),
                        type.readClass(item, buffer),
                        new Member(
                                type.readUTF8(signature, buffer), type.readUTF8(signature + NAME_AND_TYPE, buffer))));
            }
        }
        return references;
    }

    @Override
    public String toString() {
        return from + " -> " + owner + (member == null ? "" : member);
    }
}
