package org.rollcall.sandbox;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What a search asks for.
sealed interface Filter permits Filter.And, Filter.Or, SingleFilter {
  int MOST_IN_A_GROUP = 15;
  int DEEPEST = 2;

  boolean matches(StoredContact contact);

  /// The e-mail that every matching contact has; empty if the filter does not require one.
  Optional<String> email();

  /// The period in which every matching contact was created.
  CreationPeriod created();

  /// Matches when all parts match.
  record And(List<Filter> parts) implements Filter {
    @Override
    public boolean matches(StoredContact contact) {
      return parts.stream().allMatch(part -> part.matches(contact));
    }

    @Override
    public Optional<String> email() {
      return parts.stream().flatMap(part -> part.email().stream()).findFirst();
    }

    @Override
    public CreationPeriod created() {
      return parts.stream().map(Filter::created).reduce(CreationPeriod.EVER, CreationPeriod::and);
    }
  }

  /// Matches when any part matches.
  record Or(List<Filter> parts) implements Filter {
    @Override
    public boolean matches(StoredContact contact) {
      return parts.stream().anyMatch(part -> part.matches(contact));
    }

    @Override
    public Optional<String> email() {
      return Optional.empty();
    }

    @Override
    public CreationPeriod created() {
      return CreationPeriod.EVER;
    }
  }

  /// Reads the filter in `query`, under the rules of a version.
  ///
  /// @throws Refusal when it is not a filter, is nested too deeply or has too many parts
  static Filter of(JsonNode query, ApiVersion version) {
    return of(query, version, 0);
  }

  private static Filter of(JsonNode query, ApiVersion version, int depth) {
    return switch (query.path("operator").asString("")) {
      case "AND" -> new And(group(query.path("value"), version, depth));
      case "OR" -> new Or(group(query.path("value"), version, depth));
      case "" -> throw Refusal.parameter("The query needs an operator");
      default -> SingleFilter.of(query, version);
    };
  }

  private static List<Filter> group(JsonNode value, ApiVersion version, int depth) {
    if (depth >= DEEPEST) {
      throw Refusal.parameter("A query may be nested " + DEEPEST + " levels deep");
    }
    if (!value.isArray() || value.isEmpty() || value.size() > MOST_IN_A_GROUP) {
      throw Refusal.parameter("A group holds 1 to " + MOST_IN_A_GROUP + " filters");
    }
    return value.valueStream().map(part -> of(part, version, depth + 1)).toList();
  }
}
