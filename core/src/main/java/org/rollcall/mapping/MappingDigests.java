package org.rollcall.mapping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.rollcall.model.FieldName;
import org.rollcall.model.Join;
import org.rollcall.model.MappingDigest;
import org.rollcall.settings.Expression;
import org.rollcall.settings.Mapping;

/// Digests everything in the settings that makes a field what it is: its expression, and the joined
/// tables and vocabularies that the expression names. Which further columns are read does not
/// count.
final class MappingDigests {
  private final Mapping mapping;
  private final Projection projection;

  private MappingDigests(Mapping mapping, Projection projection) {
    this.mapping = mapping;
    this.projection = projection;
  }

  static MappingDigest of(Mapping mapping, Projection projection) {
    var digests = new MappingDigests(mapping, projection);
    var fields = new TreeMap<FieldName, String>();
    mapping.contact().forEach((field, text) -> fields.put(field, digests.digest(field, text)));
    return new MappingDigest(fields);
  }

  private String digest(FieldName field, Expression expression) {
    var parts = new ArrayList<>(List.of(expression.text()));
    mapping.roster().joins().stream()
        .filter(join -> projection.fieldsOf(join.name()).contains(field))
        .forEach(join -> parts.addAll(parts(join)));
    mapping.vocabularies().values().stream()
        .filter(each -> each.isNamedIn(expression))
        .forEach(each -> parts.add(each.names().toString()));
    return hash(String.join("\0", parts));
  }

  private List<String> parts(Join join) {
    var rows =
        switch (join) {
          case Join.One(_, _, var on, var key, _) -> on + " = " + key;
          case Join.Many(_, _, var foreignKey, var key, _) -> foreignKey + " by " + key;
        };
    var condition = mapping.conditions().get(join.name());
    return List.of(join.name(), join.table(), rows, condition == null ? "" : condition.text());
  }

  private static String hash(String text) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256.", impossible);
    }
  }
}
