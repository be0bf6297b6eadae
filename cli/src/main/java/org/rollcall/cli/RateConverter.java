package org.rollcall.cli;

import org.rollcall.model.Rate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a rate from the command line.
final class RateConverter implements ITypeConverter<Rate> {
  @Override
  public Rate convert(String text) {
    return Rate.parse(text)
        .orElseThrow(() ->
            new TypeConversionException(
                "'%s' is not a rate such as 166/10s (166 calls in 10 seconds)".formatted(text)));
  }
}
