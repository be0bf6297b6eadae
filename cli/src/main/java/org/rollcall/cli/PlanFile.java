package org.rollcall.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.app.SyncPlan;
import org.rollcall.files.FileFailure;
import org.rollcall.files.OutputFile;
import org.rollcall.model.Privacy;
import org.rollcall.model.RosterName;
import org.rollcall.model.SyncName;
import org.rollcall.model.Target;
import org.rollcall.model.Workspace;
import org.rollcall.plan.Change;
import org.rollcall.review.PlanEntry;
import org.rollcall.review.PlanNotice;
import org.rollcall.review.PlanSheet;
import org.rollcall.run.RunStopped;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A plan on disk, on its way from its maker to its reviewer. It names people, so only its owner
/// may read it.
///
/// @param settings the digest of the settings it was made with
/// @param sheet what its reviewer saw
record PlanFile(String settings, PlanSheet sheet) {
  private static final int FORMAT = 3;
  private static final String MOVED =
      "The roster or Intercom moved for this member since the plan was made; make a new plan.";

  /// Writes `plan`.
  ///
  /// @throws RunStopped when it cannot be written
  static void write(Path path, SyncPlan made) {
    try {
      var file = json(made);
      new OutputFile(path).write(out -> Json.write(file, out));
    } catch (IOException failed) {
      throw new RunStopped(
          RunStopped.Kind.FAILED,
          "The plan could not be written to %s: %s.".formatted(path, FileFailure.words(failed)));
    }
  }

  /// Returns when a plan can be written there, before there is one.
  ///
  /// @throws RunStopped when it cannot
  static void check(Path path) {
    try {
      new OutputFile(path).check();
    } catch (IOException failed) {
      throw wrong(
          "The plan cannot be written to %s: %s. Name another file with --out."
              .formatted(path, FileFailure.words(failed)));
    }
  }

  /// What the file of `made` holds.
  static JsonNode json(SyncPlan made) {
    var sheet = made.sheet();
    var root = new PlanJson(Privacy.SHOW).of(sheet);
    mask(root, sheet.notices());
    var workspace = made.target().workspace();
    return JsonMapper.shared()
        .createObjectNode()
        .put("format", FORMAT)
        .put("sync", made.sync().value())
        .put("settings", made.settings())
        .put("made", made.made().toString())
        .put("roster", made.target().roster().value())
        .put("workspace", workspace.id())
        .put("workspace_name", workspace.name())
        .setAll(root);
  }

  /// Reads a plan.
  ///
  /// @throws RunStopped when there is none, or another program wrote it
  static PlanFile read(Path path) {
    try {
      return read(JsonMapper.shared().readTree(Files.readString(path)))
          .orElseThrow(() ->
              wrong(path + " is not a plan that this version wrote; make a new one with --out."));
    } catch (NoSuchFileException _) {
      throw wrong("The plan %s cannot be read: there is no such file.".formatted(path));
    } catch (IOException failed) {
      throw wrong("The plan %s cannot be read: %s.".formatted(path, FileFailure.words(failed)));
    } catch (JacksonException _) {
      throw wrong(path + " is not a plan: it is not complete JSON.");
    }
  }

  private static Optional<PlanFile> read(JsonNode root) {
    var sync = root.path("sync").asString("");
    if (root.path("format").asInt(0) != FORMAT
        || !root.path("changes").isArray()
        || !SyncName.isName(sync)) {
      return Optional.empty();
    }
    return PlanSheetReader.read(new SyncName(sync), target(root), root)
        .map(sheet -> new PlanFile(root.path("settings").asString(""), sheet));
  }

  /// The file names people. Whoever looks at it may want to see it without them.
  private static void mask(ObjectNode root, List<PlanNotice> notices) {
    var at = notices.iterator();
    for (var node : root.path("notices")) {
      ((ObjectNode) node).put("masked", at.next().masked());
    }
  }

  private static Target target(JsonNode root) {
    return new Target(
        new RosterName(root.path("roster").asString("")),
        new Workspace(
            root.path("workspace").asString(""), root.path("workspace_name").asString(""), ""));
  }

  /// The part of the reviewed plan that still holds. A change that is planned now as it was then is
  /// carried out. Any other reviewed change is skipped. A change that was not reviewed is left out.
  List<Change> stillPlanned(List<Change> now) {
    Map<String, Change> byMember = new HashMap<>();
    now.forEach(change -> byMember.put(change.member().value(), change));
    var still = new ArrayList<Change>();
    for (var reviewed : sheet.entries()) {
      var change = byMember.get(reviewed.member().value());
      still.add(
          change != null && PlanEntry.of(change).equals(reviewed)
              ? change
              : new Change.Skip(reviewed.member(), reviewed.email(), MOVED));
    }
    return still;
  }

  /// Which of the program's syncs it was made for.
  SyncName sync() {
    return sheet.sync();
  }

  /// Which roster into which workspace it was made for.
  Target target() {
    return sheet.target();
  }

  private static RunStopped wrong(String sentence) {
    return new RunStopped(RunStopped.Kind.SETTINGS, sentence);
  }
}
