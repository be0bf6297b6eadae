package org.rollcall.settings;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// Parses YAML 1.2 into nodes with their positions.
final class Yaml {
  private Yaml() {}

  /// The only document of the text; empty if there is a mistake, which is reported.
  static Optional<Node> parse(Context context) {
    var settings =
        LoadSettings.builder()
            .setLabel(context.source().name())
            .setSchema(new CoreSchema())
            .setAllowNonScalarKeys(true)
            .build();
    try {
      var document = new Compose(settings).composeString(context.source().text());
      if (document.isEmpty()) {
        context.problems().add(start(context), "the file is empty; expected settings");
      }
      return document;
    } catch (MarkedYamlEngineException broken) {
      var position = context.position(broken.getProblemMark());
      context.problems().add(position, "this is not YAML: " + said(broken));
    } catch (ReaderException broken) {
      context
          .problems()
          .add(
              start(context),
              "a character that YAML does not allow, number " + broken.getPosition());
    }
    return Optional.empty();
  }

  private static Position start(Context context) {
    return new Position(context.source().name(), 1, 1);
  }

  private static String said(MarkedYamlEngineException broken) {
    var problem = broken.getProblem();
    var hint = problem.contains("',' or '}'") ? "; put ${...} in quotes within { }" : "";
    return problem + hint;
  }
}
