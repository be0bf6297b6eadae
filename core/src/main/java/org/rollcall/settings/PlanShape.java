package org.rollcall.settings;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// The part of some settings by which plans are made, in a form that comments, blanks and the order
/// of keys do not change. A key that is not known here counts.
final class PlanShape {
  /// Say how a run works, whom it tells, what it may do, and where it is remembered. The roster and
  /// the workspace are part of a plan's target.
  private static final Set<String> NO_PART =
      Set.of(
          "source",
          "batch_size",
          "notify",
          "privacy",
          "store",
          "server",
          "syncs",
          "schedule",
          "zone",
          "freshness",
          "safeguard",
          "tests");

  private static final Map<String, Set<String>> NO_PART_OF =
      Map.of(
          "intercom",
          Set.of(
              "token",
              "workspace",
              "rate",
              "headroom",
              "concurrency",
              "listing",
              "bulk",
              "connect_timeout",
              "request_timeout",
              "patience",
              "allow_plain_http"));

  /// Lists whose order is that of the values.
  private static final Set<String> IN_ORDER = Set.of("vocabulary");

  private PlanShape() {}

  /// @param root the whole file
  static String of(Node root) {
    return shape(root, NO_PART, false, "");
  }

  private static String shape(Node node, Set<String> without, boolean inOrder, String path) {
    return switch (node) {
      case ScalarNode scalar -> quoted(scalar.getTag().getValue()) + quoted(scalar.getValue());
      case SequenceNode list ->
          list.getValue().stream()
              .map(each -> shape(each, Set.of(), inOrder, ""))
              .collect(Collectors.joining(",", "[", "]"));
      case MappingNode section -> section(section, without, inOrder, path);
      default -> "";
    };
  }

  private static String section(
      MappingNode section, Set<String> without, boolean inOrder, String path) {
    var parts =
        section.getValue().stream()
            .filter(each -> !without.contains(key(each)))
            .map(each -> part(each, inOrder, path))
            .filter(each -> !each.endsWith(":{}"));
    var ordered = inOrder ? parts : parts.sorted(Comparator.naturalOrder());
    return ordered.collect(Collectors.joining(",", "{", "}"));
  }

  private static String part(NodeTuple tuple, boolean inOrder, String path) {
    var key = key(tuple);
    var without = path.isEmpty() ? NO_PART_OF.getOrDefault(key, Set.of()) : Set.<String>of();
    var ordered = inOrder || (path.isEmpty() && IN_ORDER.contains(key));
    return quoted(key) + ":" + shape(tuple.getValueNode(), without, ordered, path + key + ".");
  }

  private static String key(NodeTuple tuple) {
    return tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
