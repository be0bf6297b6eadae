package org.rollcall.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/// The option that every command has about colours. It holds from the moment that it is read, so
/// that help is coloured as it says.
///
/// It is made without annotations: reading them once for each command would make every start
/// slower.
record ColourOption(Terminal terminal) implements ISetter {
  OptionSpec spec() {
    return OptionSpec.builder("--color")
        .paramLabel("WHEN")
        .type(Colour.class)
        .arity("1")
        .description(
            "Colours: auto, always or never. Default: auto, which is on a terminal and without "
                + "NO_COLOR.")
        .setter(this)
        .build();
  }

  @Override
  public <T> @Nullable T set(@Nullable T value) {
    if (value instanceof Colour colour) {
      terminal.colour(colour);
    }
    return value;
  }
}
