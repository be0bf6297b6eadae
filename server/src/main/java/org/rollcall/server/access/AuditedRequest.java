package org.rollcall.server.access;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.rollcall.access.AuditEntry;
import org.rollcall.app.Access;
import org.rollcall.run.RunStopped;

/// Writes into the audit log what callers do: an entry before it is done, without which it is not
/// done, and one with the status of the answer.
///
/// @param trouble told a sentence when something was done and its end cannot be written down
record AuditedRequest(Access access, Consumer<String> trouble) {
  private static final String KEY = "rollcall.audited";
  private static final Set<HandlerType> QUESTIONS =
      Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

  /// Whether a request changes nothing.
  static boolean isQuestion(Context context) {
    return QUESTIONS.contains(context.method());
  }

  /// Before it is done.
  void begin(Context context, Caller caller) {
    var entry = entry(context, caller, AuditEntry.BEGUN);
    access.audit().add(entry);
    context.attribute(KEY, entry);
  }

  /// A caller was kept from it.
  void refused(Context context, Caller caller, int status) {
    access.audit().add(entry(context, caller, String.valueOf(status)));
  }

  /// After it was done, whatever came of it.
  void end(Context context) {
    if (context.attribute(KEY) instanceof AuditEntry begun) {
      try {
        access
            .audit()
            .add(begun.ended(access.clock().instant(), String.valueOf(context.statusCode())));
      } catch (RunStopped failed) {
        trouble.accept(
            "It could not be written into the audit log how '%s' by %s ended: %s"
                .formatted(begun.action(), begun.who(), failed.getMessage()));
      }
    }
  }

  private AuditEntry entry(Context context, Caller caller, String ending) {
    return new AuditEntry(
        access.clock().instant(),
        caller.who(),
        caller.from(),
        context.method() + " " + pattern(context),
        context.path(),
        ending);
  }

  /// The path as it was declared, with names in place of what varies.
  private static String pattern(Context context) {
    return Optional.ofNullable(context.endpoints().matchedHttpEndpoint())
        .map((Endpoint endpoint) -> endpoint.path)
        .orElseGet(context::path);
  }
}
