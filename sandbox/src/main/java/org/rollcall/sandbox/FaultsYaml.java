package org.rollcall.sandbox;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.rollcall.sandbox.Faults.Rule;

/// Reads the faults of a world file.
final class FaultsYaml {
  private static final Set<String> KEYS = Set.of("seed", "rules");
  private static final Set<String> RULE_KEYS = Set.of("fault", "on", "first", "times", "share");

  private FaultsYaml() {}

  static Faults read(YamlPart part) {
    var mapping = part.mapping(KEYS);
    var rules = mapping.find("rules").map(YamlPart::items).orElse(List.of());
    var seed = mapping.find("seed").map(given -> given.read(Long::valueOf, "a whole number"));
    return new Faults(rules.stream().map(FaultsYaml::rule).toList(), seed.orElse(0L));
  }

  private static Rule rule(YamlPart part) {
    var mapping = part.mapping(RULE_KEYS);
    var fault = mapping.require("fault", "a rule needs a fault");
    var share = mapping.find("share");
    return new Rule(
        fault.read(text -> Fault.valueOf(text.toUpperCase(Locale.ROOT)), "a fault"),
        mapping.find("on").map(FaultsYaml::kinds).orElse(Set.of()),
        number(mapping, "first", 1),
        number(mapping, "times", Rule.ALWAYS),
        share.map(given -> given.read(Double::valueOf, "a share such as 0.2")).orElse(1.0));
  }

  /// One kind, or a list of kinds.
  private static Set<CallKind> kinds(YamlPart part) {
    var parts = part.isScalar() ? List.of(part) : part.items();
    return parts.stream().map(FaultsYaml::kind).collect(toSet());
  }

  private static CallKind kind(YamlPart part) {
    return part.read(text -> CallKind.valueOf(text.toUpperCase(Locale.ROOT)), "a kind of call");
  }

  private static int number(YamlMapping mapping, String key, int otherwise) {
    return mapping
        .find(key)
        .map(part -> part.read(Integer::valueOf, "a whole number"))
        .orElse(otherwise);
  }
}
