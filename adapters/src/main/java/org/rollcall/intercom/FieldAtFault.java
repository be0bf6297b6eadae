package org.rollcall.intercom;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.rollcall.apply.Request;
import org.rollcall.model.FieldName;

/// Which of the fields that were sent a refusal is about. Never one that was not sent.
final class FieldAtFault {
  private FieldAtFault() {}

  /// The field; empty where the answer names none that was sent.
  static Optional<FieldName> in(Request request, Trouble trouble) {
    return switch (request) {
      case Request.Create(var fields) -> in(fields.keySet(), trouble);
      case Request.Update(_, var fields) -> in(fields.keySet(), trouble);
      case Request.Archive _,
          Request.Unarchive _,
          Request.Block _,
          Request.Unblock _,
          Request.Merge _,
          Request.Inspect _,
          Request.FindByExternalId _,
          Request.FindByEmail _,
          Request.CreateMany _,
          Request.InspectJob _,
          Request.ListContacts _,
          Request.ListCreated _,
          Request.ListAttributes _,
          Request.Identify _ ->
          Optional.empty();
    };
  }

  private static Optional<FieldName> in(Set<FieldName> sent, Trouble trouble) {
    return named(sent, trouble).or(() -> told(sent, trouble.text()));
  }

  private static Optional<FieldName> named(Set<FieldName> sent, Trouble trouble) {
    return sent.stream()
        .filter(field ->
            trouble.fields().contains(field.value())
                || trouble.fields().contains(field.simpleName()))
        .findFirst();
  }

  /// Attributes first and only in quotes or by their whole name: their names are ordinary words.
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
