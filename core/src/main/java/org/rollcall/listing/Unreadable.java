package org.rollcall.listing;

import org.rollcall.apply.Reply;
import org.rollcall.apply.ReplyWords;
import org.rollcall.run.RunStopped;

/// Why the workspace could not be read, as the end of a run.
final class Unreadable {
  private Unreadable() {}

  /// @param reply what came instead
  /// @param what what was asked for, as part of a sentence
  /// @param permission what the token needs for it, in Intercom's words
  static RunStopped because(Reply reply, String what, String permission) {
    return switch (reply) {
      case Reply.Denied denied -> stopped(denied(denied, what, permission));
      case Reply.Transient passing ->
          stopped(
              "Intercom could not be asked for %s, however often it was tried: %s Nothing was written; run again later."
                  .formatted(what, sentence(passing.text())));
      case Reply.Refused(_, _, var text) -> refused(what, text);
      case Reply.Missing(var text) -> refused(what, text);
      case Reply.Unsupported(var text) -> refused(what, text);
      case Reply.Settled other ->
          stopped(
              "Intercom answered with %s when asked for %s. Nothing was written; check INTERCOM_API_URL."
                  .formatted(ReplyWords.of(other), what));
    };
  }

  private static String denied(Reply.Denied denied, String what, String permission) {
    var said = sentence(denied.text());
    return switch (denied.blame()) {
      case ADDRESS -> said;
      case WORKSPACE ->
          "Intercom does not serve this workspace here; it was asked for %s: %s Nothing was written."
              .formatted(what, said);
      case TOKEN ->
          "Intercom refuses the access token (INTERCOM_ACCESS_TOKEN) when asked for %s: %s It must be a valid token of this workspace with the permission “%s”; see Developer Hub › Your app › Authentication."
              .formatted(what, said, permission);
    };
  }

  /// What Intercom said in place of what it was asked for, as a sentence.
  static String said(Reply reply) {
    return sentence(
        switch (reply) {
          case Reply.Transient passing -> passing.text();
          case Reply.Denied(_, var text) -> text;
          case Reply.Refused(_, _, var text) -> text;
          case Reply.Missing(var text) -> text;
          case Reply.Unsupported(var text) -> text;
          case Reply.Settled other -> "It answered with %s.".formatted(ReplyWords.of(other));
        });
  }

  private static RunStopped refused(String what, String text) {
    return stopped(
        "Intercom would not tell %s: %s Nothing was written; check INTERCOM_API_URL and intercom.version in the settings."
            .formatted(what, sentence(text)));
  }

  static RunStopped stopped(String sentence) {
    return new RunStopped(RunStopped.Kind.FAILED, sentence);
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }
}
