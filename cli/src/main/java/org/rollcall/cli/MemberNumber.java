package org.rollcall.cli;

import org.rollcall.model.MemberId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a member's number from the command line.
final class MemberNumber implements ITypeConverter<MemberId> {
  @Override
  public MemberId convert(String text) {
    try {
      return new MemberId(text);
    } catch (IllegalArgumentException _) {
      throw new TypeConversionException("'%s' is no member's number".formatted(text));
    }
  }
}
