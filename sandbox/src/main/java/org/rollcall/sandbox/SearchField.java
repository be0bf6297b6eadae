package org.rollcall.sandbox;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The fields that a search can filter by.
final class SearchField {
  private static final String ATTRIBUTES = "custom_attributes.";
  private static final Set<String> STANDARD =
      Set.of(
          "id",
          "role",
          "name",
          "avatar",
          "owner_id",
          "email",
          "email_domain",
          "phone",
          "external_id",
          "created_at",
          "updated_at",
          "signed_up_at",
          "last_seen_at",
          "unsubscribed_from_emails");

  private SearchField() {}

  /// @throws Refusal when a search cannot filter by `name`
  static void require(String name) {
    if (!STANDARD.contains(name) && !name.startsWith(ATTRIBUTES)) {
      throw Refusal.parameter("The field " + name + " cannot be searched by");
    }
  }

  static boolean isDate(String name) {
    return name.endsWith("_at") && STANDARD.contains(name);
  }

  /// The contact's value of the field; `null` for none.
  static @Nullable Object value(StoredContact contact, String name) {
    if (name.startsWith(ATTRIBUTES)) {
      return contact.attributes().get(name.substring(ATTRIBUTES.length()));
    }
    return switch (name) {
      case "id" -> contact.id();
      case "role" -> contact.role().name().toLowerCase(Locale.ROOT);
      case "created_at" -> contact.createdAt();
      case "updated_at" -> contact.updatedAt();
      case "email_domain" ->
          contact.email().map(email -> email.substring(email.indexOf('@') + 1)).orElse(null);
      default -> contact.fields().get(name);
    };
  }

  /// Orders contacts by their value of `name`.
  static Comparator<StoredContact> order(String name) {
    return name.equals("created_at")
        ? Comparator.comparingLong(StoredContact::createdAt)
        : Comparator.comparing(contact -> sortKey(contact, name));
  }

  /// A text that sorts as the value does.
  private static String sortKey(StoredContact contact, String name) {
    return switch (value(contact, name)) {
      case null -> "";
      case Long number -> "%020d".formatted(number);
      case BigDecimal number -> "%030.9f".formatted(number);
      case Object other -> other.toString();
    };
  }
}
