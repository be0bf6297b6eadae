package org.rollcall.cli;

import java.util.Optional;
import java.util.OptionalInt;
import org.rollcall.app.Selection;
import org.rollcall.model.SyncName;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// Which settings a command uses, and which of their syncs.
final class SettingsOptions extends SettingsFileOptions {
  @Option(
      names = "--sync",
      paramLabel = "NAME",
      converter = NameConverter.class,
      description = "Which sync, where the settings name several.")
  private Optional<SyncName> sync = Optional.empty();

  Selection selection() {
    return file(sync);
  }

  /// The same, for a command line that names no sync where something else does.
  Selection selectionOr(SyncName other) {
    return file(sync.or(() -> Optional.of(other)));
  }

  Optional<SyncName> sync() {
    return sync;
  }

  static OptionalInt optional(Optional<Integer> number) {
    return number.map(OptionalInt::of).orElseGet(OptionalInt::empty);
  }

  /// Reads the name of a sync.
  static final class NameConverter implements ITypeConverter<SyncName> {
    @Override
    public SyncName convert(String text) {
      if (!SyncName.isName(text)) {
        throw new TypeConversionException(
            "'%s' is not a sync's name: letters, digits, -, _ and ., at most 64".formatted(text));
      }
      return new SyncName(text);
    }
  }
}
