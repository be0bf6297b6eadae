package org.rollcall.server.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rollcall.app.RunRequest;
import org.rollcall.app.SyncPlan;
import org.rollcall.json.PlanDocument;
import org.rollcall.json.PlanEntryJson;
import org.rollcall.json.PlanJson;
import org.rollcall.model.Privacy;
import org.rollcall.review.PlanSheet;
import org.rollcall.review.ReviewedPlan;
import org.rollcall.store.SqlPlans;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Plans that wait for a person's approval, by the digest of all that they say.
public record KeptPlans(SqlPlans plans) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /// A plan and its digest.
  ///
  /// @param undone the run that it takes back; empty for a plan that makes contacts as the roster
  ///   has them
  public record Kept(String digest, ReviewedPlan plan, Optional<UndoneRun> undone) {
    /// Exactly what it says, and nothing else.
    public RunRequest request(RunRequest.Overrides overrides) {
      return undone
          .<RunRequest>map(run -> run.request(overrides.safeguard(), Optional.of(plan::among)))
          .orElseGet(() -> new RunRequest.Chosen("apply", plan::among, overrides));
    }

    /// What it is and comes to, without its changes.
    ObjectNode head(Privacy privacy) {
      return KeptPlans.head(digest, plan.settings(), plan.sheet(), undone, privacy);
    }
  }

  /// Keeps a plan.
  ///
  /// @param undone the run that it takes back; empty for none
  public Kept put(SyncPlan made, Optional<UndoneRun> undone) {
    var document = PlanDocument.of(made);
    undone.ifPresent(its -> document.set("undoes", its.json()));
    var bytes = Answer.bytes(document);
    var digest = Answer.digest(bytes);
    var kept = new Kept(digest, new ReviewedPlan(made.settings(), made.sheet()), undone);
    var json = new PlanEntryJson(Privacy.SHOW);
    plans.put(
        made.sync(),
        digest,
        new SqlPlans.Kept(
            new String(bytes, StandardCharsets.UTF_8),
            Answer.text(kept.head(Privacy.SHOW)),
            Answer.text(kept.head(Privacy.MASK)),
            made.sheet().entries().stream().map(each -> Answer.text(json.write(each))).toList()));
    return kept;
  }

  /// The plan that the path names, whole.
  ///
  /// @throws io.javalin.http.HttpResponseException when there is none, or none any more
  Kept find(Asked asked) {
    return find(digest(asked)).orElseThrow(this::none);
  }

  /// The plan of a digest, whole; empty where there is none, or none any more.
  public Optional<Kept> find(String digest) {
    return plans.find(digest).flatMap(document -> read(digest, document));
  }

  /// A page of the plan that the path names. Only that is read, unless an earlier version kept it.
  ///
  /// @throws io.javalin.http.HttpResponseException when there is none, or none any more
  ObjectNode page(Asked asked) {
    var digest = digest(asked);
    var sync = plans.head(digest, Privacy.MASK).map(SqlPlans.Head::sync);
    if (sync.isEmpty()) {
      return wholeFor(asked);
    }
    var privacy = asked.privacy(sync.get());
    var head = plans.head(digest, privacy).orElseThrow(this::none);
    var page = asked.page();
    int from = page.place(head.entries());
    int to = Math.min(head.entries(), from + page.limit());
    var root = (ObjectNode) JSON.readTree(head.head());
    var items = root.putArray("items");
    entries(digest, from, to).forEach(each -> items.add(as(privacy, each)));
    PageRequest.next(
        to < head.entries() ? Optional.of(String.valueOf(to)) : Optional.empty(), root);
    return root;
  }

  private List<JsonNode> entries(String digest, int from, int to) {
    var all = plans.entries(digest, from, to).stream().flatMap(KeptPlans::each).toList();
    int first = from % SqlPlans.PAGE;
    return all.subList(Math.min(first, all.size()), Math.min(first + to - from, all.size()));
  }

  private static Stream<JsonNode> each(String list) {
    return JSON.readTree(list).valueStream();
  }

  private static JsonNode as(Privacy privacy, JsonNode entry) {
    return switch (privacy) {
      case SHOW -> entry;
      case MASK ->
          PlanEntryJson.read(entry)
              .map(new PlanEntryJson(Privacy.MASK)::write)
              .orElseThrow(() -> new IllegalStateException("A plan is kept that cannot be read."));
    };
  }

  private ObjectNode wholeFor(Asked asked) {
    var kept = find(asked);
    var privacy = asked.privacy(kept.plan().sync());
    var root = kept.head(privacy);
    asked.page().put(kept.plan().sheet().entries(), new PlanEntryJson(privacy)::write, root);
    return root;
  }

  private static String digest(Asked asked) {
    return asked.context().pathParam("digest");
  }

  private RuntimeException none() {
    return Refusal.missing(
        "There is no plan of that digest, or none any more: plans are kept for a week. Make a new one.");
  }

  private static Optional<Kept> read(String digest, String document) {
    try {
      var root = JSON.readTree(document);
      return PlanDocument.read(root)
          .map(plan -> new Kept(digest, plan, UndoneRun.read(root.path("undoes"))));
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  private static ObjectNode head(
      String digest,
      String settings,
      PlanSheet sheet,
      Optional<UndoneRun> undone,
      Privacy privacy) {
    var root =
        JsonNodeFactory.instance
            .objectNode()
            .put("digest", digest)
            .put("sync", sheet.sync().value())
            .put("made", sheet.made().toString())
            .put("settings", settings)
            .put("roster", sheet.target().roster().value())
            .put("workspace", sheet.target().workspace().id())
            .put("workspace_name", sheet.target().workspace().name());
    undone.ifPresent(its -> root.set("undoes", its.json()));
    return root.setAll(new PlanJson(privacy).head(sheet));
  }
}
