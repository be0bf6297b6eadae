package loop;

import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.attribute.InnerClassesAttribute;
import java.lang.classfile.attribute.NestHostAttribute;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.reflect.AccessFlag;
import java.nio.file.Path;
import java.util.Optional;

/// What other sources see of a class: everything but bodies and private members.
///
/// @param name the class's name, as class files have it
/// @param outside what is seen; as long as it is the same, others need not be compiled again
/// @param isCopied whether it has constants, which compilers copy without naming their class
record View(String name, String outside, boolean isCopied) {
  private static final ClassFile FILES =
      ClassFile.of(
          ClassFile.ConstantPoolSharingOption.NEW_POOL, ClassFile.DebugElementsOption.DROP_DEBUG);

  /// The view of a class file; nothing where no other source can name the class.
  static Optional<View> of(Path file) throws IOException {
    var model = FILES.parse(file);
    return model.findAttribute(Attributes.enclosingMethod()).isPresent()
        ? Optional.empty()
        : Optional.of(
            new View(
                model.thisClass().asInternalName(),
                Checksum.of(FILES.transformClass(model, View::see)) + nestedFlags(model),
                model.fields().stream().anyMatch(View::isConstant)));
  }

  private static void see(ClassBuilder seen, ClassElement element) {
    switch (element) {
      case MethodModel method when !method.flags().has(AccessFlag.PRIVATE) ->
          seen.transformMethod(method, MethodTransform.dropping(CodeModel.class::isInstance));
      case FieldModel field when !field.flags().has(AccessFlag.PRIVATE) -> seen.with(field);
      case MethodModel _,
          FieldModel _,
          SourceFileAttribute _,
          InnerClassesAttribute _,
          NestMembersAttribute _,
          NestHostAttribute _ -> {}
      default -> seen.with(element);
    }
  }

  /// How a nested class was declared: its own flags do not tell `private` and `static`.
  private static String nestedFlags(ClassModel model) {
    return model
        .findAttribute(Attributes.innerClasses())
        .flatMap(nested ->
            nested.classes().stream()
                .filter(each -> each.innerClass().equals(model.thisClass()))
                .findFirst())
        .map(each -> " " + each.flagsMask())
        .orElse("");
  }

  private static boolean isConstant(FieldModel field) {
    return !field.flags().has(AccessFlag.PRIVATE)
        && field.findAttribute(Attributes.constantValue()).isPresent();
  }
}
