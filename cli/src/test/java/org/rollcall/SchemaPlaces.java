package org.rollcall;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a JSON Schema says of each place in a document.
final class SchemaPlaces {
  private static final String ITEM = "[]";

  private final JsonNode root;
  private final Map<Place, Set<String>> groups = new LinkedHashMap<>();
  private final Map<Place, Set<String>> words = new LinkedHashMap<>();
  private final Map<Place, String> ranges = new LinkedHashMap<>();
  private final Map<String, List<Place>> forms = new LinkedHashMap<>();

  /// @param path the keys that lead there; `[]` for an item of a list
  record Place(List<String> path) {
    private Place below(String key) {
      var longer = new ArrayList<>(path);
      longer.add(key);
      return new Place(List.copyOf(longer));
    }

    /// As the settings' reader calls it.
    String name() {
      return path.stream().filter(key -> !key.equals(ITEM)).collect(Collectors.joining("."));
    }

    boolean isIn(String message) {
      return message.startsWith(name() + " ");
    }

    /// A document that has nothing but this value there.
    Object holding(Object value) {
      var document = value;
      for (var key : path.reversed()) {
        document = key.equals(ITEM) ? List.of(document) : Map.of(key, document);
      }
      return document;
    }

    /// The same of a group with this key.
    Object with(String key, Object value) {
      return holding(Map.of(key, value));
    }
  }

  private SchemaPlaces(JsonNode root) {
    this.root = root;
  }

  static SchemaPlaces of(String schema) {
    var places = new SchemaPlaces(JsonMapper.shared().readTree(schema));
    places.walk(new Place(List.of()), places.root);
    return places;
  }

  /// The keys of each group that allows no others.
  Map<Place, Set<String>> groups() {
    return groups;
  }

  Map<Place, Set<String>> words() {
    return words;
  }

  /// Whole numbers: `from 1 to 100`.
  Map<Place, String> ranges() {
    return ranges;
  }

  /// The places that have the form of this definition.
  List<Place> form(String definition) {
    return forms.getOrDefault(definition, List.of());
  }

  Set<String> besideSyncs() {
    return texts(root.at("/then/propertyNames/enum"));
  }

  private void walk(Place place, JsonNode node) {
    node.path("allOf").forEach(each -> walk(place, each));
    node.path("anyOf").forEach(each -> walk(place, each));
    if (node.has("$ref")) {
      var definition = node.get("$ref").asString().replace("#/definitions/", "");
      forms.computeIfAbsent(definition, _ -> new ArrayList<>()).add(place);
      walk(place, root.path("definitions").path(definition));
    }
    if (node.has("properties")) {
      groups.put(place, new TreeSet<>(node.get("properties").propertyNames()));
      node.get("properties").forEachEntry((key, below) -> walk(place.below(key), below));
    }
    if (node.path("additionalProperties").isObject()) {
      walk(place.below("any"), node.get("additionalProperties"));
    }
    if (node.has("items")) {
      walk(place.below(ITEM), node.get("items"));
    }
    if (node.has("enum")) {
      words.computeIfAbsent(place, _ -> new TreeSet<>()).addAll(texts(node.get("enum")));
    }
    if (node.path("type").asString("").equals("integer")) {
      ranges.put(place, "from %s to %s".formatted(node.get("minimum"), node.get("maximum")));
    }
  }

  private static Set<String> texts(JsonNode list) {
    var texts = new TreeSet<String>();
    list.forEach(each -> texts.add(each.asString()));
    return texts;
  }
}
