import java.io.IOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Makes a jar from which the JVM starts sooner: `java Renew.java OLD.jar NEW.jar`. What it does stays the same.
///
/// Into its start cache the JVM takes no class of a signed jar (BouncyCastle's) and none that was compiled for Java 5
/// (picocli's): so signatures are left out, after Maven has compared the jar with its digest, and old classes get the
/// version of Java 21 and the stack maps that go with it. Classes that reach native code through `java.lang.foreign` where
/// there are others that use JNI (zstd-jni's) are left out too: to link them takes 0.1 s at each start.
void main(String[] args) throws IOException {
    try (var loader = new URLClassLoader(new URL[] {Path.of(args[0]).toUri().toURL()});
            var old = new ZipFile(args[0]);
            var renewed = new ZipOutputStream(Files.newOutputStream(Path.of(args[1])))) {
        var classes = ClassFile.of(
                ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofClassLoading(loader)),
                StackMapsOption.GENERATE_STACK_MAPS);
        for (var entry : Collections.list(old.entries())) {
            if (!LEFT_OUT.matcher(entry.getName()).matches()) {
                byte[] bytes = old.getInputStream(entry).readAllBytes();
                renewed.putNextEntry(new ZipEntry(entry.getName()));
                renewed.write(entry.getName().endsWith(".class") ? renewed(classes, bytes) : bytes);
            }
        }
    }
}

static final Pattern LEFT_OUT =
        Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA)|META-INF/versions/22/com/github/luben/zstd/.*");

byte[] renewed(ClassFile classes, byte[] bytes) {
    var old = classes.parse(bytes);
    return old.majorVersion() >= ClassFile.JAVA_7_VERSION
            ? bytes
            : classes.transformClass(
                    old,
                    ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL).andThen(this::versioned));
}

void versioned(ClassBuilder to, ClassElement element) {
    if (element instanceof ClassFileVersion) {
        to.withVersion(ClassFile.JAVA_21_VERSION, 0);
    } else {
        to.with(element);
    }
}
