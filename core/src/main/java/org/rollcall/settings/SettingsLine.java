package org.rollcall.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// One value of some settings, as it is written. It holds no secret.
///
/// @param path its keys: `intercom.rate`, `notify[0].slack.url`
/// @param value as it is written, or `***` where a secret is written out
/// @param place where it is written: `rollcall.yaml:12:9`
public record SettingsLine(String path, String value, String place) {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{[^}]*}");
  private static final Pattern SECRET =
      Pattern.compile(
          "source\\.supabase\\.key|(source\\.postgres|store|notify.*)\\.url|.*(secret|password|token)");

  /// The values of a text, in its order; none where it is no YAML.
  public static List<SettingsLine> of(SettingsText text) {
    var lines = new ArrayList<SettingsLine>();
    var context = new Context(text, Map.of(), new Problems());
    Yaml.parse(context).ifPresent(root -> add(root, "", context, lines));
    return lines;
  }

  private static void add(Node node, String path, Context context, List<SettingsLine> lines) {
    switch (node) {
      case MappingNode map ->
          map.getValue()
              .forEach(each -> {
                var name = each.getKeyNode() instanceof ScalarNode text ? text.getValue() : "?";
                var below = path.isEmpty() ? name : path + "." + name;
                add(each.getValueNode(), below, context, lines);
              });
      case SequenceNode list -> {
        int at = 0;
        for (var each : list.getValue()) {
          add(each, "%s[%d]".formatted(path, at++), context, lines);
        }
      }
      case ScalarNode text ->
          lines.add(
              new SettingsLine(
                  path,
                  SECRET.matcher(path).matches() ? masked(text.getValue()) : text.getValue(),
                  context.position(text).toString()));
      default -> {}
    }
  }

  /// A secret that is only the name of its variable is none.
  private static String masked(String value) {
    return VARIABLE.matcher(value).replaceAll("").isBlank() ? value : "***";
  }
}
