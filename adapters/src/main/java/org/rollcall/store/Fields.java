package org.rollcall.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rollcall.model.FieldName;
import org.rollcall.plan.Difference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Lists in one column, as JSON.
final class Fields {
  private static final JsonMapper JSON = JsonMapper.shared();

  private Fields() {}

  /// `{"name": ["before", "after"]}`.
  static String text(List<Difference> differences) {
    return json(differences).toString();
  }

  static JsonNode json(List<Difference> differences) {
    var fields = JSON.createObjectNode();
    differences.forEach(
        each -> fields.putArray(each.field().value()).add(each.before()).add(each.after()));
    return fields;
  }

  static List<Difference> differences(String text) {
    return differences(JSON.readTree(text));
  }

  static List<Difference> differences(JsonNode fields) {
    var differences = new ArrayList<Difference>();
    fields
        .propertyStream()
        .forEach(field ->
            differences.add(
                new Difference(
                    new FieldName(field.getKey()),
                    field.getValue().path(0).asString(),
                    field.getValue().path(1).asString())));
    return differences;
  }

  /// `{"name": 3}`.
  static String counts(Map<FieldName, Integer> counts) {
    var numbers = new TreeMap<String, Integer>();
    counts.forEach((field, count) -> numbers.put(field.value(), count));
    return numbers(numbers);
  }

  static Map<FieldName, Integer> counts(String text) {
    var counts = new TreeMap<FieldName, Integer>();
    numbers(text).forEach((field, count) -> counts.put(new FieldName(field), count));
    return counts;
  }

  /// The same with other names.
  static String numbers(Map<String, Integer> numbers) {
    var fields = JSON.createObjectNode();
    new TreeMap<>(numbers).forEach(fields::put);
    return fields.toString();
  }

  static Map<String, Integer> numbers(String text) {
    var numbers = new TreeMap<String, Integer>();
    JSON.readTree(text)
        .propertyStream()
        .forEach(field -> numbers.put(field.getKey(), field.getValue().asInt(0)));
    return numbers;
  }

  static String words(List<String> words) {
    return String.join(" ", words);
  }

  static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }
}
