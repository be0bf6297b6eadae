package org.rollcall.sandbox;

/// An error answer of Intercom. The sandbox throws it internally and always turns it into an
/// answer.
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  final int status;
  final String code;

  /// The field with the error; `""` if the answer does not name it.
  final String field;

  /// The path of the contact that replaces this one; `""` for none.
  final String canonical;

  private Refusal(int status, String code, String message, String field, String canonical) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.field = field;
    this.canonical = canonical;
  }

  static Refusal of(int status, String code, String message) {
    return new Refusal(status, code, message, "", "");
  }

  static Refusal parameter(String message) {
    return of(400, "parameter_invalid", message);
  }

  static Refusal field(int status, String code, String field, String message) {
    return new Refusal(status, code, message, field, "");
  }

  /// The same answer, which does not say what it is about.
  Refusal unnamed() {
    return of(status, code, "Value:  not of type Numeric, String or Boolean");
  }

  static Refusal missing() {
    return of(404, "not_found", "User Not Found");
  }

  static Refusal merged(String survivor) {
    return new Refusal(
        410,
        "contact_merged",
        "This contact has been merged. See the 'Link' header for the canonical contact.",
        "",
        "/contacts/" + survivor);
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
