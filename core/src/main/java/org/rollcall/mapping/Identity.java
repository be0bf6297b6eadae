package org.rollcall.mapping;

import java.util.Optional;

/// One of the two texts without which there is no contact.
///
/// @param text without blanks around; `""` for nothing
/// @param objection why it will not do, as a sentence for the operator
record Identity(String text, Optional<String> objection) {
  /// The address of an e-mail expression.
  static Identity email(Computed computed) {
    return switch (computed) {
      case Computed.Trouble(var reason) ->
          none("The e-mail address cannot be made: " + reason + ".");
      case Computed.Nothing _, Computed.Something _ -> {
        var text = text(computed);
        yield new Identity(text, EmailAddress.objection(text));
      }
    };
  }

  /// The id of an external id's expression, every digit as it stands.
  static Identity externalId(Computed computed) {
    return switch (computed) {
      case Computed.Trouble(var reason) -> none("The external id cannot be made: " + reason + ".");
      case Computed.Nothing _, Computed.Something _ -> {
        var text = text(computed);
        yield new Identity(text, objection(text));
      }
    };
  }

  private static Optional<String> objection(String id) {
    if (id.isEmpty()) {
      return Optional.of("The roster has nothing for the external id.");
    }
    return id.length() > Text.LONGEST
        ? Optional.of("The external id is longer than %d characters.".formatted(Text.LONGEST))
        : Optional.empty();
  }

  private static String text(Computed computed) {
    return computed instanceof Computed.Something(var value) ? Text.trim(value.toString()) : "";
  }

  private static Identity none(String objection) {
    return new Identity("", Optional.of(objection));
  }
}
