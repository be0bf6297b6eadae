package org.rollcall.sandbox;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Checks the values of Intercom's standard fields.
record StandardFields(Behaviour behaviour, Texts texts) {
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
  private static final Pattern PHONE = Pattern.compile("\\+[1-9]\\d{6,14}");
  private static final int LONGEST_EXTERNAL_ID = 255;

  /// Checks the value of `field`. A value is ignored if contacts have no such field or it cannot be
  /// written.
  ///
  /// @throws Refusal when the field cannot take the value
  CheckedValue check(String field, JsonNode value) {
    return switch (field) {
      case "external_id" -> externalId(value);
      case "email" -> email(value);
      case "phone" -> phone(value);
      case "name", "avatar" -> texts.check(field, value);
      case "owner_id" -> owner(value);
      case "signed_up_at", "last_seen_at" -> time(field, value);
      case "unsubscribed_from_emails" -> optOut(value);
      default -> new CheckedValue.Ignore();
    };
  }

  /// An external id cannot be cleared: `null` is ignored.
  private CheckedValue externalId(JsonNode value) {
    if (value.isNull()) {
      return new CheckedValue.Ignore();
    }
    if (!value.isString()) {
      throw texts.wrongType(StoredContact.EXTERNAL_ID, "string");
    }
    if (value.stringValue().length() > LONGEST_EXTERNAL_ID) {
      throw Refusal.field(400, "parameter_invalid", "external_id", "external_id is too long");
    }
    return value.stringValue().isEmpty()
        ? new CheckedValue.Ignore()
        : new CheckedValue.Keep(value.stringValue());
  }

  private CheckedValue email(JsonNode value) {
    return switch (texts.check(StoredContact.EMAIL, value)) {
      case CheckedValue.Keep(String text) -> keepEmail(text.strip());
      case CheckedValue.Keep(var other) -> new CheckedValue.Keep(other);
      case CheckedValue.Clear clear -> clear;
      case CheckedValue.Ignore ignore -> ignore;
    };
  }

  private CheckedValue keepEmail(String address) {
    if (address.isEmpty()) {
      return new CheckedValue.Clear();
    }
    if (!EMAIL.matcher(address).matches()) {
      throw Refusal.field(400, "parameter_invalid", "email", "email is not a valid e-mail address");
    }
    return new CheckedValue.Keep(
        switch (behaviour.of(OpenQuestion.EmailCase.class)) {
          case KEPT -> address;
          case LOWERED -> address.toLowerCase(Locale.ROOT);
        });
  }

  private CheckedValue phone(JsonNode value) {
    return switch (texts.check(StoredContact.PHONE, value)) {
      case CheckedValue.Keep(String text) -> keepPhone(text);
      case CheckedValue.Keep(var other) -> new CheckedValue.Keep(other);
      case CheckedValue.Clear clear -> clear;
      case CheckedValue.Ignore ignore -> ignore;
    };
  }

  private CheckedValue keepPhone(String text) {
    if (text.isEmpty()) {
      return new CheckedValue.Keep(text);
    }
    return e164(text)
        .map(phone -> (CheckedValue) new CheckedValue.Keep(phone))
        .orElseGet(() -> odd(text));
  }

  /// Drops blanks, brackets and hyphens, and reads a leading `00` as a plus sign.
  private static Optional<String> e164(String text) {
    var bare = text.replaceAll("[\\s()-]", "").replaceFirst("^00", "+");
    return PHONE.matcher(bare).matches() ? Optional.of(bare) : Optional.empty();
  }

  private CheckedValue odd(String text) {
    var message = "phone is not a valid phone number";
    return switch (behaviour.of(OpenQuestion.BadPhone.class)) {
      case REFUSED_400 -> throw Refusal.field(400, "parameter_invalid", "phone", message);
      case REFUSED_422 -> throw Refusal.field(422, "data_invalid", "phone", message);
      case KEPT -> new CheckedValue.Keep(text);
      case DROPPED -> new CheckedValue.Ignore();
    };
  }

  private static CheckedValue owner(JsonNode value) {
    if (value.isNull()) {
      return new CheckedValue.Clear();
    }
    if (value.asString("").equals(Me.ADMIN_ID)) {
      return new CheckedValue.Keep(Me.ADMIN_ID);
    }
    throw Refusal.field(
        400,
        "parameter_invalid",
        "owner_id",
        "The owner specified is not a member of the workspace");
  }

  private CheckedValue time(String field, JsonNode value) {
    if (value.isNull()) {
      return new CheckedValue.Clear();
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw texts.wrongType(field, "integer");
    }
    return new CheckedValue.Keep(value.longValue());
  }

  /// The value is a boolean, never `null`.
  private CheckedValue optOut(JsonNode value) {
    if (value.isNull()) {
      return new CheckedValue.Ignore();
    }
    if (!value.isBoolean()) {
      throw texts.wrongType("unsubscribed_from_emails", "boolean");
    }
    return new CheckedValue.Keep(value.booleanValue());
  }
}
