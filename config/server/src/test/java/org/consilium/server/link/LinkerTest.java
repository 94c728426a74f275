package org.consilium.server.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A generated class, in a runtime that consists of the JDK alone. */
class LinkerTest {
    private static final String MADE_UP = "org/consilium/MadeUp";

    private final ClassWriter type = new ClassWriter(0);
    private final MethodVisitor method;

    LinkerTest() {
        type.visit(Opcodes.V21, Opcodes.ACC_PUBLIC, MADE_UP, null, "java/lang/Object", new String[0]);
        method = type.visitMethod(Opcodes.ACC_PUBLIC, "run", "()V", null, null);
    }

    @Test
    void everythingThatIsThereResolves() {
        method.visitFieldInsn(Opcodes.GETSTATIC, "java/lang/System", "out", "Ljava/io/PrintStream;");
        method.visitLdcInsn(1L);
        method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/util/ArrayList", "clone", "()Ljava/lang/Object;", false);
        method.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL, "java/util/ArrayList", "containsAll", "(Ljava/util/Collection;)Z", false);
        method.visitMethodInsn(
                Opcodes.INVOKEINTERFACE, "java/util/List", "stream", "()Ljava/util/stream/Stream;", true);
        method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "[Ljava/lang/String;", "clone", "()Ljava/lang/Object;", false);
        method.visitTypeInsn(Opcodes.CHECKCAST, "[[I");
        method.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL, "java/lang/invoke/MethodHandle", "invokeExact", "(Ljava/lang/String;)I", false);

        assertThat(unresolved()).isEmpty();
    }

    @Test
    void aClassThatIsGoneIsNamed() {
        method.visitTypeInsn(Opcodes.CHECKCAST, "[Ljava/util/Gone;");

        assertThat(unresolved()).containsExactly(MADE_UP + " -> [Ljava/util/Gone;");
    }

    @Test
    void aMethodWithOtherParametersIsNamed() {
        method.visitMethodInsn(Opcodes.INVOKEINTERFACE, "java/util/List", "size", "(I)I", true);

        assertThat(unresolved()).containsExactly(MADE_UP + " -> java/util/List.size(I)I");
    }

    @Test
    void aFieldOfAnotherTypeIsNamed() {
        method.visitFieldInsn(Opcodes.GETSTATIC, "java/lang/System", "out", "Ljava/io/OutputStream;");

        assertThat(unresolved()).containsExactly(MADE_UP + " -> java/lang/System.out:Ljava/io/OutputStream;");
    }

    @Test
    void everyMemberOfAClassThatIsGoneIsNamed() {
        method.visitMethodInsn(Opcodes.INVOKESTATIC, "java/util/Gone", "leave", "()V", false);

        assertThat(unresolved())
                .containsExactlyInAnyOrder(MADE_UP + " -> java/util/Gone", MADE_UP + " -> java/util/Gone.leave()V");
    }

    private List<String> unresolved() {
        method.visitEnd();
        return new Linker(ClassLoader.getPlatformClassLoader())
                .unresolved(new ClassReader(type.toByteArray())).stream()
                        .map(Reference::toString)
                        // it is not in the runtime itself
                        .filter(reference -> !reference.endsWith("-> " + MADE_UP))
                        .toList();
    }
}
