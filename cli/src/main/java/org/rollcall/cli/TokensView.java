package org.rollcall.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.rollcall.access.MachineToken;
import org.rollcall.app.Access;

/// The tokens, a line each.
final class TokensView {
  private static final List<String> HEAD =
      List.of("name", "role", "state", "created", "by", "used last");

  private TokensView() {}

  static Stream<StyledLine> of(Access access) {
    var now = access.clock().instant();
    var tokens = access.tokens().all();
    return tokens.isEmpty()
        ? Stream.of(
            StyledLine.of("There is no token. 'rollcall token add NAME --role ROLE' makes one."))
        : Columns.of(HEAD, tokens.stream().map(each -> cells(each, now)).toList());
  }

  private static List<String> cells(MachineToken token, Instant now) {
    return List.of(
        token.name(),
        token.role().word(),
        state(token, now),
        seconds(token.created()),
        token.creator(),
        token.used().map(TokensView::seconds).orElse("never"));
  }

  private static String state(MachineToken token, Instant now) {
    return switch (token.state(now)) {
      case VALID ->
          token.expires().map(end -> "until " + seconds(end)).orElse("valid, never expires");
      case EXPIRED -> "expired " + seconds(token.expires().orElse(now));
      case REVOKED -> "revoked " + seconds(token.revoked().orElse(now));
    };
  }

  private static String seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
