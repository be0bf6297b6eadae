package org.rollcall.server.pages;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import java.util.function.Function;
import org.rollcall.access.AccessRole;
import org.rollcall.app.Operations;
import org.rollcall.app.Selection;
import org.rollcall.model.MemberId;
import org.rollcall.model.PrintableText;
import org.rollcall.model.Privacy;
import org.rollcall.model.SyncName;
import org.rollcall.page.site.Filter;
import org.rollcall.page.site.Frame;
import org.rollcall.page.site.Frame.Place;
import org.rollcall.page.site.Site;
import org.rollcall.page.site.Text;
import org.rollcall.page.site.View;
import org.rollcall.page.site.Visitor;
import org.rollcall.review.History;
import org.rollcall.server.access.Caller;
import org.rollcall.server.access.FormToken;
import org.rollcall.server.access.RefusedVisit;
import org.rollcall.server.runs.ProgramEdition;

/// A request for a page, with the settings as they were when it came.
record Visit(Context context, ProgramEdition.Use use) {
  private static final int LONGEST = 200;

  Caller caller() {
    return Caller.of(context);
  }

  Operations operations() {
    return use.operations();
  }

  <T> T remembered(Function<History, T> question) {
    return operations().remembered(use.selection(), question);
  }

  /// The settings, and one sync of theirs.
  Selection selection(SyncName sync) {
    return use.selection().of(sync);
  }

  /// The sync that the path names.
  SyncName sync() {
    return sync(context.pathParam("name"));
  }

  /// A sync by its name.
  ///
  /// @throws RefusedVisit when the settings have none of that name
  SyncName sync(String name) {
    return use.syncs().stream()
        .filter(each -> each.value().equals(name))
        .findFirst()
        .orElseThrow(() -> missing("refused.no-sync", printable(name)));
  }

  /// The sync that the address asks for, or the first one.
  SyncName chosenSync() {
    var asked = query("sync");
    return asked.isEmpty() ? use.syncs().getFirst() : sync(asked);
  }

  /// The run that the path names.
  String run() {
    return context.pathParam("id");
  }

  RefusedVisit noRun() {
    return missing("refused.no-run", printable(run()));
  }

  /// The member whom the path names.
  MemberId member() {
    var asked = context.pathParam("member");
    try {
      return new MemberId(asked);
    } catch (IllegalArgumentException _) {
      throw missing("refused.no-member", printable(asked));
    }
  }

  /// How the people of a sync appear to whoever asks. A viewer sees them only where the settings
  /// say so.
  Privacy privacy(SyncName sync) {
    return operations()
        .privacy(selection(sync))
        .orElse(caller().role() == AccessRole.VIEWER ? Privacy.MASK : Privacy.SHOW);
  }

  /// Whether a script asks, for a part of a page.
  boolean isPart() {
    return "true".equals(context.header("HX-Request"));
  }

  /// A part of the address's query; `""` where it has none of that name.
  String query(String name) {
    return cut(Optional.ofNullable(context.queryParam(name)).orElse(""));
  }

  /// What of a list is asked for.
  Filter filter() {
    return new Filter(query("what"), query("field"), query("words"));
  }

  /// The place from which on a list is asked for.
  int from() {
    var from = query("from");
    return from.matches("\\d{1,8}") ? Integer.parseInt(from) : 0;
  }

  /// A field of the form that was sent; `""` where it has none of that name.
  String field(String name) {
    return cut(Optional.ofNullable(context.formParam(name)).orElse("").strip());
  }

  private static String cut(String text) {
    return text.length() <= LONGEST * 3 ? text : text.substring(0, LONGEST * 3);
  }

  /// What somebody sent, as a sentence can show it.
  static String printable(String text) {
    return PrintableText.of(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…");
  }

  /// Shows a page.
  void show(String title, Place place, View view) {
    html(Site.page(frame(title, place), view));
  }

  private Frame frame(String title, Place place) {
    var visitor = new Visitor(caller().name(), caller().role(), FormToken.of(context));
    var syncs = use.syncs().stream().map(SyncName::value).toList();
    return new Frame(title, place, Optional.of(visitor), syncs, Done.sentence(this));
  }

  /// Answers with HTML.
  void html(String html) {
    context.html(html);
  }

  /// Sends the browser on, after something was done.
  void go(String path) {
    context.redirect(path, HttpStatus.SEE_OTHER);
  }

  static RefusedVisit missing(String key, Object... values) {
    return new RefusedVisit(HttpStatus.NOT_FOUND, Text.text(key, values));
  }

  static RefusedVisit conflict(String key, Object... values) {
    return new RefusedVisit(HttpStatus.CONFLICT, Text.text(key, values));
  }
}
