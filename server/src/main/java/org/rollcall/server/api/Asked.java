package org.rollcall.server.api;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.rollcall.access.AccessRole;
import org.rollcall.app.Operations;
import org.rollcall.app.Selection;
import org.rollcall.model.MemberId;
import org.rollcall.model.PrintableText;
import org.rollcall.model.Privacy;
import org.rollcall.model.SyncName;
import org.rollcall.review.History;
import org.rollcall.review.JournaledRun;
import org.rollcall.server.access.Caller;
import org.rollcall.server.runs.ProgramEdition;

/// A request to the API, with the settings as they were when it came.
record Asked(Context context, ProgramEdition.Use use) {
  private static final int LONGEST = 100;

  /// What somebody sent, as a sentence can show it.
  static String printable(String text) {
    return PrintableText.of(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…");
  }

  Caller caller() {
    return Caller.of(context);
  }

  Operations operations() {
    return use.operations();
  }

  /// The sync that the path names.
  SyncName sync() {
    return sync(context.pathParam("name"));
  }

  /// A sync by its name.
  ///
  /// @throws io.javalin.http.HttpResponseException when the settings have none of that name
  SyncName sync(String name) {
    return use.syncs().stream()
        .filter(each -> each.value().equals(name))
        .findFirst()
        .orElseThrow(
            () -> Refusal.missing("The settings have no sync %s.".formatted(printable(name))));
  }

  /// The settings, and the sync that the path names.
  Selection selection() {
    return use.selection().of(sync());
  }

  /// The member whom the path names.
  MemberId member() {
    try {
      return new MemberId(context.pathParam("member"));
    } catch (IllegalArgumentException _) {
      throw Refusal.wrong("That is no member's number.");
    }
  }

  <T> T remembered(Function<History, T> question) {
    return operations().remembered(use.selection(), question);
  }

  /// The run that the path names; empty where the history has none of that id.
  Optional<JournaledRun> remembered() {
    return remembered(history -> history.run(runId()));
  }

  String runId() {
    return context.pathParam("id");
  }

  /// Where there is no run of the id in the path.
  RuntimeException noRun() {
    return Refusal.missing("No run is called %s.".formatted(printable(runId())));
  }

  /// How the people of a sync appear to whoever asks. A viewer sees them only where the settings
  /// say so.
  Privacy privacy(SyncName sync) {
    return operations()
        .privacy(use.selection().of(sync))
        .orElse(caller().role() == AccessRole.VIEWER ? Privacy.MASK : Privacy.SHOW);
  }

  PageRequest page() {
    return PageRequest.of(context);
  }

  RequestBody body(String... fields) {
    return RequestBody.of(context, Set.of(fields));
  }
}
