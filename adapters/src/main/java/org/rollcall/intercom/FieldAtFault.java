package org.rollcall.intercom;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.rollcall.apply.Request;
import org.rollcall.model.FieldName;

/// Finds the sent field that an error is about. It never returns a field that was not sent.
final class FieldAtFault {
  private FieldAtFault() {}

  /// The field; empty if the answer names no field that was sent.
  static Optional<FieldName> in(Request request, ErrorBody error) {
    return switch (request) {
      case Request.Create(var fields) -> in(fields.keySet(), error);
      case Request.Update(_, var fields) -> in(fields.keySet(), error);
      case Request.Archive _,
          Request.Unarchive _,
          Request.Block _,
          Request.Unblock _,
          Request.Merge _,
          Request.Inspect _,
          Request.FindByExternalId _,
          Request.FindByEmail _,
          Request.CreateMany _,
          Request.UpdateMany _,
          Request.InspectJob _,
          Request.ListContacts _,
          Request.ListHidden _,
          Request.ListCreated _,
          Request.ListAttributes _,
          Request.Identify _ ->
          Optional.empty();
    };
  }

  private static Optional<FieldName> in(Set<FieldName> sent, ErrorBody error) {
    return named(sent, error).or(() -> told(sent, error.text()));
  }

  private static Optional<FieldName> named(Set<FieldName> sent, ErrorBody error) {
    return sent.stream()
        .filter(field ->
            error.fields().contains(field.value()) || error.fields().contains(field.simpleName()))
        .findFirst();
  }

  /// Looks for attributes first, and only for quoted or full names, because attribute names may be
  /// ordinary words.
  private static Optional<FieldName> told(Set<FieldName> sent, String text) {
    var attribute = sent.stream().filter(field -> isQuoted(field, text)).max(byLength());
    return attribute.or(() ->
        sent.stream()
            .filter(field -> !field.isAttribute() && isSpokenOf(field, text))
            .max(byLength()));
  }

  private static boolean isQuoted(FieldName field, String text) {
    var name = Pattern.quote(field.simpleName());
    return (field.isAttribute() && text.contains(field.value()))
        || Pattern.compile("['\"`‘“]" + name + "['\"`’”]").matcher(text).find();
  }

  private static boolean isSpokenOf(FieldName field, String text) {
    var words = field.value().toLowerCase(Locale.ROOT).replace("_", "[_ ]");
    return Pattern.compile("\\b" + words + "\\b", Pattern.CASE_INSENSITIVE).matcher(text).find();
  }

  private static Comparator<FieldName> byLength() {
    return Comparator.comparingInt(field -> field.value().length());
  }
}
