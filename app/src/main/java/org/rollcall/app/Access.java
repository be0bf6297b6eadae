package org.rollcall.app;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.rollcall.access.AccessRole;
import org.rollcall.access.AuditEntry;
import org.rollcall.access.AuditLog;
import org.rollcall.access.KnownTokens;
import org.rollcall.access.MachineToken;
import org.rollcall.access.TokenValue;
import org.rollcall.model.Starter;
import org.rollcall.run.RunStopped;

/// Who may use the service, and what they did. It needs no service, so that the first token can be
/// made before there is one. For many threads.
///
/// @param tokens where they are kept
/// @param audit what was done
/// @param starter who asks, for the audit log
public record Access(KnownTokens tokens, AuditLog audit, Starter starter, InstantSource clock) {
  private static final SecureRandom RANDOM = new SecureRandom();

  /// A new token, and its secret, which is never told again.
  public record Issued(MachineToken token, TokenValue value) {}

  /// Makes a token. A name whose token has expired or was revoked may be given again.
  ///
  /// @param expires from when on it opens nothing; empty for never
  /// @throws RunStopped when the name is none or taken, or `expires` is over
  public Issued issue(String name, AccessRole role, Optional<Instant> expires) {
    var now = clock.instant();
    checkName(name);
    if (expires.filter(end -> !end.isAfter(now)).isPresent()) {
      throw wrong(
          "A token until %s would have expired already. None was made."
              .formatted(expires.orElseThrow()));
    }
    var value = random();
    var token =
        new MachineToken(
            name, role, now, starter.who(), expires, Optional.empty(), Optional.empty());
    if (!tokens.add(token, value.digest(), entry("token add", name + ", " + role.word()))) {
      throw wrong(
          "There is a token %s already. 'rollcall token revoke %s' ends it; another name makes a second one."
              .formatted(name, name));
    }
    return new Issued(token, value);
  }

  /// Ends a token at once.
  ///
  /// @return as it was; empty where none of this name is left, and nothing was done
  public Optional<MachineToken> revoke(String name) {
    checkName(name);
    return tokens.revoke(name, entry("token revoke", name));
  }

  private AuditEntry entry(String action, String subject) {
    return new AuditEntry(
        clock.instant(),
        starter.who(),
        starter.trigger().words(),
        action,
        subject,
        AuditEntry.DONE);
  }

  private static void checkName(String name) {
    if (!MachineToken.isName(name)) {
      throw wrong(
          "'%s' is no name of a token: letters, digits, -, _ and ., at most 64.".formatted(name));
    }
  }

  private static TokenValue random() {
    byte[] bytes = new byte[TokenValue.BYTES];
    RANDOM.nextBytes(bytes);
    return TokenValue.of(bytes);
  }

  private static RunStopped wrong(String sentence) {
    return new RunStopped(RunStopped.Kind.SETTINGS, sentence);
  }
}
