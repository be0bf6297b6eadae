package org.rollcall.cli;

import java.util.Optional;
import org.rollcall.app.Operations;
import org.rollcall.app.Selection;
import org.rollcall.model.Privacy;
import picocli.CommandLine.Option;

/// How people appear in an answer from the history.
final class PrivacyOption {
  @Option(
      names = "--privacy",
      paramLabel = "CHOICE",
      description = "show or mask people. Default: as the settings say, else show.")
  private Optional<Privacy> choice = Optional.empty();

  /// The command line goes before the settings.
  Privacy or(Operations operations, Selection selection) {
    return choice.or(() -> operations.privacy(selection)).orElse(Privacy.SHOW);
  }
}
