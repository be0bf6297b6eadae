package org.rollcall.model;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether e-mail addresses, phone numbers and names are shown. Member numbers and Intercom's ids
/// are always shown: they identify the person to the operator, and mean nothing to others.
public enum Privacy {
  SHOW,
  MASK;

  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>()\"',;:]+@([^\\s@<>()\"',;:]+[^\\s@<>()\"',;:.])");

  /// A part of the form of a connection string, and nobody's address.
  private static final String FORM = "password@host";

  private static final Pattern PHONE = Pattern.compile("\\+\\d{5,13}(\\d\\d)(?!\\d)");

  /// `ana@example.org` → `a***@example.org`; a text that is not an address is hidden completely.
  public String email(String address) {
    return switch (this) {
      case SHOW -> address;
      case MASK -> {
        var at = address.lastIndexOf('@');
        yield at > 0 ? first(address) + "***" + address.substring(at) : hidden(address);
      }
    };
  }

  /// `Ana Diaz` → `A*** D***`.
  public String name(String name) {
    return switch (this) {
      case SHOW -> name;
      case MASK ->
          Stream.of(name.split("\\s+"))
              .filter(part -> !part.isEmpty())
              .map(part -> first(part) + "***")
              .collect(Collectors.joining(" "));
    };
  }

  /// `+12025550123` → `***23`.
  public String phone(String number) {
    return switch (this) {
      case SHOW -> number;
      case MASK ->
          number.length() > 4 ? "***" + number.substring(number.length() - 2) : hidden(number);
    };
  }

  /// The value of a contact's field.
  public String field(FieldName field, String value) {
    if (field.equals(FieldName.EMAIL)) {
      return email(value);
    }
    if (field.equals(FieldName.NAME)) {
      return name(value);
    }
    return field.equals(FieldName.PHONE) ? phone(value) : value;
  }

  /// A sentence about a person. Addresses and international phone numbers are found by their form;
  /// a name is found only if it is given.
  ///
  /// @param name the name of the person in the sentence; `""` if unknown
  public String sentence(String text, String name) {
    return switch (this) {
      case SHOW -> text;
      case MASK -> {
        var named = name.isBlank() ? text : text.replace(name, name(name));
        var mailed = EMAIL.matcher(named).replaceAll(found -> quoted(mailed(found.group())));
        yield PHONE.matcher(mailed).replaceAll("***$1");
      }
    };
  }

  private String mailed(String address) {
    return address.equals(FORM) ? address : email(address);
  }

  private static String quoted(String replacement) {
    return replacement.replace("\\", "\\\\").replace("$", "\\$");
  }

  private static String first(String text) {
    return text.substring(0, text.offsetByCodePoints(0, 1));
  }

  private static String hidden(String text) {
    return text.isEmpty() ? "" : "***";
  }
}
