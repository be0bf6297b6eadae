package org.rollcall.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A count on the command line: a whole number of 1 or more.
final class AtLeastOne implements ITypeConverter<Integer> {
  @Override
  public Integer convert(String text) {
    try {
      var number = Integer.parseInt(text);
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException _) {
      // The exception below says it, with the same words for every number that does not fit.
    }
    throw new TypeConversionException(
        "'%s' is not a whole number between 1 and %d".formatted(text, Integer.MAX_VALUE));
  }
}
