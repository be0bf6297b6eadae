package org.rollcall.mapping;

import java.util.Optional;
import org.rollcall.model.Invisible;

/// The e-mail address or the external id of a member. A contact needs both.
///
/// @param text the text, trimmed and without invisible characters; `""` for none
/// @param objection why the text cannot be used, as a sentence for the operator
/// @param isCleaned whether the roster's text has invisible characters
record Identity(String text, Optional<String> objection, boolean isCleaned) {
  /// The result of the e-mail expression.
  static Identity email(ComputedValue computed) {
    return switch (computed) {
      case ComputedValue.Trouble(var reason, _) ->
          none("The e-mail address cannot be made: " + reason + ".");
      case ComputedValue.Nothing _, ComputedValue.Something _ -> {
        var text = text(computed);
        yield new Identity(text, EmailAddress.objection(text), hasInvisible(computed));
      }
    };
  }

  /// The result of the external id's expression; it keeps every digit.
  static Identity externalId(ComputedValue computed) {
    return switch (computed) {
      case ComputedValue.Trouble(var reason, _) ->
          none("The external id cannot be made: " + reason + ".");
      case ComputedValue.Nothing _, ComputedValue.Something _ -> {
        var text = text(computed);
        yield new Identity(text, objection(text), hasInvisible(computed));
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

  private static String text(ComputedValue computed) {
    return computed instanceof ComputedValue.Something(var value)
        ? Text.visible(value.toString())
        : "";
  }

  private static boolean hasInvisible(ComputedValue computed) {
    return computed instanceof ComputedValue.Something(var value)
        && value.toString().codePoints().anyMatch(Invisible::is);
  }

  private static Identity none(String objection) {
    return new Identity("", Optional.of(objection), false);
  }
}
