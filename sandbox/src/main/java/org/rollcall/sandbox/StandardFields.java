package org.rollcall.sandbox;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Takes in Intercom's own fields.
record StandardFields(Behaviour behaviour, Texts texts) {
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
  private static final Pattern PHONE = Pattern.compile("\\+[1-9]\\d{6,14}");
  private static final int LONGEST_EXTERNAL_ID = 255;

  /// The value of `field`, ignored where a contact has no such field or none that can be written.
  ///
  /// @throws Refusal when it cannot be taken
  Checked check(String field, JsonNode value) {
    return switch (field) {
      case "external_id" -> externalId(value);
      case "email" -> email(value);
      case "phone" -> phone(value);
      case "name", "avatar" -> texts.check(field, value);
      case "owner_id" -> owner(value);
      case "signed_up_at", "last_seen_at" -> time(field, value);
      case "unsubscribed_from_emails" -> optOut(value);
      default -> new Checked.Ignore();
    };
  }

  /// Once given, an external id cannot be taken away: `null` is ignored.
  private Checked externalId(JsonNode value) {
    if (value.isNull()) {
      return new Checked.Ignore();
    }
    if (!value.isString()) {
      throw texts.wrongType(StoredContact.EXTERNAL_ID, "string");
    }
    if (value.stringValue().length() > LONGEST_EXTERNAL_ID) {
      throw Refusal.field(400, "parameter_invalid", "external_id", "external_id is too long");
    }
    return value.stringValue().isEmpty()
        ? new Checked.Ignore()
        : new Checked.Keep(value.stringValue());
  }

  private Checked email(JsonNode value) {
    return switch (texts.check(StoredContact.EMAIL, value)) {
      case Checked.Keep(String text) -> keepEmail(text.strip());
      case Checked.Keep(var other) -> new Checked.Keep(other);
      case Checked.Clear clear -> clear;
      case Checked.Ignore ignore -> ignore;
    };
  }

  private Checked keepEmail(String address) {
    if (address.isEmpty()) {
      return new Checked.Clear();
    }
    if (!EMAIL.matcher(address).matches()) {
      throw Refusal.field(400, "parameter_invalid", "email", "email is not a valid e-mail address");
    }
    return new Checked.Keep(
        switch (behaviour.of(OpenQuestion.EmailCase.class)) {
          case KEPT -> address;
          case LOWERED -> address.toLowerCase(Locale.ROOT);
        });
  }

  private Checked phone(JsonNode value) {
    return switch (texts.check(StoredContact.PHONE, value)) {
      case Checked.Keep(String text) -> keepPhone(text);
      case Checked.Keep(var other) -> new Checked.Keep(other);
      case Checked.Clear clear -> clear;
      case Checked.Ignore ignore -> ignore;
    };
  }

  private Checked keepPhone(String text) {
    if (text.isEmpty()) {
      return new Checked.Keep(text);
    }
    return e164(text).map(phone -> (Checked) new Checked.Keep(phone)).orElseGet(() -> odd(text));
  }

  /// Blanks, brackets and hyphens are dropped, and `00` is a plus sign.
  private static Optional<String> e164(String text) {
    var bare = text.replaceAll("[\\s()-]", "").replaceFirst("^00", "+");
    return PHONE.matcher(bare).matches() ? Optional.of(bare) : Optional.empty();
  }

  private Checked odd(String text) {
    var message = "phone is not a valid phone number";
    return switch (behaviour.of(OpenQuestion.BadPhone.class)) {
      case REFUSED_400 -> throw Refusal.field(400, "parameter_invalid", "phone", message);
      case REFUSED_422 -> throw Refusal.field(422, "data_invalid", "phone", message);
      case KEPT -> new Checked.Keep(text);
      case DROPPED -> new Checked.Ignore();
    };
  }

  private static Checked owner(JsonNode value) {
    if (value.isNull()) {
      return new Checked.Clear();
    }
    if (value.asString("").equals(Me.ADMIN_ID)) {
      return new Checked.Keep(Me.ADMIN_ID);
    }
    throw Refusal.field(
        400,
        "parameter_invalid",
        "owner_id",
        "The owner specified is not a member of the workspace");
  }

  private Checked time(String field, JsonNode value) {
    if (value.isNull()) {
      return new Checked.Clear();
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw texts.wrongType(field, "integer");
    }
    return new Checked.Keep(value.longValue());
  }

  /// Never `null`: a person has opted out or has not.
  private Checked optOut(JsonNode value) {
    if (value.isNull()) {
      return new Checked.Ignore();
    }
    if (!value.isBoolean()) {
      throw texts.wrongType("unsubscribed_from_emails", "boolean");
    }
    return new Checked.Keep(value.booleanValue());
  }
}
