package org.consilium.server.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consilium.server.link.Reference.Member;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;

/**
 * Resolves references as the virtual machine would (JVM specification, 5.4.3), without loading a class: an optional
 * dependency that is missing does not hide what is there. Access is not checked.
 */
final class Linker {
    /** Their methods take any arguments: the compiler creates a descriptor for each call. */
    private static final Set<String> SIGNATURE_POLYMORPHIC =
            Set.of("java/lang/invoke/MethodHandle", "java/lang/invoke/VarHandle");

    private final ClassLoader runtime;
    private final Map<String, Optional<LinkedType>> types = new HashMap<>();

    Linker(ClassLoader runtime) {
        this.runtime = runtime;
    }

    /** The references of a class that do not resolve. */
    List<Reference> unresolved(ClassReader type) {
        return Reference.in(type).stream()
                .filter(reference -> !resolves(reference))
                .toList();
    }

    private boolean resolves(Reference reference) {
        Optional<String> owner = typeName(reference.owner());
        if (owner.isEmpty()) {
            return true;
        }
        Member member = reference.member();
        return member == null ? type(owner.get()).isPresent() : has(owner.get(), member);
    }

    /**
     * Of an array, the type of its elements, and none if they are primitive; the members of an array are those of
     * Object.
     */
    private static Optional<String> typeName(String owner) {
        if (!owner.startsWith("[")) {
            return Optional.of(owner);
        }
        Type element = Type.getType(owner).getElementType();
        return element.getSort() == Type.OBJECT ? Optional.of(element.getInternalName()) : Optional.empty();
    }

    private boolean has(String owner, Member member) {
        return SIGNATURE_POLYMORPHIC.contains(owner)
                || type(owner)
                        .map(type -> type.members().contains(member)
                                || type.parents().stream().anyMatch(parent -> has(parent, member)))
                        .orElse(false);
    }

    private Optional<LinkedType> type(String name) {
        return types.computeIfAbsent(name, this::read);
    }

    private Optional<LinkedType> read(String name) {
        try (InputStream content = runtime.getResourceAsStream(name + ".class")) {
            return content == null ? Optional.empty() : Optional.of(LinkedType.of(new ClassReader(content)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
