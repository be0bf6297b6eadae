package org.rollcall.app;

import io.github.cdimascio.dotenv.Dotenv;
import io.github.cdimascio.dotenv.DotenvEntry;
import io.github.cdimascio.dotenv.DotenvException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.rollcall.run.RunStopped;

/// A file of variables like a `.env` file, with one `NAME=value` a line.
final class EnvironmentFile {
  private EnvironmentFile() {}

  /// The variables of a file and of the process. Those of the process have precedence.
  ///
  /// @throws RunStopped when the file cannot be read; the message quotes nothing from it
  static Map<String, String> beside(Map<String, String> process, Path file) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw unreadable("The file of variables %s cannot be read.", file);
    }
    try {
      var variables = new HashMap<String, String>();
      Dotenv.configure()
          .directory(file.toAbsolutePath().resolveSibling("").toString())
          .filename(file.getFileName().toString())
          .load()
          .entries(Dotenv.Filter.DECLARED_IN_ENV_FILE)
          .forEach((DotenvEntry each) -> variables.put(each.getKey(), each.getValue()));
      variables.putAll(process);
      return Map.copyOf(variables);
    } catch (DotenvException _) {
      throw unreadable(
          "The file of variables %s has a line that is neither NAME=value nor a comment.", file);
    }
  }

  private static RunStopped unreadable(String sentence, Path file) {
    return new RunStopped(RunStopped.Kind.SETTINGS, sentence.formatted(file));
  }
}
